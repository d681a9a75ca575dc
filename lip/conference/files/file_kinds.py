"""Tell what a file is by its first bytes, whatever it is called."""

import struct
import zipfile
from io import BytesIO

from lip.conference.rules.sheet import SheetKind
from lip.errors import Unusable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS = (
    (b"%PDF", "pdf_file"),
    (b"\x89PNG", "picture_file"),
    (b"\xff\xd8\xff", "picture_file"),
    (b"GIF8", "picture_file"),
    (b"RIFF", "picture_file"),
    (b"{\\rtf", "document_file"),
    (b"\x1f\x8b", "archive_file"),
    (b"7z\xbc\xaf", "archive_file"),
    (b"Rar!", "archive_file"),
)
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table")
_INSIDE = (
    ("xl/workbook.bin", "xlsb_file"),
    ("word/", "document_file"),
    ("ppt/", "document_file"),
    ("Index/", "numbers_file"),
    ("content.xml", "ods_file"),
)


BROKEN_ZIP = (
    zipfile.BadZipFile,
    struct.error,
    EOFError,
    LookupError,
    OSError,
    OverflowError,
    RuntimeError,  # encrypted parts, and versions that zipfile does not know
    ValueError,
)
"""What zipfile raises on files that are not what they claim to be."""


def kind_of(content: bytes) -> SheetKind:
    """Tell whether this is text or Excel, or raise Unusable with what it is instead."""
    if content.startswith(_OLE):
        raise Unusable("encrypted" if _ENCRYPTED in content else "old_xls")
    if content.startswith(_ZIP):
        return _packed(content)
    for start, name in _OTHERS:
        if content.startswith(start):
            raise Unusable(name)
    if content.lstrip()[:20].lower().startswith(_MARKUP):
        raise Unusable("web_page")
    return SheetKind.CSV


def _packed(content: bytes) -> SheetKind:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            names = package.namelist()
    except BROKEN_ZIP as error:
        raise Unusable("broken_xlsx") from error
    if "xl/workbook.xml" in names or "[Content_Types].xml" in names:
        inside = [kind for part, kind in _INSIDE[:3] if _holds(names, part)]
        if not inside:
            return SheetKind.XLSX
        raise Unusable(inside[0])
    inside = [kind for part, kind in _INSIDE if _holds(names, part)]
    raise Unusable(inside[0] if inside else "archive_file")


def _holds(names: list[str], part: str) -> bool:
    return any(name.startswith(part) for name in names)
