"""With two hundred of everything lists ask no more of the database, and stay short."""

import gzip
from typing import Any
from uuid import uuid5

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.database import StoreEngine, execute_many, fetch
from lip.journal.rules.entries import COMMAND
from lip.measures.actions.measure_indicator import add_value
from lip.measures.queries.measures import measure_by_id
from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.sheet import (
    IndicatorLine,
    LocationLine,
    MilestoneLine,
    Sheet,
)
from lip.measures.rules.values import ValueLine
from lip.news.actions.release_page import release_page
from lip.news.actions.save_page import add_page
from lip.news.rules.sheets import NewsSheet, PageKind, ProjectSheet
from lip.partial_dates import PartialDate
from lip.said import Said
from tests.client import sign_in_as
from tests.factories import clock
from tests.lip.measures.made import make_measure
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

MANY = 200
PATHS = (
    "/measures",
    "/monitoring",
    "/monitoring/overdue",
    "/monitoring/figures",
    "/contact-points",
    "/projects",
    "/news",
    "/edit/measures",
    "/edit/news",
)
TABLES: dict[str, tuple[str, ...]] = {
    "measure": (),
    "milestone": ("measure",),
    "location": ("measure", "milestone"),
    "indicator": ("measure",),
    "indicator_value": ("indicator",),
    "project": (),
    "news_item": ("measure", "project"),
}
"""With the columns that name a row of a table above."""

HEAVIEST = 25_000
"""Bytes of a page as it is sent, without style sheets."""


async def test_two_hundred_cost_no_more_than_one(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    await sign_in_as(client, Role.EDITOR)
    await _make_one()
    few = {path: await _cost(client, path) for path in PATHS}

    await _copy(MANY - 1)
    many = {path: await _cost(client, path) for path in PATHS}

    assert few == many
    for path in PATHS:
        page = await client.get(path)
        assert len(gzip.compress(page.content)) <= HEAVIEST, path
    for path in ("/measures", "/contact-points", "/news", "/monitoring/overdue"):
        first, last = [await client.get(f"{path}?page={n}") for n in (1, 999)]
        assert "Seite 1 von 7" in first.text, path
        assert "Seite 7 von 7" in last.text, path
    found = (await client.get("/measures?q=nummer&page=2")).text
    assert 'href="/measures?q=nummer&amp;page=3"' in found
    assert "Nummer 7<" not in (await client.get("/measures?q=199")).text
    assert "Seite" not in (await client.get("/edit/news?q=199&kind=items")).text


async def _make_one() -> None:
    now, title = clock(), Said.of(de="Nummer 1")
    sheet = Sheet(
        title=title,
        status_kind=StatusKind.UNDER_WAY,
        timetable=(MilestoneLine(text=Said.of(de="Beginn"), ends=PartialDate(2017)),),
        places=(LocationLine(address="Lange Straße 1", contact_point=True),),
        indicators=(IndicatorLine(name=Said.of(de="Kurse"), target="5"),),
    )
    measure = await make_measure(sheet, public=True)
    (indicator,) = (await measure_by_id(measure)).sheet.indicators
    assert indicator.id
    value = ValueLine(at=PartialDate(2018), value="3")
    await add_value(indicator.id, value, by=COMMAND, now=now)
    for kind, page in (
        (PageKind.PROJECT, ProjectSheet(title=title)),
        (PageKind.NEWS, NewsSheet(title=title, measure=measure)),
    ):
        made = await add_page(kind, page, by=COMMAND, now=now)
        await release_page(kind, made, by=COMMAND, now=now)


async def _copy(times: int) -> None:
    for table, links in TABLES.items():
        (row,) = await fetch(f"SELECT * FROM {table}")
        names = ", ".join(f'"{one}"' for one in row)
        marks = ", ".join("?" * len(row))
        await execute_many(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",
            [tuple(_copied(row, links, n + 2).values()) for n in range(times)],
        )


def _copied(row: dict[str, Any], links: tuple[str, ...], number: int) -> dict[str, Any]:
    changed = {one: uuid5(row[one], str(number)) for one in ("id", *links) if row[one]}
    if "key" in row:
        title = Said.of(de=f"Nummer {number}").dump()
        changed |= {"key": f"nummer-{number}", "title": title}
    return row | changed


async def _cost(client: httpx.AsyncClient, path: str) -> int:
    with counted_queries() as seen:
        assert (await client.get(path)).status_code == 200
    return len(seen)
