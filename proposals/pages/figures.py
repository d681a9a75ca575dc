"""Figures at the head of the moderators' pages: how much there is, and what waits."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from lip.words import N_
from proposals.queries.comments import comment_counts
from proposals.queries.proposals import counts_by_standing
from proposals.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """
    A number with its German label; `route` leads to what is counted.

    `of` is the whole that it is a part of, where that says something. Staff see small
    numbers too: they see everything that is counted here anyway.
    """

    label: str
    many: int
    route: str
    of: int | None = None


FiguresOf: TypeAlias = Callable[[UUID], Awaitable[Sequence[Figure]]]
"""What an area counts at a conference, in one query; `lip.app` lists them."""


async def proposal_figures(conference: UUID) -> Sequence[Figure]:
    """Count proposals, and what is to be read."""
    counts = await counts_by_standing(conference)
    waiting = counts[Standing.WAITING]
    remarks = await comment_counts(conference)
    return (
        Figure(
            label=N_("Vorschläge, die alle sehen"),
            many=counts[Standing.SHOWN],
            of=sum(counts.values()),
            route="moderation.show",
        ),
        Figure(label=N_("Vorschläge zu lesen"), many=waiting, route="moderation.show"),
        Figure(
            label=N_("Kommentare zu lesen"),
            many=remarks[Standing.WAITING],
            route="comments.show",
        ),
    )
