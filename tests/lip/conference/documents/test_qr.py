import itertools
import operator
import re
from collections.abc import Iterator

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.conference.documents.qr import QUIET, qr_matrix, qr_picture, qr_svg

URL = "https://konferenz.example.org/t/K7QX-9MPT-W3HD"


def upright_edges(path: str) -> Iterator[tuple[int, int]]:
    """Walk an outline and name each module-high edge by column and row."""
    x = y = start_x = start_y = 0
    for step, length, down in re.findall(r"([mhv])(-?\d+) ?(-?\d+)?", path):
        if step == "m":
            start_x, start_y = x, y = start_x + int(length), start_y + int(down)
        elif step == "h":
            x += int(length)
        else:
            yield from ((x, row) for row in range(*sorted((y, y + int(length)))))
            y += int(length)


def filled(path: str, side: int) -> list[list[bool]]:
    """Fill an outline: a module is dark behind an odd number of upright edges."""
    edges = [[False] * (side + 1) for _ in range(side)]
    for x, y in upright_edges(path):
        edges[y][x] = not edges[y][x]
    return [list(itertools.accumulate(row, operator.xor))[:side] for row in edges]


def path_of(svg: str) -> str:
    return svg.split(' d="')[1].split('"', maxsplit=1)[0]


def test_a_ticket_address_makes_version_4():
    assert len(qr_matrix(URL)) == 33


@settings(deadline=None)
@given(st.text(st.characters(codec="ascii", categories=["L", "N"]), max_size=90))
def test_the_outline_encloses_exactly_the_dark_modules(content):
    matrix = qr_matrix(content)

    assert filled(path_of(qr_svg(content)), len(matrix)) == matrix


def test_the_drawing_has_a_quiet_zone_of_four_modules():
    assert 'viewBox="-4 -4 41 41"' in qr_svg(URL)
    assert qr_picture(URL).size == (41, 41)


@pytest.mark.parametrize("module", [2, 5])
def test_a_picture_is_read_back(module):
    picture = qr_picture(URL, module=module).convert("L")

    (found,) = zxingcpp.read_barcodes(picture)

    assert found.text == URL
    assert found.ec_level == "M"


def test_the_quiet_zone_of_a_picture_is_white():
    picture = qr_picture(URL).convert("L")

    for at in range(picture.width):
        for edge in range(QUIET):
            assert picture.getpixel((at, edge)) == 255
            assert picture.getpixel((edge, at)) == 255
