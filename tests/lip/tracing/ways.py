"""Ways from proposals into the plan, made by the real actions."""

from typing import Any
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.rules.entries import COMMAND
from lip.plan.actions.publish_version import VersionWish, publish_version
from lip.plan.actions.save_text import Words, save_text
from lip.plan.queries.chapters import text_in
from lip.plan.queries.plans import plan_by_key
from lip.plan.queries.traced_lines import draft_lines
from lip.plan.rules.plans import PlanFacts
from lip.said import Said
from lip.subjects import SubjectKind
from lip.tracing.actions.lay_trace import TraceWish, lay_trace, take_up_trace
from lip.tracing.queries.traces import traces_at
from lip.tracing.rules.chains import Node
from lip.tracing.rules.lines import lines_in
from proposals.board.actions.arrange_cards import move
from proposals.board.actions.publish import publish_clusters
from proposals.board.queries.board import board_of
from proposals.queries.proposals import proposal_of
from proposals.voting.actions.open_round import open_round
from proposals.voting.actions.plan_round import RoundWish, choose_options, make_round
from proposals.voting.queries.rounds import RoundFacts, round_of
from tests.factories import clock
from tests.proposals.ballots import EVERY_WAY, THREE_POINTS
from tests.proposals.board.boards import a_deed, make_board

PARAGRAPHS = "\n\n".join(f"Absatz {n} redet von etwas ganz anderem." for n in range(9))


def node(kind: SubjectKind, one: UUID | None = None) -> Node:
    return Node(kind, one or uuid4())


async def lay(
    origin: Node, result: Node, *, lines: tuple[int, int] | None = None, **wish: Any
) -> bool:
    if lines:
        ends = [one.id for one in (result, origin) if one.kind is SubjectKind.CHAPTER]
        wish["lines"] = lines_in(await draft_lines(ends[0]), *lines)
    made = TraceWish(origin=origin, result=result, **wish)
    return await lay_trace(made, by=COMMAND, now=clock(), request=uuid4())


async def take_up(one: Node) -> None:
    """Take up the only trace of a thing."""
    [there] = await traces_at(one)
    await take_up_trace(there.id, by=COMMAND, now=clock(), request=uuid4())


async def make_clusters() -> tuple[ConferenceFacts, list[Node], list[Node]]:
    """Put proposals 1 and 2 into the first of two clusters that everybody sees."""
    conference = await make_board()
    for card in (1, 2):
        await move([card], 1, deed=a_deed(conference))
    await publish_clusters(public=True, deed=a_deed(conference))
    columns = (await board_of(conference.id)).columns
    proposals = [await proposal_numbered(conference, n) for n in range(1, 7)]
    return conference, proposals, [node(SubjectKind.CLUSTER, it.id) for it in columns]


async def proposal_numbered(conference: ConferenceFacts, number: int) -> Node:
    found = await proposal_of(conference.id, number)
    assert found is not None
    return node(SubjectKind.PROPOSAL, found.id)


async def put_to_vote(conference: ConferenceFacts, proposals: list[Node]) -> RoundFacts:
    asked = RoundWish(
        title=Said.of(de="Was zuerst?"), terms=THREE_POINTS, channels=EVERY_WAY
    )
    by = {"by": COMMAND, "now": clock()}
    one = await make_round(asked, conference=conference, request=uuid4(), **by)
    await choose_options(one, [each.id for each in proposals], **by)
    await open_round(await round_of(conference.id, one.number), **by)
    return await round_of(conference.id, one.number)


async def rewrite(chapter: UUID, text: str) -> None:
    """Save other words as an editor does."""
    there = await text_in(chapter, "de")
    words = Words(title=there.title, text=text, began_with=there.version)
    await save_text(chapter, "de", words, by=COMMAND, now=clock())


async def publish(plan: PlanFacts) -> None:
    latest = (await plan_by_key(plan.key)).latest
    wish = VersionWish(number=latest + 1, name=Said.of(de=f"Fassung {latest + 1}"))
    await publish_version(plan.id, wish, by=COMMAND, now=clock(), request=uuid4())
