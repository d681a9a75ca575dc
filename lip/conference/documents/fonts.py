"""
Which font sets which letter, and how wide the words become.

Pillow has no fallback from one font to the next and typst refuses a PDF/UA with a
missing glyph, so every text a person wrote passes through `settable` first.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont

TYPEFACES = Path(__file__).parent / "typefaces"
"""Here and not under `static/`, since the wheel must hold them (ADR 0011)."""

FAMILIES = {
    "Noto Sans": "NotoSans",
    "Noto Sans Arabic": "NotoSansArabic",
    "Noto Sans Ethiopic": "NotoSansEthiopic",
    "Noto Sans Georgian": "NotoSansGeorgian",
    "Noto Sans Armenian": "NotoSansArmenian",
    "Noto Sans Hebrew": "NotoSansHebrew",
}
"""Family to file, in the order in which they are asked for a letter."""

_EM = 1000  # pixels: large enough that rounding does not matter
_STRONG = {"L": "ltr", "EN": "ltr", "AN": "ltr", "R": "rtl", "AL": "rtl"}
_JOINERS = "\u200c\u200d"  # Persian and Kurdish spelling needs them between letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text in one font and one direction."""

    text: str
    family: str
    direction: str


def font_file(family: str, *, bold: bool = False) -> Path:
    """Name the file of a family."""
    return TYPEFACES / f"{FAMILIES[family]}-{'Bold' if bold else 'Regular'}.ttf"


@cache
def characters(family: str) -> frozenset[int]:
    """Read which characters a family has; both weights have the same."""
    with TTFont(font_file(family), lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=4096)
def family_of(letter: str) -> str | None:
    """Find the first family that has a letter."""
    return next((name for name in FAMILIES if ord(letter) in characters(name)), None)


@lru_cache(maxsize=64)
def font(family: str, size: float, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Open a font for Pillow, with shaping by HarfBuzz."""
    return ImageFont.truetype(
        font_file(family, bold=bold), size, layout_engine=ImageFont.Layout.RAQM
    )


@lru_cache(maxsize=4096)
def settable(text: str) -> str:
    """
    Reduce a text to what our fonts can set, in one line.

    Letters that are missing are replaced by their plain form if there is one
    (a mathematical or full-width letter), otherwise dropped, as are emoji,
    controls, and the invisible marks that turn the direction of writing around.

    >>> settable("Zoë 🎉 Ｌｉ")
    'Zoë Li'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept: list[str] = []
    for letter in unicodedata.normalize("NFC", text):
        if letter.isspace():
            kept.append(" ")
        elif family_of(letter):
            kept.append(letter)
        else:
            plain = unicodedata.normalize("NFKC", letter)
            kept.extend(each for each in plain if family_of(each))
    return _one_line(_without_strays("".join(kept)))


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _without_strays(text: str) -> str:
    """Drop marks whose font is not that of their letter, and lone joiners."""
    kept: list[str] = []
    for before, letter, after in _with_neighbours(text):
        if letter in _JOINERS:
            if (
                "AL"
                == unicodedata.bidirectional(before or " ")
                == (unicodedata.bidirectional(after or " "))
            ):
                kept.append(letter)
        elif not _invisible(letter) and _carried(letter, kept):
            kept.append(letter)
    return "".join(kept)


def _with_neighbours(text: str) -> Iterator[tuple[str, str, str]]:
    padded = ["", *text, ""]
    yield from zip(padded, text, padded[2:], strict=False)


def _invisible(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cs"}


def _carried(letter: str, kept: list[str]) -> bool:
    if not unicodedata.category(letter).startswith("M"):
        return True
    return (
        bool(kept)
        and not kept[-1].isspace()
        and any(
            {ord(letter), ord(kept[-1])} <= characters(family) for family in FAMILIES
        )
    )


def direction(text: str) -> str:
    """Tell the direction of a text from its first letter that has one."""
    classes = map(unicodedata.bidirectional, text)
    first = next((each for each in classes if each in {"L", "R", "AL"}), "L")
    return _STRONG[first]


def runs(text: str) -> tuple[Run, ...]:
    """Cut a settable text into stretches of one font and one direction, as read."""
    main = direction(text)
    pieces: list[Run] = []
    for letter, turned in zip(text, _directions(text, main), strict=True):
        last = pieces[-1] if pieces else None
        family = _family_after(letter, last)
        if last and (last.family, last.direction) == (family, turned):
            pieces[-1] = Run(text=last.text + letter, family=family, direction=turned)
        else:
            pieces.append(Run(text=letter, family=family, direction=turned))
    return tuple(pieces)


def _family_after(letter: str, last: Run | None) -> str:
    if last and ord(letter) in characters(last.family):
        return last.family
    return family_of(letter) or "Noto Sans"


def _directions(text: str, main: str) -> list[str]:
    """
    Give each letter a direction; what has none follows its neighbours.

    The two levels of UAX #9 that names need, without embeddings.
    """
    strong = [_strong(letter) for letter in text]
    turned = list(strong)
    for at, own in enumerate(strong):
        if own is None:
            before = next(filter(None, reversed(strong[:at])), main)
            after = next(filter(None, strong[at:]), main)
            mark = unicodedata.bidirectional(text[at]) == "NSM"
            turned[at] = before if mark or before == after else main
    return [each or main for each in turned]


def _strong(letter: str) -> str | None:
    return _STRONG.get(unicodedata.bidirectional(letter))


@lru_cache(maxsize=8192)
def width(text: str, *, bold: bool = False) -> float:
    """Measure a settable text in ems, shaped as it will be set."""
    return (
        sum(
            font(run.family, _EM, bold=bold).getlength(
                run.text, direction=run.direction
            )
            for run in runs(text)
        )
        / _EM
    )


def breaks(text: str) -> Iterator[tuple[str, str]]:
    """Try each way to set a text in two lines at a space or after a hyphen."""
    for at, (letter, following) in enumerate(pairwise(text), start=1):
        if letter == " " or (letter in "-‐" and following != " "):
            yield text[:at].rstrip(), text[at:]
