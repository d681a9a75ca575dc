"""Find public pages that are no documents of their own: lists and elections."""

from collections.abc import Iterable, Sequence
from typing import Final

from elections.queries.elections import elections_in
from elections.rules.stages import PollStage
from lip.opendata.queries.open_conferences import public_conferences
from lip.subjects import Document, SubjectKind

_IN_LISTS: Final = frozenset({
    *(SubjectKind.PROPOSAL, SubjectKind.CLUSTER, SubjectKind.VOTING_ROUND),
})


def lists_of(documents: Iterable[Document]) -> Sequence[str]:
    """Name the lists that documents stand in, each once."""
    listed = [one.path for one in documents if one.kind in _IN_LISTS]
    return [*dict.fromkeys(path.rpartition("/")[0] for path in listed)]


async def election_paths() -> Sequence[str]:
    """Name the pages of all elections, and of minutes once a result is final."""
    found: list[str] = []
    conferences = await public_conferences()
    for one in await elections_in([each.id for each in conferences]):
        there = f"/c/{one.key}/elections"
        found += [there, f"{there}/{one.number}"]
        if one.stage is PollStage.FINAL:
            found.append(f"{there}/{one.number}/minutes")
    return [*dict.fromkeys(found)]
