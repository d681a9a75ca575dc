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
from lip.fields.queries.fields import all_fields
from lip.measures.queries.frozen import told
from lip.measures.queries.measures import all_measures
from lip.measures.queries.names import all_names
from lip.measures.rules.sheet import lines_of
from tests.client import send, sign_in_as
from tests.factories import clock
from tests.lip.measures.typed import type_sheet

pytestmark = pytest.mark.anyio

GOLDEN = Path(__file__).parents[3] / "golden"
SEED = json.loads((GOLDEN / "seed001_vorhaben.json").read_text(encoding="utf-8"))
TEXT = (GOLDEN / "seed001.txt").read_text(encoding="utf-8")
PERIODS = {"yearly": "jährlich"}
(FIELD,) = SEED["handlungsfeld"]


def _between(before: str, after: str) -> str:
    return TEXT.split(before)[1].split(after)[0]


def _bullets(text: str) -> list[str]:
    return [line.strip(" •") for line in text.split("\n") if "•" in line]


SUMMARY = _between("Kurzbeschreibung:", "Übergeordnete Ziele").strip()
_FIELD_GOALS = _between("Übergeordnete Ziele im Handlungsfeld:", "Ziele für 2017:")
GOAL = "\n".join(line.strip() for line in _FIELD_GOALS.split("\n") if line.strip())
GOALS = _bullets(_between("Ziele für 2017:", "Zeitplanung:"))
PLACES = re.findall(r"\((\d)\) ([^(]+) \(([^|]+) \| ([^)]+)\)", TEXT)
IN_FULL = {
    "summary": SUMMARY,
    "field_goal": GOAL,
    "goals": GOALS,
    "places": [tuple(place) for place in PLACES],
    "dates": ["2017", "2018-01", "2018-01", "", "2017-12-31", "2017-12-31"],
    "ongoing": [4],
}
"""What the seed's data only count, letter by letter; and dates as they are known."""


async def test_the_sheet_is_typed_in_and_read_as_it_was(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    await sign_in_as(client, Role.EDITOR)
    await send(client, "/fields/new", {"name-de": FIELD, "goal-de": GOAL})
    (field,) = await all_fields()
    here = await type_sheet(client, SEED["titel"], _forms(str(field.id)))
    assert "beginnt erst, wenn Zeile 3" in (await client.get(here)).text
    await send(client, f"{here}/release")

    (sheet,) = await all_measures(public_at=clock())
    written = told(sheet, await all_names())
    assert _as_seed(written) == SEED
    assert _in_full(written) == IN_FULL
    shown = await client.get(f"/measures/{sheet.key}")
    _reads_like_the_city_s(shown.text)
    assert "wenn Zeile 3" not in shown.text


def _forms(field: str) -> dict[str, dict[str, Any]]:
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
            "summary-de": SUMMARY,
        },
        "goals": {
            "goals-lines": str(len(GOALS)),
            **{f"goals-{n}-text-de": text for n, text in enumerate(GOALS)},
            **{f"goals-{n}-year": SEED["ziele"]["jahr"] for n in range(len(GOALS))},
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
    headings = {0: "in Umsetzung", 4: "Umsetzung konkret in Vorbereitung"}
    fields = {"places-lines": str(len(PLACES))}
    for n, (_number, address, opening, service) in enumerate(PLACES):
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


def _in_full(sheet: dict[str, Any]) -> dict[str, Any]:
    lists = _parted(sheet["places"])
    return {
        "summary": sheet["summary"]["de"],
        "field_goal": sheet["fields"][0]["goal"]["de"],
        "goals": [one["text"]["de"] for one in sheet["goals"]],
        "places": [
            (str(number), one["address"], one["opening"]["de"], one["service"]["de"])
            for places in lists
            for number, one in enumerate(places, start=1)
        ],
        "dates": [one["ends"] or one["begins"] or "" for one in sheet["timetable"]],
        "ongoing": [
            number
            for number, one in enumerate(sheet["timetable"], start=1)
            if one["ongoing"]
        ],
    }


def _parted(places: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Part places where a new heading begins."""
    lists: list[list[dict[str, Any]]] = []
    for place in places:
        if place["heading"]:
            lists.append([])
        lists[-1].append(place)
    return lists


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
