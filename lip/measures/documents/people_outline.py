"""What a sheet says of people and figures."""

from collections.abc import Iterator, Sequence

from lip.measures.documents.blocks import Block, Item, here, items_of, number, picked
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.sheet import AgreementLine, IndicatorLine, Sheet
from lip.measures.rules.values import AgreementFacts, ValueLine
from lip.said import Spoken
from lip.web.partial_dates import said as date_in_words
from lip.words import _


def people_blocks(measure: MeasureFacts) -> Iterator[Block]:
    """Say whom it is for, who pays and who agreed on it."""
    sheet = measure.sheet
    yield _target(sheet)
    yield Block(
        name="funding",
        heading=_("Förderung:"),
        texts=[one for one in [picked(sheet.funding)] if one],
    )
    yield Block(
        name="agreements",
        heading=_("Kooperationsvereinbarung:"),
        items=[
            _agreement(one, measure.files.get(one.id) if one.id else None)
            for one in sheet.agreements
        ],
    )


def _target(sheet: Sheet) -> Block:
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
    return Block(
        name="target",
        heading=_("Zielgruppe:"),
        texts=[one for one in said if one],
        items=items_of(sheet.criteria),
    )


def _agreement(one: AgreementLine, file: AgreementFacts | None) -> Item:
    """Say who agreed on what, when and for how long, and give the file."""
    parties = [Spoken(text=party) for party in one.parties.split("\n")]
    date = _("Datum: %(at)s", at=date_in_words(one.signed)) if one.signed else ""
    said = (*parties, here(date), picked(one.term))
    return Item(
        text=picked(one.title),
        beside=[each for each in said if each],
        file=one.id if file else None,
        attached=file,
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
