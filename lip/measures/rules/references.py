"""Numbers of council papers in what people write."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_PAPER: Final = re.compile(
    r"(?:(?:Informations-|Beschluss)?Drucksachen?|DS|Nr\.)?\s*(?:Nr\.\s*)?"
    r"(?<![0-9/.])(?P<number>[0-9]{1,5}/(?:19|20)[0-9]{2})(?![0-9/])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a text; `paper` is the number of the paper that it names."""

    text: str
    paper: str = ""


def paper_in(text: str) -> str:
    """
    Give the first number of a paper in a text.

    >>> paper_in("Beschluss vom Juni (Drucksache 1003/2016)")
    '1003/2016'
    """
    return next((piece.paper for piece in pieces(text) if piece.paper), "")


def pieces(text: str) -> Iterator[Piece]:
    """Part a text into words and numbers of papers."""
    end = 0
    for found in _PAPER.finditer(text):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        if start > end:
            yield Piece(text=text[end:start])
        yield Piece(text=text[start : found.end()], paper=found["number"])
        end = found.end()
    if end < len(text):
        yield Piece(text=text[end:])
