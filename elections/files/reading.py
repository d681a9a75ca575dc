"""Any file we know, by the ending of its name."""

from collections.abc import Sequence

from elections.files.abif import read_abif, write_abif
from elections.files.blt import read_blt, write_blt
from elections.files.pabulib import pabulib_contest, read_pabulib
from elections.files.sheets import read_sheet, write_sheet
from elections.files.unreadable import Unreadable
from elections.rules.ballots import Contest, Kind

RANKING = frozenset({"stv-scottish", "stv-meek", "irv", "schulze"})


def read_contest(
    name: str, content: bytes, *, method: str = "", candidates: Sequence[str] = ()
) -> Contest:
    """Read a file; the method says what is wanted where a file holds two things."""
    text = _text(content)
    if not text.strip():
        raise Unreadable("empty_file")
    match name.rpartition(".")[2].lower():
        case "blt":
            return read_blt(text)
        case "abif":
            return read_abif(text, Kind.RANKED if method in RANKING else None)
        case "csv" | "tsv":
            return read_sheet(text, candidates)
        case "pb":
            return pabulib_contest(read_pabulib(text))
        case ending:
            raise Unreadable("unknown_ending", what=ending)


def write_contest(name: str, contest: Contest) -> str:
    """Write a file in the form that its name ends with."""
    match name.rpartition(".")[2].lower():
        case "blt":
            return write_blt(contest)
        case "abif":
            return write_abif(contest)
        case "csv":
            return write_sheet(contest)
        case ending:
            raise Unreadable("unknown_ending", what=ending)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
