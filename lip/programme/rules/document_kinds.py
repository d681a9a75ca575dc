"""What may be uploaded as a document, told by its ending."""

from collections.abc import Mapping
from typing import Final

LARGEST: Final = 10 * 1024 * 1024
MOST: Final = 60
"""How many documents a conference may have."""

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"

MEDIA_TYPES: Final[Mapping[str, str]] = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "odt": f"{_OPEN}.text",
    "ods": f"{_OPEN}.spreadsheet",
    "odp": f"{_OPEN}.presentation",
    "txt": "text/plain; charset=utf-8",
}


def ending_of(filename: str) -> str:
    """
    Tell the ending of a file, if it may be uploaded; else nothing.

    >>> ending_of("Protokoll.PDF"), ending_of("makro.docm"), ending_of("pdf")
    ('pdf', '', '')
    """
    _, dot, ending = filename.rpartition(".")
    ending = ending.strip().lower()
    return ending if dot and ending in MEDIA_TYPES else ""


def ending_for(media_type: str) -> str:
    """Give the ending of a stored file back."""
    return next(
        (ending for ending, known in MEDIA_TYPES.items() if known == media_type), ""
    )
