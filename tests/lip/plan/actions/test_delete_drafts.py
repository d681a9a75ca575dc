"""What was made by mistake can be deleted, until somebody saw it or built on it."""

from collections.abc import Awaitable, Callable
from uuid import UUID, uuid4

import pytest

from lip.database import StoreEngine, fetch
from lip.errors import Conflict
from lip.journal.queries import Filter, number_of_entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.plan.actions.chapters import remove_chapter
from lip.plan.actions.delete_drafts import delete_chapter, delete_plan
from lip.plan.actions.glossary import save_term
from lip.plan.actions.plans import PlanWish, change_plan
from lip.plan.actions.publish_version import VersionWish, publish_version
from lip.plan.actions.save_text import set_state
from lip.plan.queries.chapters import chapters_of
from lip.plan.queries.plans import all_plans
from lip.plan.rules.glossary import Term
from lip.plan.rules.kinds import TextState
from lip.plan.tables import Amendment, LineRemark
from lip.said import Said
from lip.subjects import SubjectKind
from lip.tracing.actions.lay_trace import TraceWish, lay_trace
from lip.tracing.rules.chains import Node
from tests.factories import clock
from tests.lip.bodies.factories import make_step
from tests.lip.measures.made import make_measure
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio


async def test_a_chapter_and_its_plan_go_without_a_trace_but_in_the_journal(
    db: StoreEngine,
) -> None:
    plan = await make_plan(draft_public=False)
    term = Term(term="Teilhabe", explanation="Dabei sein.")
    await save_term(plan.id, "de", term, by=COMMAND, now=clock())
    chapter, removed = await make_chapter(plan), await make_chapter(plan)
    await remove_chapter(removed, by=COMMAND, now=clock())

    with pytest.raises(Conflict, match="plan_has_chapters"):
        await delete_plan(plan.id, by=COMMAND, now=clock())
    await delete_chapter(chapter, by=COMMAND, now=clock())
    left = await chapters_of(plan.id)
    await delete_plan(plan.id, by=COMMAND, now=clock())

    assert not left
    assert not await all_plans()
    assert not await fetch("SELECT id FROM wording")
    for act in (Act.CHAPTER_DELETED, Act.PLAN_DELETED):
        assert await number_of_entries(Filter(acts=frozenset({act}))) == 1


async def test_what_everybody_could_read_once_stays(db: StoreEngine) -> None:
    plan = await make_plan()
    await make_chapter(plan, state=TextState.DRAFT)
    shown = await make_chapter(plan)
    hidden = PlanWish(title=Said.of(de="Plan"), draft_public=False)

    await set_state(shown, "de", TextState.DRAFT, by=COMMAND, now=clock())
    await change_plan(plan.id, hidden, by=COMMAND, now=clock())

    with pytest.raises(Conflict, match="chapter_was_public"):
        await delete_chapter(shown, by=COMMAND, now=clock())
    with pytest.raises(Conflict, match="plan_was_public"):
        await delete_plan(plan.id, by=COMMAND, now=clock())


async def test_opening_a_draft_and_publishing_a_version_show_what_is_in_them(
    db: StoreEngine,
) -> None:
    plan = await make_plan(draft_public=False)
    frozen = await make_chapter(plan)
    wish = VersionWish(number=1, name=Said.of(de="Eins"))
    await publish_version(plan.id, wish, by=COMMAND, now=clock(), request=uuid4())
    checked = await make_chapter(plan, state=TextState.CHECKED)
    begun = await make_chapter(plan, state=TextState.DRAFT)

    public = PlanWish(title=Said.of(de="Plan"), draft_public=True)
    await change_plan(plan.id, public, by=COMMAND, now=clock())

    for chapter in (frozen, checked):
        with pytest.raises(Conflict, match="chapter_was_public"):
            await delete_chapter(chapter, by=COMMAND, now=clock())
    await delete_chapter(begun, by=COMMAND, now=clock())


async def amend(chapter: UUID) -> None:
    row = Amendment(
        id=uuid4(),
        chapter=chapter,
        language="de",
        base_version=1,
        submitted_at=clock(),
        changed_at=clock(),
    )
    await Amendment.insert(row)


async def remark(chapter: UUID) -> None:
    row = LineRemark(
        id=uuid4(),
        chapter=chapter,
        language="de",
        base_version=1,
        first_line=1,
        last_line=1,
        written_at=clock(),
    )
    await LineRemark.insert(row)


async def advise(chapter: UUID) -> None:
    await make_step(chapter, kind=SubjectKind.CHAPTER, public=False)


async def trace(chapter: UUID) -> None:
    wish = TraceWish(
        origin=Node(SubjectKind.CHAPTER, chapter),
        result=Node(SubjectKind.MEASURE, await make_measure()),
    )
    await lay_trace(wish, by=COMMAND, now=clock(), request=uuid4())


async def put_another_into(chapter: UUID) -> None:
    plan = (await all_plans())[0]
    await make_chapter(plan, parent=chapter)


@pytest.mark.parametrize(
    "hang, code",
    [
        (amend, "chapter_has_amendments"),
        (remark, "chapter_has_remarks"),
        (advise, "chapter_has_steps"),
        (trace, "chapter_has_traces"),
        (put_another_into, "chapter_has_parts"),
    ],
)
async def test_what_something_hangs_on_stays_and_so_does_its_plan(
    db: StoreEngine, hang: Callable[[UUID], Awaitable[None]], code: str
) -> None:
    plan = await make_plan(draft_public=False)
    chapter = await make_chapter(plan)
    await hang(chapter)

    with pytest.raises(Conflict, match=code):
        await delete_chapter(chapter, by=COMMAND, now=clock())

    assert chapter in {one.id for one in await chapters_of(plan.id)}
