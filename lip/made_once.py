"""
Files that are made once from the same things, while somebody keeps them.

Whoever asks for many files lends a memory; what is made from the same words, by the
same templates, is then taken from there. Without one, files are made as ever.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Protocol


class Memory(Protocol):
    """Where files are kept, by the digest of what they are made from."""

    def find(self, source: str) -> bytes | None:
        """Give what was made from this, if it is there."""

    def keep(self, source: str, made: bytes) -> None:
        """Remember what was made from this."""


_LENT: ContextVar[Memory | None] = ContextVar("lent", default=None)


@contextmanager
def lending(memory: Memory) -> Iterator[None]:
    """Let all that is made meanwhile be kept there."""
    token = _LENT.set(memory)
    try:
        yield
    finally:
        _LENT.reset(token)


def made_once(make: Callable[[], bytes], *, of: Callable[[], Iterable[str]]) -> bytes:
    """Make a file, unless one that was made from the same is kept; `of` tells all."""
    memory = _LENT.get()
    if memory is None:
        return make()
    source = _digest(one.encode() for one in of())
    made = memory.find(source)
    if made is None:
        made = make()
        memory.keep(source, made)
    return made


@cache
def digest_of_files(*folders: Path, ending: str = "") -> str:
    """Give one digest of all files in folders: their names and every byte."""
    files = sorted(
        one for folder in folders for one in folder.iterdir() if one.is_file()
    )
    chosen = [one for one in files if one.name.endswith(ending)]
    return _digest(
        part for one in chosen for part in (one.name.encode(), one.read_bytes())
    )


def _digest(parts: Iterable[bytes]) -> str:
    """Digest parts one by one, so that their borders count too."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()
