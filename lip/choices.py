"""What a trace or a step can be laid to: the ids of each kind, in their order."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Final
from uuid import UUID

from lip.database import fetch
from lip.subjects import SubjectKind

IdsOf = Callable[[], Awaitable[Sequence[UUID]]]

_FROM: Final[Mapping[SubjectKind, str]] = {
    SubjectKind.PROPOSAL: "proposal WHERE standing <> 'withdrawn' ORDER BY number, id",
    SubjectKind.CLUSTER: "cluster ORDER BY number, id",
    SubjectKind.VOTING_ROUND: "voting_round ORDER BY number, id",
    SubjectKind.CHAPTER: "chapter WHERE removed_at IS NULL ORDER BY position, id",
    SubjectKind.MEASURE: "measure ORDER BY key",
    SubjectKind.PAPER: "council_paper WHERE removed_at IS NULL ORDER BY key",
    SubjectKind.PROJECT: "project ORDER BY position, key",
    SubjectKind.NEWS: "news_item ORDER BY key",
}


def _ids_from(source: str) -> IdsOf:
    async def ids() -> Sequence[UUID]:
        rows = await fetch(f"SELECT id FROM {source}")  # noqa: S608 - our own words
        return [row["id"] for row in rows]

    return ids


CHOICES: Final[Mapping[SubjectKind, IdsOf]] = {
    kind: _ids_from(source) for kind, source in _FROM.items()
}
