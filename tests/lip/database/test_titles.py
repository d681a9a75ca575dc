"""Rows of several tables are named by their ids, in one query."""

from uuid import uuid4

import pytest

from lip.database.titles import Titled, titles_of
from tests.factories import make_conference
from tests.lip.fields.factories import make_field
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

FIELDS = Titled(table="field_of_action", column="name")
CONFERENCES = Titled(table="conference", said=False)


async def test_titles_are_found_in_one_query_whether_translated_or_not(db):
    field = await make_field("Bildung")
    place = await make_conference(title="Konferenz der Vielfalt")

    with counted_queries() as asked:
        found = await titles_of([field, place.id, uuid4()], FIELDS, CONFERENCES)

    assert found == {field: "Bildung", place.id: "Konferenz der Vielfalt"}
    assert len(asked) == 1
    assert await titles_of([], FIELDS) == {}
