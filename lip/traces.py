"""What areas tell of ways that lead through others, put into one form."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final
from uuid import UUID

from lip.measures.documents.blocks import here, number
from lip.measures.documents.outline import status_words
from lip.measures.queries.measures import measures_by_id
from lip.measures.rules.measures import MeasureFacts
from lip.measures.words import STATUS
from lip.partial_dates import PartialDate
from lip.plan.queries.traced_lines import KEEPER
from lip.said import Spoken
from lip.subjects import SubjectKind
from lip.tracing.rules.lines import LineKeeper
from lip.tracing.rules.progress import Progress, ProgressOf
from lip.web.pages import ZONE
from lip.words import N_, _, current_language
from proposals.board.queries.traces import IN_A_CLUSTER, board_traces
from proposals.pages.ways import WayLink
from proposals.queries.states import Mark
from proposals.rules.following import State, Step, Tracer
from proposals.voting.queries.results import VOTE_MARKS, votes_on


async def _on_the_board(proposals: Sequence[UUID]) -> Mapping[UUID, Sequence[Step]]:
    """Tell of clusters that everybody may see."""
    return {
        one: [
            Step(
                state=State.IN_CLUSTER,
                number=trace.cluster or 0,
                title=trace.cluster_name,
            )
        ]
        for one, trace in (await board_traces(proposals)).items()
        if trace.cluster is not None and trace.public
    }


TRACERS: tuple[Tracer, ...] = (_on_the_board, votes_on)
"""Each answers for many proposals at once."""

STATE_MARKS: tuple[Mark, ...] = (IN_A_CLUSTER, *VOTE_MARKS)
"""The same for long lists, in their own statement."""

WAY_LINKS: Final = (
    WayLink(label=N_("Der ganze Weg bis zum Vorhaben"), path="/traces/proposal/{id}"),
)
"""What pages of proposals link to below the way."""

LINES: Final[LineKeeper] = KEEPER
"""What traces to chapters ask of lines."""


async def _of_measures(ids: Collection[UUID]) -> Mapping[UUID, Sequence[Progress]]:
    """Tell the status of measures and what was measured last."""
    there = await measures_by_id(ids, parts=("indicators", "values", "history"))
    return {key: [*_told(one)] for key, one in there.items()}


def _told(one: MeasureFacts) -> Iterator[Progress]:
    since = one.history[-1].at.astimezone(ZONE).date() if one.history else None
    yield Progress(
        label=here(_("Stand")),
        said=status_words(one.sheet, _(STATUS[one.sheet.status_kind])),
        when=PartialDate.load(since.isoformat()) if since else None,
        path=f"/measures/{one.key}",
    )
    for line in one.sheet.indicators:
        values = one.values.get(line.id, ()) if line.id else ()
        if values:
            unit = line.unit.pick(current_language())
            said = f"{number(values[-1].value)} {unit.text}".strip()
            yield Progress(
                label=line.name.pick(current_language()),
                said=Spoken(text=said, lang=unit.lang),
                when=values[-1].at,
                path="/monitoring",
            )


PROGRESS: Final[Mapping[SubjectKind, ProgressOf]] = {SubjectKind.MEASURE: _of_measures}
"""How far what came of proposals is, at the end of their way."""
