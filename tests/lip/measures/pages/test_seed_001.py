"""
The city's own sheet, typed into the form, reads as the city published it.

The golden files are the sheet "Integrationskonzept Flüchtlinge" of the programme "Mein
Hannover 2030", word for word as its portal showed it, and the same as data.
"""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.database import StoreEngine
from lip.fields.actions.change_fields import FieldWish, add_field
from lip.journal.rules.entries import COMMAND
from lip.measures.queries.frozen import told
from lip.measures.queries.measures import all_measures
from lip.measures.queries.names import all_names
from lip.measures.rules.sheet import lines_of
from lip.said import Said
from lip.sample.measure_texts import FIELD, FIELD_GOAL
from tests.client import send, sign_in_as
from tests.factories import clock

pytestmark = pytest.mark.anyio

GOLDEN = Path(__file__).parents[3] / "golden"
SEED = json.loads((GOLDEN / "seed001_vorhaben.json").read_text(encoding="utf-8"))
TEXT = (GOLDEN / "seed001.txt").read_text(encoding="utf-8")
PERIODS = {"yearly": "jährlich"}


async def test_the_sheet_is_typed_in_and_read_as_it_was(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    field = await add_field(
        FieldWish(name=FIELD, goal=Said.of(de=FIELD_GOAL)), by=COMMAND, now=clock()
    )
    await sign_in_as(client, Role.EDITOR)
    made = await send(client, "/edit/measures/new", {"title-de": SEED["titel"]})
    here = made.headers["location"].removesuffix("/sheet/about")

    for part, fields in _forms(str(field)).items():
        page = (await client.get(f"{here}/sheet/{part}")).text
        mark = re.search(r'name="mark" value="([^"]+)"', page)
        assert mark
        sent = await send(client, f"{here}/sheet/{part}", {"mark": mark[1], **fields})
        assert sent.status_code == 303, (part, sent.text)
    assert "beginnt erst, wenn Zeile 3" in (await client.get(here)).text
    await send(client, f"{here}/release")

    (sheet,) = await all_measures(public_at=clock())
    assert _as_seed(told(sheet, await all_names())) == SEED
    shown = await client.get(f"/measures/{sheet.key}")
    _reads_like_the_city_s(shown.text)
    assert "wenn Zeile 3" not in shown.text


def _forms(field: str) -> dict[str, dict[str, Any]]:
    summary = TEXT.split("Kurzbeschreibung:")[1].split("Übergeordnete Ziele")[0]
    goals = _bullets(TEXT.split("Ziele für 2017:")[1].split("Zeitplanung:")[0])
    cost = SEED["absehbare_kosten"]
    return {
        "about": {
            "title-de": SEED["titel"],
            "portal-de": SEED["portal"],
            "own": "1",
            "status-de": SEED["status"],
            "status_kind": "done",
            "citywide": "1",
            "fields": field,
            "summary-de": summary.strip(),
        },
        "goals": {
            "goals-lines": str(len(goals)),
            **{f"goals-{n}-text-de": text for n, text in enumerate(goals)},
            **{f"goals-{n}-year": SEED["ziele"]["jahr"] for n in range(len(goals))},
            **_timetable(),
        },
        "places": _places(),
        "money": {
            "costs-lines": "1",
            "costs-0-sentence-de": cost["text"],
            "costs-0-cents": "495.016 €",
            "costs-0-period": "yearly",
            "council-lines": "1",
            "council-0-text-de": SEED["ratsgremien_beschlusslage"][0],
        },
        "people": {
            "partners-lines": "5",
            **{
                f"partners-{n}-name-de": name
                for n, name in enumerate(SEED["externe_partner"])
            },
            "participation-de": "\n".join(SEED["beteiligung_oeffentlichkeit"]),
        },
    }


def _timetable() -> dict[str, str]:
    """Type dates where the words have some; the first line ends in 2017."""
    fields = {"timetable-lines": "6"}
    for n, line in enumerate(SEED["zeitplanung"]):
        fields[f"timetable-{n}-text-de"] = line["text"]
        fields[f"timetable-{n}-deadline-de"] = line["frist_text"]
        words = line["frist_text"]
        if words.startswith("erfolgt"):
            fields[f"timetable-{n}-ongoing"] = "1"
        else:
            begins = words.startswith("ab ")
            fields[f"timetable-{n}-{'begins' if begins else 'ends'}"] = words
            fields[f"timetable-{n}-done"] = "1"
    return fields


def _places() -> dict[str, str]:
    found = re.findall(r"\(\d\) ([^(]+) \(([^|]+) \| ([^)]+)\)", TEXT)
    headings = {0: "in Umsetzung", 4: "Umsetzung konkret in Vorbereitung"}
    fields = {"places-lines": str(len(found))}
    for n, (address, opening, service) in enumerate(found):
        fields |= {
            f"places-{n}-address": address,
            f"places-{n}-opening-de": opening,
            f"places-{n}-service-de": service,
            f"places-{n}-line": "6",
            f"places-{n}-heading-de": headings.get(n, ""),
            f"places-{n}-contact_point": "1",
        }
    return fields


def _as_seed(sheet: dict[str, Any]) -> dict[str, Any]:
    """Say what is kept in the words of the seed."""
    lead, items = lines_of(sheet["fields"][0]["goal"]["de"])
    years = {goal["year"] for goal in sheet["goals"]}
    (cost,) = sheet["costs"]
    return {
        "titel": sheet["title"]["de"],
        "portal": sheet["portal"]["de"],
        "zuletzt_aktualisiert": sheet["updated"],
        "status": sheet["status"]["de"],
        "stadtbezirke": ["gesamtstädtisch"] if sheet["citywide"] else [],
        "handlungsfeld": [one["name"]["de"] for one in sheet["fields"]],
        "kurzbeschreibung_absaetze": len(sheet["summary"]["de"].split("\n\n")),
        "uebergeordnete_ziele": {"einleitung": lead, "anzahl": len(items)},
        "ziele": {"jahr": years.pop(), "anzahl": len(sheet["goals"])},
        "zeitplanung": [
            _line(line, [one for one in sheet["places"] if one["line"] == place])
            for place, line in enumerate(sheet["timetable"], start=1)
        ],
        "absehbare_kosten": {
            "text": cost["sentence"]["de"],
            "betrag_eur_cent": cost["cents"],
            "periode": PERIODS[cost["period"]],
        },
        "ratsgremien_beschlusslage": [one["text"]["de"] for one in sheet["council"]],
        "externe_partner": [one["name"]["de"] for one in sheet["partners"]],
        "beteiligung_oeffentlichkeit": sheet["participation"]["de"].split("\n"),
    }


def _line(line: dict[str, Any], places: list[dict[str, Any]]) -> dict[str, Any]:
    said: dict[str, Any] = {
        "text": line["text"]["de"],
        "frist_text": line["deadline"]["de"],
    }
    if line["ends"] and len(line["ends"]) == len("2017-12-31"):
        said["frist"] = line["ends"]
    lists: dict[str, list[str]] = {}
    for place in places:
        heading = place["heading"].get("de") or list(lists)[-1]
        lists.setdefault(heading, []).append(place["address"])
    return said | ({"unterliste": lists} if lists else {})


def _reads_like_the_city_s(html: str) -> None:
    """Every line of the city's sheet stands on the page, in the same order."""
    article = html.split("<article")[1].split("</article>", maxsplit=1)[0]
    shown = " ".join(unescape(re.sub(r"<[^>]+>", "", article)).split())
    at = 0
    for line in _lines(TEXT):
        found = shown.find(line, at)
        assert found >= at, (line, shown[at : at + 300])
        at = found + len(line)


def _lines(text: str) -> list[str]:
    bare = (re.sub(r"^[•\s]*(\(\d\))?", "", line) for line in text.split("\n"))
    return [one for line in bare if (one := " ".join(line.split()).rstrip(";"))]


def _bullets(text: str) -> list[str]:
    return [line.strip(" •") for line in text.split("\n") if "•" in line]
