"""Put a folder in the place of another in one step."""

import ctypes
import os
import shutil
from pathlib import Path
from typing import Final

_HERE: Final = -100  # AT_FDCWD
_EXCHANGE: Final = 2  # RENAME_EXCHANGE, renameat2(2)


def put_in_place(made: Path, out: Path) -> None:
    """
    Let `made` stand where `out` stood, and remove what stood there.

    Where the system can exchange two names (Linux), nobody ever finds none; elsewhere
    there is a moment between two renames, and the older folder stays beside it.
    """
    _sync(made)
    if not out.exists():
        made.rename(out)
        return
    before = out.with_name(f".{out.name}.old")
    shutil.rmtree(before, ignore_errors=True)
    if _exchanged(made, out):
        made.rename(before)
    else:
        out.rename(before)
        made.rename(out)
    shutil.rmtree(before)


def _exchanged(one: Path, other: Path) -> bool:
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    names = os.fsencode(one), os.fsencode(other)
    return bool(rename(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)


def _sync(folder: Path) -> None:
    """Have everything on the disk before names change."""
    for path in (folder, *folder.rglob("*")):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
