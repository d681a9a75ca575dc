"""Documents are stored once, published on purpose, and gone for good."""

from dataclasses import replace
from uuid import uuid4

import pytest

from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.programme.actions import change_files
from lip.programme.actions.change_files import (
    DocumentWish,
    add_file,
    change_file,
    remove_file,
)
from lip.programme.queries.files import content_of, document_by_id, documents_of
from lip.said import Said
from tests.factories import clock, make_conference

pytestmark = pytest.mark.anyio

PDF = b"%PDF-1.7\nProtokoll"
WISH = DocumentWish(title=Said.of(de="Protokoll", en="Minutes"), language="de")


@pytest.fixture
async def conference(db) -> ConferenceFacts:
    return await make_conference("eins")


async def add(conference, *, name="Protokoll.pdf", wish=WISH, request=None):
    return await add_file(
        PDF, name, wish, conference=conference, by=COMMAND, now=clock(), request=request
    )


async def test_a_document_comes_back_byte_by_byte(conference):
    document = await add(conference, name="../Protokoll?.PDF")

    found = await document_by_id(document, conference=conference.id)
    assert await content_of(document) == PDF
    assert (found.filename, found.media_type) == ("Protokoll.pdf", "application/pdf")
    assert (found.size, found.published) == (len(PDF), False)


async def test_what_is_not_published_is_on_no_list_for_everybody(conference):
    await add(conference)
    public = await add(conference, wish=replace(WISH, published=True))

    for_everybody = await documents_of(conference.id)
    for_organisers = await documents_of(conference.id, drafts=True)

    assert [one.id for one in for_everybody] == [public]
    assert len(for_organisers) == 2


async def test_the_same_request_stores_one_document(conference):
    request = uuid4()

    first = await add(conference, request=request)
    second = await add(conference, request=request)

    assert first == second
    assert len(await documents_of(conference.id, drafts=True)) == 1


async def test_publishing_twice_keeps_the_first_moment(conference):
    document = await add(conference)
    wish = replace(WISH, published=True)
    changed = []
    for _ in range(2):
        one = await change_file(
            document, wish, conference=conference, by=COMMAND, now=clock()
        )
        changed.append(one)

    found = await document_by_id(document, conference=conference.id)
    assert changed == [True, False]
    assert found.published


async def test_a_deleted_document_is_gone_and_the_journal_says_so_once(conference):
    document = await add(conference)

    gone = [
        await remove_file(document, conference=conference, by=COMMAND, now=clock())
        for _ in range(2)
    ]

    assert gone == [True, False]
    with pytest.raises(NotFound):
        await content_of(document)
    acts = [one.act for one in await entries(Filter(scope="eins"))]
    assert acts.count(Act.FILE_REMOVED) == 1


async def test_another_conference_has_no_hold_of_it(conference):
    document = await add(conference)
    other = await make_conference("zwei")

    assert not await remove_file(document, conference=other, by=COMMAND, now=clock())
    with pytest.raises(NotFound, match="unknown_document"):
        await change_file(document, WISH, conference=other, by=COMMAND, now=clock())
    assert await content_of(document) == PDF


async def test_there_is_an_end_to_how_many(conference, monkeypatch):
    monkeypatch.setattr(change_files, "MOST", 1)
    await add(conference)

    with pytest.raises(Conflict, match="too_many_documents"):
        await add(conference)


async def test_a_document_needs_a_name(conference):
    with pytest.raises(Unusable, match="document_needs_title"):
        await add(conference, wish=DocumentWish(title=Said()))
