"""The way of a chapter on its page, as soon as a step is released, and no sooner."""

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.bodies.actions.note_step import release_step
from lip.bodies.rules.kinds import Outcome
from lip.journal.rules.entries import COMMAND
from lip.measures.actions.save_measure import add_measure
from lip.plan.queries.chapters import chapter_by_id
from lip.said import Said
from lip.sample.measure_texts import CONCEPT
from lip.subjects import SubjectKind
from tests.client import sign_in_as
from tests.factories import clock
from tests.lip.bodies.factories import make_step
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio


async def test_a_kept_page_of_a_chapter_follows_its_steps(client: httpx.AsyncClient):
    plan = await make_plan("lip")
    chapter = await make_chapter(plan, title="Bildung")
    path = f"/de/plan/lip/draft/{(await chapter_by_id(chapter)).key}"
    step = await make_step(
        chapter,
        kind=SubjectKind.CHAPTER,
        public=False,
        outcome=Outcome.SENT_BACK,
        words=Said.of(de="Bitte Kosten ergänzen."),
    )

    before = await client.get(path)
    await release_step(step, by=COMMAND, now=clock())
    shown = await client.get(path, headers={"if-none-match": before.headers["etag"]})
    await release_step(step, public=False, by=COMMAND, now=clock())
    after = await client.get(path)

    assert "Bitte Kosten ergänzen." not in before.text
    assert shown.status_code == 200
    assert "Bitte Kosten ergänzen." in shown.text
    assert "zurückgegeben" in shown.text
    assert "Bitte Kosten ergänzen." not in after.text


async def test_editors_find_the_steps_of_a_chapter_and_of_a_measure(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.EDITOR)
    chapter = await make_chapter(await make_plan("lip"), title="Bildung")
    measure = await add_measure(CONCEPT, key="konzept", by=COMMAND, now=clock())
    key = (await chapter_by_id(chapter)).key

    for page, steps in [
        (f"/edit/plans/lip/chapters/{key}", f"/edit/steps/chapter/{chapter}"),
        (f"/edit/measures/{measure}", f"/edit/steps/measure/{measure}"),
    ]:
        assert f'href="{steps}"' in (await client.get(page)).text
        assert (await client.get(steps)).status_code == 200
