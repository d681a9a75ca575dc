"""A paper for a decision, made of chapters and measures; people write the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lip.papers.rules.kinds import PaperKind, SectionKind
from lip.papers.rules.papers import CostLine, PaperWish, Related, Section
from lip.papers.rules.printing import HEADINGS

_SIGNS: Final = re.compile(r"[\\`*_\[\]<>#]")
"""What would be markup in Markdown."""
_INNER: Final = str.maketrans("„“", "‚‘")
"""Quotation marks within others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A chapter or a measure as a paper has it: its name, words, costs, papers."""

    name: str
    text: str
    is_chapter: bool = True
    costs: Sequence[CostLine] = ()
    cost_sentences: Sequence[str] = ()
    papers: Sequence[str] = ()


def drafted(pieces: Sequence[Piece], *, reference: str, title: str) -> PaperWish:
    """
    Put pieces together: what is to be decided, then the words of each, then costs.

    The section on gender aspects stands there, for people to write; until then nothing
    is released.
    """
    motion = "\n".join(
        f"{number}. {_asked(one)}," for number, one in enumerate(pieces, start=1)
    )
    sections = [Section(heading=one.name[:300], text=one.text) for one in pieces]
    related = dict.fromkeys(
        paper for one in pieces for paper in one.papers if paper != reference
    )
    return PaperWish(
        reference=reference,
        kind=PaperKind.DECISION,
        title=title,
        sections=[
            Section(
                kind=SectionKind.MOTION,
                heading=HEADINGS[SectionKind.MOTION],
                text=motion.rstrip(",") + "." if motion else "",
            ),
            *(one for one in sections if one.text.strip()),
        ],
        costs=[line for one in pieces for line in one.costs],
        cost_sentence="\n".join(
            dict.fromkeys(text for one in pieces for text in one.cost_sentences)
        ),
        related=[Related(reference=one) for one in related],
    )


def _asked(one: Piece) -> str:
    what = "das Kapitel" if one.is_chapter else "das Vorhaben"
    name = _SIGNS.sub(r"\\\g<0>", one.name.translate(_INNER))
    return f"{what} „{name}“ zu beschließen"
