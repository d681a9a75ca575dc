"""A sheet on paper, heading by heading, as PDF/UA."""

from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt

from lip.conference.documents.colours import ACCENT
from lip.measures.documents.blocks import Block, Item, here, picked
from lip.measures.documents.outline import blocks, status_words
from lip.measures.documents.setting import set_paper, set_text
from lip.measures.queries.names import Names
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.sheet import StatementLine
from lip.measures.words import STATUS
from lip.said import Spoken
from lip.web.partial_dates import said as date_in_words
from lip.words import _, speaking

_MARKDOWN = MarkdownIt("js-default").disable("image")


def sheet_pdf(
    measure: MeasureFacts,
    names: Names,
    *,
    site: str,
    language: str,
    accent: str = ACCENT,
) -> bytes:
    """Set a sheet as PDF/UA-1, in one language."""
    with speaking(language):
        sheet = measure.sheet
        updated = date_in_words(sheet.updated) if sheet.updated else ""
        words = {
            "measure": _("Vorhaben"),
            "updated": f"{_('Zuletzt aktualisiert:')} {updated}".strip(),
            "page": _("Seite %(page)s von %(pages)s", page="{page}", pages="{pages}"),
            "site": site,
            "portal": picked(sheet.portal).text,
            "heading": picked(sheet.title).text,
            "subtitle": picked(sheet.subtitle).text,
            "status": status_words(sheet, _(STATUS[sheet.status_kind])).text,
        }
        parts = [*blocks(measure, names), *_statements(sheet.statements)]
        shown = [_block(one) for one in parts]
    return set_paper(
        "sheet",
        words["heading"],
        words,
        language=language,
        accent=accent,
        blocks=shown,
    )


def _block(block: Block) -> dict[str, Any]:
    texts = [*block.texts, *([block.lead] if block.lead else [])]
    return {
        "heading": set_text(block.heading),
        "texts": [set_text(one.text) for one in texts]
        + [set_text(text) for text in plain(block.markdown.text)],
        "items": [_item(one) for one in block.items],
    }


def _item(item: Item) -> dict[str, Any]:
    said = item.text.text
    if item.after:
        said += f": {item.after.text}"
    if item.beside:
        said += f" ({' | '.join(one.text for one in item.beside)})"
    if item.mark:
        said += f" – {item.mark}"
    return {
        "text": set_text(said),
        "lists": [
            {
                "heading": set_text(f"{one.heading.text}:" if one.heading else ""),
                "items": [_item(place) for place in one.items],
            }
            for one in item.lists
        ],
    }


def plain(markdown: str) -> Iterator[str]:
    """Give the words of Markdown, paragraph by paragraph, without its signs."""
    for token in _MARKDOWN.parse(markdown):
        if token.type == "inline":
            pieces = (
                one.content or " "
                for one in token.children or ()
                if one.content or one.type in {"softbreak", "hardbreak"}
            )
            yield "".join(pieces)
        elif token.type in {"fence", "code_block"}:
            yield token.content


def _statements(statements: Sequence[StatementLine]) -> Iterator[Block]:
    if statements:
        yield Block(
            name="statements",
            heading=_("Stellungnahmen:"),
            items=[_quoted(one) for one in statements],
        )


def _quoted(one: StatementLine) -> Item:
    beside = [
        here(one.person),
        picked(one.function),
        here(one.organisation),
        *([Spoken(text=one.source)] if one.source else []),
    ]
    return Item(text=picked(one.text), beside=[each for each in beside if each])
