"""Bring what can be found up to date with what is public."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from lip.database import current_engine, execute_many, fetch, transaction
from lip.publishing.rules.searching import stems
from lip.subjects import Document, DocumentsOf

AT_LEAST_EVERY: Final = timedelta(minutes=30)
"""What becomes public by its date alone leaves no entry in the journal."""

_STATE: Final = 1
_Known = dict[tuple[str, str], tuple[UUID, str]]


async def refresh_if_needed(documents: Sequence[DocumentsOf], *, now: datetime) -> int:
    """Look anew if something was done since the last time, or it is long ago."""
    newest = await _newest_entry()
    state = await fetch(
        "SELECT entry, refreshed_at FROM search_state WHERE id = ?", _STATE
    )
    if state:
        fresh = now - state[0]["refreshed_at"] < AT_LEAST_EVERY
        if fresh and state[0]["entry"] == newest:
            return 0
    changed = await refresh_search(documents)
    if newest is None:  # nobody has done anything yet: nothing to remember
        return changed
    async with transaction():
        await fetch("DELETE FROM search_state WHERE id = ?", _STATE)
        await fetch(
            "INSERT INTO search_state (id, entry, refreshed_at) VALUES (?, ?, ?)",
            _STATE,
            newest,
            now,
        )
    return changed


async def refresh_search(documents: Sequence[DocumentsOf]) -> int:
    """Write what is new or different, take out what is no longer public."""
    rows = await fetch("SELECT id, path, language, mark FROM search_document")
    known: _Known = {
        (row["path"], row["language"]): (row["id"], row["mark"]) for row in rows
    }
    changed = 0
    for listed in documents:
        async for one in listed():
            changed += await _brought(one, known)
    async with transaction():
        await _take_out([there for there, _ in known.values()])
        if changed or known:
            await _forget_words()
    return changed + len(known)


async def _brought(one: Document, known: _Known) -> int:
    """Write a page if it is new or different; tell how many were written."""
    before = known.pop((one.path, one.language), None)
    mark = _mark_of(one)
    if before is not None and before[1] == mark:
        return 0
    async with transaction():
        await _take_out([before[0]] if before else [])
        await _write(one, mark)
    return 1


async def _newest_entry() -> UUID | None:
    rows = await fetch("SELECT id FROM journal_entry ORDER BY at DESC, id LIMIT 1")
    newest: UUID | None = rows[0]["id"] if rows else None
    return newest


def _mark_of(one: Document) -> str:
    said = "\0".join((
        one.kind,
        str(one.id),
        one.title,
        one.text,
        one.changed_at.isoformat() if one.changed_at else "",
    ))
    return hashlib.sha256(said.encode()).hexdigest()


async def _write(one: Document, mark: str) -> None:
    row = uuid4()
    await fetch(
        "INSERT INTO search_document "
        "(id, kind, subject, path, language, title, text, mark, changed_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row,
        one.kind.value,
        one.id,
        one.path,
        one.language,
        one.title,
        one.text,
        mark,
        one.changed_at,
    )
    title, body = stems(one.title, one.language), stems(one.text, one.language)
    if current_engine().engine_type == "sqlite":
        await fetch(
            "INSERT INTO search_words (document, title, body) VALUES (?, ?, ?)",
            row,
            " ".join(title),
            " ".join(body),
        )
        return
    await fetch(
        "INSERT INTO search_words (document, title, body) VALUES "
        "(?, array_to_tsvector(CAST(? AS text[])), "
        "array_to_tsvector(CAST(? AS text[])))",
        row,
        sorted(set(title)),
        sorted(set(body)),
    )


async def _forget_words() -> None:
    """FTS5 keeps words of deleted rows in its segments until these are merged."""
    if current_engine().engine_type == "sqlite":
        await fetch("INSERT INTO search_words (search_words) VALUES ('optimize')")


async def _take_out(rows: Sequence[UUID]) -> None:
    for table, column in (("search_words", "document"), ("search_document", "id")):
        await execute_many(
            f"DELETE FROM {table} WHERE {column} = ?",  # noqa: S608
            [(row,) for row in rows],
        )
