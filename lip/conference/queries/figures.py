"""The figures of a guest list."""

from collections.abc import Sequence
from dataclasses import dataclass

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch

SHARES_AT_MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many people there are, and what has been done for them."""

    registered: int
    waiting: int
    cancelled: int
    walk_ins: int
    unprinted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many people have something in common; an empty word means not said."""

    word: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """The largest groups by one column, and how many people are in no group shown."""

    largest: Sequence[Share]
    others: int


async def figures_of(conference: ConferenceFacts) -> Figures:
    """Count the guest list in one query."""
    (row,) = await fetch(
        """
        SELECT
            count(*) AS everybody,
            count(cancelled_at) AS cancelled,
            coalesce(sum(CASE WHEN cancelled_at IS NULL AND waiting_since IS NOT NULL
                THEN 1 ELSE 0 END), 0) AS waiting,
            coalesce(sum(CASE WHEN cancelled_at IS NULL AND walk_in
                THEN 1 ELSE 0 END), 0) AS walk_ins,
            coalesce(sum(CASE WHEN cancelled_at IS NULL AND waiting_since IS NULL
                AND badge_printed_at IS NULL
                THEN 1 ELSE 0 END), 0) AS unprinted
        FROM participant WHERE conference = ?
        """,
        conference.id,
    )
    return Figures(
        registered=int(row["everybody"]) - int(row["cancelled"]) - int(row["waiting"]),
        waiting=int(row["waiting"]),
        cancelled=int(row["cancelled"]),
        walk_ins=int(row["walk_ins"]),
        unprinted=int(row["unprinted"]),
    )


_BY = """
, count(*) AS people FROM participant
WHERE conference = ? AND cancelled_at IS NULL AND waiting_since IS NULL
GROUP BY 1 ORDER BY 2 DESC, 1
"""


async def by_language(conference: ConferenceFacts) -> Shares:
    """Count people by the language in which they are addressed."""
    return _shares(await fetch(f"SELECT language AS word {_BY}", conference.id))


async def by_organisation(conference: ConferenceFacts) -> Shares:
    """Count people by organisation."""
    return _shares(await fetch(f"SELECT organisation AS word {_BY}", conference.id))


async def by_role(conference: ConferenceFacts) -> Shares:
    """Count people by role."""
    return _shares(await fetch(f"SELECT role AS word {_BY}", conference.id))


def _shares(rows: Sequence[dict[str, object]]) -> Shares:
    shares = [
        Share(word=str(row["word"]), people=int(str(row["people"]))) for row in rows
    ]
    return Shares(
        largest=shares[:SHARES_AT_MOST],
        others=sum(share.people for share in shares[SHARES_AT_MOST:]),
    )
