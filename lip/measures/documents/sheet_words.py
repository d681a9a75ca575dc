"""A whole sheet in plain words, heading by heading, to compare two of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lip.measures.documents.blocks import Block, Item, picked
from lip.measures.documents.outline import blocks, status_words
from lip.measures.queries.names import Names
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.sheet import RelatedLine, Sheet, StatementLine
from lip.measures.words import STATUS
from lip.web.partial_dates import said as date_in_words
from lip.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """What stands under one heading, a line for each thing that is said."""

    name: str
    heading: str
    lines: Sequence[str]


def sheet_parts(measure: MeasureFacts, names: Names) -> Sequence[SheetPart]:
    """Say all of a sheet in the language of the page; what says nothing is left out."""
    sheet = measure.sheet
    parts = [
        *_head(sheet),
        *(_part(one) for one in blocks(measure, names)),
        SheetPart(
            name="statements",
            heading=_("Stellungnahmen:"),
            lines=[_statement(one) for one in sheet.statements],
        ),
        SheetPart(
            name="related",
            heading=_("Vorbilder und verwandte Vorhaben:"),
            lines=[_related(one, names) for one in sheet.related],
        ),
    ]
    return [one for one in parts if any(one.lines)]


def _head(sheet: Sheet) -> Iterator[SheetPart]:
    updated = date_in_words(sheet.updated) if sheet.updated else ""
    standing = status_words(sheet, _(STATUS[sheet.status_kind])).text
    for name, heading, text in (
        ("title", _("Titel"), picked(sheet.title).text),
        ("subtitle", _("Untertitel"), picked(sheet.subtitle).text),
        ("status", _("Status"), standing),
        ("updated", _("Zuletzt aktualisiert:"), updated),
        ("code", _("Nr."), sheet.code),
        ("kind", _("Art"), picked(sheet.kind).text),
    ):
        yield SheetPart(name=name, heading=heading, lines=[text])


def _part(block: Block) -> SheetPart:
    said = [block.lead, *block.texts, block.markdown]
    lines = [*(one.text for one in said if one), *_items(block.items)]
    return SheetPart(name=block.name, heading=block.heading, lines=lines)


def _items(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        yield _item(item)
        for listed in item.lists:
            if listed.heading:
                yield listed.heading.text
            yield from _items(listed.items)


def _item(item: Item) -> str:
    words = ": ".join(one.text for one in (item.text, item.after) if one)
    beside = " | ".join(one.text for one in item.beside if one)
    inner = f"({beside})" if beside else ""
    mark = f"– {item.mark}" if item.mark else ""
    said = [words, inner, item.address, mark, _attached(item)]
    return " ".join(filter(None, said))


def _attached(item: Item) -> str:
    """Name a file so that another one of the same name is seen to be another."""
    file = item.attached
    if file is None:
        return ""
    return _(
        "– als PDF: %(name)s, Prüfsumme %(digest)s",
        name=file.filename,
        digest=file.digest[:12],
    )


def _statement(line: StatementLine) -> str:
    who = [line.person, picked(line.function).text, line.organisation]
    return f"{', '.join(filter(None, who))}: {picked(line.text).text}"


def _related(line: RelatedLine, names: Names) -> str:
    other = names.measures.get(line.other) if line.other else None
    title = picked(other.title if other else line.name).text
    return " ".join(filter(None, [title, line.website]))
