"""Put a folder in the place of another in one step; never two people at once."""

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from lip.errors import Conflict

_HERE: Final = -100  # AT_FDCWD
_EXCHANGE: Final = 2  # RENAME_EXCHANGE, renameat2(2)
_MADE: Final = "made"
_BEFORE: Final = "before"


@contextmanager
def workshop(out: Path) -> Iterator[Path]:
    """
    Give an empty folder on the same disk as `out`; raise Conflict if somebody has it.

    The system holds the lock, so it ends with the process, however that ends. What one
    that was killed left behind is the folder itself, and is emptied here.
    """
    folder = out.with_name(f".{out.name}.new")
    folder.mkdir(parents=True, exist_ok=True)
    held = os.open(folder, os.O_RDONLY)
    try:
        _lock(held, folder)
        _mend(folder, out)
        made = folder / _MADE
        made.mkdir()
        try:
            yield made
        finally:
            _mend(folder, out)
            folder.rmdir()
    finally:
        os.close(held)


def _lock(held: int, folder: Path) -> None:
    """Take the folder for us alone, if it is still the one of this name."""
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        same = os.path.samestat(os.fstat(held), folder.stat())
    except (BlockingIOError, FileNotFoundError):
        same = False
    if not same:
        raise Conflict("copy_in_work", folder=str(folder))


def _mend(folder: Path, out: Path) -> None:
    """Give back what stood in the place if nothing does, and empty the folder."""
    before = folder / _BEFORE
    if before.exists() and not out.exists():
        before.rename(out)
    for left in folder.iterdir():
        shutil.rmtree(left)


def put_in_place(made: Path, out: Path) -> None:
    """
    Let `made` stand where `out` stood; what stood there comes into the workshop.

    Where the system can exchange two names (Linux), nobody ever finds none; elsewhere
    there is a moment between two renames, after which the next run goes on.
    """
    _sync(made)
    if out.exists() and not _exchanged(made, out):
        out.rename(made.with_name(_BEFORE))
    if made.exists() and not out.exists():
        made.rename(out)


def _exchanged(one: Path, other: Path) -> bool:
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    names = os.fsencode(one), os.fsencode(other)
    return bool(rename(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)


def _sync(folder: Path) -> None:
    """Have on the disk all that is new, and all names, before one changes."""
    for path in (folder, *folder.rglob("*")):
        if path.is_file() and path.stat().st_nlink > 1:
            continue  # the same file as before, which is there already
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
