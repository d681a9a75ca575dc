"""Prepare a voting round: what it asks, who is asked, and what may be chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.tables import Conference
from lip.database import execute_many, fetch, lock_rows, transaction
from lip.errors import TooLate, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.said import Said
from proposals.voting.queries.candidates import candidates_of
from proposals.voting.queries.rounds import ROUND, RoundFacts, round_in, round_of
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.choosing import Candidate
from proposals.voting.rules.points import Method, Terms
from proposals.voting.rules.rounds import Completion, Stage, Subject, Voters
from proposals.voting.tables import VotingRound

MOST_OPTIONS: Final = 500
ON_PAPER: Final = frozenset({Method.APPROVE, Method.POINTS})
"""Dots say who many; they do not say who disagrees, or what one person can pay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundWish:
    """What a round is to be."""

    title: Said
    intro: Said = field(default_factory=Said)
    subject: Subject = Subject.PROPOSALS
    terms: Terms
    completion: Completion = Completion.MOST_VOTES
    voters: Voters = Voters.TICKET
    group: UUID | None = None
    channels: frozenset[Channel] = frozenset({Channel.PHONE})
    results_live: bool = False
    closes_at: datetime | None = None


async def make_round(
    wish: RoundWish,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID,
) -> RoundFacts:
    """Prepare a round; the same request sent again makes none."""
    check_wish(wish)
    async with transaction():
        this = Conference.id == conference.id
        await lock_rows(Conference.select(Conference.id).where(this))
        known = (await subjects_of_requests([request])).get(request)
        if known is not None:
            return await round_by_id(known)
        one, number = uuid4(), await _next_number(conference.id)
        columns = _columns(wish, now)
        names = ", ".join(columns)
        await fetch(
            f"INSERT INTO voting_round (id, conference, number, stage, {names}) "  # noqa: S608
            f"VALUES (?, ?, ?, ?{', ?' * len(columns)})",
            one,
            conference.id,
            number,
            Stage.DRAFT.value,
            *columns.values(),
        )
        await note_of(
            Act.ROUND_MADE, one, conference.key, by=by, now=now, request=request
        )
    return await round_of(conference.id, number)


async def change_round(
    one: RoundFacts, wish: RoundWish, *, by: Actor, now: datetime
) -> None:
    """Change a round while it is prepared; another subject takes its options out."""
    check_wish(wish)
    async with transaction():
        before = await locked_draft(one.id)
        columns = _columns(wish, now)
        sets = ", ".join(f"{name} = ?" for name in columns)
        await fetch(
            f"UPDATE voting_round SET {sets} WHERE id = ?",  # noqa: S608 - our columns
            *columns.values(),
            one.id,
        )
        if before.subject is not wish.subject:
            await fetch("DELETE FROM round_option WHERE in_round = ?", one.id)
        await note_of(Act.ROUND_CHANGED, one.id, one.key, by=by, now=now)


async def remove_round(one: RoundFacts, *, by: Actor, now: datetime) -> None:
    """Remove a round that never opened."""
    async with transaction():
        if not await fetch("SELECT id FROM voting_round WHERE id = ?", one.id):
            return
        await locked_draft(one.id)
        await fetch("DELETE FROM voting_round WHERE id = ?", one.id)
        await note_of(Act.ROUND_REMOVED, one.id, one.key, by=by, now=now)


async def choose_options(
    one: RoundFacts, chosen: Sequence[UUID], *, by: Actor, now: datetime
) -> None:
    """Put proposals or clusters to the vote; costs of those that stay are kept."""
    if len(chosen) > MOST_OPTIONS:
        raise Unusable("round_too_many_options", most=MOST_OPTIONS)
    async with transaction():
        await locked_draft(one.id)
        costs = await _costs(one.id)
        candidates = await candidates_of(one.conference, one.subject)
        known = {candidate.id: candidate for candidate in candidates}
        wanted = [known[each] for each in dict.fromkeys(chosen) if each in known]
        await write_options(one, wanted, costs)
        facts: dict[str, str | int | bool | None] = {"options": len(wanted)}
        await note_of(Act.ROUND_CHANGED, one.id, one.key, by=by, now=now, facts=facts)


async def set_costs(
    one: RoundFacts, costs: Mapping[int, int], *, by: Actor, now: datetime
) -> None:
    """Say what options cost, by position."""
    async with transaction():
        await locked_draft(one.id)
        await execute_many(
            "UPDATE round_option SET cost = ? WHERE in_round = ? AND position = ?",
            [(cost, one.id, position) for position, cost in costs.items()],
        )
        await note_of(Act.ROUND_CHANGED, one.id, one.key, by=by, now=now)


async def write_options(
    one: RoundFacts, wanted: Sequence[Candidate], costs: Mapping[UUID, int]
) -> None:
    """Write options anew, in the words of this moment."""
    await fetch("DELETE FROM round_option WHERE in_round = ?", one.id)
    about = "cluster" if one.subject is Subject.CLUSTERS else "proposal"
    await execute_many(
        f"INSERT INTO round_option (id, in_round, {about}, position, called, "  # noqa: S608
        "title, text, language, field, cost) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                uuid4(),
                one.id,
                each.id,
                position,
                each.called,
                each.title.dump(),
                each.text,
                each.language,
                each.field_name.dump(),
                costs.get(each.id, 0),
            )
            for position, each in enumerate(wanted, start=1)
        ],
    )


async def chosen_of(one: UUID) -> Sequence[UUID]:
    """List the proposals or clusters that stand in a round, by position."""
    rows = await fetch(
        "SELECT coalesce(proposal, cluster) AS about FROM round_option "
        "WHERE in_round = ? ORDER BY position",
        one,
    )
    return [UUID(str(row["about"])) for row in rows if row["about"]]


async def _costs(one: UUID) -> Mapping[UUID, int]:
    rows = await fetch(
        "SELECT proposal, cluster, cost FROM round_option WHERE in_round = ?", one
    )
    return {row["proposal"] or row["cluster"]: row["cost"] for row in rows}


def check_wish(wish: RoundWish) -> None:
    """Refuse a round that could not be held."""
    if not wish.title:
        raise Unusable("round_without_title")
    if not wish.channels:
        raise Unusable("round_without_channel")
    if wish.voters is Voters.GROUP and wish.group is None:
        raise Unusable("round_without_group")
    method = wish.terms.method
    if method is Method.POINTS and wish.terms.each > wish.terms.most:
        raise Unusable("round_each_too_many")
    if method is Method.BUDGET and wish.terms.budget < 1:
        raise Unusable("round_without_budget")
    if Channel.PAPER in wish.channels and method not in ON_PAPER:
        raise Unusable("paper_not_with_method")


def _columns(wish: RoundWish, now: datetime) -> dict[str, Any]:
    return {
        "title": wish.title.dump(),
        "intro": wish.intro.dump(),
        "subject": wish.subject.value,
        "method": wish.terms.method.value,
        "most": wish.terms.most,
        '"each"': wish.terms.each,
        "budget": wish.terms.budget,
        "completion": wish.completion.value,
        "voters": wish.voters.value,
        '"group"': wish.group if wish.voters is Voters.GROUP else None,
        "by_phone": Channel.PHONE in wish.channels,
        "by_tablet": Channel.TABLET in wish.channels,
        "by_code": Channel.CODE in wish.channels,
        "by_paper": Channel.PAPER in wish.channels,
        "results_live": wish.results_live,
        "closes_at": wish.closes_at,
        "frame": "",
        "sealed_key": "",
        "traceless": False,
        "result": "",
        "digest": "",
        "changed_at": now,
    }


async def locked_round(one: UUID) -> RoundFacts:
    """Read a round and keep others from changing it, or from voting meanwhile."""
    await lock_rows(VotingRound.select(VotingRound.id).where(VotingRound.id == one))
    return await round_by_id(one)


async def locked_draft(one: UUID) -> RoundFacts:
    """Read a round that is still prepared, or refuse."""
    found = await locked_round(one)
    if found.stage is not Stage.DRAFT:
        raise TooLate("round_not_draft")
    return found


async def round_by_id(one: UUID) -> RoundFacts:
    """Read a round by its id."""
    return round_in((await fetch(f"{ROUND} WHERE r.id = ?", one))[0])


async def _next_number(conference: UUID) -> int:
    (row,) = await fetch(
        "SELECT coalesce(max(number), 0) + 1 AS next FROM voting_round "
        "WHERE conference = ?",
        conference,
    )
    return int(row["next"])
