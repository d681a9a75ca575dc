"""What a conference says of people in public is counted, and nothing is due."""

import pytest

from lip.journal.rules.entries import COMMAND
from lip.programme.actions.change_files import DocumentWish, add_file
from lip.programme.actions.change_page import change_page
from lip.programme.kept import KINDS
from lip.programme.rules.public_page import PublicPage
from lip.said import Said
from tests.factories import clock, make_conference

pytestmark = pytest.mark.anyio


async def test_a_contact_person_and_a_document_are_kept_with_the_conference(db):
    conference = await make_conference("eins")
    other = await make_conference("zwei")
    page = PublicPage(contact_name="Ada")
    await change_page(conference, page, shown="", by=COMMAND, now=clock())
    wish = DocumentWish(title=Said.of(de="Protokoll"))
    await add_file(
        b"Text", "a.txt", wish, conference=conference, by=COMMAND, now=clock()
    )

    counted = {
        (kind.name, one.key): [ahead.rows for ahead in await kind.ahead(one.id)]
        for kind in KINDS
        if kind.ahead
        for one in (conference, other)
    }

    assert counted == {
        ("public_names", "eins"): [1],
        ("public_names", "zwei"): [0],
        ("documents", "eins"): [1],
        ("documents", "zwei"): [0],
    }
    assert [await kind.count_due(clock()) for kind in KINDS] == [0, 0]
