"""The yearly report of the measures as a paper for information; people go on."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lip.papers.rules.kinds import PaperKind
from lip.papers.rules.papers import LONGEST_SECTION, PaperWish, Section

_ESCAPED: Final = re.compile(r"\\(.)")
_LONGEST_HEADING: Final = 300


def reported(report: str, *, reference: str) -> PaperWish:
    """Part a report in Markdown: its title, its beginning, a section for each field."""
    head, *fields = report.split("\n## ")
    title, _gap, beginning = head.partition("\n")
    sections = [("", beginning), *(_parted(one) for one in fields)]
    return PaperWish(
        reference=reference,
        kind=PaperKind.INFORMATION,
        title=_plain(title.removeprefix("# ")),
        sections=[
            Section(heading=heading, text=text)
            for heading, words in sections
            for text in _fitting(words)
        ],
    )


def _parted(field: str) -> tuple[str, str]:
    heading, _gap, text = field.partition("\n")
    return _plain(heading)[:_LONGEST_HEADING], text


def _plain(markdown: str) -> str:
    return _ESCAPED.sub(r"\1", markdown).strip()


def _fitting(text: str) -> Iterator[str]:
    """Give a text in pieces that a section can hold, each beginning with a measure."""
    pieces: list[str] = []
    for one in _measures(text):
        if pieces and len(pieces[-1]) + len(one) < LONGEST_SECTION:
            pieces[-1] += one
        else:
            pieces.append(one[:LONGEST_SECTION])
    yield from (one.strip() for one in pieces if one.strip())


def _measures(text: str) -> Sequence[str]:
    first, *others = text.split("\n### ")
    return [first, *(f"\n### {one}" for one in others)]
