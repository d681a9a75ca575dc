"""Versions on pages: published by an editor, read and compared by everybody."""

from uuid import UUID, uuid4
from xml.etree import ElementTree as ET

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.journal.rules.entries import COMMAND
from lip.measures.actions.release import take_back
from lip.measures.actions.save_measure import Change, save_part
from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.outcomes import mark_of
from lip.measures.rules.sheet import CostLine, GoalLine, Sheet
from lip.plan.actions.save_text import Words, save_text
from lip.plan.queries.chapters import chapter_by_id, text_in
from lip.plan.queries.versions import version_of, versions_of
from lip.plan.rules.kinds import TextState
from lip.said import Said
from tests.client import another, send, sign_in_as
from tests.factories import clock
from tests.lip.measures.made import make_measure
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio

TEXT = "Eins steht hier fest.\n\nZwei steht da.\n\nDrei ist auch noch ein Satz."
ATOM = "{http://www.w3.org/2005/Atom}"


async def publish(client: httpx.AsyncClient, number: int, name: str) -> httpx.Response:
    fields = {"number": str(number), "name-de": name, "request": str(uuid4())}
    return await send(client, "/edit/plans/lip/versions/new", fields)


async def reword(chapter: UUID, text: str) -> None:
    there = await text_in(chapter, "de")
    words = Words(title=there.title, text=text, began_with=there.version)
    await save_text(chapter, "de", words, by=COMMAND, now=clock())


async def test_an_editor_publishes_and_everybody_compares(
    client: httpx.AsyncClient,
) -> None:
    plan = await make_plan(draft_public=False)
    chapter = await make_chapter(plan, TEXT)
    key = (await chapter_by_id(chapter)).key
    reader = another(client)
    assert (await reader.get("/plan/lip/versions")).status_code == 404
    await sign_in_as(client, Role.EDITOR)

    first = await publish(client, 1, "Entwurf")
    late = await publish(client, 1, "Noch einmal")
    one, two, three = TEXT.split("\n\n")
    await reword(chapter, f"{two}\n\n{three}\n\n{one.replace('fest', 'sicher')}")
    preview = (await client.get("/edit/plans/lip/versions/new")).text
    second = await publish(client, 2, "Beschluss")

    assert (first.status_code, second.status_code) == (303, 303)
    assert late.status_code == 422
    assert "hat jemand anderes Fassung 1 veröffentlicht" in late.text
    assert "sicher" in preview
    changes = (await reader.get("/plan/lip/changes?from=1&to=2")).text
    assert "Verschoben" in changes
    assert "Stand hier vorher" in changes
    assert "[gestrichen: </span>fest" in changes
    old = await reader.get(f"/plan/lip/versions/1/{key}")
    assert "fest" in old.text
    digest = (await version_of(plan.id, 1)).digest
    assert digest in (await reader.get("/plan/lip/versions/1")).text
    assert "Beschluss" in (await reader.get("/plan/lip/versions")).text
    markdown = await reader.get(f"/plan/lip/versions/1/{key}/de/markdown")
    assert markdown.text.endswith(TEXT + "\n")
    assert not reader.cookies


async def test_a_version_compared_with_itself_says_that_nothing_is_different(
    client: httpx.AsyncClient,
) -> None:
    await make_chapter(await make_plan(), TEXT)
    await sign_in_as(client, Role.EDITOR)
    await publish(client, 1, "Entwurf")
    await publish(client, 2, "Beschluss")

    same = await client.get("/plan/lip/changes?from=2&to=2")
    unknown = await client.get("/plan/lip/changes?from=1&to=9")

    assert "nichts anders" in same.text
    assert unknown.status_code == 404


async def test_an_unchanged_comparison_is_not_sent_again(
    client: httpx.AsyncClient,
) -> None:
    await make_chapter(await make_plan(), TEXT)
    await sign_in_as(client, Role.EDITOR)
    await publish(client, 1, "Entwurf")
    await publish(client, 2, "Beschluss")
    reader, path = another(client), "/de/plan/lip/changes"
    first = await reader.get(f"{path}?from=1&to=2")
    known = {"If-None-Match": first.headers["ETag"]}

    same = await reader.get(f"{path}?from=1&to=2", headers=known)
    other = await reader.get(f"{path}?from=1&to=1", headers=known)
    await publish(client, 3, "Noch einer")
    later = await reader.get(f"{path}?from=1&to=2", headers=known)

    assert (same.status_code, same.content) == (304, b"")
    assert (other.status_code, later.status_code) == (200, 200)


async def test_what_is_missing_is_said_instead_of_the_form(
    client: httpx.AsyncClient,
) -> None:
    plan = await make_plan()
    await make_chapter(plan, TEXT, state=TextState.DRAFT)
    await sign_in_as(client, Role.EDITOR)

    page = await client.get("/edit/plans/lip/versions/new")
    answer = await publish(client, 1, "Zu früh")

    assert "noch nicht freigegeben" in page.text
    assert "Jetzt veröffentlichen" not in page.text
    assert answer.status_code == 422
    assert not await versions_of(plan.id)


async def test_the_feed_has_versions_and_the_chapters_that_changed(
    client: httpx.AsyncClient,
) -> None:
    plan = await make_plan()
    chapter = await make_chapter(plan, TEXT)
    await make_chapter(plan, "Anderes.", title="Arbeit & mehr", number="2.")
    await sign_in_as(client, Role.EDITOR)
    await publish(client, 1, "Entwurf")
    await reword(chapter, "Ganz neu.")
    await publish(client, 2, "Beschluss")

    answer = await another(client).get("/plan/lip/feed.atom")

    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ET.fromstring(answer.content)
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    titles = [one.text for one in root.iter(f"{ATOM}title")]
    assert titles[1:] == [
        "Beschluss",
        "1. Sprache",
        "Entwurf",
        "1. Sprache",
        "2. Arbeit & mehr",
    ]
    assert len(set(ids)) == len(ids) == 6
    for needed in ("author", "updated", "link", "title", "id"):
        assert root.find(f"{ATOM}{needed}") is not None
    for entry in root.iter(f"{ATOM}entry"):
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.get("href", "").startswith("http")


SHEET = Sheet(
    title=Said.of(de="Sprachmittlung", ar="ترجمة"),
    status_kind=StatusKind.PLANNED,
    goals=(GoalLine(year=2027, text=Said.of(de="Zehn Menschen dolmetschen.")),),
    costs=(CostLine(sentence=Said.of(de="3.000 Euro im Jahr")),),
)


async def two_versions_with_measures(client: httpx.AsyncClient) -> str:
    """Publish two; between them a measure changes, one comes and one goes."""
    await make_chapter(await make_plan(), TEXT)
    kept = await make_measure(SHEET, public=True)
    gone = await make_measure(Sheet(title=Said.of(de="Lotsen")), public=True)
    await make_measure(Sheet(title=Said.of(de="Geheim")))
    await sign_in_as(client, Role.EDITOR)
    await publish(client, 1, "Entwurf")
    values = {
        "status_kind": StatusKind.UNDER_WAY,
        "costs": (CostLine(sentence=Said.of(de="5.000 Euro im Jahr")),),
    }
    change = Change(values=values, mark=mark_of(SHEET, values))
    await save_part(kept, change, by=COMMAND, now=clock())
    await take_back(gone, by=COMMAND, now=clock())
    await make_measure(Sheet(title=Said.of(de="Beratung")), public=True)
    preview = (await client.get("/de/edit/plans/lip/versions/new")).text
    await publish(client, 2, "Beschluss")
    return preview


async def test_measures_are_read_as_they_stood_in_a_version(
    client: httpx.AsyncClient,
) -> None:
    await two_versions_with_measures(client)
    reader = another(client)

    version = (await reader.get("/de/plan/lip/versions/1")).text
    old = (await reader.get("/de/plan/lip/versions/1/measures/sprachmittlung")).text
    new = (await reader.get("/de/plan/lip/versions/2/measures/sprachmittlung")).text
    lost = await reader.get("/de/plan/lip/versions/1/measures/lotsen")
    missing = await reader.get("/de/plan/lip/versions/2/measures/lotsen")

    for words in ("Sprachmittlung", "Lotsen", "geplant"):
        assert words in version
    assert "Geheim" not in version
    for words in ("3.000 Euro im Jahr", "geplant", "Zehn Menschen dolmetschen."):
        assert words in old
    assert "5.000 Euro im Jahr" in new
    assert "3.000" not in new
    assert "Wie weit es heute ist" in new
    assert "Wie weit es heute ist" not in lost.text
    assert (lost.status_code, missing.status_code) == (200, 404)


async def test_measures_are_compared_field_by_field_and_told_by_the_feed(
    client: httpx.AsyncClient,
) -> None:
    preview = await two_versions_with_measures(client)
    reader = another(client)

    changes = (await reader.get("/de/plan/lip/changes?from=1&to=2")).text
    feed = ET.fromstring((await reader.get("/de/plan/lip/feed.atom")).content)

    for text in (preview, changes):
        assert "2 Angaben sind anders." in text
        assert "[gestrichen: </span>geplant" in text
        assert "[eingefügt: </span>in Umsetzung" in text
        assert "Neues Vorhaben" in text
        assert "Nicht mehr im Plan" in text
        assert "Zehn Menschen" not in text
    told = [
        (entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary"))
        for entry in feed.iter(f"{ATOM}entry")
        if entry.find(f"{ATOM}category[@term='measure']") is not None
    ]
    assert sorted(told[:3]) == [
        ("Beratung", "Neu"),
        ("Lotsen", "Gestrichen"),
        ("Sprachmittlung", "Geändert"),
    ]
    assert sorted(told[3:]) == [("Lotsen", "Neu"), ("Sprachmittlung", "Neu")]
