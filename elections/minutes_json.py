"""The minutes as plain values, ready for JSON: what the paper says, for programs."""

from collections.abc import Sequence
from typing import Any

from elections.files.result import as_plain
from elections.outcome import Outcome
from elections.queries.rulings import RulingFacts, Rulings
from elections.records import Counted
from elections.rules.record import Kind
from elections.shown_stages import Person
from lip.conference.queries.conferences import ConferenceFacts

FORMAT = "lip-minutes-1"


def minutes_plain(
    outcome: Outcome,
    counted: Sequence[Counted],
    rulings: Rulings,
    conference: ConferenceFacts,
    *,
    address: str,
) -> dict[str, Any]:
    """Write all that the minutes have."""
    last = outcome.last.election
    until = last.objections_until
    return {
        "format": FORMAT,
        "title": dict(last.title),
        "term": dict(last.term),
        "conference": conference.title,
        "organiser": conference.organiser,
        "place": last.place or conference.place,
        "board": last.members.splitlines(),
        "witnesses": last.witnesses.splitlines(),
        "rounds": [_round(one) for one in counted],
        "elected": [
            _person(one.person) | {"accepted": one.accepted, "moved_up": one.moved_up}
            for one in outcome.elected
        ],
        "deputies": [[_person(one) for one in group] for group in outcome.deputies],
        "tied": [_person(one) for one in outcome.tied],
        "open_seats": outcome.open_seats,
        "rulings": [
            _ruling(name, one)
            for name, those in rulings.items()
            for one in those
            if not one.is_remark
        ],
        "remarks": [
            _ruling(name, one)
            for name, those in rulings.items()
            for one in those
            if one.is_remark
        ],
        "objections_until": until.isoformat() if until else None,
        "bundle": address,
        "key": outcome.last.signer,
    }


def _round(one: Counted) -> dict[str, Any]:
    election, bundle = one.election, one.bundle
    about = dict(bundle.the(Kind.ELECTION))
    opened, closed = election.opened_at, election.closed_at
    return {
        "id": election.round,
        "rule": {name: about[name] for name in about if name not in {"id", "title"}},
        "opened_at": opened.isoformat() if opened else None,
        "closed_at": closed.isoformat() if closed else None,
        "roll": dict(bundle.the(Kind.ROLL)),
        "given": dict(bundle.the(Kind.CLOSED)),
        "annulled": len(bundle.the(Kind.ANNULLED)["serials"]),
        "root": election.root,
        "lots": [dict(lot) for lot in bundle.all(Kind.LOT)],
        "result": as_plain(one.tally),
    }


def _person(one: Person) -> dict[str, Any]:
    return {"id": one.mark, "name": one.name, "association": one.association}


def _ruling(name: str, one: RulingFacts) -> dict[str, Any]:
    return {
        "round": name,
        "number": one.number,
        "about": one.about.value,
        "question": one.question,
        "decision": one.decision,
        "decided_at": one.decided_at.isoformat(),
    }
