"""The public part as files: whole, the same again, and never half."""

import asyncio
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

import httpx
import pytest
from anyio.to_thread import run_sync
from litestar.di import Provide

from lip.database import StoreEngine
from lip.errors import Conflict, Unusable
from lip.made_once import made_once
from lip.publishing.actions.copy_site import (
    AT_ONCE,
    Copy,
    Fetch,
    Fetched,
    Wish,
    copy_site,
)
from lip.publishing.actions.exchange import put_in_place, workshop
from lip.publishing.files.prints import MADE_FROM
from lip.publishing.rules.copying import saved_as
from lip.web.deps import DEPENDENCIES, now
from lip.web.static import static_path
from tests.client import client_of, settings_for
from tests.factories import make_conference
from tests.lip.publishing.documents.test_papers_for_everybody import a_city

pytestmark = pytest.mark.anyio

LIVE = "https://lip.example.org"


SMALL = Wish(
    name="LIP",
    starts=["/de/"],
    languages=["de"],
    live=LIVE,
    documents=(),
    static=static_path,
)


def asking(client: httpx.AsyncClient, *, until: int = 10_000) -> Fetch:
    asked = 0

    async def fetch(address: str) -> Fetched:
        nonlocal asked
        asked += 1
        if asked > until:
            raise ConnectionError
        answer = await client.get(address, headers={"prefer": "wait"})
        return Fetched(
            status=answer.status_code,
            media_type=answer.headers.get("content-type", "").partition(";")[0],
            body=answer.content,
            location=answer.headers.get("location", ""),
            filename=saved_as(answer.headers.get("content-disposition", "")),
        )

    return fetch


async def published(
    client: httpx.AsyncClient,
    out: Path,
    *,
    until: int = 10_000,
    starts: Sequence[str] = ("/de/", "/de/search", "/de/imprint"),
) -> Copy:
    wish = Wish(
        name="LIP",
        starts=starts,
        languages=["de", "ar"],
        live=LIVE,
        documents=(),
        static=static_path,
    )
    fetch = asking(client, until=until)  # in one transaction, so one by one
    return await copy_site(wish, out, fetch=fetch, at_once=1)


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def names_in(folder: Path) -> Sequence[str]:
    return [one.name for one in folder.iterdir()]


def dead_links(folder: Path) -> Sequence[str]:
    found = []
    for page in folder.rglob("*.html"):
        for link in re.findall(r'\s(?:href|src)="([^"]*)"', page.read_text()):
            parts = urlsplit(link)
            if parts.scheme or not parts.path:
                continue
            if not (page.parent / unquote(parts.path)).is_file():
                found.append(f"{page.relative_to(folder)}: {link}")
    return found


async def test_a_copy_holds_what_it_leads_to(client: httpx.AsyncClient, tmp_path: Path):
    await make_conference("eins", title="Konferenz eins")

    made = await published(client, tmp_path / "site")

    site = tmp_path / "site"
    assert "Konferenz eins" in (site / "de/index.html").read_text()
    assert (site / "de/c/eins/index.html").is_file()
    assert (site / "ar/c/eins/index.html").is_file()
    assert not list(site.rglob("sign-in*"))
    assert dead_links(site) == []
    assert made.missing == []
    assert f'href="{LIVE}/de/sign-in"' in (site / "de/index.html").read_text()
    assert "data-index=" in (site / "de/search/index.html").read_text()


async def test_nothing_changed_is_the_same_to_the_last_byte_and_keeps_its_time(
    client: httpx.AsyncClient, tmp_path: Path
):
    await make_conference("eins", title="Konferenz eins")
    await published(client, tmp_path / "site")
    before = contents(tmp_path / "site")

    await published(client, tmp_path / "site")

    assert contents(tmp_path / "site") == before
    assert names_in(tmp_path) == ["site"]


async def copy_at(
    time: datetime,
    engine_url: str,
    out: Path,
    starts: Sequence[str],
    monkeypatch: pytest.MonkeyPatch,
) -> dict[str, tuple[bytes, int]]:
    """Publish at this time from a server of its own; give what the copy holds."""
    clock = Provide(lambda: time, sync_to_thread=False)
    monkeypatch.setitem(DEPENDENCIES, "now", clock)
    another = settings_for(engine_url, metrics_token=f"makes it another server: {time}")
    async with client_of(another) as client:
        await published(client, out, starts=starts)
    return contents(out)


async def test_another_clock_and_another_server_write_the_same_bytes(
    db: StoreEngine,
    engine_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    starts = ["/de/search", "/de/plan", "/de/measures", "/de/papers", "/de/data"]
    await a_city()
    noon = (now() + timedelta(days=1)).replace(hour=11)
    before, after = [
        await copy_at(time, engine_url, tmp_path / "site", starts, monkeypatch)
        for time in (noon, noon + timedelta(hours=1))
    ]

    kinds = {Path(name).suffix for name in before}
    assert kinds >= {".html", ".pdf", ".docx", ".md", ".csv", ".json", ".atom", ".ttl"}
    assert [name for name in before if before[name] != after.get(name)] == []
    assert set(after) == set(before)


async def test_broken_off_the_old_copy_stays_whole(
    client: httpx.AsyncClient, tmp_path: Path
):
    await make_conference("eins", title="Konferenz eins")
    await published(client, tmp_path / "site")
    before = contents(tmp_path / "site")
    await make_conference("zwei", title="Konferenz zwei")

    with pytest.raises(ConnectionError):
        await published(client, tmp_path / "site", until=12)
    kept = contents(tmp_path / "site")
    await published(client, tmp_path / "site")

    assert kept == before
    assert (tmp_path / "site/de/c/zwei/index.html").is_file()


async def test_a_site_with_a_broken_page_is_not_written(tmp_path: Path):
    async def fetch(address: str) -> Fetched:
        return Fetched(status=500, media_type="text/html", body=b"")

    with pytest.raises(Unusable, match="page_broke"):
        await copy_site(SMALL, tmp_path / "site", fetch=fetch)

    assert names_in(tmp_path) == []


def paper_mill(words: str, made: list[str]) -> Fetch:
    """Answer with a front page, and with paper that leads on to no page."""

    def make() -> bytes:
        made.append(words)
        return words.encode()

    async def fetch(address: str) -> Fetched:
        if address == "/de/":
            html = b'<a href="/de/plan/a"><a href="/de/plan/b">'
            return Fetched(status=200, media_type="text/html", body=html)
        if address.startswith("/de/plan/"):
            body = await run_sync(partial(made_once, make, of=lambda: [words]))
            return Fetched(status=200, media_type="application/pdf", body=body)
        return Fetched(status=200, media_type="text/css", body=b"")

    return fetch


async def test_paper_that_says_the_same_is_made_once(tmp_path: Path):
    out, made = tmp_path / "site", list[str]()

    await copy_site(SMALL, out, fetch=paper_mill("one", made), at_once=1)
    first = list(made)
    await copy_site(SMALL, out, fetch=paper_mill("one", made))
    again = list(made)
    await copy_site(SMALL, out, fetch=paper_mill("two", made), at_once=1)

    assert first == again == ["one"]
    assert made == ["one", "two"]
    assert (out / "de/plan/a.pdf").read_bytes() == b"two"


@pytest.mark.parametrize("told", ["", "[]", '{"a": 1}', "{"])
async def test_paper_of_a_copy_that_was_harmed_is_made_again(told: str, tmp_path: Path):
    out, made = tmp_path / "site", list[str]()
    await copy_site(SMALL, out, fetch=paper_mill("one", made), at_once=1)

    if told:
        (out / MADE_FROM).write_text(told)
    for one in ("a", "b"):
        (out / f"de/plan/{one}.pdf").write_bytes(b"harmed")
    await copy_site(SMALL, out, fetch=paper_mill("one", made), at_once=1)

    assert made == ["one", "one"]
    assert (out / "de/plan/b.pdf").read_bytes() == b"one"


async def test_some_answers_are_waited_for_at_once(tmp_path: Path):
    waiting, free = 0, asyncio.Event()

    async def fetch(address: str) -> Fetched:
        nonlocal waiting
        waiting += 1
        if waiting == AT_ONCE:
            free.set()
        await free.wait()
        return Fetched(status=200, media_type="text/html", body=address.encode())

    told: list[int] = []
    made = await copy_site(SMALL, tmp_path / "site", fetch=fetch, progress=told.append)

    assert told == list(range(1, made.pages + 1))
    assert (tmp_path / "site/de/index.html").read_bytes() == b"/de/"


async def test_a_folder_that_holds_something_else_is_left_alone(
    client: httpx.AsyncClient, tmp_path: Path
):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "Doktorarbeit.txt").write_text("Ende.")

    with pytest.raises(Unusable, match="not_a_copy"):
        await published(client, tmp_path / "site")

    assert names_in(tmp_path / "site") == ["Doktorarbeit.txt"]


def test_folders_change_places_and_the_old_one_is_gone(tmp_path: Path):
    out = tmp_path / "site"
    out.mkdir()
    (out / "a").write_text("alt")

    with workshop(out) as made:
        (made / "a").write_text("neu")
        put_in_place(made, out)

    assert (out / "a").read_text() == "neu"
    assert names_in(tmp_path) == ["site"]


def test_of_two_people_at_once_one_is_told(tmp_path: Path):
    out = tmp_path / "site"

    with workshop(out), pytest.raises(Conflict, match="copy_in_work"), workshop(out):
        pass
    with workshop(out) as free:
        assert names_in(free) == []

    assert names_in(tmp_path) == []


def test_stopped_between_two_names_the_next_run_gives_the_old_one_back(tmp_path: Path):
    out, left = tmp_path / "site", tmp_path / ".site.new"
    for folder, text in (("made", "neu"), ("before", "alt")):
        (left / folder).mkdir(parents=True)
        (left / folder / "a").write_text(text)

    with workshop(out) as made:
        assert names_in(made) == []

    assert (out / "a").read_text() == "alt"
    assert names_in(tmp_path) == ["site"]
