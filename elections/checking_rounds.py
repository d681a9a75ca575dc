"""Check that a round follows from the one before, and sum up who is elected."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from elections.checked import Checked, named
from elections.files.bundle import Bundle, terms_of
from elections.recounting import marks_before, tally_of, whole
from elections.rules.record import Kind
from elections.rules.rounds import goes_on, rest_of, tied_for_seats
from elections.rules.stages import RoundKind
from elections.rules.terms import Quota


def follows(bundle: Bundle, before: Bundle | None) -> Iterator[Checked]:
    """Check that a later round names the one before, and has its people and seats."""
    about = bundle.the(Kind.ELECTION)
    earlier = about.get("earlier")
    if earlier is None and before is None:
        return
    if before is None or earlier is None:
        yield Checked("follows", False, {})
        return
    wanted = {
        "id": before.the(Kind.ELECTION)["id"],
        "digest": before.entries[-1].digest,
    }
    yield Checked("follows", dict(earlier) == wanted, {})
    runoff = RoundKind(about.get("round", RoundKind.ONLY)) is RoundKind.RUNOFF
    yield _people(bundle, before, runoff=runoff)
    yield Checked("seats", _seats_follow(bundle, before, runoff=runoff), {})


def outcome(rounds: Sequence[Bundle]) -> Iterator[Checked]:
    """Say who is elected over all rounds, and what is still open."""
    first = rounds[0]
    found = whole(rounds)
    if len(rounds) > 1:
        yield Checked("outcome", True, {"winners": named(first, found.winners)})
    if found.open_seats:
        facts = {"names": named(first, found.tied), "seats": found.open_seats}
        yield Checked("still_open", True, facts)


def _people(bundle: Bundle, before: Bundle, *, runoff: bool) -> Checked:
    """Check that just those stand again who may, under their own names."""
    tally = tally_of(before)
    wanted = tied_for_seats(tally)[0] if runoff else goes_on(tally)
    marks = marks_before(bundle)
    stands = [str(one["id"]) for one in bundle.the(Kind.CANDIDATES)["candidates"]]
    same = (
        sorted(marks.values()) == sorted(wanted)
        and set(marks) == set(stands)
        and named(bundle, marks) == named(before, marks.values())
        and all(
            _attributes(bundle, here) == _attributes(before, there)
            for here, there in marks.items()
        )
    )
    code = "runoff_people" if runoff else "second_people"
    return Checked(code, same, {"names": named(bundle, stands)})


def _seats_follow(bundle: Bundle, before: Bundle, *, runoff: bool) -> bool:
    """Check that as many seats are filled as were open, under what quotas ask for."""
    here, there = (one.the(Kind.ELECTION) for one in (bundle, before))
    if not runoff:
        same = here.get("quotas", []) == there.get("quotas", [])
        return bool(same and here["seats"] == there["seats"])
    tally = tally_of(before)
    quotas = rest_of(terms_of(before).quotas, tally.winners)
    asked = [_quota(one) for one in here.get("quotas", ())]
    return here["seats"] == tied_for_seats(tally)[1] and asked == list(quotas)


def _quota(one: Mapping[str, Any]) -> Quota:
    return Quota(
        attribute=str(one["attribute"]),
        value=str(one["value"]),
        at_least=int(one.get("min", 0)),
        at_most=one.get("max"),
    )


def _attributes(bundle: Bundle, mark: str) -> Mapping[str, Any]:
    return next(
        one.get("attributes", {})
        for one in bundle.the(Kind.CANDIDATES)["candidates"]
        if one["id"] == mark
    )
