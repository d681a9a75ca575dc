"""A sheet in words, heading by heading, as the page and the paper show it."""

from collections.abc import Iterator, Sequence

from lip.measures.documents.blocks import (
    NONE,
    Block,
    Item,
    Listed,
    here,
    items_of,
    money,
    picked,
)
from lip.measures.documents.people_outline import figure_blocks, people_blocks
from lip.measures.queries.names import Names
from lip.measures.rules.kinds import LocationState
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.money import written
from lip.measures.rules.sheet import (
    CostLine,
    LocationLine,
    MilestoneLine,
    Sheet,
    goals_by_year,
    lines_of,
    place_lists,
)
from lip.measures.words import PERIODS, PLACES, ROLES
from lip.said import Spoken
from lip.web.partial_dates import said as date_in_words
from lip.words import _, current_language, language_of


def status_words(sheet: Sheet, fallback: str) -> Spoken:
    """Give the free label, or what its kind is called."""
    return picked(sheet.status) or here(fallback)


def kind_beside(sheet: Sheet, kind: str) -> str:
    """Give what the status means, where its label does not say it."""
    label = picked(sheet.status).text
    return kind if label and kind.casefold() not in label.casefold() else ""


def blocks(measure: MeasureFacts, names: Names) -> Sequence[Block]:
    """Give everything that has something to say, in the order of the city's sheets."""
    sheet = measure.sheet
    everything = (
        _districts(sheet, names),
        _fields(sheet, names),
        Block(
            name="summary",
            heading=_("Kurzbeschreibung:"),
            markdown=picked(sheet.summary),
        ),
        *_field_goals(sheet, names),
        *_goals(sheet),
        _timetable(sheet, names),
        _costs(sheet),
        _council(sheet),
        _partners(sheet),
        Block(
            name="participation",
            heading=_("Beteiligung der Öffentlichkeit:"),
            items=items_of(sheet.participation),
        ),
        *people_blocks(measure),
        *figure_blocks(measure),
    )
    return [block for block in everything if block]


def _districts(sheet: Sheet, names: Names) -> Block:
    said = [here(_("gesamtstädtisch"))]
    if not sheet.citywide:
        there = [names.districts[one].name for one in sheet.districts]
        said = [Spoken(text=name, lang="de") for name in there]
    return Block(
        name="districts",
        heading=_("Stadtbezirke"),
        items=[Item(text=one) for one in said],
    )


def _fields(sheet: Sheet, names: Names) -> Block:
    return Block(
        name="fields",
        heading=_("Handlungsfeld"),
        items=[Item(text=picked(names.fields[one].name)) for one in sheet.fields],
    )


def _field_goals(sheet: Sheet, names: Names) -> Iterator[Block]:
    """The goals belong to the field, and every sheet of it shows them."""
    for place, field in enumerate(sheet.fields):
        goal = picked(names.fields[field].goal)
        lead, items = lines_of(goal.text)
        yield Block(
            name="field-goals" + (f"-{place + 1}" if place else ""),
            heading=_("Übergeordnete Ziele im Handlungsfeld:")
            if len(sheet.fields) == 1
            else _(
                "Übergeordnete Ziele im Handlungsfeld %(field)s:",
                field=picked(names.fields[field].name).text,
            ),
            lead=Spoken(text=lead, lang=goal.lang),
            items=[Item(text=Spoken(text=one, lang=goal.lang)) for one in items],
        )


def _goals(sheet: Sheet) -> Iterator[Block]:
    for year, goals in goals_by_year(sheet.goals):
        yield Block(
            name=f"goals-{year or 'all'}",
            heading=_("Ziele für %(year)s:", year=year) if year else _("Ziele:"),
            items=[Item(text=picked(one.text)) for one in goals],
        )


def _timetable(sheet: Sheet, names: Names) -> Block:
    items = []
    for place, line in enumerate(sheet.timetable, start=1):
        mine = [one for one in sheet.places if one.line == place]
        items.append(
            Item(
                text=picked(line.text),
                after=deadline_words(line),
                mark=_("erledigt") if line.done else "",
                lists=_place_lists(mine, names),
            )
        )
    there = [one for one in sheet.places if not 1 <= one.line <= len(sheet.timetable)]
    if there:
        place_item = Item(
            text=here(_("Orte")),
            lists=_place_lists(there, names),
        )
        items.append(place_item)
    return Block(name="timetable", heading=_("Zeitplanung:"), items=items)


def deadline_words(line: MilestoneLine) -> Spoken:
    """Say when, as people wrote it in this language, or by the dates that are known."""
    written, language = picked(line.deadline), current_language()
    if written.lang == language or not (line.begins or line.ends or line.ongoing):
        return written
    return here(_dates(line)) if _dates(line) else written


def _dates(line: MilestoneLine) -> str:
    begins = date_in_words(line.begins) if line.begins else ""
    ends = date_in_words(line.ends) if line.ends else ""
    if begins and ends:
        return _("von %(begins)s bis %(ends)s", begins=begins, ends=ends)
    if begins:
        return _("ab %(begins)s", begins=begins)
    return _("bis %(ends)s", ends=ends) if ends else _("laufend")


def _place_lists(places: Sequence[LocationLine], names: Names) -> Sequence[Listed]:
    return [
        Listed(
            heading=picked(one.heading),
            items=[_place(place, names) for place in one.places],
        )
        for one in place_lists(places)
    ]


def _place(place: LocationLine, names: Names) -> Item:
    """Say a place as the sheets do: address (opening | service)."""
    beside = [picked(place.opening), picked(place.service), picked(place.note)]
    if place.district and place.district in names.districts:
        name = names.districts[place.district].name
        beside.append(here(_("Stadtbezirk %(name)s", name=name)))
    if place.languages:
        tongues = [language_of(tag).name for tag in place.languages.split(",")]
        beside.append(Spoken(text=", ".join(tongues)))
    if place.phone:
        beside.append(Spoken(text=place.phone))
    closed = place.state is LocationState.CLOSED
    return Item(
        text=Spoken(text=place.address, lang="de"),
        beside=[one for one in beside if one],
        mark=_(PLACES[place.state]) if closed else "",
        address=place.website,
    )


def _costs(sheet: Sheet) -> Block:
    return Block(
        name="costs",
        heading=_("Absehbare Kosten:"),
        texts=[said for cost in sheet.costs for said in _cost(cost)],
    )


def _cost(cost: CostLine) -> Iterator[Spoken]:
    """Give the sentence; the amount too where the sentence does not tell it here."""
    sentence, language = picked(cost.sentence), current_language()
    if sentence:
        yield sentence
    told = sentence.lang == language and written(cost.cents) in sentence.text
    if cost.cents is not None and not told:
        yield here(amount_words(cost))


def amount_words(cost: CostLine) -> str:
    """Say an amount, for how long, and for which year."""
    said = f"{money(cost.cents or 0)} {_(PERIODS[cost.period])}"
    return f"{said} ({cost.year})" if cost.year else said


def _council(sheet: Sheet) -> Block:
    items = []
    for line in sheet.council:
        text = picked(line.text)
        missing = line.paper and line.paper not in text.text
        paper = _("Drucksache %(number)s", number=line.paper) if missing else ""
        own = here(paper) if paper else NONE
        items.append(Item(text=text or own, after=own if text else NONE))
    return Block(
        name="council",
        heading=_("Beteiligung von Ratsgremien und Beschlusslage:"),
        items=items,
        papers=True,
    )


def _partners(sheet: Sheet) -> Block:
    """Say the role where not all have the same one."""
    several = len({one.role for one in sheet.partners}) > 1
    return Block(
        name="partners",
        heading=_("Externe PartnerInnen:"),
        items=[
            Item(
                text=picked(one.name),
                beside=[here(_(ROLES[one.role]))] if several else (),
            )
            for one in sheet.partners
        ],
    )
