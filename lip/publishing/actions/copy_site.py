"""Write the whole public part as files that any web space can serve."""

import json
import os
import shutil
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from anyio.to_thread import run_sync

from lip.publishing.actions.exchange import put_in_place
from lip.publishing.queries.search import Hit
from lip.publishing.rules.copying import copied, file_of, links_in, may_copy, parts_in
from lip.publishing.rules.searching import stems

INDEX: Final = "search-index.json"
SEARCH_SCRIPT: Final = "js/search_copy.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What the application answered; `location` where it sends readers on."""

    status: int
    media_type: str
    body: bytes
    location: str = ""


Fetch = Callable[[str], Awaitable[Fetched]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """
    What to copy: where readers begin, in which languages, what can be searched.

    `live` is the address of the live site, without a slash at its end; `static` gives
    the address of one of our own files.
    """

    starts: Sequence[str]
    languages: Sequence[str]
    live: str
    documents: Sequence[Hit]
    static: Callable[[str], str]


@dataclass(slots=True, kw_only=True)
class Copy:
    """What was written: pages, other files, and addresses that answered nothing."""

    pages: int = 0
    files: int = 0
    missing: list[str] = field(default_factory=list)


async def copy_site(
    wish: Wish,
    out: Path,
    *,
    fetch: Fetch,
    progress: Callable[[int], None] = lambda _: None,
) -> Copy:
    """
    Write all files beside `out` (a whole path) and put them in its place at once.

    Killed before the end, the old copy stays as it was; what did not change keeps its
    bytes and its time.
    """
    found, missing = await _gathered(wish, fetch, progress)
    files = {
        address: file_of(address, one.media_type) for address, one in found.items()
    }
    made = Copy(missing=missing)
    beside = out.with_name(f".{out.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    for address, one in sorted(found.items()):
        body = one.body
        if one.media_type == "text/html":
            body = _page(address, one, files, wish)
            made.pages += 1
        else:
            made.files += 1
        _write(beside / files[address], body)
    _write(beside / INDEX, _index(wish.documents))
    _write(beside / "index.html", _front(wish))
    await run_sync(_keep_times, beside, out)
    await run_sync(put_in_place, beside, out)
    return made


async def _gathered(
    wish: Wish, fetch: Fetch, progress: Callable[[int], None]
) -> tuple[dict[str, Fetched], list[str]]:
    """Follow the links from where readers begin, breadth first."""
    found: dict[str, Fetched] = {}
    seen: set[str] = set()
    missing: list[str] = []
    waiting = [*wish.starts, wish.static(SEARCH_SCRIPT)]
    while waiting:
        wave = sorted({one for one in waiting if _wanted(one, seen, wish)})
        waiting = []
        for address in wave:
            seen.add(address)
            one = await fetch(address)
            if one.location:
                waiting.append(one.location)
            elif one.status == 200:
                found[address] = one
                waiting += _onward(address, one)
                progress(len(found))
            else:
                missing.append(address)
    return found, missing


def _wanted(address: str, seen: set[str], wish: Wish) -> bool:
    return address not in seen and may_copy(address, wish.languages)


def _onward(address: str, one: Fetched) -> Iterable[str]:
    if one.media_type == "text/html":
        return links_in(one.body.decode())
    if address.endswith((".css", ".js")):
        return parts_in(one.body.decode(), address)
    return ()


def _page(address: str, one: Fetched, files: dict[str, str], wish: Wish) -> bytes:
    html = copied(one.body.decode(), file=files[address], pages=files, live=wish.live)
    path = urlsplit(address).path
    if path.endswith("/search"):
        depth = "../" * files[address].count("/")
        script = files.get(wish.static(SEARCH_SCRIPT), "")
        tag = (
            f'<script type="module" src="{depth}{script}" '
            f'data-index="{depth}{INDEX}"></script>\n</head>'
        )
        html = html.replace("</head>", tag, 1)
    return html.encode()


def _index(documents: Sequence[Hit]) -> bytes:
    """List what can be found: address, title, language, kind, stems of its words."""
    lines = [
        {
            "path": one.path,
            "title": one.title,
            "lang": one.language,
            "kind": one.kind.value,
            "text": one.text[:240],
            "stems": " ".join(
                sorted({
                    *stems(one.title, one.language),
                    *stems(one.text, one.language),
                })
            ),
        }
        for one in documents
    ]
    return json.dumps(lines, ensure_ascii=False, separators=(",", ":")).encode()


def _front(wish: Wish) -> bytes:
    """Lead to the first language, with links to all for who is not led."""
    first = wish.languages[0]
    links = " ".join(
        f'<a href="{tag}/index.html" lang="{tag}">{tag}</a>' for tag in wish.languages
    )
    return (
        f'<!doctype html>\n<html lang="{first}"><head><meta charset="utf-8">'
        f'<meta http-equiv="refresh" content="0; url={first}/index.html">'
        f"<title>LIP</title></head><body><p>{links}</p></body></html>\n"
    ).encode()


def _write(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)


def _keep_times(beside: Path, out: Path) -> None:
    """What is as before keeps its time, so that copies elsewhere need not fetch it."""
    for path in beside.rglob("*"):
        before = out / path.relative_to(beside)
        if not path.is_file() or not before.is_file():
            continue
        if before.read_bytes() == path.read_bytes():
            told = before.stat()
            os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
