"""Make measures by the real actions."""

from uuid import UUID

from lip.journal.rules.entries import COMMAND
from lip.measures.actions.release import release
from lip.measures.actions.save_measure import add_measure
from lip.measures.rules.sheet import Sheet
from lip.said import Said
from tests.factories import clock


async def make_measure(sheet: Sheet | None = None, *, public: bool = False) -> UUID:
    sheet = sheet or Sheet(title=Said.of(de="Sprachkurse für alle"))
    measure = await add_measure(sheet, by=COMMAND, now=clock())
    if public:
        await release(measure, by=COMMAND, now=clock())
    return measure
