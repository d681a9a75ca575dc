"""
How public pages become files that lie anywhere: which ones, where, and their links.

A page `/de/plan` becomes `de/plan/index.html`; links between copied pages are relative,
so the copy works in any folder of any web space. What needs a server (forms, signing
in, filters) leads to the live site.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape, unescape
from typing import Final
from urllib.parse import parse_qsl, urlsplit

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'"
)

_PUBLIC: Final = re.compile(
    r"/|/(?:plan|measures|contact-points|monitoring|papers|bodies|projects|news|traces"
    r"|search|data|imprint|privacy|accessibility)(?:/.*)?"
    r"|/c/[^/]+(?:/(?:imprint|privacy|programme|retention)|"
    r"/(?:proposals|clusters|rounds|elections)(?:/.*)?)?"
)
_LIVE_ONLY: Final = re.compile(
    r".*\.xlsx|"  # holds the time at which it is written
    r"/c/[^/]+/(?:elections/\d+/(?:ballot|booth)|rounds/\d+/screen)(?:/.*)?"
    r"|.*/(?:live|draft|amend|remark|print)(?:/.*)?|/c/[^/]+/board(?:/.*)?"
)
_ALONE: Final = frozenset({
    "/catalog.ttl",
    "/catalog.jsonld",
    "/feed.atom",
    "/theme.css",
})
_ATTRIBUTE: Final = re.compile(r'(?<=[\s])(href|src|action|poster)="([^"]*)"')
_FORM: Final = re.compile(r"<form\b[^>]*>")
_SCRIPT: Final = re.compile(r'<script[^>]*\ssrc="([^"]*)"[^>]*></script>\n?')
_IN_SHEETS: Final = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
_IN_MODULES: Final = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.{1,2}/[^"']+)["']""")
_COPIED_SCRIPTS: Final = ("page.js", "search_copy.js", "lines.js")

Pages = Mapping[str, str]
"""The file of each address that is copied: path, with its query if it has one."""


def may_copy(address: str, languages: Sequence[str]) -> bool:
    """Tell whether a page belongs to the public part that can be copied."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return False
    if parts.path.startswith("/static/") or parts.path in _ALONE:
        return not parts.query
    path = parts.path
    first = path.split("/", 2)[1] if path.count("/") else ""
    if first in languages:
        path = path[len(first) + 1 :] or "/"
    elif not path.startswith("/data/"):
        return False
    if any(name != "page" for name, _ in parse_qsl(parts.query)):
        return False
    return bool(_PUBLIC.fullmatch(path)) and not _LIVE_ONLY.fullmatch(path)


def file_of(address: str, media_type: str) -> str:
    """
    Say in which file an answer lies.

    >>> file_of("/de/plan", "text/html"), file_of("/de/measures?page=2", "text/html")
    ('de/plan/index.html', 'de/measures/page-2/index.html')
    """
    parts = urlsplit(address)
    path = parts.path.strip("/")
    for name, value in parse_qsl(parts.query):
        path += f"/{name}-{re.sub(r'[^0-9A-Za-z]', '', value)}"
    if media_type != "text/html" or path.endswith(".html"):
        return path
    return f"{path}/index.html".removeprefix("/")


def links_in(html: str) -> Iterator[str]:
    """List the addresses of this site that a page leads to or is made of."""
    for script in _SCRIPT.finditer(html):
        if _kept(script[1]):
            yield script[1]
    for _, value in _ATTRIBUTE.findall(_FORM.sub("", _SCRIPT.sub("", html))):
        address = unescape(value).partition("#")[0]
        if address.startswith("/") and not address.startswith("//"):
            yield address


def parts_in(text: str, address: str) -> Iterator[str]:
    """List the files that a style sheet or a module is made of."""
    found = (_IN_SHEETS if address.endswith(".css") else _IN_MODULES).findall(text)
    for one in found:
        if not one.startswith(("data:", "#", "http:", "https:", "//")):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(address), one))


def copied(html: str, *, file: str, pages: Pages, live: str) -> str:
    """Write a page so that it works from its file."""
    without = _SCRIPT.sub(lambda found: found[0] if _kept(found[1]) else "", html)
    led = _led(file, pages, live)
    whole = _ATTRIBUTE.sub(lambda one: f'{one[1]}="{escape(led(one[2]))}"', without)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return whole.replace("<meta charset", f"{policy}\n<meta charset", 1)


def _kept(script: str) -> bool:
    return script.endswith(_COPIED_SCRIPTS)


def _led(file: str, pages: Pages, live: str) -> Callable[[str], str]:
    here = posixpath.dirname(file) or "."

    def led(value: str) -> str:
        address, sign, rest = unescape(value).partition("#")
        if not address.startswith("/") or address.startswith("//"):
            return unescape(value)
        there = pages.get(address)
        if there is None:
            return f"{live}{address}{sign}{rest}"
        way = posixpath.relpath(there, here)
        return f"{way}{sign}{rest}"

    return led
