"""The public part as files: whole, the same again, and never half."""

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

import httpx
import pytest

from lip.publishing.actions.copy_site import Copy, Fetch, Fetched, Wish, copy_site
from lip.publishing.actions.exchange import put_in_place
from lip.web.static import static_path
from tests.factories import make_conference

pytestmark = pytest.mark.anyio

LIVE = "https://lip.example.org"


def asking(client: httpx.AsyncClient, *, until: int = 10_000) -> Fetch:
    asked = 0

    async def fetch(address: str) -> Fetched:
        nonlocal asked
        asked += 1
        if asked > until:
            raise KeyboardInterrupt
        answer = await client.get(address)
        return Fetched(
            status=answer.status_code,
            media_type=answer.headers.get("content-type", "").partition(";")[0],
            body=answer.content,
            location=answer.headers.get("location", ""),
        )

    return fetch


async def published(
    client: httpx.AsyncClient, out: Path, *, until: int = 10_000
) -> Copy:
    wish = Wish(
        starts=["/de/", "/de/search", "/de/imprint"],
        languages=["de", "ar"],
        live=LIVE,
        documents=(),
        static=static_path,
    )
    return await copy_site(wish, out, fetch=asking(client, until=until))


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


async def test_broken_off_the_old_copy_stays_whole(
    client: httpx.AsyncClient, tmp_path: Path
):
    await make_conference("eins", title="Konferenz eins")
    await published(client, tmp_path / "site")
    before = contents(tmp_path / "site")
    await make_conference("zwei", title="Konferenz zwei")

    with pytest.raises(KeyboardInterrupt):
        await published(client, tmp_path / "site", until=12)
    kept = contents(tmp_path / "site")
    await published(client, tmp_path / "site")

    assert kept == before
    assert (tmp_path / "site/de/c/zwei/index.html").is_file()


def test_folders_change_places_and_the_old_one_is_gone(tmp_path: Path):
    for name, text in (("new", "neu"), ("site", "alt")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a").write_text(text)

    put_in_place(tmp_path / "new", tmp_path / "site")

    assert (tmp_path / "site" / "a").read_text() == "neu"
    assert names_in(tmp_path) == ["site"]
