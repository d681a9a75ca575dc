"""Plans and chapters, made by the real actions."""

from uuid import UUID

from lip.journal.rules.entries import COMMAND
from lip.plan.actions.chapters import ChapterWish, FirstText, NewChapter, add_chapter
from lip.plan.actions.plans import PlanWish, add_plan
from lip.plan.actions.save_text import set_state
from lip.plan.queries.plans import plan_by_key
from lip.plan.rules.kinds import TextState
from lip.plan.rules.plans import PlanFacts
from lip.said import Said
from tests.factories import clock

TEXT = "Alle reden **mit**.\n\n## Ziele\n\n- Sprache\n- Arbeit"


async def make_plan(key: str = "lip", **wishes: object) -> PlanFacts:
    wish: dict[str, object] = {"title": Said.of(de="Plan"), "draft_public": True}
    await add_plan(PlanWish(key=key, **(wish | wishes)), by=COMMAND, now=clock())
    return await plan_by_key(key)


async def make_chapter(
    plan: PlanFacts,
    text: str = TEXT,
    *,
    title: str = "Sprache",
    number: str = "1.",
    state: TextState = TextState.RELEASED,
    **wishes: object,
) -> UUID:
    new = NewChapter(
        wish=ChapterWish(number=number, **wishes),
        first=FirstText(language=plan.language, title=title, text=text),
    )
    made = await add_chapter(plan.id, new, by=COMMAND, now=clock())
    await set_state(made, plan.language, state, by=COMMAND, now=clock())
    return made
