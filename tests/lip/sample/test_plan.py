"""The plan of the sample shows what a plan goes through."""

import pytest

from lip.database import StoreEngine
from lip.plan.pages.sheet_changes import sheet_changes
from lip.plan.queries.chapters import chapters_of, shown_texts
from lip.plan.queries.plans import plan_by_key
from lip.plan.queries.talk import all_amendments
from lip.plan.queries.versions import version_of
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.plans import PlanFacts
from lip.sample.bodies import fill_in_bodies
from lip.sample.fields import fill_in_fields
from lip.sample.measures import EXAMPLE_KEY, fill_in_measures
from lip.sample.plan import KEY, fill_in_plan
from lip.sample.plan_changes import fill_in_plan_changes
from lip.words import speaking
from tests.factories import clock

pytestmark = pytest.mark.anyio


@pytest.fixture
async def plan(db: StoreEngine) -> PlanFacts:
    now = clock()
    bodies = await fill_in_bodies(now=now)
    await fill_in_fields(now=now)
    await fill_in_measures(bodies, now=now)
    await fill_in_plan(bodies, now=now)
    await fill_in_plan_changes(bodies, now=now)
    return await plan_by_key(KEY)


async def test_it_has_a_nested_chapter_talk_and_a_measure_that_went_on(
    plan: PlanFacts,
):
    chapters = {one.key: one for one in await chapters_of(plan.id)}
    nested = chapters["anerkennung"]
    texts = await shown_texts([nested.id])
    talk = {one.facts.code: one for one in await all_amendments(plan)}
    with speaking("ar"):
        changes = await sheet_changes(
            await version_of(plan.id, 1), await version_of(plan.id, 2)
        )

    assert nested.parent == chapters["arbeit"].id
    assert {one.language for one in texts[nested.id]} == {"de", "en", "ar"}
    assert [talk[code].collides for code in ("A5-023", "A5-026")] == [[], []]
    assert talk["A5-071"].collides == ["A5-071-2"]
    assert {
        talk["A5-004"].facts.status: bool(talk["A5-004"].facts.reply),
        talk["A5-042"].facts.status: bool(talk["A5-042"].facts.reply),
    } == {MotionStatus.ACCEPTED: True, MotionStatus.REJECTED: True}
    [change] = changes
    assert change.key == EXAMPLE_KEY
    assert len(change.fields) >= 4
