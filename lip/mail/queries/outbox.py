"""Reads the outbox of a conference: the list, and one letter as it went."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from lip.database import fetch
from lip.errors import NotFound
from lip.mail.rules.letters import Enclosure, Fate, Trouble

PER_PAGE: Final = 50

_LINE = (
    "id, about, to_address, to_name, language, subject, fate, trouble, queued_at, "
    "next_try_at, sent_at, tries"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which letters to list; an empty field does not narrow."""

    words: str = ""
    fate: Fate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A letter in the list."""

    id: UUID
    about: UUID | None
    to_address: str
    to_name: str
    language: str
    subject: str
    fate: Fate
    trouble: Trouble
    queued_at: datetime
    next_try_at: datetime | None
    sent_at: datetime | None
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One page of a list."""

    letters: Sequence[Line]
    total: int
    page: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // PER_PAGE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A whole letter, as it went or will go."""

    line: Line
    text: str
    html: str
    reply_to: str
    stop_at: str
    last_answer: str
    enclosures: Sequence[Enclosure]


async def counts(scope: str) -> Mapping[Fate, int]:
    """Count the letters of a conference by their fate."""
    rows = await fetch(
        "SELECT fate, count(*) AS number FROM mail_out WHERE scope = ? GROUP BY fate",
        scope,
    )
    return {Fate(row["fate"]): int(row["number"]) for row in rows}


async def letters_of(scope: str, wanted: Wanted, *, page: int = 1) -> Found:
    """List letters of a conference, the newest first."""
    condition, values = _condition(scope, wanted)
    (row,) = await fetch(
        f"SELECT count(*) AS number FROM mail_out WHERE {condition}",  # noqa: S608
        *values,
    )
    total = int(row["number"])
    here = min(max(1, page), max(1, -(-total // PER_PAGE)))
    rows = await fetch(
        f"SELECT {_LINE} FROM mail_out WHERE {condition} "  # noqa: S608 - our words
        "ORDER BY queued_at DESC, id LIMIT ? OFFSET ?",
        *values,
        PER_PAGE,
        (here - 1) * PER_PAGE,
    )
    return Found(letters=[_line(row) for row in rows], total=total, page=here)


def _condition(scope: str, wanted: Wanted) -> tuple[str, list[object]]:
    condition, values = "scope = ?", [scope]
    if wanted.fate is not None:
        condition += " AND fate = ?"
        values.append(wanted.fate.value)
    for word in wanted.words.split()[:5]:
        text = word.replace("\\", "").replace("%", r"\%").replace("_", r"\_")
        condition += (
            r" AND (lower(to_name || ' ' || to_address || ' ' || subject) "
            r"LIKE ? ESCAPE '\' OR to_name LIKE ? ESCAPE '\')"
        )
        values += [f"%{text.lower()}%", f"%{text}%"]
    return condition, list(values)


async def letter(one: UUID, *, scope: str) -> Stored:
    """Find one letter of a conference, or raise NotFound."""
    rows = await fetch(
        f"SELECT {_LINE}, text, html, reply_to, stop_at, last_answer "  # noqa: S608
        "FROM mail_out WHERE id = ? AND scope = ?",
        one,
        scope,
    )
    if not rows:
        raise NotFound("unknown_letter")
    enclosed = await fetch(
        "SELECT filename, media_type, content FROM mail_enclosure WHERE mail = ? "
        "ORDER BY filename, id",
        one,
    )
    (row,) = rows
    return Stored(
        line=_line(row),
        text=row["text"],
        html=row["html"],
        reply_to=row["reply_to"],
        stop_at=row["stop_at"],
        last_answer=row["last_answer"],
        enclosures=[
            Enclosure(
                filename=each["filename"],
                media_type=each["media_type"],
                content=bytes(each["content"]),
            )
            for each in enclosed
        ],
    )


def _line(row: Mapping[str, Any]) -> Line:
    return Line(
        id=row["id"],
        about=row["about"],
        to_address=row["to_address"],
        to_name=row["to_name"],
        language=row["language"],
        subject=row["subject"],
        fate=Fate(row["fate"]),
        trouble=Trouble(row["trouble"]),
        queued_at=row["queued_at"],
        next_try_at=row["next_try_at"],
        sent_at=row["sent_at"],
        tries=row["tries"],
    )
