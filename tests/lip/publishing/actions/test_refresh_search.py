"""What is public is found, on both engines alike."""

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from lip.database import StoreEngine
from lip.publishing.actions.refresh_search import refresh_if_needed, refresh_search
from lip.publishing.queries.search import found
from lip.publishing.rules.searching import wanted
from lip.subjects import Document, DocumentsOf, SubjectKind
from tests.factories import clock, make_conference

pytestmark = pytest.mark.anyio

WHEN = clock()


def document(path: str, title: str, text: str = "", language: str = "de") -> Document:
    return Document(
        kind=SubjectKind.MEASURE,
        id=uuid4(),
        path=path,
        title=title,
        text=text,
        language=language,
        changed_at=WHEN,
    )


def listing(*documents: Document) -> DocumentsOf:
    async def listed() -> AsyncIterator[Document]:
        for one in documents:
            yield one

    return listed


async def paths(query: str, kind: SubjectKind | None = None) -> list[str]:
    words = wanted(query, ["de", "en", "ar"])
    return [hit.path for hit in (await found(words, language="de", kind=kind)).hits]


async def test_words_are_found_in_every_form_titles_first(db: StoreEngine):
    await refresh_search([
        listing(
            document("/b", "Sprachkurse", "für Migrant*innen und alle anderen"),
            document("/a", "Räume", "Sprachkurse brauchen Räume, sagen MigrantInnen"),
            document("/c", "دورات اللغة", "دورات للمدارس", language="ar"),
        )
    ])

    assert await paths("Sprachkurs") == ["/b", "/a"]
    assert sorted(await paths("Migranten")) == ["/a", "/b"]
    assert await paths("Migrantinnen Räume") == ["/a"]
    assert await paths("sprach") == ["/b", "/a"]
    assert await paths("المدارس") == ["/c"]
    assert await paths("Fahrrad") == []
    assert await paths("Sprachkurs", kind=SubjectKind.PAPER) == []


async def test_what_changed_is_found_anew_and_what_is_gone_no_more(db: StoreEngine):
    kept, changed = document("/a", "Bibliothek"), document("/b", "Ausleihe")
    await refresh_search([listing(kept, changed, document("/c", "Bücherbus"))])
    said = Document(
        kind=changed.kind, id=changed.id, path="/b", title="Lesesaal", language="de"
    )

    touched = await refresh_search([listing(kept, said)])

    assert touched == 2
    assert await paths("Ausleihe") == []
    assert await paths("Lesesaal") == ["/b"]
    assert await paths("Bücherbus") == []
    assert await paths("Bibliothek") == ["/a"]
    assert await refresh_search([listing(kept, said)]) == 0


async def test_it_looks_again_when_something_was_done(db: StoreEngine):
    now = clock()
    listed = [listing(document("/a", "Bibliothek"))]
    await make_conference("alt")
    await refresh_if_needed(listed, now=now)
    more = [*listed, listing(document("/b", "Ausleihe"))]

    quiet = await refresh_if_needed(more, now=now + timedelta(seconds=10))
    await make_conference("neu")
    after = await refresh_if_needed(more, now=now + timedelta(seconds=20))

    assert (quiet, after) == (0, 1)
    assert await paths("Ausleihe") == ["/b"]


@pytest.mark.parametrize("typed", ["'", '"', "a' | b", "x:*", "*", "NEAR(a b)", "\\"])
async def test_whatever_is_typed_is_only_words(db: StoreEngine, typed: str):
    await refresh_search([listing(document("/a", "Bibliothek"))])

    assert await paths(typed) in ([], ["/a"])


@pytest.mark.parametrize("language, shown", [("de", "de"), ("en", "en"), ("ar", "de")])
async def test_a_page_in_several_languages_is_one_hit(
    db: StoreEngine, language: str, shown: str
):
    await refresh_search([
        listing(
            document("/a", "Wege ins Bleiberecht", "Beratung in Ricklingen"),
            document("/a", "Ways to stay", "Advice in Ricklingen", language="en"),
            document("/b", "Ricklingen", "Stadtbezirk"),
        )
    ])

    hits = await found(wanted("Ricklingen", ["de", "en"]), language=language)

    assert [(one.path, one.language) for one in hits.hits] == [
        ("/b", "de"),
        ("/a", shown),
    ]
    assert hits.total == hits.by_kind[SubjectKind.MEASURE] == 2


async def test_a_hundred_pages_are_counted_by_kind(db: StoreEngine):
    many = [document(f"/m{one:03d}", f"Schule {one}") for one in range(45)]
    await refresh_search([listing(*many)])

    second = await found(wanted("Schule", ["de"]), language="de", page=2)

    assert second.total == 45
    assert second.by_kind == {SubjectKind.MEASURE: 45}
    assert [hit.path for hit in second.hits] == [
        f"/m{one:03d}" for one in range(20, 40)
    ]
    assert isinstance(second.hits[0].subject, UUID)
