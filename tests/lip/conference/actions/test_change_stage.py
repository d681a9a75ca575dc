"""From draft to archive, step by step, each in the journal."""

import pytest

from lip.conference.actions.announce import Announcement, announce
from lip.conference.actions.change_stage import change_stage
from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.stages import NEXT, Stage, may_become
from lip.errors import Conflict
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.factories import clock, make_conference, whole_days

pytestmark = pytest.mark.anyio


async def stage_of(key: str) -> Stage:
    return (await conference_by_key(key)).stage


async def test_a_draft_is_announced_held_and_archived(db):
    said = Announcement(title="Neu", days=whole_days(clock()))
    await announce("neu", said, by=COMMAND, now=clock(), stage=Stage.DRAFT)
    conference = await conference_by_key("neu")
    assert conference.stage is Stage.DRAFT

    for wanted in (Stage.ANNOUNCED, Stage.HELD, Stage.ARCHIVED):
        assert await change_stage(conference, wanted, by=COMMAND, now=clock())
        assert await stage_of("neu") is wanted


async def test_the_same_step_twice_is_one_entry(db):
    conference = await make_conference("eins")

    first = await change_stage(conference, Stage.HELD, by=COMMAND, now=clock())
    second = await change_stage(conference, Stage.HELD, by=COMMAND, now=clock())

    written = await entries(Filter(scope="eins"))
    steps = [one for one in written if one.act is Act.STAGE_CHANGED]
    assert (first, second) == (True, False)
    assert [one.facts for one in steps] == [{"stage": "held"}]


@pytest.mark.parametrize("wanted", [Stage.DRAFT, Stage.CALLED_OFF, Stage.ANNOUNCED])
async def test_what_lies_in_the_archive_only_comes_back_to_where_it_was(db, wanted):
    conference = await make_conference("eins")
    for step in (Stage.HELD, Stage.ARCHIVED):
        await change_stage(conference, step, by=COMMAND, now=clock())

    with pytest.raises(Conflict, match="stage_out_of_reach"):
        await change_stage(conference, wanted, by=COMMAND, now=clock())

    assert await stage_of("eins") is Stage.ARCHIVED


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_can_be_left_again(stage: Stage):
    assert NEXT[stage]
    assert not may_become(stage, stage)
    assert any(stage in following for following in NEXT.values())
