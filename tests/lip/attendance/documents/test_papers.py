"""Certificates and lists on paper: real tables, any name, any script."""

import io
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.attendance.documents.attendance_list import ListPaper, attendance_list_pdf
from lip.attendance.documents.certificates import Paper, certificates_pdf
from lip.attendance.documents.wording import said_clock, said_minutes
from lip.attendance.rules.certificates import (
    CertificateFacts,
    CertifiedDay,
    CertifiedSession,
)
from lip.attendance.rules.lists import USUAL, ListColumn, chosen_columns
from lip.said import Said
from lip.words import speaking

BERLIN = ZoneInfo("Europe/Berlin")
NAMES = {
    "Turkish": "İbrahim Işıl Şahinoğlu",
    "Arabic": "أحمد الخطيب",
    "Ukrainian": "Єлизавета Ґалаґан-Їжак",
    "Vietnamese": "Nguyễn Thị Ánh Nguyệt",
    "Tigrinya": "ሓጎስ ገብረሂወት",
}


def a_paper(
    name: str = "Ada", *, language: str = "de", sessions: int = 2, days: int = 1
):
    facts = CertificateFacts(
        name=name,
        title=Said.of(de="Konferenz", ar="مؤتمر"),
        place="Rathaus",
        organiser="Netzwerk",
        days=tuple(
            CertifiedDay(
                day=date(2026, 10, 24 + place), came="09:00", left="17:00", minutes=480
            )
            for place in range(days)
        ),
        sessions=tuple(
            CertifiedSession(title=Said.of(de=f"Werkstatt {place}"), minutes=75)
            for place in range(sessions)
        ),
    )
    return Paper(
        facts=facts,
        number=7,
        code="ABCDEFGHJKMN",
        url="https://lip.example.org/check/ABCD-EFGH-JKMN",
        language=language,
        issued_at=datetime(2026, 11, 22, 12, tzinfo=BERLIN),
    )


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return [page.get_textpage().get_text_range() for page in document]


def a_list(*names: str, columns=USUAL) -> ListPaper:
    return ListPaper(
        conference="Konferenz",
        organiser="Netzwerk",
        funders="",
        of="",
        when="24. Oktober 2026",
        where="Rathaus",
        columns=columns,
        rows=[
            tuple(name if one is ListColumn.NAME else "" for one in columns)
            for name in names
        ],
    )


@pytest.mark.parametrize("script", NAMES)
def test_any_name_stands_on_certificates_and_lists(script: str):
    name = NAMES[script]

    certificate = pages(certificates_pdf([a_paper(name)]))[0]
    listed = pages(attendance_list_pdf(a_list(name), language="de"))[0]

    for word in name.split():
        assert word in certificate
        assert word in listed


@settings(max_examples=20, deadline=None)
@given(name=st.text(max_size=120), language=st.sampled_from(["de", "en", "ar"]))
def test_no_name_breaks_a_paper(name: str, language: str):
    assert certificates_pdf([a_paper(name, language=language)])
    assert attendance_list_pdf(a_list(name), language=language)


def test_two_days_have_a_total_and_one_day_has_none():
    one, two = (pages(certificates_pdf([a_paper(days=days)]))[0] for days in (1, 2))

    assert "Insgesamt" not in one
    assert "Insgesamt" in two
    assert "16 Std." in two


def test_a_certificate_is_one_page_also_with_many_sessions():
    assert len(pages(certificates_pdf([a_paper(sessions=12, days=2)]))) == 1


def test_several_certificates_stand_in_one_file_each_on_its_page():
    found = pages(certificates_pdf([a_paper("Ada"), a_paper("", language="en")]))

    assert len(found) == 2
    assert "Ada" in found[0]
    assert "Certificate of attendance" in found[1]


def test_both_papers_are_tagged_tables_with_a_title():
    for pdf in (
        certificates_pdf([a_paper()]),
        attendance_list_pdf(a_list("Ada"), language="de"),
    ):
        reader = pypdf.PdfReader(io.BytesIO(pdf))
        assert reader.metadata is not None
        assert reader.metadata.title
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_every_page_of_a_long_list_has_its_head_and_number():
    found = pages(attendance_list_pdf(a_list(*["Ada Yıldız"] * 60), language="de"))

    assert len(found) > 2
    for number, page in enumerate(found, start=1):
        assert f"Seite {number} von {len(found)}" in page
        assert "Konferenz" in page


def test_all_columns_fit_on_a_page_across():
    pdf = attendance_list_pdf(a_list("Ada", columns=tuple(ListColumn)), language="de")

    width, height = pypdfium2.PdfDocument(io.BytesIO(pdf))[0].get_size()
    assert width > height


def test_a_list_has_names_whatever_was_ticked():
    assert chosen_columns([]) == (ListColumn.NAME,)


@pytest.mark.parametrize(
    "minutes, said",
    [(0, "0 Min."), (59, "59 Min."), (60, "1 Std."), (395, "6 Std. 35 Min.")],
)
def test_durations_are_said_as_people_say_them(minutes: int, said: str):
    with speaking("de"):
        assert said_minutes(minutes) == said


def test_times_of_day_follow_the_language():
    with speaking("en"):
        assert said_clock("17:05").replace("\u202f", " ") == "5:05 PM"
    with speaking("de"):
        assert said_clock("08:05") == "08:05"
