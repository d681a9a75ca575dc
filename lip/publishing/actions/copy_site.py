"""Write the whole public part as files that any web space can serve."""

import asyncio
import os
import shutil
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from anyio.to_thread import run_sync

from lip.errors import Unusable
from lip.made_once import lending
from lip.publishing.actions.exchange import put_in_place, workshop
from lip.publishing.documents.copy_index import index_of
from lip.publishing.documents.copy_pages import front_page, searching_page
from lip.publishing.files.prints import MADE_FROM, Prints
from lip.publishing.queries.search import Hit
from lip.publishing.rules.copying import (
    copied,
    file_of,
    links_in,
    may_copy,
    moved,
    parts_in,
)

INDEX: Final = "search-index.json"
AT_ONCE: Final = 4
"""So many answers are waited for together: paper is set beside pages that are drawn."""
SEARCH_SCRIPT: Final = "js/search_copy.js"
_OF_THE_FRONT: Final = (
    *("css/base.css", "css/parts.css", "css/fonts.css"),
    *("icons/mark.svg", "js/front_copy.js", SEARCH_SCRIPT),
)
_FOR_PROGRAMS: Final = (
    *("/feed.atom", "/sitemap.xml", "/robots.txt"),
    *("/catalog.ttl", "/catalog.jsonld"),
)
_WITH_ADDRESSES: Final = ("/feed.atom", "/sitemap.xml", "/robots.txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What the application answered; `location` where it sends readers on."""

    status: int
    media_type: str
    body: bytes
    filename: str = ""
    location: str = ""


Fetch = Callable[[str], Awaitable[Fetched]]
Ask = Callable[[Sequence[str], Callable[[], None]], Awaitable[Sequence[Fetched]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """
    What to copy: where readers begin, in which languages, what can be searched.

    `live` is the address of the live site, without a slash at its end, and `address`
    that of the copy, where it is known; `static` gives the address of one of our own
    files.
    """

    name: str
    starts: Sequence[str]
    languages: Sequence[str]
    live: str
    address: str = ""
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
    at_once: int = AT_ONCE,
    progress: Callable[[int], None] = lambda _: None,
) -> Copy:
    """
    Write all files beside `out` (a whole path) and put them in its place at once.

    Killed before the end, the old copy stays as it was; what did not change stays the
    same file, and paper that says the same is not set again. Raises Conflict while
    somebody else writes there, and Unusable where the folder holds something else or a
    page cannot be made.
    """
    await run_sync(_check_place, out)
    with workshop(out) as made:
        prints = Prints(out)
        with lending(prints):
            gathered = await _gathered(
                wish, partial(_answers, fetch, at_once), progress
            )
        await run_sync(_write_all, _bodies(gathered, wish, prints), made, out)
        await run_sync(put_in_place, made, out)
    kinds = [one.media_type for one in gathered.found.values()]
    pages = kinds.count("text/html")
    return Copy(pages=pages, files=len(kinds) - pages, missing=gathered.missing)


def _check_place(out: Path) -> None:
    """Refuse to take the place of what is no copy: it would be gone."""
    if out.exists() and not (out / INDEX).is_file() and any(out.iterdir()):
        raise Unusable("not_a_copy", folder=str(out))


@dataclass(slots=True)
class _Gathered:
    """What answered, what did not, and which addresses lead on to others."""

    found: dict[str, Fetched] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    led: dict[str, str] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, str]:
        """Say in which file each address lies."""
        there = {
            address: file_of(address, one.media_type, one.filename)
            for address, one in self.found.items()
        }
        led = {one: there[to] for one, to in self.led.items() if to in there}
        return there | led


async def _gathered(wish: Wish, ask: Ask, progress: Callable[[int], None]) -> _Gathered:
    """Follow the links from where readers begin, breadth first."""
    there = _Gathered()
    seen: set[str] = set()
    answered = count(1)
    waiting = [*wish.starts, *_FOR_PROGRAMS, *map(wish.static, _OF_THE_FRONT)]
    while waiting:
        wave = sorted({one for one in waiting if _wanted(one, seen, wish)})
        waiting = []
        seen.update(wave)
        answers = await ask(wave, lambda: progress(next(answered)))
        for address, one in zip(wave, answers, strict=True):
            if one.status >= 500:
                raise Unusable("page_broke", address=address)
            if one.location:
                there.led[address] = one.location.partition("#")[0]
                waiting.append(there.led[address])
            elif one.status == 200:
                there.found[address] = one
                waiting += _onward(address, one)
            else:
                there.missing.append(address)
    return there


async def _answers(
    fetch: Fetch, at_once: int, wave: Sequence[str], tell: Callable[[], None]
) -> Sequence[Fetched]:
    """Ask for all of a wave, a few at a time; the answers stand in its order."""
    gate = asyncio.Semaphore(at_once)

    async def ask(address: str) -> Fetched:
        async with gate:
            one = await fetch(address)
        tell()
        return one

    asking = [asyncio.create_task(ask(one)) for one in wave]
    try:
        return await asyncio.gather(*asking)
    finally:
        for one in asking:
            one.cancel()
        await asyncio.gather(*asking, return_exceptions=True)


def _wanted(address: str, seen: set[str], wish: Wish) -> bool:
    return address not in seen and may_copy(address, wish.languages)


def _onward(address: str, one: Fetched) -> Iterable[str]:
    if one.media_type == "text/html":
        return links_in(one.body.decode())
    if address.endswith((".css", ".js")):
        return parts_in(one.body.decode(), address)
    return ()


def _bodies(
    there: _Gathered, wish: Wish, prints: Prints
) -> Iterable[tuple[str, bytes]]:
    """Give each file of the copy with what it holds."""
    files = there.files
    answered = {files[address]: one.body for address, one in there.found.items()}
    yield MADE_FROM, prints.told(answered)
    for address, one in sorted(there.found.items()):
        yield files[address], _body(address, one, files, wish)
    yield INDEX, index_of(wish.documents, files, wish.languages[0])
    own = partial(_own_file, files, wish)
    yield "index.html", front_page(wish.name, wish.languages, own)


def _own_file(files: Mapping[str, str], wish: Wish, name: str) -> str:
    return files[wish.static(name)]


def _body(address: str, one: Fetched, files: Mapping[str, str], wish: Wish) -> bytes:
    if one.media_type == "text/html":
        return _page(address, one, files, wish).encode()
    if wish.address and address.endswith(_WITH_ADDRESSES):
        language = address.split("/", 2)[1]
        text = moved(
            one.body.decode(),
            pages=files,
            live=wish.live,
            address=wish.address,
            language=language if language in wish.languages else wish.languages[0],
        )
        return text.encode()
    return one.body


def _page(address: str, one: Fetched, files: Mapping[str, str], wish: Wish) -> str:
    html = copied(
        one.body.decode(),
        address=address,
        file=files[address],
        pages=files,
        live=wish.live,
    )
    path = urlsplit(address).path
    if not path.endswith("/search"):
        return html
    up = "../" * files[address].count("/")
    return searching_page(
        html,
        language=path.split("/", 2)[1],
        script=up + files[wish.static(SEARCH_SCRIPT)],
        index=up + INDEX,
        live=wish.live,
    )


def _write_all(bodies: Iterable[tuple[str, bytes]], made: Path, out: Path) -> None:
    for file, body in bodies:
        _write(made / file, body, before=out / file)


def _write(path: Path, body: bytes, *, before: Path) -> None:
    """Write a file; one that is as before stays the same file, with its time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not before.is_file() or before.read_bytes() != body:
        path.write_bytes(body)
        return
    try:
        os.link(before, path)
    except OSError:  # this disk cannot name a file twice
        shutil.copy2(before, path)
