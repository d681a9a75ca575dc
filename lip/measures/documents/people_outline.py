"""What a sheet says of people and figures."""

from collections.abc import Iterator, Sequence

from lip.measures.documents.blocks import Block, Item, here, items_of, number, picked
from lip.measures.rules.measures import MeasureFacts, ValueLine
from lip.measures.rules.sheet import IndicatorLine, Sheet
from lip.said import Spoken
from lip.web.partial_dates import said as date_in_words
from lip.words import _


def people_blocks(sheet: Sheet) -> Iterator[Block]:
    """Say whom it is for, who pays and who agreed on it."""
    count = ""
    if sheet.target_count is not None:
        many = number(str(sheet.target_count))
        count = _("rund %(number)s Menschen", number=many)
        if not sheet.target_about:
            count = _("%(number)s Menschen", number=many)
        if sheet.target_as_of:
            at = date_in_words(sheet.target_as_of)
            count = _("%(count)s (Stand: %(at)s)", count=count, at=at)
    said = [picked(sheet.target), here(count)]
    yield Block(
        name="target",
        heading=_("Zielgruppe:"),
        texts=[one for one in said if one],
        items=items_of(sheet.criteria),
    )
    yield Block(
        name="funding",
        heading=_("Förderung:"),
        texts=[one for one in [picked(sheet.funding)] if one],
    )
    yield Block(
        name="agreements",
        heading=_("Kooperationsvereinbarung:"),
        items=[
            Item(
                text=picked(one.title),
                beside=[
                    *(Spoken(text=party) for party in one.parties.split("\n") if party),
                    *(
                        [Spoken(text=_("Datum: %(at)s", at=date_in_words(one.signed)))]
                        if one.signed
                        else []
                    ),
                    *([picked(one.term)] if one.term else []),
                ],
            )
            for one in sheet.agreements
        ],
    )


def figure_blocks(measure: MeasureFacts) -> Iterator[Block]:
    """Say what is measured, and the newest value."""
    sheet = measure.sheet
    yield Block(
        name="indicators",
        heading=_("Messgrößen:"),
        items=[
            _indicator(one, measure.values.get(one.id, ()) if one.id else ())
            for one in sheet.indicators
        ],
    )


def _indicator(line: IndicatorLine, values: Sequence[ValueLine]) -> Item:
    unit = picked(line.unit).text
    said = []
    if line.target:
        goal = f"{number(line.target)} {unit}".strip()
        said.append(_("Ziel: %(goal)s", goal=goal))
        if line.target_at:
            at = date_in_words(line.target_at)
            said[-1] = _("Ziel: %(goal)s bis %(at)s", goal=goal, at=at)
    if values:
        last = values[-1]
        reached = f"{number(last.value)} {unit}".strip()
        at = date_in_words(last.at)
        said.append(_("erreicht: %(reached)s (%(at)s)", reached=reached, at=at))
    return Item(text=picked(line.name), beside=[here(one) for one in said])
