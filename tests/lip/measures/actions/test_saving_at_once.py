"""Two editors press the button in the same moment: one is kept, one is asked."""

from asyncio import gather

import pytest

from lip.database import StoreEngine
from lip.journal.rules.entries import COMMAND
from lip.measures.actions.save_measure import Change, save_part
from lip.measures.queries.measures import measure_by_id
from lip.measures.rules.outcomes import Overtaken, Saved, mark_of
from lip.said import Said
from tests.factories import clock
from tests.lip.measures.made import make_measure

pytestmark = pytest.mark.anyio


async def test_one_of_two_at_once_is_kept(committed_db: StoreEngine) -> None:
    measure = await make_measure()
    there = (await measure_by_id(measure)).sheet
    changes = [
        Change(values={"funding": Said.of(de=words)}, mark=mark_of(there, {"funding"}))
        for words in ("eins", "zwei")
    ]

    outcomes = await gather(
        *(save_part(measure, one, by=COMMAND, now=clock()) for one in changes)
    )

    assert {type(one) for one in outcomes} == {Saved, Overtaken}
    assert (await measure_by_id(measure)).version == 2
