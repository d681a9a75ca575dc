"""An Atom feed (RFC 4287) from values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID
from xml.etree import ElementTree as ET

_ATOM: Final = "http://www.w3.org/2005/Atom"
_XML: Final = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """Something that became public; `path` is a whole address."""

    id: UUID
    title: str
    address: str
    updated: datetime
    summary: str = ""
    language: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed with its entries, newest first."""

    id: UUID
    title: str
    address: str
    page: str
    author: str
    updated: datetime
    language: str
    entries: Sequence[FeedEntry]


def atom(feed: Feed) -> bytes:
    """Write a feed; equal values are written alike."""
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed", {f"{{{_XML}}}lang": feed.language})
    _add(root, "id", feed.id.urn)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(feed.updated))
    author = ET.SubElement(root, f"{{{_ATOM}}}author")
    _add(author, "name", feed.author)
    _link(root, "self", feed.address, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    for one in feed.entries:
        _entry(root, one)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: ET.Element, one: FeedEntry) -> None:
    attributes = {f"{{{_XML}}}lang": one.language} if one.language else {}
    entry = ET.SubElement(root, f"{{{_ATOM}}}entry", attributes)
    _add(entry, "id", one.id.urn)
    _add(entry, "title", one.title)
    _add(entry, "updated", _moment(one.updated))
    _link(entry, "alternate", one.address, "text/html")
    if one.kind:
        ET.SubElement(entry, f"{{{_ATOM}}}category", {"term": one.kind})
    if one.summary:
        _add(entry, "summary", one.summary)


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{tag}").text = _writable(text)


def _link(parent: ET.Element, rel: str, address: str, kind: str) -> None:
    ET.SubElement(
        parent, f"{{{_ATOM}}}link", {"rel": rel, "href": address, "type": kind}
    )


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _writable(text: str) -> str:
    """Leave out the signs that XML cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")
