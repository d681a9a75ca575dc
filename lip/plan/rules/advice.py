"""What a writer should know of a text: what of it is shown otherwise than written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, pairwise
from typing import Final

from markdown_it.token import Token

from lip.plan.rules.markdown import tokens_of

MOST: Final = 12
"""Nobody reads a longer list."""
_LONGEST: Final = 60
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>")
_BAD_LINK: Final = re.compile(
    r"\[[^\]]*\]\(\s*(?:javascript|vbscript|data|file):", re.IGNORECASE
)


class AdviceKind(StrEnum):
    """What there is to say."""

    SKIPPED = "skipped"
    PICTURE = "picture"
    MARKUP = "markup"
    BAD_LINK = "bad_link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Something to say of some words of a text."""

    kind: AdviceKind
    words: str


def advice_on(text: str) -> Sequence[Advice]:
    r"""
    List what is shown otherwise than somebody may think, from the top.

    >>> [one.kind.value for one in advice_on("# Eins\n\n### Drei\n\n<b>fett</b>")]
    ['skipped', 'markup']
    """
    return list(islice(_advice(tokens_of(text)), MOST))


def _advice(tokens: Sequence[Token]) -> Iterator[Advice]:
    above = 0
    for before, token in pairwise(tokens):
        if before.type == "heading_open":
            level = int(before.tag[1])
            if above and level > above + 1:
                yield _of(AdviceKind.SKIPPED, token.content)
            above = level
        if token.type == "inline":
            yield from _inline(token.children or ())


def _inline(children: Sequence[Token]) -> Iterator[Advice]:
    for place, child in enumerate(children):
        if child.type != "text":
            continue
        behind = children[place + 1 : place + 3]
        if child.content.endswith("!") and behind and behind[0].type == "link_open":
            yield _of(AdviceKind.PICTURE, behind[-1].content)
        if found := _TAG.search(child.content):
            yield _of(AdviceKind.MARKUP, found[0])
        if found := _BAD_LINK.search(child.content):
            yield _of(AdviceKind.BAD_LINK, found[0])


def _of(kind: AdviceKind, words: str) -> Advice:
    whole = " ".join(words.split())
    short = whole if len(whole) <= _LONGEST else whole[:_LONGEST] + "…"
    return Advice(kind=kind, words=short)
