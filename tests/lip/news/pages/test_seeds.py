"""
The page of a network and the statement of a fraction, typed in, read as they were.

The golden files are both as they stood on the web, word for word: "Kooperationsprojekte
(mit LHH)" of MiSO-Netzwerk Hannover e. V., and the statement of the green fraction in
the Hannover region on "WIB. Wege ins Bleiberecht".
"""

import re
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.bodies.queries.bodies import all_bodies
from lip.database import StoreEngine
from lip.measures.pages.part_form import filled_from
from lip.news.pages.form_parts import FORMS
from lip.news.queries.pages import all_pages
from lip.news.rules.sheets import PageKind, Sheet
from lip.partial_dates import PartialDate
from lip.said import Said
from lip.sample.news_texts import NEWS, PROJECTS
from tests.client import send, sign_in_as
from tests.factories import clock

pytestmark = pytest.mark.anyio

GOLDEN = Path(__file__).parents[3] / "golden"
FRAME = {
    "seed000.txt": {
        (
            "Dazu erklärt der sozialpolitische Sprecher der Regionsfraktion von "
            "Bündnis 90/Die Grünen, Christian Hinrichs:"
        ),
    },
    "seed003.txt": {
        "Loading...",
        "Weiterlesen",
        (
            ", heißt es zur Begründung. So wurde schon im Lokalen Integrationsplan "
            "2008 als Ziel formuliert:"
        ),
        ", so die städtischen Zielvorgaben.",
        "(Gefördert durch: Gesellschaftsfonds Zusammenleben / LHH)",
    },
}
"""Words that lead from one field to the next; the pages say the same as labels."""

NETWORK = {
    "name-de": "MiSO-Netzwerk Hannover e. V.",
    "street": "Mengendamm 12 (4. OG)",
    "town": "30177 Hannover",
    "phone": "0511 - 54 57 19 52",
    "email": "info@miso-netzwerk.de",
}
_FUNDER = "Gesellschaftsfonds Zusammenleben / LHH"
FIELDS: tuple[dict[str, Any], ...] = (
    {
        "title": "Zukunftskongress LIP/ WIR 2.0",
        "heading": "Kooperationsprojekte (mit LHH)",
        "funder": _FUNDER,
        "begins": "2019-40",
        "ends": "2019-40",
        "events": [
            ("Zukunftskongress", "", "2019-40", "2019-40", False),
            ("Wahl", "", "2022", "2022", False),
        ],
    },
    {
        "title": "Migrationskonferenzen",
        "funder": _FUNDER,
        "begins": "2016",
        "ends": "2019",
        "capacity": 200,
        "events": [("Migrationskonferenz", "jährlich", "2016", "2019", True)],
    },
    {
        "title": "Einbürgerungslotsen",
        "quotations": [
            "Information für die hannoverschen Ratsgremien, Sommer 2015",
            "Begründung zum Haushalt 2015",
            "Lokaler Integrationsplan 2008",
            "städtische Zielvorgaben",
        ],
    },
)
"""What the first projects must hold, field by field."""


async def test_the_network_s_projects_read_as_they_were(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    await sign_in_as(client, Role.EDITOR)
    await send(client, "/edit/bodies/new", {"kind": "association", **NETWORK})
    (network,) = await all_bodies()

    for sheet in PROJECTS.values():
        await _typed_in(client, PageKind.PROJECT, sheet, organiser=str(network.id))

    there = await all_pages(PageKind.PROJECT, public_at=clock())
    assert [_without_organiser(one.sheet) for one in there] == list(PROJECTS.values())
    shown = [await _read(client, "/projects")]
    shown += [await _read(client, f"/projects/{one.key}") for one in there]
    assert _left_over("seed003.txt", shown) == set()
    assert "Weiterlesen: Migrationskonferenzen" in shown[1]
    assert "Zurück zur Übersicht" in shown[1]
    assert "Gefördert durch: Gesellschaftsfonds Zusammenleben / LHH" in shown[1]
    assert "unterbrochen" in shown[2]
    assert "bis zu 200 Personen" in shown[2]
    assert "Quelle: Lokaler Integrationsplan 2008" in shown[3]
    for one, fields in zip(there, FIELDS, strict=False):
        sheet = told_of(one.sheet)
        assert {name: sheet[name] for name in fields} == fields
    seed = " ".join((GOLDEN / "seed003.txt").read_text(encoding="utf-8").split())
    assert all(value in seed for value in NETWORK.values())


async def test_the_fraction_s_statement_reads_as_it_was(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    await sign_in_as(client, Role.EDITOR)

    await _typed_in(client, PageKind.NEWS, NEWS)

    (news,) = await all_pages(PageKind.NEWS, public_at=clock())
    assert news.sheet == NEWS
    shown = await _read(client, f"/news/{news.key}")
    assert _left_over("seed000.txt", [shown]) == set()
    assert (
        "Christian Hinrichs, sozialpolitischer Sprecher, "
        "Regionsfraktion von Bündnis 90/Die Grünen"
    ) in shown


async def _typed_in(
    client: httpx.AsyncClient, kind: PageKind, sheet: Sheet, **more: str
) -> None:
    """Send the form as a browser would, then show the page to everybody."""
    sent = await send(
        client, f"/edit/news/{kind.value}/new", _fields(kind, sheet, more)
    )
    assert sent.status_code == 303, sent.text
    here = sent.headers["location"]
    assert (await send(client, f"{here}/release")).status_code == 303


def _fields(kind: PageKind, sheet: Sheet, more: dict[str, str]) -> dict[str, Any]:
    filled = filled_from(FORMS[kind], sheet)
    answers = dict(filled.asks)
    for name, lines in filled.lists.items():
        answers[f"{name}-lines"] = str(len(lines))
        for at, line in enumerate(lines):
            answers |= {f"{name}-{at}-{key}": value for key, value in line.items()}
    fields: dict[str, Any] = {}
    for name, value in answers.items():
        if isinstance(value, Said):
            fields |= {f"{name}-{tag}": text for tag, text in value.items()}
        elif value is not False:
            fields[name] = "1" if value is True else value
    return fields | more


def told_of(sheet: Any) -> dict[str, Any]:
    """Give the fields of a project in plain German values."""
    return {
        **{name: sheet_value(getattr(sheet, name)) for name in sheet.__slots__},
        "events": [
            tuple(
                sheet_value(getattr(one, name))
                for name in ("title", "rhythm", "begins", "ends", "interrupted")
            )
            for one in sheet.events
        ],
        "quotations": [one.source for one in sheet.quotations],
    }


def sheet_value(value: Any) -> Any:
    if isinstance(value, Said):
        return value.get("de", "")
    return value.dump() if isinstance(value, PartialDate) else value


def _without_organiser(sheet: Any) -> Any:
    values = {name: getattr(sheet, name) for name in sheet.__dataclass_fields__}
    return type(sheet)(**values | {"organiser": None})


async def _read(client: httpx.AsyncClient, path: str) -> str:
    answer = await client.get(path)
    assert answer.status_code == 200, (path, answer.text)
    inner = answer.text.split("<main", 1)[1].split("</main>", 1)[0]
    for block in ("p", "dt", "dd", "li", "h1", "h2", "h3", "br"):
        inner = re.sub(rf"</?{block}\b[^>]*>", "\n", inner)
    lines = unescape(re.sub(r"<[^>]+>", "", inner)).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _left_over(name: str, shown: list[str]) -> set[str]:
    """Give the words of a seed that no page says, and that lead nowhere."""
    seed = " ".join((GOLDEN / name).read_text(encoding="utf-8").split())
    seed = seed.replace("•", " ")
    there = {line for text in shown for line in text.split("\n")}
    for words in sorted({*FRAME[name], *there}, key=len, reverse=True):
        if len(words) > 2:
            seed = seed.replace(words, "\n")
    parts = {one.strip(' ".()-') for one in seed.split("\n")}
    return parts - FRAME[name] - {""}
