"""
How public pages become files that lie anywhere: which ones, where, and their links.

A page `/de/plan` becomes `de/plan/index.html`: each language lies in its own folder.
Links between copied pages are relative, so the copy works in any folder of any web
space. What needs a server (forms, signing in, filters) leads to the live site.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape, unescape
from mimetypes import guess_extension
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'"
)

_PUBLIC: Final = re.compile(
    r"/|/(?:plan|measures|contact-points|monitoring|papers|bodies|projects|news|traces"
    r"|search|data|imprint|privacy|accessibility)(?:/.*)?"
    r"|/feed\.atom"
    r"|/c/[^/]+(?:/(?:imprint|privacy|programme|retention|figures)|"
    r"/(?:programme\.ics|share\.png)|"
    r"/(?:proposals|clusters|rounds|elections|files|sessions)(?:/.*)?)?"
)
_LIVE_ONLY: Final = re.compile(
    r"/c/[^/]+/(?:elections/\d+/(?:ballot|booth)|rounds/\d+/screen)(?:/.*)?"
    r"|.*/(?:live|amend|remark)(?:/.*)?"
)
_ALONE: Final = frozenset({
    "/catalog.ttl",
    "/catalog.jsonld",
    "/feed.atom",
    "/robots.txt",
    "/sitemap.xml",
    "/theme.css",
})
_NAMES: Final = frozenset({
    *("page", "at", "field", "language", "from", "to", "for_lists"),
})
"""What links say behind "?"; what people type into forms has other names."""
_LINES: Final = re.compile(r"\?z=\d+(?:-\d+)?$", re.ASCII)
"""Lines that a chapter's own script marks; a file is the same whatever they are."""
_ATTRIBUTE: Final = re.compile(r'(?<=[\s])(href|src|action|poster)="([^"]*)"')
_FORM: Final = re.compile(r"<form\b[^>]*>")
_ACTION: Final = re.compile(r'\saction="([^"]*)"')
_ANSWERED_HERE: Final = ('class="search-form"', 'class="line-choice"')
_SCRIPT: Final = re.compile(r'<script[^>]*\ssrc="([^"]*)"[^>]*></script>\n?')
_IN_SHEETS: Final = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
_IN_MODULES: Final = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.{1,2}/[^"']+)["']""")
_COPIED_SCRIPTS: Final = ("page.js", "search_copy.js", "front_copy.js", "lines.js")
_ENDINGS: Final = {"text/markdown": ".md", "text/calendar": ".ics"}
_SAVED_AS: Final = re.compile(r'filename="(\w[\w .()-]*)"', re.ASCII)
_IN_XML: Final = re.compile(r"""(?<=["> ])(https?://[^"<\s]+)""")

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
    if not _NAMES.issuperset(name for name, _ in parse_qsl(parts.query)):
        return False
    return bool(_PUBLIC.fullmatch(path)) and not _LIVE_ONLY.fullmatch(path)


def file_of(address: str, media_type: str, filename: str = "") -> str:
    """
    Say in which file an answer lies; one that is saved keeps its name in a folder.

    >>> file_of("/de/plan", "text/html"), file_of("/de/measures?page=2", "text/html")
    ('de/plan/index.html', 'de/measures/page-2/index.html')
    >>> file_of("/de/plan/lip/5/de/pdf", "application/pdf", "lip-5.de.pdf")
    'de/plan/lip/5/de/pdf/lip-5.de.pdf'
    """
    parts = urlsplit(address)
    path = unquote(parts.path).strip("/")
    for name, value in parse_qsl(parts.query):
        path += f"/{name}-{re.sub(r'[^0-9A-Za-z]', '', value)}"
    ending = posixpath.splitext(path)[1]
    if media_type == "text/html":
        return path if ending == ".html" else f"{path}/index.html".removeprefix("/")
    if filename and posixpath.splitext(filename)[1] != ending:
        return f"{path}/{filename}"
    wanted = _ENDINGS.get(media_type) or guess_extension(media_type) or ""
    return path if ending else path + wanted


def saved_as(disposition: str) -> str:
    """
    Read under which name an answer is to be saved; "" where any would do.

    >>> saved_as('attachment; filename="lip-5.de.pdf"'), saved_as("inline")
    ('lip-5.de.pdf', '')
    """
    found = _SAVED_AS.search(disposition)
    return found[1] if found else ""


def links_in(html: str) -> Iterator[str]:
    """List the addresses of this site that a page leads to or is made of."""
    for script in _SCRIPT.finditer(html):
        if _kept(script[1]):
            yield script[1]
    for _, value in _ATTRIBUTE.findall(_FORM.sub("", _SCRIPT.sub("", html))):
        address = unescape(value).partition("#")[0]
        if address.startswith("/") and not address.startswith("//"):
            yield _LINES.sub("", address)


def parts_in(text: str, address: str) -> Iterator[str]:
    """List the files that a style sheet or a module is made of."""
    found = (_IN_SHEETS if address.endswith(".css") else _IN_MODULES).findall(text)
    for one in found:
        if not one.startswith(("data:", "#", "http:", "https:", "//")):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(address), one))


def copied(html: str, *, address: str, file: str, pages: Pages, live: str) -> str:
    """Write the page of an address so that it works from its file."""
    without = _SCRIPT.sub(lambda found: found[0] if _kept(found[1]) else "", html)
    asking = _FORM.sub(lambda found: _asking(found[0], f"{live}{address}"), without)
    led = _led(file, pages, live)
    whole = _ATTRIBUTE.sub(lambda one: f'{one[1]}="{escape(led(one[2]))}"', asking)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return whole.replace("<meta charset", f"{policy}\n<meta charset", 1)


def _asking(form: str, page: str) -> str:
    """Let a form ask the live site, unless a script of the copy answers it."""
    if any(name in form for name in _ANSWERED_HERE):
        return form
    found = _ACTION.search(form)
    there = escape(urljoin(page, unescape(found[1]) if found else ""))
    return f'{_ACTION.sub("", form).removesuffix(">")} action="{there}">'


def _kept(script: str) -> bool:
    return script.endswith(_COPIED_SCRIPTS)


def _led(file: str, pages: Pages, live: str) -> Callable[[str], str]:
    here = posixpath.dirname(file) or "."

    def led(value: str) -> str:
        address, sign, rest = unescape(value).partition("#")
        if not address.startswith("/") or address.startswith("//"):
            return unescape(value)
        lines = _LINES.search(address)
        there = pages.get(_LINES.sub("", address))
        if there is None:
            return f"{live}{address}{sign}{rest}"
        way = quote(posixpath.relpath(there, here))
        return f"{way}{lines[0] if lines else ''}{sign}{rest}"

    return led


def moved(text: str, *, pages: Pages, live: str, address: str, language: str) -> str:
    """
    Write a feed or a site map for where the copy stands, as far as it holds the pages.

    Addresses without a language lead to the pages in `language`.
    """

    def there(found: re.Match[str]) -> str:
        path, sign, rest = unescape(found[1]).removeprefix(live).partition("#")
        file = pages.get(path) or pages.get(f"/{language}{path}")
        if file is None or not unescape(found[1]).startswith(live):
            return found[0]
        return escape(f"{address}/{quote(file)}{sign}{rest}")

    return _IN_XML.sub(there, text)
