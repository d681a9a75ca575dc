"""What is new as an Atom feed (RFC 4287), and where everything stands as a site map."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from lip.opendata.rules.oparl import oparl_time
from lip.opendata.rules.site import Site
from lip.subjects import Document

ENTRIES: Final = 50
_ATOM: Final = "http://www.w3.org/2005/Atom"
_SITE_MAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML: Final = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed in the language of its reader."""

    address: str
    title: str
    language: str
    entries: Sequence[Document]


def newest(documents: Iterable[Document], language: str) -> Sequence[Document]:
    """Choose what changed last, each thing once: in a language, or as it stands."""
    chosen: dict[object, Document] = {}
    for one in documents:
        before = chosen.get((one.kind, one.id))
        better = before is None or (
            _rank(one, language) < _rank(before, language) and one.changed_at
        )
        if one.changed_at is not None and better:
            chosen[one.kind, one.id] = one
    dated = [(one.changed_at, one) for one in chosen.values() if one.changed_at]
    dated.sort(key=lambda pair: (pair[0], pair[1].path), reverse=True)
    return [one for _, one in dated[:ENTRIES]]


def atom(feed: Feed, site: Site) -> str:
    """Write a feed; what changed last decides when it was updated."""
    times = [one.changed_at for one in feed.entries if one.changed_at]
    updated = oparl_time(max(times)) if times else "2026-01-01T00:00:00+01:00"
    return "\n".join([
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="{_ATOM}" xml:lang={quoteattr(feed.language)}>',
        f"<id>{_text(feed.address)}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<updated>{updated}</updated>",
        f"<author><name>{_text(site.publisher)}</name></author>",
        f"<rights>{_text(site.licence)}</rights>",
        f'<link rel="self" href={quoteattr(feed.address)}/>',
        f"<link href={quoteattr(site.base + '/')}/>",
        *(_entry(one, site) for one in feed.entries),
        "</feed>",
        "",
    ])


def site_map(
    documents: Iterable[Document],
    paths: Iterable[str],
    languages: Sequence[str],
    site: Site,
) -> str:
    """Write where pages stand, each once; in which languages those of the house."""
    places: dict[str, str] = {}
    for one in documents:
        spoken = () if one.language else languages
        places[one.path] = _place(one.path, spoken, one.changed_at, site)
        for path in one.more_paths:
            places.setdefault(path, _place(path, spoken, None, site))
    for path in paths:
        places.setdefault(path, _place(path, languages, None, site))
    return "\n".join([
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<urlset xmlns="{_SITE_MAP}" xmlns:xhtml="{_XHTML}">',
        *places.values(),
        "</urlset>",
        "",
    ])


def _entry(one: Document, site: Site) -> str:
    address = site.base + one.path
    language = f" xml:lang={quoteattr(one.language)}" if one.language else ""
    assert one.changed_at is not None  # others are not chosen
    return (
        f"<entry{language}><id>{_text(address)}</id><title>{_text(one.title)}</title>"
        f"<updated>{oparl_time(one.changed_at)}</updated>"
        f"<link href={quoteattr(address)}/>"
        f"<category term={quoteattr(one.kind.value)}/>"
        f"<summary>{_text(_beginning(one.text))}</summary></entry>"
    )


def _beginning(text: str) -> str:
    bare = " ".join(text.split())
    return bare if len(bare) <= 300 else bare[:300].rsplit(" ", 1)[0] + " …"


def _place(
    path: str, languages: Sequence[str], changed: datetime | None, site: Site
) -> str:
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} '
        f"href={quoteattr(f'{site.base}/{tag}{path}')}/>"
        for tag in languages
    )
    when = f"<lastmod>{oparl_time(changed)}</lastmod>" if changed else ""
    return f"<url><loc>{_text(site.base + path)}</loc>{when}{others}</url>"


def _rank(one: Document, language: str) -> int:
    order = (language, "", "de")
    return order.index(one.language) if one.language in order else len(order)


def _text(text: str) -> str:
    """Write a text for XML, without signs that XML does not know."""
    return escape("".join(sign for sign in text if sign >= " " or sign in "\n\t"))
