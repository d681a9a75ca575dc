"""
The file of a backup: compressed lines of JSON, the same from every engine.

The first line says what it is, then each table has a line with its columns
followed by a line per row, and the last line holds the digest of all before.
"""

import gzip
import hashlib
import json
import os
import secrets
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from lip.database.backup_values import read, written
from lip.errors import NotFound, Unusable

KIND = "lip backup 1"
BATCH = 1_000
_LEVEL = 6
_LONGEST_HEADER = 1_000_000
_MAGIC = b"\x1f\x8b"
_UNREADABLE = (OSError, EOFError, zlib.error)

Part = tuple[str, list[str], list[list[Any]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands in the first line."""

    made_at: datetime
    migrations: frozenset[tuple[str, str]]


class BackupWriter:
    """Writes lines, and counts and digests them."""

    def __init__(self, file: gzip.GzipFile) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self.rows = 0
        self.tables = 0

    def begin(self, header: Header) -> None:
        """Write the first line."""
        self._line({
            "kind": KIND,
            "made_at": header.made_at.isoformat(),
            "migrations": sorted(header.migrations),
        })

    def begin_table(self, name: str, columns: Sequence[str]) -> None:
        """Write the line that stands above the rows of a table."""
        self._line({"table": name, "columns": list(columns)})
        self.tables += 1

    def add(self, rows: Sequence[Sequence[Any]]) -> None:
        """Write rows of the current table."""
        for row in rows:
            self._line([written(value) for value in row])
        self.rows += len(rows)

    def end(self) -> str:
        """Write the last line; return the digest."""
        digest = self._digest.hexdigest()
        self._line({"rows": self.rows, "sha256": digest})
        return digest

    def _line(self, content: object) -> None:
        line = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        raw = line.encode("utf-8", "surrogatepass") + b"\n"
        self._digest.update(raw)
        self._file.write(raw)


@contextmanager
def new_backup_file(target: Path) -> Iterator[BackupWriter]:
    """Write a file that is there only when it is whole, and on the disk."""
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            with _compressed(file) as packed:
                yield BackupWriter(packed)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
        _sync_folder(target.parent)
    finally:
        draft.unlink(missing_ok=True)


def _compressed(file: BinaryIO) -> gzip.GzipFile:
    return gzip.GzipFile(
        filename="", fileobj=file, mode="wb", compresslevel=_LEVEL, mtime=0
    )


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def header_of(source: Path) -> Header:
    """Read the first line, or refuse: this is no backup."""
    try:
        with gzip.open(source) as file:
            content = json.loads(file.readline(_LONGEST_HEADER))
        if content["kind"] != KIND:
            raise Unusable("not_a_backup", name=source.name)
        return Header(
            made_at=datetime.fromisoformat(content["made_at"]),
            migrations=frozenset((area, id_) for area, id_ in content["migrations"]),
        )
    except (*_UNREADABLE, ValueError, TypeError, KeyError) as error:
        raise Unusable("not_a_backup", name=source.name) from error


def check_whole(source: Path) -> str:
    """Return the digest, or refuse a file that is not as it was written."""
    if not source.is_file():
        raise NotFound("no_such_file", name=source.name)
    if not _is_compressed(source):
        raise Unusable("not_a_backup", name=source.name)
    digest, last = hashlib.sha256(), b""
    try:
        with gzip.open(source) as file:
            for line in file:
                digest.update(last)
                last = line
    except _UNREADABLE as error:
        raise Unusable("damaged_backup", name=source.name) from error
    header_of(source)
    if _stated_digest(last) != digest.hexdigest():
        raise Unusable("damaged_backup", name=source.name)
    return digest.hexdigest()


def _is_compressed(source: Path) -> bool:
    with source.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _stated_digest(last_line: bytes) -> str:
    try:
        return str(json.loads(last_line)["sha256"])
    except (ValueError, TypeError, KeyError):
        return ""


def parts_of(source: Path) -> Iterator[Part]:
    """Read the tables of a whole backup: each as parts of at most `BATCH` rows."""
    table = ""
    columns: list[str] = []
    rows: list[list[Any]] = []
    with gzip.open(source) as file:
        next(file)
        for line in file:
            content = json.loads(line)
            if isinstance(content, list):
                rows.append([read(value) for value in content])
            if rows and (isinstance(content, dict) or len(rows) == BATCH):
                yield table, columns, rows
                rows = []
            if isinstance(content, dict) and "table" in content:
                table, columns = content["table"], content["columns"]
