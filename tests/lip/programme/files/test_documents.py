"""Documents are what they are called, or are refused with a reason."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.errors import Unusable
from lip.programme.files.documents import checked_document
from lip.programme.rules.document_kinds import LARGEST, MEDIA_TYPES

PDF = b"%PDF-1.7\n..."


def package(*parts: str, mimetype: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        if mimetype:
            zipped.writestr("mimetype", mimetype)
        for part in parts:
            zipped.writestr(part, "<x/>")
    return file.getvalue()


WORD = package("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    "name, content",
    [
        ("a.pdf", PDF),
        ("a.docx", WORD),
        ("a.xlsx", package("[Content_Types].xml", "xl/workbook.xml")),
        ("a.pptx", package("[Content_Types].xml", "ppt/presentation.xml")),
        ("a.odt", package("content.xml", mimetype=MEDIA_TYPES["odt"])),
        ("A.ODS", package("content.xml", mimetype=MEDIA_TYPES["ods"])),
    ],
)
def test_what_it_says_it_is_stays_as_it_is(name: str, content: bytes):
    stored, ending = checked_document(content, name)

    assert stored == content
    assert ending == name.lower().removeprefix("a.")


@pytest.mark.parametrize(
    "name, content, why",
    [
        ("a.pdf", b"", "document_empty"),
        ("a.pdf", b"<html>", "document_not_what_it_says"),
        ("a.docx", PDF, "document_not_what_it_says"),
        ("a.docx", b"PK\x03\x04 kaputt", "document_not_what_it_says"),
        ("a.xlsx", WORD, "document_not_what_it_says"),
        ("a.odt", WORD, "document_not_what_it_says"),
        ("a.ods", package(mimetype=MEDIA_TYPES["odt"]), "document_not_what_it_says"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "document_not_what_it_says"),
        (
            "a.docx",
            package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
            "document_with_macros",
        ),
        ("a.exe", b"MZ", "document_kind_unknown"),
        ("a.html", b"<p>", "document_kind_unknown"),
        ("a.docm", WORD, "document_kind_unknown"),
        ("pdf", PDF, "document_kind_unknown"),
        ("a.txt", b"\x00\x01", "document_not_what_it_says"),
    ],
)
def test_anything_else_is_refused_with_a_reason(name: str, content: bytes, why: str):
    with pytest.raises(Unusable, match=why):
        checked_document(content, name)


def test_what_is_too_large_is_refused():
    with pytest.raises(Unusable, match="document_too_large"):
        checked_document(b"%PDF-" + bytes(LARGEST), "a.pdf")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_stored_so_that_its_letters_are_right(encoding: str):
    stored, ending = checked_document("Grüße, Zoë".encode(encoding), "gruss.txt")

    assert (stored.decode(), ending) == ("Grüße, Zoë", "txt")


@given(st.binary(min_size=1, max_size=300), st.sampled_from(sorted(MEDIA_TYPES)))
def test_no_bytes_break_the_check(content: bytes, ending: str):
    for tried in (content, b"PK\x03\x04" + content):
        with suppress(Unusable):  # a reason is fine, a crash is not
            assert checked_document(tried, f"a.{ending}")[1] == ending
