"""The measures of the sample: the city's own sheet, a model project, four projects."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from lip.bodies.queries.bodies import all_districts
from lip.database import transaction
from lip.fields.actions.change_fields import FieldWish, add_field
from lip.fields.queries.fields import all_fields
from lip.journal.rules.entries import COMMAND
from lip.measures.actions.attach_agreement import attach_agreement
from lip.measures.actions.measure_indicator import add_value
from lip.measures.actions.release import release
from lip.measures.actions.save_measure import Change, add_measure, save_part
from lip.measures.documents.sheet_paper import sheet_pdf
from lip.measures.queries.measures import keys_taken, measure_by_id, public_measure
from lip.measures.queries.names import Names
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.outcomes import mark_of
from lip.measures.rules.sheet import PartnerLine, RelatedLine, Sheet
from lip.measures.rules.values import ValueLine
from lip.partial_dates import PartialDate
from lip.said import Said
from lip.sample.example_texts import (
    AGREEMENT,
    INTERPRETING,
    NEXT_COST,
    NEXT_GOAL,
    NEXT_STATUS,
)
from lip.sample.measure_texts import CONCEPT, FIELD, FIELD_GOAL
from lip.sample.project_texts import (
    CONFERENCES,
    CONGRESS,
    GUIDES,
    OLD_AGE,
    WAYS,
)

CONCEPT_KEY: Final = "integrationskonzept-fluchtlinge"
WAYS_KEY: Final = "wege-ins-bleiberecht"
EXAMPLE_KEY: Final = "beispiel-dolmetschen"
SHEETS: Final[Mapping[str, Sheet]] = {
    CONCEPT_KEY: CONCEPT,
    WAYS_KEY: WAYS,
    "zukunftskongress": CONGRESS,
    "migrationskonferenzen": CONFERENCES,
    "einburgerungslotsen": GUIDES,
    "altersgerechte-quartiersentwicklung": OLD_AGE,
    EXAMPLE_KEY: INTERPRETING,
}
EXAMPLE_BEGAN: Final = timedelta(days=30)
_OFFICES: Final = {CONCEPT_KEY: "sachgebiet-integration"}
_RELATED: Final = {"migrationskonferenzen": "zukunftskongress"}


async def fill_in_measures(bodies: Mapping[str, UUID], *, now: datetime) -> None:
    """Add what is missing, and show it to everybody."""
    field = await _field(now=now)
    social = await _social(field)
    districts = tuple(one.id for one in (await all_districts())[:2])
    taken = await keys_taken()
    async with transaction():
        added: dict[str, UUID] = {}
        for key, sheet in SHEETS.items():
            if key in taken:
                continue
            whole = replace(
                sheet,
                fields=(social if key == EXAMPLE_KEY else field,),
                districts=districts if key == EXAMPLE_KEY else (),
                partners=tuple(_known(one, bodies) for one in sheet.partners),
                responsible=bodies.get(_OFFICES.get(key, "")),
                related=(*sheet.related, *_related(key, added)),
            )
            began = now - EXAMPLE_BEGAN if key == EXAMPLE_KEY else now
            added[key] = await add_measure(whole, key=key, by=COMMAND, now=began)
            await release(added[key], by=COMMAND, now=now)
            await _fill_in_values(added[key], now=now)
            await _fill_in_files(added[key], now=now)


async def change_example(*, now: datetime) -> None:
    """Let the example go on: what it says differs between two versions of the plan."""
    there = await public_measure(EXAMPLE_KEY, now=now)
    sheet = there.sheet
    values = {
        "goals": (*sheet.goals, NEXT_GOAL),
        "costs": (NEXT_COST,),
        "status": NEXT_STATUS,
    }
    change = Change(
        values=values, mark=mark_of(sheet, values), updated=PartialDate(2026, 9)
    )
    await save_part(there.id, change, by=COMMAND, now=now)


def _related(key: str, added: Mapping[str, UUID]) -> tuple[RelatedLine, ...]:
    other = added.get(_RELATED.get(key, ""))
    return (RelatedLine(other=other),) if other else ()


def _known(partner: PartnerLine, bodies: Mapping[str, UUID]) -> PartnerLine:
    """Find the body that a partner's name stands for."""
    keys = {
        "Region Hannover": "region-hannover",
        "Flüchtlingsrat Niedersachsen": "fluechtlingsrat",
        "MiSO-Netzwerk Hannover e. V.": "miso-netzwerk",
        "Gesellschaftsfonds Zusammenleben": "gesellschaftsfonds",
    }
    return replace(partner, body=bodies.get(keys.get(partner.name.pick("de").text, "")))


async def _field(*, now: datetime) -> UUID:
    for one in await all_fields():
        if one.name.get("de") == FIELD["de"]:
            return one.id
    wish = FieldWish(name=FIELD, goal=Said.of(de=FIELD_GOAL))
    return await add_field(wish, by=COMMAND, now=now)


async def _social(other: UUID) -> UUID:
    """Find the field that the example belongs to; without it, take the other one."""
    found = (one.id for one in await all_fields() if one.name.get("de") == "Soziales")
    return next(found, other)


async def _fill_in_files(measure: UUID, *, now: datetime) -> None:
    """Give the agreement its file, said to be an example."""
    for one in (await measure_by_id(measure)).sheet.agreements:
        content, name = _example_file(now), "Kooperationsvereinbarung (Beispiel).pdf"
        await attach_agreement(one.id or measure, content, name, by=COMMAND, now=now)


@cache
def _example_file(now: datetime) -> bytes:
    facts = MeasureFacts(
        id=uuid5(NAMESPACE_URL, "agreement"),
        key="agreement",
        sheet=AGREEMENT,
        version=1,
        created_at=now,
        changed_at=now,
    )
    names = Names(districts={}, fields={}, bodies={}, measures={})
    return sheet_pdf(facts, names, site="LIP", language="de")


async def _fill_in_values(measure: UUID, *, now: datetime) -> None:
    """Give the guides some figures, said to be an example."""
    examples = {
        "Einbürgerungslots*innen": ("4", "8", "11"),
        "Multiplikator*innen": ("1", "3"),
    }
    for one in (await measure_by_id(measure)).sheet.indicators:
        values = examples.get(one.name.pick("de").text, ())
        for year, value in enumerate(values, start=2015):
            line = ValueLine(at=PartialDate(year), value=value, note="Beispielwert")
            await add_value(one.id or measure, line, by=COMMAND, now=now)
