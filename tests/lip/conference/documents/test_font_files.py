import hashlib
import re
import unicodedata

import pytest
from fontTools.ttLib import TTFont

from lip.conference.documents.cut_fonts import ROOT, STYLESHEET, TYPEFACES, WEB

LICENCES = ROOT / "static" / "fonts" / "LICENSES.md"
FILES = sorted((*TYPEFACES.glob("*.ttf"), *WEB.glob("*.woff2")))
FACE = re.compile(
    r"font-weight: (\d+);.*?url\(\"(.+?)\"\).*?unicode-range: (.+?);", re.DOTALL
)
FACES = FACE.findall(STYLESHEET.read_text(encoding="utf-8"))


def points(ranges: str) -> set[int]:
    """Read ranges; points that mean nothing may stand between two letters."""
    found: set[int] = set()
    for part in ranges.replace("U+", "").split(","):
        first, _, last = part.strip().partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return {point for point in found if unicodedata.category(chr(point)) != "Cn"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_licence_page_names_each_file_with_its_digest(path):
    digest = hashlib.sha256(path.read_bytes()).hexdigest()

    line = next(
        line
        for line in LICENCES.read_text(encoding="utf-8").splitlines()
        if f"`{path.relative_to(ROOT)}`" in line
    )

    assert digest in line


def test_the_licence_lies_beside_both_sets():
    licence = (TYPEFACES / "OFL.txt").read_text(encoding="utf-8")

    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert licence == (LICENCES.parent / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("weight,url,ranges", FACES)
def test_each_face_of_the_style_sheet_has_the_letters_it_promises(weight, url, ranges):
    with TTFont((STYLESHEET.parent / url).resolve()) as font:
        held = set(font.getBestCmap())
        assert font["OS/2"].usWeightClass == int(weight)

    assert points(ranges) <= held


def test_every_web_font_is_declared():
    declared = {url.rsplit("/", 1)[1] for _weight, url, _ranges in FACES}

    assert declared == {path.name for path in WEB.glob("*.woff2")}


def test_no_letter_is_promised_by_two_faces_of_a_weight():
    for weight in ("400", "700"):
        seen: set[int] = set()
        for face_weight, _url, ranges in FACES:
            if face_weight == weight:
                assert not seen & points(ranges)
                seen |= points(ranges)


def test_german_pages_load_less_than_twenty_kilobytes_a_weight():
    assert (WEB / "noto-sans-latin-400.woff2").stat().st_size < 20_000
