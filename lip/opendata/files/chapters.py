"""Read chapters from files: Markdown, or JSON of motion software."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from lip.errors import Unusable
from lip.opendata.files.json_file import read_json
from lip.opendata.rules.html_text import markdown_of
from lip.partial_dates import PartialDate
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.markdown import parted

_COMMENTS: Final = re.compile(r"\A(?:\s*<!--.*?-->)*\s*", re.DOTALL)
_HEADING: Final = re.compile(r"\A\s*#\s+(?P<title>[^\n]+)\n*")
_NUMBER: Final = re.compile(r"(?P<number>(?:\d+\.)+\d*|\d+\.)\s+(?P<title>.+)")
_TEXTS: Final = frozenset({"TextSimple", "TextHTML", "TextEditorial", "Editorial"})
_STATUSES: Final = {
    1: MotionStatus.DRAFT,
    3: MotionStatus.SUBMITTED,
    4: MotionStatus.ACCEPTED,
    5: MotionStatus.REJECTED,
    6: MotionStatus.MODIFIED_ACCEPTED,
    25: MotionStatus.RESOLUTION_PRELIMINARY,
    26: MotionStatus.RESOLUTION_FINAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadChapter:
    """A chapter as a file has it; the number is parted from the title."""

    title: str
    text: str
    number: str = ""
    code: str = ""
    initiator: str = ""
    decided_on: PartialDate | None = None
    status: MotionStatus = MotionStatus.SUBMITTED
    submitted_at: datetime | None = None


def read_chapter(content: bytes, filename: str) -> ReadChapter:
    """Read a file by its name, or raise Unusable."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable("chapter_file_unreadable") from error
    if filename.lower().endswith(".json"):
        return _motion(text)
    return _markdown(text)


def _markdown(text: str) -> ReadChapter:
    """Read Markdown: the title stands at its head, or is its first heading."""
    head, body = parted(_COMMENTS.sub("", text, count=1))
    title = head.get("titel") or head.get("title") or ""
    if not title and (found := _HEADING.match(body)):
        title, body = found["title"], body[found.end() :]
    return _numbered(
        title,
        text=body.strip(),
        code=head.get("kürzel", "") or head.get("code", ""),
        initiator=head.get("initiator", ""),
        decided_on=_day(head.get("beschlossen_am", "")),
    )


def _motion(text: str) -> ReadChapter:
    try:
        value = read_json(text)
    except ValueError as error:
        raise Unusable("chapter_file_unreadable") from error
    if not isinstance(value, dict) or not isinstance(value.get("sections"), list):
        raise Unusable("chapter_file_unreadable")
    who = _first_initiator(value)
    day = who.get("resolution_date")
    return _numbered(
        _words(value, "title"),
        text=_text(value["sections"]),
        code=_words(value, "prefix"),
        initiator=_words(who, "organization") or _words(who, "name"),
        decided_on=_day(day) if isinstance(day, str) else None,
        status=_STATUSES.get(value.get("status_id", 3), MotionStatus.SUBMITTED),
        submitted_at=_moment(_words(value, "date_published")),
    )


def _text(sections: list[Any]) -> str:
    parts = [
        markdown_of(_words(one, "html"))
        for one in sections
        if isinstance(one, dict) and one.get("type") in _TEXTS
    ]
    return "\n\n".join(filter(None, parts))


def _numbered(title: str, **more: Any) -> ReadChapter:
    title = " ".join(title.split())
    if not title or not more["text"]:
        raise Unusable("chapter_file_unreadable")
    if found := _NUMBER.fullmatch(title):
        return ReadChapter(title=found["title"], number=found["number"], **more)
    return ReadChapter(title=title, **more)


def _first_initiator(value: Mapping[str, Any]) -> Mapping[str, Any]:
    found = value.get("initiators")
    first = found[0] if isinstance(found, list) and found else {}
    return first if isinstance(first, dict) else {}


def _words(value: Mapping[str, Any], name: str) -> str:
    found = value.get(name)
    return found.strip() if isinstance(found, str) else ""


def _day(text: str) -> PartialDate | None:
    try:
        return PartialDate.load(text[:10])
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None
