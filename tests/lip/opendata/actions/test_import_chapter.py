"""Chapters from files: Markdown and motion software, again without a change."""

import json

import pytest

from lip.database import StoreEngine
from lip.errors import Unusable
from lip.journal.rules.entries import COMMAND
from lip.opendata.actions.import_chapter import Came, Where, import_chapter
from lip.opendata.documents.rest import motion
from lip.opendata.files.chapters import read_chapter
from lip.opendata.pages.answers import site_of
from lip.plan.queries.chapters import text_in
from lip.plan.queries.for_programs import open_plans
from lip.plan.rules.kinds import MotionStatus, SavedBy
from lip.plan.rules.lines import lines_of
from tests.client import settings_for
from tests.factories import clock
from tests.lip.opendata.oparl_schema import shared
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio

WHERE = Where(plan="lip", language="de")
MOTION = {
    "id": 42235,
    "prefix": "A5",
    "title": "5. Integration gemeinsam gestalten",
    "status_id": 3,
    "date_published": "2026-01-19T14:10:00+01:00",
    "initiators": [
        {
            "type": "organization",
            "organization": "Regionsvorstand",
            "resolution_date": "2026-01-22",
        }
    ],
    "sections": [
        {"type": "Title", "title": "Titel", "html": "5. Integration"},
        {
            "type": "TextSimple",
            "title": "Text",
            "html": "<h2>Ziele</h2><ul><li><strong>Mehr</strong> Kurse</li></ul>",
        },
    ],
}


async def test_a_motion_becomes_a_chapter_once(db: StoreEngine):
    await make_plan()
    read = read_chapter(json.dumps(MOTION).encode(), "a5.json")

    first = await import_chapter(read, WHERE, by=COMMAND, now=clock())
    again = await import_chapter(read, WHERE, by=COMMAND, now=clock())

    came, chapter = first
    assert (came, again[0], again[1].id) == (Came.ADDED, Came.SAME, chapter.id)
    assert (chapter.code, chapter.number) == ("A5", "5.")
    assert chapter.status is MotionStatus.SUBMITTED
    assert chapter.initiator_name == "Regionsvorstand"
    assert chapter.decided_on is not None
    assert chapter.decided_on.dump() == "2026-01-22"
    text = await text_in(chapter.id, "de")
    assert text.title == "Integration gemeinsam gestalten"
    assert text.text == "## Ziele\n\n- **Mehr** Kurse"


async def test_other_words_are_saved_as_another_wording(db: StoreEngine):
    await make_plan()
    for words, came in (
        ("# Wohnen\n\nAlt.", Came.ADDED),
        ("# Wohnen\n\nNeu.", Came.CHANGED),
    ):
        read = read_chapter(words.encode(), "wohnen.md")
        done = await import_chapter(read, WHERE, by=COMMAND, now=clock())
        assert done[0] is came

    assert (await text_in(done[1].id, "de")).version == 2
    assert SavedBy.IMPORT == "import"


async def test_a_real_chapter_keeps_its_notes(db: StoreEngine):
    path = shared("karlsruhe/kapitel_3_sprache_und_bildung.md")
    await make_plan()
    read = read_chapter(path.read_bytes(), path.name)

    came, chapter = await import_chapter(read, WHERE, by=COMMAND, now=clock())

    text = (await text_in(chapter.id, "de")).text
    assert came is Came.ADDED
    assert text.count("\n[^") == 24
    assert text in path.read_text("utf-8").replace("\r\n", "\n")


async def test_what_we_hand_out_can_be_taken_in_again(db: StoreEngine):
    plan = await make_plan("lip")
    await make_chapter(plan, "Alle reden **mit**.\n\n## Ziele\n\n- Sprache", code="A1")
    await make_plan("anderer")
    (one, _other) = await open_plans()

    told = motion(one.chapters[0], one.plan, [], site_of(settings_for("sqlite://")))
    read = read_chapter(json.dumps(told).encode(), "a1.json")

    assert (read.title, read.code) == ("Sprache", "A1")
    assert read.text == "Alle reden **mit**.\n\n## Ziele\n\n- Sprache"
    assert [line["number"] for line in told["lip:lines"]] == [1, 2, 3]
    assert told["lip:lines"][0]["text"] == lines_of(read.text)[0].text


@pytest.mark.parametrize(
    "content, name",
    [
        (b"\xff\xfe", "a.md"),
        (b"", "a.md"),
        (b"# Nur ein Titel", "a.md"),
        (b"{}", "a.json"),
        (b"[1]", "a.json"),
        (b'{"title": "x", "sections": []}', "a.json"),
        (b'{"title": 5, "sections": [5]}', "a.json"),
    ],
)
def test_what_is_no_chapter_is_refused(content: bytes, name: str):
    with pytest.raises(Unusable, match="chapter_file_unreadable"):
        read_chapter(content, name)
