"""The form of a sheet: lines more and less, two editors, and what cannot be."""

import re
from uuid import uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.bodies.actions.change_bodies import add_body
from lip.bodies.rules.bodies import BodyWish
from lip.database import StoreEngine, fetch
from lip.journal.rules.entries import COMMAND
from lip.measures.queries.measures import IN_LISTS, all_measures
from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.sheet import Sheet
from lip.plan.actions.plans import PlanWish, add_plan
from lip.said import Said
from lip.sample.bodies import fill_in_bodies
from lip.sample.measures import CONCEPT_KEY, fill_in_measures
from tests.client import another, send, sign_in_as
from tests.factories import clock
from tests.lip.measures.made import make_measure
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


async def _form(client: httpx.AsyncClient, path: str) -> dict[str, str]:
    page = (await client.get(path)).text
    mark = re.search(r'name="mark" value="([^"]+)"', page)
    assert mark, page
    return {"mark": mark[1]}


async def test_lines_are_added_moved_and_removed_without_scripts(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    await sign_in_as(client, Role.EDITOR)
    path = f"/edit/measures/{await make_measure()}/sheet/goals"
    fields = await _form(client, path) | {
        "goals-lines": "2",
        "goals-0-text-de": "erstes",
        "goals-1-text-de": "zweites",
        "goals-1-year": "bald",
    }

    more = await send(client, path, {**fields, "do": "add goals"})
    up = await send(client, path, {**fields, "do": "up goals 1"})
    fewer = await send(client, path, {**fields, "do": "drop goals 0"})
    odd = await send(client, path, {**fields, "do": "drop goals 99"})

    assert more.status_code == 200
    assert 'name="goals-lines" value="3"' in more.text
    assert "bald" in more.text
    assert up.text.index("zweites") < up.text.index("erstes")
    assert "erstes" not in fewer.text
    assert 'name="goals-lines" value="2"' in odd.text
    assert (await all_measures())[0].version == 1


async def test_two_editors_are_both_shown(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    await sign_in_as(client, Role.EDITOR)
    path = f"/edit/measures/{await make_measure()}/sheet/money"
    mine = await _form(client, path) | {"funding-de": "Meine Förderung"}
    async with another(client) as second:
        await sign_in_as(second, Role.EDITOR)
        theirs = await _form(second, path) | {"funding-de": "Ihre Förderung"}
        assert (await send(second, path, theirs)).status_code == 303

    shown = await send(client, path, mine)

    assert shown.status_code == 409
    assert "Ihre Förderung" in shown.text
    assert "Meine Förderung" in shown.text
    assert (await all_measures())[0].sheet.funding["de"] == "Ihre Förderung"
    mark = re.search(r'name="mark" value="([^"]+)"', shown.text)
    assert mark
    again = await send(client, path, {**mine, "mark": mark[1]})
    assert again.status_code == 303
    assert (await all_measures())[0].sheet.funding["de"] == "Meine Förderung"
    assert (
        "Gespeichert: „Kosten und Beschlüsse“."
        in (await client.get(again.headers["location"])).text
    )


@pytest.mark.parametrize(
    "part, fields, sentence",
    [
        ("about", {"title-de": ""}, "Bitte füllen Sie dieses Feld aus."),
        ("about", {"title-de": "x" * 10_000}, "höchstens 300 Zeichen"),
        (
            "about",
            {"title-de": "T", "citywide": "1", "districts": "{district}"},
            "schließen sich aus",
        ),
        ("about", {"title-de": "T", "updated": "31.02.2018"}, "so genau es bekannt"),
        ("about", {"title-de": "T", "status_kind": "kaputt"}, "einen der Werte"),
        (
            "goals",
            {"timetable-lines": "1", "timetable-0-ends": "2016 bis 2019"},
            "2022",
        ),
        ("goals", {"goals-lines": "1", "goals-0-year": "3"}, "von 1900 bis 2199"),
        ("goals", {"goals-lines": "1", "goals-0-text-de": "x" * 10_000}, "höchstens"),
        ("money", {"costs-lines": "1", "costs-0-cents": "-5"}, "nicht negativ"),
        ("money", {"costs-lines": "1", "costs-0-cents": "1,234.5"}, "Betrag wie"),
        ("people", {"contact_email": "amt"}, "E-Mail-Adresse wie"),
        ("reach", {"target_count": "viele"}, "Zahl wie 1.350"),
        (
            "places",
            {"places-lines": "1", "places-0-website": "javascript:x"},
            "https://",
        ),
        ("said", {"related-lines": "1", "related-0-other": "{self}"}, "sich selbst"),
    ],
)
async def test_what_cannot_be_is_said_at_its_field(
    client: httpx.AsyncClient, db: StoreEngine, part: str, fields: dict[str, str],
    sentence: str,
) -> None:  # fmt: skip
    await fill_in_bodies(now=clock())
    (district, *_rest) = await fetch("SELECT id FROM district ORDER BY position")
    measure = await make_measure()
    await sign_in_as(client, Role.EDITOR)
    path = f"/edit/measures/{measure}/sheet/{part}"
    typed = {
        name: value.format(district=district["id"], self=measure)
        for name, value in fields.items()
    }

    answer = await send(client, path, await _form(client, path) | typed)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert (await all_measures())[0].version == 1


async def test_an_impossible_moment_of_release_is_said_at_its_field(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    path = f"/edit/measures/{await make_measure()}"
    await sign_in_as(client, Role.EDITOR)

    wrong = await send(client, f"{path}/release", {"at": "2026-02-30T10:00"})
    later = await send(client, f"{path}/release", {"at": "2199-01-01T10:00"})

    assert wrong.status_code == 422
    assert 'href="#f-at"' in wrong.text
    assert later.status_code == 303
    assert "Wird veröffentlicht am" in (await client.get(path)).text
    assert await all_measures(public_at=clock()) == []


async def test_a_reminder_goes_to_the_office_once(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    office = await add_body(
        BodyWish(name=Said.of(de="Amt"), email="amt@example.org"),
        by=COMMAND,
        now=clock(),
    )
    sheet = Sheet(
        title=Said.of(de="Kurse"),
        status_kind=StatusKind.UNDER_WAY,
        responsible=office,
    )
    path = f"/edit/measures/{await make_measure(sheet)}"
    await sign_in_as(client, Role.EDITOR)

    first = await send(client, f"{path}/remind")
    second = await send(client, f"{path}/remind")

    assert (first.status_code, second.status_code) == (303, 409)
    assert "In den letzten 30 Tagen" in (await client.get(path)).text
    (letter,) = await fetch("SELECT to_address, subject, text FROM mail_out")
    assert letter["to_address"] == "amt@example.org"
    assert letter["subject"] == "Bitte um den Stand: Kurse"
    acts = await fetch("SELECT act FROM journal_entry WHERE act = 'office_reminded'")
    assert len(acts) == 1


async def test_the_yearly_report_is_a_draft_in_markdown(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    now = clock()
    await fill_in_measures(await fill_in_bodies(now=now), now=now)
    await sign_in_as(client, Role.EDITOR)

    answer = await client.get("/edit/measures/report?year=2017")

    assert answer.headers["content-type"].startswith("text/markdown")
    text = answer.text
    assert text.startswith("# Bericht 2017\n")
    assert "## Inklusion, Integration und Teilhabe" in text
    assert "- Abschluss des Planungsprozesses" not in text
    assert (
        "- Ehrenamt und Hauptamt in Fragen fluchtbedingter Zuwanderung schulen: "
        "bis 31.12.2017"
    ) in text
    assert "- Einbürgerungslots\\*innen: 11 Personen (2017), Ziel: 10 Personen" in text


async def test_the_report_becomes_a_chapter(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    await make_measure(public=True)
    await sign_in_as(client, Role.EDITOR)
    plan = PlanWish(key="stadt", title=Said.of(de="Plan der Stadt"))
    await add_plan(plan, by=COMMAND, now=clock())
    path, form = "/edit/measures/report-chapter", {"request": str(uuid4())}
    assert "Plan der Stadt" in (await client.get(path)).text

    first = await send(client, path, {**form, "plan": "stadt", "year": "2025"})
    second = await send(client, path, {**form, "plan": "stadt", "year": "2025"})
    wrong = await send(client, path, {"plan": "anderswo"})

    assert (first.status_code, wrong.status_code) == (303, 422)
    assert first.headers["location"] == second.headers["location"]
    (text,) = await fetch("SELECT title, text, state FROM chapter_text")
    assert (text["title"], text["state"]) == ("Bericht 2025", "draft")
    assert "### Sprachkurse für alle" in text["text"]


async def test_the_report_becomes_a_paper(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    now = clock()
    await fill_in_measures(await fill_in_bodies(now=now), now=now)
    await sign_in_as(client, Role.EDITOR)
    path = "/edit/measures/report-paper"
    form = {"request": str(uuid4()), "year": "2017"}
    assert path in (await client.get("/edit/measures")).text
    assert "Jahresbericht als Drucksache" in (await client.get(path)).text

    first = await send(client, path, {**form, "reference": "12/2018"})
    second = await send(client, path, {**form, "reference": "12/2018"})
    taken = await send(client, path, {"year": "2017", "reference": "12/2018"})

    assert (first.status_code, taken.status_code) == (303, 422)
    assert first.headers["location"] == second.headers["location"]
    (paper,) = await fetch("SELECT title, kind, public_from FROM council_paper")
    assert (paper["title"], paper["public_from"]) == ("Bericht 2017", None)
    assert paper["kind"] == "information"
    sections = await fetch("SELECT heading, text FROM paper_section ORDER BY position")
    told = {one["heading"]: one["text"] for one in sections}
    assert "Vorhaben stehen im Plan" in told[""]
    assert "### Integrationskonzept" in told["Inklusion, Integration und Teilhabe"]


async def test_drafts_are_shown_to_nobody(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    now = clock()
    await fill_in_measures(await fill_in_bodies(now=now), now=now)
    await sign_in_as(client, Role.EDITOR)
    for one in await all_measures(parts=()):
        await send(client, f"/edit/measures/{one.id}/take-back")

    async with another(client) as reader:
        pages = [
            await reader.get(path)
            for path in ("/measures", "/contact-points", "/monitoring")
        ]
        hidden = await reader.get(f"/measures/{CONCEPT_KEY}")
        paper = await reader.get(f"/measures/{CONCEPT_KEY}/sheet.pdf")

    for page in pages:
        assert page.status_code == 200
        assert "Hamburger Allee" not in page.text
        assert "Zukunftskongress" not in page.text
        assert "set-cookie" not in page.headers
    assert (hidden.status_code, paper.status_code) == (404, 404)


async def test_lists_cost_the_same_with_one_and_with_many(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    await make_measure(public=True)
    paths = ("/measures", "/monitoring", "/contact-points")

    few = [await _cost(client, path) for path in paths]
    for number in range(30):
        await make_measure(Sheet(title=Said.of(de=f"Nr. {number}")), public=True)
    many = [await _cost(client, path) for path in paths]

    assert few == many
    assert len(await all_measures(public_at=clock(), parts=IN_LISTS)) == 31


async def _cost(client: httpx.AsyncClient, path: str) -> int:
    with counted_queries() as seen:
        assert (await client.get(path)).status_code == 200
    return len(seen)
