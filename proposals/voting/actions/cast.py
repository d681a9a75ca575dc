"""
Cast votes by ticket: many of one moment in one transaction.

A receipt, unique for a person and a round, decides over all channels; it is written in
the transaction of the vote. What somebody may meet in ordinary use is an answer: the
refusal stands in it, so that one person's mistake is not another's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from lip.conference.queries.conferences import conference_by_id
from lip.conference.queries.holders import Holder, holders_of
from lip.database import fetch, transaction
from lip.errors import Conflict, NotAllowed, NotFound, Refusal, TooEarly, TooLate
from lip.keys import Keys
from lip.registration.queries.membership import members_among
from proposals.voting.queries.ballots import (
    BallotTerms,
    OwnVote,
    channels_of,
    locked_terms,
    votes_by,
)
from proposals.voting.queries.rounds import written
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method, Mistake, Spoiled, spoiled
from proposals.voting.rules.rounds import Stage, Voters
from proposals.voting.rules.secrecy import PERSON, round_key, voter

PURPOSE = "votes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """
    What somebody with a ticket gives, by position of the options.

    Where options are put to her one at a time, the marks are added to those she gave.
    `upon` is the vote that her page showed ("" for none), where an older page must not
    overwrite a newer vote.
    """

    number: int
    sealed_code: str
    channel: Channel
    marks: Mapping[int, int]
    keys: Keys
    now: datetime
    upon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """What is stored now, or why nothing has changed."""

    marks: Mapping[int, int] = field(default_factory=dict)
    refusal: Refusal | None = None


Places = dict[int, Ballot]


async def cast_all(ballots: Sequence[Ballot]) -> Sequence[Cast]:
    """Cast votes of several people, in several rounds if need be."""
    answers: dict[int, Cast] = {}
    parts: dict[tuple[UUID, int], Places] = {}
    async with transaction():
        holders = await holders_of(sorted({one.sealed_code for one in ballots}))
        for place, one in enumerate(ballots):
            holder = holders.get(one.sealed_code)
            if holder is None:
                answers[place] = Cast(refusal=NotFound("unknown_ticket"))
            else:
                parts.setdefault((holder.conference, one.number), {})[place] = one
        for conference, number in sorted(parts):
            part = parts[conference, number]
            answers |= await _cast_in(conference, number, part, holders)
    return [answers[place] for place in range(len(ballots))]


async def _cast_in(
    conference: UUID, number: int, part: Places, holders: Mapping[str, Holder]
) -> Mapping[int, Cast]:
    terms = await locked_terms(conference, number)
    if terms is None:
        unknown = Cast(refusal=NotFound("no_such_round", number=number))
        return dict.fromkeys(part, unknown)
    entitled = await entitled_of(
        terms,
        [holders[one.sealed_code] for one in part.values()],
        now=max(one.now for one in part.values()),
    )
    answers: dict[int, Cast] = {}
    good: dict[int, tuple[Ballot, UUID]] = {}
    for place, one in part.items():
        person = holders[one.sealed_code].participant
        refusal = refused(terms, one, entitled.get(person))
        if refusal is None:
            good[place] = (one, person)
        else:
            answers[place] = Cast(refusal=refusal)
    return {**answers, **(await _write(terms, good) if good else {})}


async def entitled_of(
    terms: BallotTerms, holders: Sequence[Holder], *, now: datetime
) -> Mapping[UUID, Refusal | None]:
    """Say for each holder why she may not vote in a round, or None."""
    today: date | None = None
    if terms.voters is Voters.PRESENT:
        doors = (await conference_by_id(terms.conference)).doors(now)
        today = doors.day if doors else None
    members: frozenset[UUID] = frozenset()
    if terms.voters is Voters.GROUP and terms.group is not None:
        people = sorted({holder.participant for holder in holders})
        members = await members_among(terms.group, people)

    def why_not(holder: Holder) -> Refusal | None:
        if not holder.comes:
            return NotAllowed("vote_without_place")
        if terms.voters is Voters.PRESENT and today not in holder.inside_on:
            return NotAllowed("vote_only_present")
        if terms.voters is Voters.GROUP and holder.participant not in members:
            return NotAllowed("vote_only_group")
        return None

    return {holder.participant: why_not(holder) for holder in holders}


def refused(
    terms: BallotTerms, one: Ballot, not_entitled: Refusal | None
) -> Refusal | None:
    """Say why a vote cannot be taken, before looking at other votes."""
    return (
        not_open(terms, now=one.now)
        or (None if one.channel in terms.channels else NotAllowed("vote_channel_shut"))
        or not_entitled
        or badly_marked(one.marks, terms)
    )


def not_open(terms: BallotTerms, *, now: datetime) -> Refusal | None:
    """Say why nobody votes in a round at a moment; the server's clock decides."""
    if terms.stage is Stage.DRAFT:
        return TooEarly("round_not_open_yet")
    over = terms.closes_at is not None and now >= terms.closes_at
    return TooLate("round_over") if over or terms.stage is not Stage.OPEN else None


def badly_marked(marks: Mapping[int, int], terms: BallotTerms) -> Refusal | None:
    """Say what is wrong with marks."""
    found = spoiled(marks, terms.terms, terms.costs, terms.costs)
    return None if found is None else _said(found)


def _said(found: Spoiled) -> Refusal:
    given, allowed = found.given, found.allowed
    match found.mistake:
        case Mistake.UNKNOWN_OPTION:
            return Refusal("vote_unknown_option")
        case Mistake.NOT_A_MARK:
            return Refusal("vote_not_a_mark")
        case Mistake.TOO_MANY:
            return Refusal("vote_too_many", given=given, allowed=allowed)
        case Mistake.TOO_MANY_ON_ONE:
            return Refusal("vote_too_many_on_one", given=given, allowed=allowed)
        case Mistake.OVER_BUDGET:
            return Refusal("vote_over_budget", given=given, allowed=allowed)


async def _write(
    terms: BallotTerms, good: Mapping[int, tuple[Ballot, UUID]]
) -> Mapping[int, Cast]:
    """Write receipts, then votes; both in the order of their keys."""
    channel_of = await _receipts(terms.id, good)
    key_by = {one.keys for one, _person in good.values()}
    assert len(key_by) == 1, "one operator, one secret"
    key = round_key(key_by.pop().part(PURPOSE), terms.salt)
    names = {person: voter(key, PERSON, person) for _one, person in good.values()}
    former = await _former(terms, good, names)
    answers: dict[int, Cast] = {}
    votes: dict[str, OwnVote] = {}
    for place, (one, person) in good.items():
        channel = channel_of[person]
        if channel is not one.channel:
            answers[place] = Cast(refusal=voted_otherwise(channel))
            continue
        name = names[person]
        before = votes.get(name) or former.get(name)
        if one.upon is not None and one.upon != version_of(before):
            answers[place] = Cast(refusal=Conflict("vote_page_too_old"))
            continue
        votes[name] = OwnVote(id=uuid4(), marks=_added(terms, before, one))
        answers[place] = Cast(marks=votes[name].marks)
    await store_votes(terms.id, votes)
    return answers


def version_of(vote: OwnVote | None) -> str:
    """Say which vote a page shows, "" for none."""
    return vote.id.hex if vote and vote.id else ""


def voted_otherwise(channel: Channel) -> Refusal:
    """Say that somebody takes part by another channel."""
    match channel:
        case Channel.PHONE:
            return Conflict("voted_by_phone")
        case Channel.TABLET:
            return Conflict("voted_by_tablet")
        case Channel.CODE:
            return Conflict("voted_by_code")
        case Channel.PAPER:
            return Conflict("voted_by_paper")


def _added(
    terms: BallotTerms, before: OwnVote | None, one: Ballot
) -> Mapping[int, int]:
    if terms.terms.method is Method.OPINION and before is not None:
        return {**before.marks, **one.marks}
    return {place: mark for place, mark in one.marks.items() if mark or _passes(terms)}


def _passes(terms: BallotTerms) -> bool:
    return terms.terms.method is Method.OPINION


async def _receipts(
    one: UUID, good: Mapping[int, tuple[Ballot, UUID]]
) -> Mapping[UUID, Channel]:
    """Write receipts; return by which channel each of these people takes part."""
    wanted: dict[UUID, Channel] = {}
    for ballot, person in good.values():
        wanted.setdefault(person, ballot.channel)
    first = await give_receipts(one, wanted)
    others = sorted(wanted.keys() - first)
    known = await channels_of(one, others, lock=True) if others else {}
    return {**{person: wanted[person] for person in first}, **known}


async def give_receipts(one: UUID, wanted: Mapping[UUID, Channel]) -> frozenset[UUID]:
    """Write a receipt for whoever has none in a round; return who had none."""
    values: list[object] = []
    for person in sorted(wanted):
        values += [uuid4(), one, person, wanted[person].value]
    marks = ", ".join(["(?, ?, ?, ?)"] * len(wanted))
    rows = await fetch(
        "INSERT INTO receipt (id, in_round, participant, channel) "  # noqa: S608 - marks
        f"VALUES {marks} ON CONFLICT (in_round, participant) DO NOTHING "
        "RETURNING participant",
        *values,
    )
    return frozenset(row["participant"] for row in rows)


async def _former(
    terms: BallotTerms,
    good: Mapping[int, tuple[Ballot, UUID]],
    names: Mapping[UUID, str],
) -> Mapping[str, OwnVote]:
    """Find former votes, where what is stored depends on them."""
    upon = {person for one, person in good.values() if one.upon is not None}
    wanted = names.keys() if terms.terms.method is Method.OPINION else upon
    return await votes_by(terms.id, sorted(names[person] for person in wanted))


async def store_votes(one: UUID, votes: Mapping[str, OwnVote]) -> None:
    """Write votes under their names, in place of former ones."""
    if not votes:
        return
    values: list[object] = []
    for name in sorted(votes):
        values += [votes[name].id, one, name, written(votes[name].marks)]
    marks = ", ".join(["(?, ?, ?, ?)"] * len(votes))
    await fetch(
        f"INSERT INTO vote (id, in_round, voter, marks) VALUES {marks} "  # noqa: S608
        "ON CONFLICT (in_round, voter) DO UPDATE "
        "SET id = excluded.id, marks = excluded.marks",
        *values,
    )
