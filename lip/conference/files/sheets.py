"""Read an uploaded list into a sheet, whatever program wrote it."""

from lip.conference.rules.sheet import Sheet

MAX_BYTES = 10_000_000
MAX_ROWS = 20_000


def read_sheet(
    content: bytes,
    *,
    filename: str = "",
    sheet_name: str = "",
    encoding: str = "",
    max_bytes: int = MAX_BYTES,
) -> Sheet:
    """
    Read bytes into a sheet, or raise Unusable with a code.

    The content decides, not the ending of `filename`. `sheet_name` picks a sheet of
    an Excel file, `encoding` overrides what was detected in a text file.
    """
    raise NotImplementedError
