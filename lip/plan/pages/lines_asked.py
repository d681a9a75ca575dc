"""Lines of a chapter that an address asks for (`?z=70-73`), marked without a script."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from lip.plan.pages.change_words import lines_said
from lip.plan.pages.chapter_html import Drawn
from lip.plan.rules.line_ranges import LineRange, range_of, with_marks
from lip.web.page import AnyRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesAsked:
    """
    What was asked for, in words and as an address has it ("70-73").

    `there` tells whether the text has such lines.
    """

    words: str
    code: str
    first: int
    there: bool

    @property
    def address(self) -> str:
        """Give what stands behind the page's address to mark them."""
        return f"?z={self.code}#z{self.first}"


def asked_lines(request: AnyRequest) -> str:
    """Give the lines that an address asks for; "" where it names none."""
    return str(range_of(request.query_params.get("z", "")) or "")


def text_with_lines(
    request: AnyRequest, text: Drawn
) -> tuple[Drawn, LinesAsked | None]:
    """Mark the lines that an address asks for, as far as the text has them."""
    lines = range_of(request.query_params.get("z", ""))
    if lines is None:
        return text, None
    there = lines.first <= text.lines
    if there:
        lines = LineRange(first=lines.first, last=min(lines.last, text.lines))
        html = Markup(with_marks(text.html, lines))  # noqa: S704 - drawn by us
        text = replace(text, html=html)
    asked = LinesAsked(
        words=lines_said(lines.first, lines.last),
        code=str(lines),
        first=lines.first,
        there=there,
    )
    return text, asked
