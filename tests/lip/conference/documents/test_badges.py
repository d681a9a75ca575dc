import dataclasses
import io
import re
import unicodedata

import pypdf
import pypdfium2
import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from lip.conference.documents.badges import badges_pdf
from lip.conference.documents.fonts import settable
from lip.conference.rules.badges import FORMATS, USUAL

POINTS = 72 / 25.4


def decoded(pictures) -> set[str]:
    return {
        found.text
        for picture in pictures
        for found in zxingcpp.read_barcodes(
            picture, formats=zxingcpp.BarcodeFormat.QRCode
        )
    }


def text_boxes(pdf: bytes):
    for page in pypdfium2.PdfDocument(pdf):
        height = page.get_height()
        textpage = page.get_textpage()
        for at in range(textpage.count_rects()):
            left, bottom, right, top = textpage.get_rect(at)
            yield left, height - top, right, height - bottom


def structure(pdf: bytes):
    root = pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    waiting = [root["/StructTreeRoot"]["/K"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict) and "/S" in node:
            yield node
            if "/K" in node:
                waiting.append(node["/K"])


def test_every_code_of_200_badges_is_read_at_150_dpi(two_hundred, sheet_pictures):
    found = decoded(sheet_pictures)

    assert found == {badge.url for badge in two_hundred}


def test_every_code_of_200_badges_is_read_blurred_and_turned(
    two_hundred, sheet_pictures
):
    turned = [
        picture.rotate(7, Image.Resampling.BICUBIC, expand=True, fillcolor=255).filter(
            ImageFilter.GaussianBlur(1)
        )
        for picture in sheet_pictures
    ]

    found = decoded(turned)

    assert found == {badge.url for badge in two_hundred}


def test_two_hundred_badges_take_half_a_megabyte_at_most(sheet):
    size = len(sheet)

    assert size <= 500_000


def test_a_sheet_is_tagged_and_has_a_title_and_a_language(sheet):
    reader = pypdf.PdfReader(io.BytesIO(sheet))
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "de"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Namensschilder: Migrationskonferenz 2026"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_each_badge_is_a_heading_and_its_code_has_words(a_badge):
    badge = a_badge(7, name="Zoë Öztürk")

    nodes = list(structure(badges_pdf([badge], format=USUAL, language="de")))

    assert [node["/S"] for node in nodes].count("/H1") == 1
    alternatives = [node["/Alt"] for node in nodes if "/Alt" in node]
    code = f"{badge.code[:4]}-{badge.code[4:8]}-{badge.code[8:]}"
    assert alternatives == [f"QR-Code zum Ticket {code}"]


@pytest.mark.parametrize("script", ["German", "Turkish", "Ukrainian", "Vietnamese"])
def test_names_can_be_copied_out_of_the_sheet(a_badge, names, texts, script):
    badge = a_badge(name=names[script])

    page = texts(badges_pdf([badge], format=USUAL, language="de"))[0]

    assert names[script] in re.sub(r"\s+", " ", page)


@pytest.mark.parametrize("script", ["Arabic", "Persian", "Tigrinya"])
def test_names_beyond_latin_can_be_copied_in_reading_order(
    a_badge, names, texts, script
):
    badge = a_badge(name=names[script])

    page = texts(badges_pdf([badge], format=USUAL, language="de"))[0]

    copied = unicodedata.normalize("NFKC", page).replace("\u200c", "")
    for word in names[script].replace("\u200c", "").split():
        assert word in copied


@pytest.mark.parametrize("direction", ["de", "ar"])
@pytest.mark.parametrize("format_", FORMATS.values(), ids=lambda each: each.name)
@pytest.mark.parametrize(
    "name",
    ["W" * 80, "i", "Wolfeschlegelsteinhausenbergerdorff", "Anna Bo " * 10, "خ" * 80],
)
def test_a_name_of_any_length_stays_inside_its_badge(a_badge, name, format_, direction):
    badge = a_badge(name=name, organisation="Verband " * 12)

    pdf = badges_pdf([badge], format=format_, language=direction)

    sides = [format_.front(0), format_.back(0) or format_.front(0)]
    width, height = (length * POINTS for length in format_.badge)
    for left, top, right, bottom in text_boxes(pdf):
        assert any(
            side.left * POINTS <= left + 0.5
            and right <= side.left * POINTS + width + 0.5
            and side.top * POINTS <= top
            and bottom <= side.top * POINTS + height
            for side in sides
        )


def test_a_long_name_is_whole(a_badge, texts):
    name = (
        "Maria del Carmen Fernández de la Vega y Sánchez-Ocaña Rodríguez de los Cobos"
    )

    page = texts(badges_pdf([a_badge(name=name)], format=USUAL, language="de"))[0]

    assert name in re.sub(r"\s+", " ", page)


@pytest.mark.parametrize(
    "name",
    [
        '<script>alert("x")</script>',
        "#let x = 1; #pagebreak()",
        "$ sum_x $ *fett* _kursiv_ `code`",
        "\\u{41} @quelle <marke> // nichts",
        "= Überschrift",
        '"}]; #panic("x")',
    ],
)
def test_a_name_that_looks_like_markup_stays_a_name(a_badge, texts, name):
    pdf = badges_pdf([a_badge(name=name)], format=USUAL, language="de")

    assert name in re.sub(r"\s+", " ", texts(pdf)[0])


def test_a_name_without_letters_of_ours_leaves_a_line_to_write_on(a_badge, texts):
    pdf = badges_pdf([a_badge(name="王伟")], format=USUAL, language="de")

    page = texts(pdf)[0]
    assert "Integrationsbeirat Nord" in page
    assert "王" not in page


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(name=st.text(max_size=80), organisation=st.text(max_size=60))
def test_no_text_breaks_a_badge(a_badge, name, organisation):
    badge = a_badge(name=name, organisation=organisation, role=name, day=organisation)

    pdf = badges_pdf([badge], format=USUAL, language="de")

    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 1


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    name=st.text(
        st.characters(
            min_codepoint=0x20,
            max_codepoint=0x13FF,
            categories=["L", "M", "N", "P", "Zs"],
        ),
        max_size=40,
    )
)
def test_no_name_in_scripts_of_ours_breaks_a_badge(a_badge, name):
    pdf = badges_pdf([a_badge(name=name)], format=USUAL, language="de")

    headings = [node for node in structure(pdf) if node["/S"] == "/H1"]
    assert bool(headings) == bool(settable(name))


def test_a_sheet_used_in_part_is_used_up(a_badge, drawn):
    per_sheet = USUAL.per_sheet
    badges = [a_badge(number) for number in range(1, 4)]
    pdf = badges_pdf(badges, format=USUAL, language="de", first=per_sheet)

    first, second = drawn(pdf)

    corner = first.crop((first.width // 2, first.height * 3 // 4, *first.size))
    assert decoded([first]) == decoded([corner]) == {badges[0].url}
    assert decoded([second]) == {badges[1].url, badges[2].url}


def test_the_back_lies_behind_the_front(a_badge, drawn):
    format_ = FORMATS["a4-4-a6-duplex"]
    badges = [a_badge(number) for number in range(1, 5)]

    front, back = drawn(badges_pdf(badges, format=format_, language="de"))

    half = front.width // 2
    left_front = front.crop((0, 0, half, front.height // 2))
    right_back = back.crop((half, 0, back.width, back.height // 2))
    assert decoded([left_front]) == decoded([right_back]) == {badges[0].url}


def test_a_folded_badge_shows_the_same_code_on_both_halves(a_badge, drawn):
    badges = [a_badge(1), a_badge(2)]

    (page,) = drawn(badges_pdf(badges, format=FORMATS["a4-2-a6-fold"], language="de"))

    half = page.width // 2
    halves = [
        page.crop((0, 0, half, page.height // 2)),
        page.crop((half, 0, page.width, page.height // 2)),
    ]
    assert [decoded([each]) for each in halves] == [{badges[0].url}] * 2


def test_cut_marks_stand_on_plain_paper_only(a_badge):
    badge = a_badge(languages=(), role="", organisation="")

    def lines(name: str) -> int:
        pdf = badges_pdf([badge], format=FORMATS[name], language="de")
        page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
        return len(re.findall(rb"\bS\b", page.get_contents().get_data()))

    assert lines("a4-4-a6") > 0
    assert lines("a4-10-80x50") == 0


def test_a_badge_in_arabic_has_its_code_on_the_left(a_badge, drawn):
    (page,) = drawn(badges_pdf([a_badge()], format=FORMATS["a7"], language="ar"))

    left_half = page.crop((0, 0, page.width * 6 // 10, page.height))

    assert len(decoded([left_half])) == 1


def test_a_badge_by_hand_needs_no_entry_in_the_table(a_badge, drawn):
    by_hand = dataclasses.replace(
        USUAL, name="by-hand", columns=1, rows=2, badge=(100.0, 65.0)
    )
    badges = [a_badge(1), a_badge(2), a_badge(3)]

    pages = drawn(badges_pdf(badges, format=by_hand, language="de"))

    assert [len(decoded([page])) for page in pages] == [2, 1]


def test_no_badges_make_an_empty_page():
    pdf = badges_pdf([], format=USUAL, language="de")

    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 1
