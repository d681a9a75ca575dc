"""Read what conferences say of themselves, and the series they belong to."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from lip.conference.rules.stages import Stage
from lip.database import fetch
from lip.errors import NotFound
from lip.programme.rules.public_page import (
    PublicPage,
    SeriesFacts,
    StoredPage,
    titles_of,
)
from lip.said import Said

SAID: Final = (
    *("title", "subtitle", "summary", "text"),
    *("access", "interpreting", "funders"),
)
PLAIN: Final = (
    *("address", "map_url", "contact_name", "contact_email", "contact_phone"),
    *("organiser_address", "organiser_represented_by"),
)
_COLUMNS = ", ".join(f"p.{name}" for name in (*SAID, *PLAIN, "languages", "changed_at"))
_JOINED = """
    s.id AS series_id, s.key AS series_key, s.title AS series_title
    FROM conference_page p LEFT JOIN series s ON s.id = p.series
"""


async def page_of(conference: UUID) -> StoredPage:
    """Find the page of a conference with its series; one query."""
    rows = await fetch(
        f"SELECT {_COLUMNS}, {_JOINED} WHERE p.conference = ?",
        conference,
    )
    return _stored(rows[0]) if rows else StoredPage()


async def translated_title(conference: UUID) -> PublicPage:
    """Find nothing of a page but its title; one query."""
    rows = await fetch(
        "SELECT title FROM conference_page WHERE conference = ?", conference
    )
    return PublicPage(title=Said.load(rows[0]["title"])) if rows else PublicPage()


async def titles_elsewhere() -> Mapping[UUID, tuple[Said, SeriesFacts | None]]:
    """Give the translated titles and the series of all conferences; one query."""
    rows = await fetch(f"SELECT p.conference, p.title, {_JOINED}")
    return {
        row["conference"]: (Said.load(row["title"]), _joined_series(row))
        for row in rows
    }


async def all_series() -> Sequence[SeriesFacts]:
    """List all series, the newest first."""
    rows = await fetch("SELECT id, key, title FROM series ORDER BY created_at DESC")
    return [
        SeriesFacts(id=row["id"], key=row["key"], title=Said.load(row["title"]))
        for row in rows
    ]


async def series_by_id(series: UUID) -> SeriesFacts:
    """Find a series, or raise NotFound."""
    rows = await fetch("SELECT id, key, title FROM series WHERE id = ?", series)
    if not rows:
        raise NotFound("unknown_series")
    (row,) = rows
    return SeriesFacts(id=row["id"], key=row["key"], title=Said.load(row["title"]))


async def siblings(series: UUID, *, but: UUID) -> Sequence[tuple[str, Said]]:
    """Give keys and titles of a series' other public conferences, the latest first."""
    rows = await fetch(
        """
        SELECT f.key, f.title, f.language, p.title AS titles FROM conference f
            JOIN conference_page p ON p.conference = f.id
        WHERE p.series = ? AND f.id <> ? AND f.stage <> ?
        ORDER BY (SELECT max(d.day) FROM conference_day d WHERE d.conference = f.id)
            DESC, f.key
        """,
        series,
        but,
        Stage.DRAFT.value,
    )
    return [(row["key"], _titles(row)) for row in rows]


def _titles(row: Mapping[str, Any]) -> Said:
    translated = PublicPage(title=Said.load(row["titles"]))
    return titles_of(row["title"], row["language"], translated)


def _stored(row: Mapping[str, Any]) -> StoredPage:
    texts: dict[str, Any] = {name: Said.load(row[name]) for name in SAID}
    texts |= {name: row[name] for name in PLAIN}
    page = PublicPage(**texts, languages=tuple(row["languages"].split()))
    return StoredPage(
        page=page, series=_joined_series(row), changed_at=row["changed_at"]
    )


def _joined_series(row: Mapping[str, Any]) -> SeriesFacts | None:
    if row["series_id"] is None:
        return None
    return SeriesFacts(
        id=row["series_id"],
        key=row["series_key"],
        title=Said.load(row["series_title"]),
    )
