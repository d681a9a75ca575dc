"""Names of uploaded files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.programme.rules.document_kinds import MEDIA_TYPES, ending_for, ending_of
from lip.programme.rules.file_names import LONGEST, cleaned_name, plain_name


@pytest.mark.parametrize(
    "name, clean",
    [
        ("Protokoll.pdf", "Protokoll.pdf"),
        ("C:\\Users\\ada\\Protokoll.PDF", "Protokoll.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
        ("rechnung\u202efdp.exe.pdf", "rechnungfdp.exe.pdf"),
        ("con.pdf", "Datei.pdf"),
        (".pdf", "Datei.pdf"),
        ("محضر المؤتمر.pdf", "محضر المؤتمر.pdf"),
        ("Ergebnisse 2.0 vom Freitag", "Ergebnisse 2.0 vom Freitag.pdf"),
    ],
)
def test_of_a_name_stays_what_can_be_saved(name: str, clean: str):
    assert cleaned_name(name, ending="pdf") == clean


@given(st.text(max_size=400))
def test_every_name_becomes_harmless(name: str):
    clean = cleaned_name(name, ending="odt")

    assert clean.endswith(".odt")
    assert 4 < len(clean) <= LONGEST + 4
    assert not set(clean) & set('<>:"/\\|?*\r\n\0')
    assert cleaned_name(clean, ending="odt") == clean


@given(st.text(max_size=400))
def test_the_plain_name_fits_into_a_header(name: str):
    plain = plain_name(cleaned_name(name, ending="txt"))

    assert plain.isascii()
    assert plain.isprintable()
    assert not set(plain) & set('"\\%')


def test_endings_and_media_types_belong_together():
    assert {ending_for(kind) for kind in MEDIA_TYPES.values()} == set(MEDIA_TYPES)
    assert ending_of("makro.docm") == ""
    assert ending_of("seite.html") == ""
