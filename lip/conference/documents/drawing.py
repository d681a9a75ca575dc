"""Text on a Pillow picture: several fonts and both directions in one line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PIL import Image, ImageColor, ImageDraw

from lip.conference.documents.fitting import LEADING, Box, fit
from lip.conference.documents.fonts import Run, direction, font, runs, width

_SHADES = 16
_ASCENT = 0.95  # ems from the top of a line to the letters' feet


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Where lines begin and end, in pixels, and how they are set."""

    left: int
    width: int
    across: str  # left, right or center
    language: str


def _as_seen(text: str) -> Iterator[Run]:
    """Put the runs of a line in the order in which they stand from left to right."""
    stretches = [
        (turned, list(group))
        for turned, group in groupby(runs(text), key=lambda run: run.direction)
    ]
    if direction(text) == "rtl":
        stretches.reverse()
    for turned, group in stretches:
        yield from reversed(group) if turned == "rtl" else group


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One settable line; `left` and `foot` are where its letters begin and stand."""

    text: str
    left: float
    foot: float
    size: float
    fill: str
    bold: bool = False
    language: str | None = None


def draw_line(picture: Image.Image, line: Line) -> None:
    """Draw one line, each stretch of it in the font that has its letters."""
    pen = ImageDraw.Draw(picture)
    left = line.left
    for run in _as_seen(line.text):
        drawn = font(run.family, line.size, bold=line.bold)
        pen.text(
            (left, line.foot),
            run.text,
            font=drawn,
            fill=line.fill,
            anchor="ls",
            direction=run.direction,
            language=line.language,
        )
        left += drawn.getlength(
            run.text, direction=run.direction, language=line.language
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text looks: its largest size in pixels, its lines, its colour."""

    size: float
    height: float
    fill: str
    lines: int = 2
    bold: bool = False


def draw_text(
    picture: Image.Image, text: str, *, top: float, column: Column, style: Style
) -> float:
    """Fit a text into a column, draw it and tell where it ends."""
    fitted = fit(
        text,
        Box(
            width=column.width,
            height=style.height,
            largest=style.size,
            lines=style.lines,
            bold=style.bold,
        ),
    )
    for line in fitted.lines:
        spare = column.width - width(line, bold=style.bold) * fitted.size
        shift = {"left": 0.0, "center": spare / 2, "right": spare}[column.across]
        draw_line(
            picture,
            Line(
                text=line,
                left=column.left + shift,
                foot=top + _ASCENT * fitted.size,
                size=fitted.size,
                fill=style.fill,
                bold=style.bold,
                language=column.language,
            ),
        )
        top += LEADING * fitted.size
    return top


def with_few_colours(picture: Image.Image, inks: Sequence[str]) -> Image.Image:
    """
    Keep of each ink only its shades towards white: a third of the bytes.

    With a palette of our own and not a computed one, white stays white.
    """
    palette = Image.new("P", (1, 1))
    palette.putpalette([
        round(255 + (channel - 255) * shade / (_SHADES - 1))
        for ink in inks
        for shade in range(_SHADES)
        for channel in ImageColor.getrgb(ink)[:3]
    ])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)
