"""
Results of votes and elections as Popolo: counts, never single votes.

A round is a motion with one vote event; its options and their counts stand in
`counts`, and nothing at all where fewer than five took part. An election fills posts;
who has accepted one is a person with a membership.
"""

from collections.abc import Sequence
from typing import Any
from uuid import uuid5

from elections.elected import FinalElection, Holder
from elections.outcome import figures_of
from lip.opendata.documents.oparl_city import german, id_by_name
from lip.opendata.queries.elected_people import OpenElection
from lip.opendata.queries.open_conferences import OpenConference
from lip.opendata.rules.oparl import oparl_time, without_empty
from lip.opendata.rules.site import Site
from proposals.voting.queries.results import sealed_result
from proposals.voting.queries.rounds import RoundFacts
from proposals.voting.rules.result import Result
from proposals.voting.rules.rounds import Stage

Plain = dict[str, Any]


def popolo(
    conferences: Sequence[OpenConference],
    elections: Sequence[OpenElection],
    site: Site,
) -> Plain:
    """Write all results as one Popolo document."""
    finals = [one.final for one in elections]
    votes = [
        (one, conference)
        for conference in conferences
        for one in conference.rounds
        if one.stage is Stage.CLOSED
    ]
    return {
        "events": [_event(one, site) for one in conferences],
        "organizations": [_body(one, site) for one in finals] + _senders(elections),
        "posts": [_posts(one, site) for one in finals],
        "persons": [_person(it) for one in elections for it in one.named],
        "memberships": [
            _member(it, one.final) for one in elections for it in one.named
        ],
        "motions": [_motion(one, conference, site) for one, conference in votes],
        "vote_events": [
            *(_vote_event(one, conference, site) for one, conference in votes),
            *(_polls(one, site) for one in finals),
        ],
    }


def _event(one: OpenConference, site: Site) -> Plain:
    conference = one.conference
    first = conference.days[0].open if conference.days else None
    last = conference.days[-1].close if conference.days else None
    return without_empty({
        "id": str(conference.id),
        "name": german(one.title),
        "classification": "conference",
        "start_date": oparl_time(first) if first else "",
        "end_date": oparl_time(last) if last else "",
        "location": conference.place,
        "sources": [{"url": site.addresses.page(f"/c/{conference.key}")}],
    })


def _motion(one: RoundFacts, conference: OpenConference, site: Site) -> Plain:
    return without_empty({
        "id": f"{one.id}-motion",
        "legislative_session_id": str(conference.conference.id),
        "text": german(one.title) or f"Abstimmung {one.number}",
        "classification": one.terms.method.value,
        "date": oparl_time(one.opened_at) if one.opened_at else "",
        "sources": [{"url": _round_page(one, site)}],
    })


def _vote_event(one: RoundFacts, conference: OpenConference, site: Site) -> Plain:
    result = sealed_result(one)
    shown = result is not None and not result.too_few
    return without_empty({
        "id": str(one.id),
        "identifier": f"{one.key}-{one.number}",
        "motion_id": f"{one.id}-motion",
        "legislative_session_id": str(conference.conference.id),
        "start_date": oparl_time(one.opened_at) if one.opened_at else "",
        "end_date": oparl_time(one.closed_at) if one.closed_at else "",
        "counts": _counts(result) if shown and result else [],
        "sources": [{"url": _round_page(one, site)}],
        "lip:digest": one.digest,
        "lip:participants": result.participation.people if shown and result else None,
    })


def _counts(result: Result) -> list[Plain]:
    return [
        {"option": german(one.option.title), "value": one.points}
        for one in result.standings
    ]


def _polls(one: FinalElection, site: Site) -> Plain:
    """Tell of the last round of an election: how many voted, not for whom."""
    figures = figures_of(one.rounds[-1])
    return without_empty({
        "id": str(one.last.id),
        "identifier": one.last.round,
        "organization_id": _body_id(one),
        "start_date": oparl_time(one.last.opened_at) if one.last.opened_at else "",
        "end_date": oparl_time(one.last.closed_at) if one.last.closed_at else "",
        "counts": [
            {"option": "valid", "value": figures.valid},
            {"option": "abstained", "value": figures.abstained},
            {"option": "spoiled", "value": sum(it for _, it in figures.spoiled)},
        ],
        "sources": [{"url": _election_page(one, site)}],
    })


def _body(one: FinalElection, site: Site) -> Plain:
    return without_empty({
        "id": _body_id(one),
        "name": german(one.first.title),
        "classification": "elected body",
        "sources": [{"url": _election_page(one, site)}],
    })


def _senders(elections: Sequence[OpenElection]) -> list[Plain]:
    names = {it.association for one in elections for it in one.named if it.association}
    return [
        {"id": str(id_by_name(name)), "name": name, "classification": "association"}
        for name in sorted(names)
    ]


def _posts(one: FinalElection, site: Site) -> Plain:
    return without_empty({
        "id": _post_id(one),
        "label": german(one.first.title),
        "role": "Mitglied",
        "organization_id": _body_id(one),
        "other_label": german(one.first.purpose),
        "lip:seats": one.first.seats,
        "lip:term": german(one.first.term),
        "sources": [{"url": _election_page(one, site)}],
    })


def _person(holder: Holder) -> Plain:
    return {"id": str(holder.id), "name": holder.name}


def _member(holder: Holder, one: FinalElection) -> Plain:
    sender = holder.association
    return without_empty({
        "id": str(uuid5(holder.id, "membership")),
        "person_id": str(holder.id),
        "organization_id": _body_id(one),
        "post_id": _post_id(one),
        "role": "Mitglied",
        "on_behalf_of_id": str(id_by_name(sender)) if sender else "",
        "start_date": oparl_time(one.last.closed_at)[:10] if one.last.closed_at else "",
    })


def _body_id(one: FinalElection) -> str:
    return str(uuid5(one.first.id, "organisation"))


def _post_id(one: FinalElection) -> str:
    return str(uuid5(one.first.id, "post"))


def _round_page(one: RoundFacts, site: Site) -> str:
    return site.addresses.page(f"/c/{one.key}/rounds/{one.number}")


def _election_page(one: FinalElection, site: Site) -> str:
    return site.addresses.page(f"/c/{one.first.key}/elections/{one.last.number}")
