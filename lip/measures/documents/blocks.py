"""What a sheet says in words: blocks with a heading, lines below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from babel.numbers import format_currency, format_decimal

from lip.measures.rules.sheet import lines_of
from lip.measures.rules.values import AgreementFacts
from lip.said import Said, Spoken
from lip.words import current_language

NONE: Final = Spoken()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """
    A line of a list; `beside` stands in brackets, `lists` stand below it.

    `file` is the agreement whose file can be saved, `attached` what is known of that.
    """

    text: Spoken
    after: Spoken = NONE
    beside: Sequence[Spoken] = ()
    mark: str = ""
    file: UUID | None = None
    attached: AgreementFacts | None = None
    address: str = ""
    lists: "Sequence[Listed]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A numbered list with a heading."""

    heading: Spoken
    items: Sequence[Item]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What stands under one heading; `markdown` and `papers` may hold links."""

    name: str
    heading: str
    lead: Spoken = NONE
    texts: Sequence[Spoken] = ()
    items: Sequence[Item] = ()
    markdown: Spoken = NONE
    papers: bool = False

    def __bool__(self) -> bool:
        return bool(self.lead or self.texts or self.items or self.markdown)


def money(cents: int) -> str:
    """Say an amount in the language of the page, without cents where there are none."""
    locale = current_language().replace("-", "_")
    if cents % 100:
        return str(format_currency(cents / 100, "EUR", locale=locale))
    euros, form = cents // 100, "#,##0 ¤"
    return str(
        format_currency(euros, "EUR", form, locale=locale, currency_digits=False)
    )


def number(text: str) -> str:
    """Say a decimal in the language of the page."""
    locale = current_language().replace("-", "_")
    return str(format_decimal(text, locale=locale, decimal_quantization=False))


def items_of(said: Said) -> Sequence[Item]:
    """Give a text line by line."""
    text = picked(said)
    lead, items = lines_of(text.text)
    return [
        Item(text=Spoken(text=one, lang=text.lang))
        for one in (*filter(None, lead.split("\n")), *items)
    ]


def picked(said: Said) -> Spoken:
    """Give a text in the language of the page, or the next best."""
    return said.pick(current_language())


def here(text: str) -> Spoken:
    """Say words of ours, in the language of the page."""
    return Spoken(text=text, lang=current_language())
