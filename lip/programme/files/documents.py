"""Tell whether a document is what its ending says, and carries nothing that runs."""

import zipfile
from io import BytesIO
from typing import Final

from lip.conference.files.file_kinds import BROKEN_ZIP
from lip.errors import Unusable
from lip.programme.rules.document_kinds import LARGEST, MEDIA_TYPES, ending_of

_FOLDERS: Final = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
_MACROS: Final = ("vbaproject.bin", "vbadata.xml", "basic/script-lc.xml")
_TOUCHED: Final = 2_000
"""How many parts of a package are looked at."""


def checked_document(content: bytes, filename: str) -> tuple[bytes, str]:
    """Give the bytes to store and the ending of their kind, or raise Unusable."""
    ending = ending_of(filename)
    if not content:
        raise Unusable("document_empty")
    if len(content) > LARGEST:
        raise Unusable("document_too_large")
    if not ending:
        raise Unusable("document_kind_unknown")
    if ending == "txt":
        return _text(content), ending
    fits = _is_pdf(content) if ending == "pdf" else _is_package(content, ending)
    if not fits:
        raise Unusable("document_not_what_it_says", ending=ending)
    return content, ending


def _is_pdf(content: bytes) -> bool:
    return b"%PDF-" in content[:1024]


def _text(content: bytes) -> bytes:
    """Store text as UTF-8, so that every browser shows its letters."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in content and not wide:
        raise Unusable("document_not_what_it_says", ending="txt")
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding).encode()
        except UnicodeError:
            continue
    raise Unusable("document_not_what_it_says", ending="txt")


def _is_package(content: bytes, ending: str) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            names = package.namelist()[:_TOUCHED]
            kind = _mimetype(package) if "mimetype" in names else ""
    except BROKEN_ZIP:
        return False
    if any(name.lower().endswith(_MACROS) for name in names):
        raise Unusable("document_with_macros")
    if ending in _FOLDERS:
        folder = _FOLDERS[ending]
        return "[Content_Types].xml" in names and any(
            name.startswith(folder) for name in names
        )
    return kind == MEDIA_TYPES[ending]


def _mimetype(package: zipfile.ZipFile) -> str:
    with package.open("mimetype") as part:
        return part.read(200).decode("ascii", "replace").strip()
