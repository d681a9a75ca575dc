"""Find public pages by their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from lip.database import current_engine, fetch
from lip.subjects import SubjectKind

ON_A_PAGE: Final = 20

Words = Sequence[Sequence[str]]
"""What must be there: of each word typed the beginnings that will do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A page that was found."""

    kind: SubjectKind
    subject: UUID
    path: str
    language: str
    title: str
    text: str
    changed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """One page of what was found, and how many there are of each kind."""

    hits: Sequence[Hit]
    by_kind: Mapping[SubjectKind, int]
    total: int


_FROM: Final = {
    True: "FROM search_document d JOIN search_words w ON w.document = d.id "
    "WHERE search_words MATCH ? ",
    False: "FROM search_document d JOIN search_words w ON w.document = d.id "
    "WHERE (w.title || w.body) @@ CAST(CAST(? AS text) AS tsquery) ",
}
_IN_TITLE: Final = {
    True: "d.id IN (SELECT document FROM search_words WHERE search_words MATCH ?)",
    False: "w.title @@ CAST(CAST(? AS text) AS tsquery)",
}


async def found(
    words: Words, *, language: str, kind: SubjectKind | None = None, page: int = 1
) -> Hits:
    """
    Find pages that hold all words, each once: in the reader's language if it can be.

    Those with one of them in the title come first, then the newest: the same order on
    both engines, and one that can be explained.
    """
    if not words:
        return Hits(hits=(), by_kind={}, total=0)
    lite = current_engine().engine_type == "sqlite"
    everywhere, title = _asked(words, lite), _in_title(words, lite)
    counted = await fetch(
        "SELECT d.kind AS kind, COUNT(DISTINCT d.path) AS many "
        f"{_FROM[lite]} GROUP BY d.kind",
        everywhere,
    )
    by_kind = {SubjectKind(row["kind"]): row["many"] for row in counted}
    rows = await fetch(
        "SELECT * FROM (SELECT d.kind, d.subject, d.path, d.language, d.title, d.text, "  # noqa: S608
        f"d.changed_at, MIN(CASE WHEN {_IN_TITLE[lite]} THEN 0 ELSE 1 END) "
        "OVER (PARTITION BY d.path) AS below, ROW_NUMBER() OVER (PARTITION BY d.path "
        "ORDER BY CASE WHEN d.language = ? THEN 0 ELSE 1 END, d.language) AS turn "
        f"{_FROM[lite]} AND (d.kind = ? OR ? = '')) AS hit WHERE turn = 1 "
        "ORDER BY below, CASE WHEN changed_at IS NULL THEN 1 ELSE 0 END, "
        "changed_at DESC, path LIMIT ? OFFSET ?",
        title,
        language,
        everywhere,
        kind or "",
        kind or "",
        ON_A_PAGE,
        (page - 1) * ON_A_PAGE,
    )
    total = by_kind.get(kind, 0) if kind else sum(by_kind.values())
    return Hits(hits=[_hit(row) for row in rows], by_kind=by_kind, total=total)


async def all_found_pages() -> Sequence[Hit]:
    """List all pages that can be found, for the static copy."""
    rows = await fetch(
        "SELECT kind, subject, path, language, title, text, changed_at "
        "FROM search_document ORDER BY path, language"
    )
    return [_hit(row) for row in rows]


def _asked(words: Words, lite: bool) -> str:
    """Stems hold letters and digits only, so nothing of a query can be in them."""
    groups = [f"({_any_of(options, lite)})" for options in words]
    return (" AND " if lite else " & ").join(groups)


def _in_title(words: Words, lite: bool) -> str:
    every = list(dict.fromkeys(stem for options in words for stem in options))
    return f"title : ({_any_of(every, lite)})" if lite else _any_of(every, lite)


def _any_of(beginnings: Sequence[str], lite: bool) -> str:
    if lite:
        return " OR ".join(f'"{one}"*' for one in beginnings)
    return " | ".join(f"'{one}':*" for one in beginnings)


def _hit(row: Mapping[str, Any]) -> Hit:
    return Hit(
        kind=SubjectKind(row["kind"]),
        subject=row["subject"],
        path=row["path"],
        language=row["language"],
        title=row["title"],
        text=row["text"],
        changed_at=row["changed_at"],
    )
