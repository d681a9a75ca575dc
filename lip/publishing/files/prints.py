"""What the last copy holds of files that are made, so that none is made again."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

MADE_FROM: Final = "made-from.json"
"""Says which file of a copy was made from what: a digest, the file, its own digest."""


class Prints:
    """A memory for `lip.made_once`: the last copy, and what was made meanwhile."""

    def __init__(self, copy: Path) -> None:
        self._copy = copy
        self._before = _read(copy / MADE_FROM)
        self._made: dict[str, bytes] = {}

    def find(self, source: str) -> bytes | None:
        """Give what was made from this, if it still is what it was."""
        if source not in self._made and source in self._before:
            file, digest = self._before[source]
            body = self._body(file)
            if body is not None and _digest(body) == digest:
                self._made[source] = body
        return self._made.get(source)

    def keep(self, source: str, made: bytes) -> None:
        """Remember what was made from this."""
        self._made[source] = made

    def told(self, files: Mapping[str, bytes]) -> bytes:
        """Say for the next copy what stands in these files."""
        there = {_digest(body): file for file, body in sorted(files.items())}
        digests = {source: _digest(made) for source, made in self._made.items()}
        known = {
            source: (there[digest], digest)
            for source, digest in sorted(digests.items())
            if digest in there
        }
        return json.dumps(known, indent=0).encode()

    def _body(self, file: str) -> bytes | None:
        try:
            return (self._copy / file).read_bytes()
        except OSError:
            return None


def _read(path: Path) -> Mapping[str, tuple[str, str]]:
    """Read what the last copy says; one that cannot be read says nothing."""
    try:
        told = json.loads(path.read_bytes())
        return {
            str(source): (str(one), str(two)) for source, (one, two) in told.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
