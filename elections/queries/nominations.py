"""Read nominations: one's own, one by its link, what stands against each, photos."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from elections.queries.elections import (
    ElectionFacts,
    NominationFacts,
    nominations_of,
)
from elections.rules.eligibility import (
    Candidacy,
    Doubt,
    conditions_of,
    doubts_about,
)
from elections.rules.likeness import likeness
from elections.rules.stages import Standing
from lip.database import fetch
from lip.errors import NotFound

COUNTED: Final = frozenset({Standing.CONSENTED, Standing.ADMITTED})
"""Who takes the one place of an association."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A picture, and whether everybody may see it."""

    content: bytes
    public: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """To which nomination of which conference a personal link leads."""

    election: int
    number: int
    conference: str


async def stands_in(participant: UUID) -> frozenset[UUID]:
    """Name the elections in which somebody has stood, in whatever standing."""
    rows = await fetch(
        "SELECT election FROM nomination WHERE participant = ?", participant
    )
    return frozenset(row["election"] for row in rows)


async def nomination_of(election: UUID, number: int) -> NominationFacts:
    """Find one nomination, whatever its standing, or raise NotFound."""
    for one in await nominations_of(election, all_of_them=True):
        if one.number == number:
            return one
    raise NotFound("no_such_nomination", number=number)


async def own_nomination(election: UUID, participant: UUID) -> NominationFacts | None:
    """Find the nomination of somebody with a ticket, the last one if several were."""
    mine = [
        one
        for one in await nominations_of(election, all_of_them=True)
        if one.participant == participant
    ]
    return max(mine, key=lambda one: one.number, default=None)


async def public_nomination(election: UUID, number: int) -> NominationFacts:
    """Find somebody whom everybody may read about, or raise NotFound."""
    for one in await nominations_of(election):
        if one.number == number:
            return one
    raise NotFound("no_such_nomination", number=number)


async def nomination_of_link(seal: str) -> Linked | None:
    """Find to which nomination a personal link leads."""
    rows = await fetch(
        "SELECT n.number, e.number AS election, c.key FROM nomination n "
        "JOIN election e ON e.id = n.election "
        "JOIN conference c ON c.id = e.conference WHERE n.consent_seal = ?",
        seal,
    )
    if not rows:
        return None
    (row,) = rows
    return Linked(
        election=int(row["election"]), number=int(row["number"]), conference=row["key"]
    )


async def with_links(election: UUID) -> frozenset[int]:
    """Say which nominations have a personal link."""
    rows = await fetch(
        "SELECT number FROM nomination WHERE election = ? AND consent_seal IS NOT NULL",
        election,
    )
    return frozenset(int(row["number"]) for row in rows)


async def portrait_of(election: UUID, number: int) -> Portrait:
    """Read a photo, or raise NotFound; only that of somebody admitted is public."""
    rows = await fetch(
        "SELECT photo, standing FROM nomination "
        "WHERE election = ? AND number = ? AND photo IS NOT NULL",
        election,
        number,
    )
    if not rows:
        raise NotFound("no_such_photo")
    (row,) = rows
    return Portrait(
        content=bytes(row["photo"]), public=row["standing"] == Standing.ADMITTED
    )


async def listed_associations(conference: UUID) -> Sequence[str]:
    """Name the associations on the list of a conference."""
    rows = await fetch(
        "SELECT name FROM association WHERE conference = ? ORDER BY likeness",
        conference,
    )
    return [row["name"] for row in rows]


async def doubts_in(
    election: ElectionFacts, nominations: Sequence[NominationFacts]
) -> Mapping[int, tuple[Doubt, ...]]:
    """Check all nominations of an election; two queries, however many there are."""
    conditions = conditions_of(election.standing_rules)
    if not conditions:
        return {one.number: () for one in nominations}
    umbrella = await _umbrella_by_likeness(election.conference)
    delegates = await _delegates(election.conference)
    among = [_candidacy(one, delegates) for one in nominations]
    return {
        one.number: doubts_about(
            one, among=among, conditions=conditions, umbrella=umbrella
        )
        for one in among
    }


def _candidacy(one: NominationFacts, delegates: frozenset[UUID]) -> Candidacy:
    return Candidacy(
        number=one.number,
        association=likeness(one.association),
        delegate=one.participant in delegates,
        declared=conditions_of(one.declared),
        counts=one.standing in COUNTED,
    )


async def _umbrella_by_likeness(conference: UUID) -> Mapping[str, bool]:
    rows = await fetch(
        "SELECT name, umbrella FROM association WHERE conference = ?", conference
    )
    return {likeness(row["name"]): bool(row["umbrella"]) for row in rows}


async def _delegates(conference: UUID) -> frozenset[UUID]:
    rows = await fetch(
        "SELECT d.participant FROM delegate d "
        "JOIN association a ON a.id = d.association WHERE a.conference = ?",
        conference,
    )
    return frozenset(row["participant"] for row in rows)
