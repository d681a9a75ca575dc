"""The picture that messengers and networks show beside a link to a conference."""

import io
from functools import lru_cache
from typing import Final

from PIL import Image, ImageDraw

from lip.conference.documents.colours import ACCENT, INK, PAPER, QUIET_INK, deepened
from lip.conference.documents.drawing import (
    Column,
    Line,
    Style,
    draw_line,
    draw_text,
    with_few_colours,
)
from lip.conference.documents.fitting import LEADING, Box
from lip.conference.documents.fonts import width
from lip.programme.documents.wrapping import wrapped
from lip.programme.rules.cards import Card
from lip.words import language_of

SIZE: Final = (1200, 630)
_MARGIN: Final = 80
_BAR: Final = 28
_ASCENT: Final = 0.95


@lru_cache(maxsize=64)
def share_picture(card: Card, *, accent: str = ACCENT) -> bytes:
    """Draw title, day and place of a conference; the same card is drawn once."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, SIZE[0], _BAR), fill=accent)
    column = _column(card)
    _draw_title(picture, card, column, accent=deepened(accent))
    _draw_facts(picture, card, column)
    file = io.BytesIO()
    inks = (INK, QUIET_INK, deepened(accent), accent)
    with_few_colours(picture, inks).save(file, "PNG", optimize=True)
    return file.getvalue()


def _column(card: Card) -> Column:
    rtl = language_of(card.language).direction == "rtl"
    return Column(
        left=_MARGIN,
        width=SIZE[0] - 2 * _MARGIN,
        across="right" if rtl else "left",
        language=card.language,
    )


def _draw_title(
    picture: Image.Image, card: Card, column: Column, *, accent: str
) -> None:
    quiet = Style(size=34, height=48, fill=QUIET_INK, lines=1)
    top = draw_text(
        picture, card.notice or card.series, top=78, column=column, style=quiet
    )
    box = Box(width=column.width, height=310, largest=92, lines=5, bold=True)
    top = max(top, 78) + 12
    setting = wrapped(card.title, box)
    for line in setting.lines:
        spare = column.width - width(line, bold=True) * setting.size
        draw_line(
            picture,
            Line(
                text=line,
                left=column.left + (spare if column.across == "right" else 0),
                foot=top + _ASCENT * setting.size,
                size=setting.size,
                fill=accent,
                bold=True,
                language=card.title_language,
            ),
        )
        top += LEADING * setting.size


def _draw_facts(picture: Image.Image, card: Card, column: Column) -> None:
    when = Style(size=40, height=54, fill=INK, lines=1, bold=True)
    where = Style(size=36, height=48, fill=INK, lines=1)
    quiet = Style(size=28, height=38, fill=QUIET_INK, lines=1)
    said = ", ".join(filter(None, (card.when, card.doors)))
    draw_text(picture, said, top=432, column=column, style=when)
    draw_text(picture, card.where, top=488, column=column, style=where)
    draw_text(picture, card.organiser, top=562, column=column, style=quiet)
