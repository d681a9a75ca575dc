"""Measures, contact points, papers and chapters as rows of open data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from lip.bodies.rules.steps import StepFacts
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.sheet import CostLine, IndicatorLine, LocationLine
from lip.opendata.documents.tables import Row, as_row
from lip.opendata.queries.open_plan import PublicPlan
from lip.opendata.rules.oparl import OparlType
from lip.opendata.rules.site import Site
from lip.papers.rules.open_papers import OpenConsultation, OpenPaper
from lip.plan.queries.for_programs import OpenChapter
from lip.said import Said

FEWEST: Final = 5
"""Smaller counts of people are not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What rows are made with: everything public, names of bodies, addresses."""

    found: PublicPlan
    bodies: Mapping[UUID, Said]
    site: Site

    def fields(self, ids: Sequence[UUID]) -> list[Said]:
        """Name fields of action."""
        return [one.name for it in ids if (one := self.found.fields.get(it))]

    def district(self, one: UUID | None) -> str:
        """Name a part of the city."""
        found = self.found.districts.get(one) if one else None
        return found.name if found else ""

    def body(self, one: UUID | None) -> Said:
        """Name a body."""
        return self.bodies.get(one, Said()) if one else Said()

    def steps(self, one: UUID) -> list[Row]:
        """Tell the released steps of a text."""
        return [_step(it) for it in self.found.steps.get(one, ())]


def measure_rows(around: Around) -> list[Row]:
    """List measures with everything on their sheets."""
    return [_measure(one, around) for one in around.found.measures]


def contact_rows(around: Around) -> list[Row]:
    """List places where people find advice."""
    return [
        _contact(place, one, around)
        for one in around.found.measures
        for place in one.sheet.places
        if place.contact_point
    ]


def paper_rows(around: Around) -> list[Row]:
    """List council papers with all their parts."""
    return [_paper(one, around) for one in around.found.papers]


def chapter_rows(around: Around) -> list[Row]:
    """List chapters of all plans with their words in every language."""
    return [
        _chapter(one, plan.plan.key, around)
        for plan in around.found.plans
        for one in plan.chapters
    ]


def _measure(one: MeasureFacts, around: Around) -> Row:
    sheet = one.sheet
    lines = {
        "goals": [as_row(it) for it in sheet.goals],
        "timetable": [as_row(it) for it in sheet.timetable],
        "places": [_place(it, around) for it in sheet.places],
        "costs": [_cost(it) for it in sheet.costs],
        "council": [as_row(it) for it in sheet.council],
        "partners": [as_row(it, "body") for it in sheet.partners],
        "indicators": [_indicator(it, one) for it in sheet.indicators],
        "agreements": [as_row(it, "id") for it in sheet.agreements],
        "statements": [as_row(it) for it in sheet.statements],
        "related": [as_row(it, "other") for it in sheet.related],
    }
    count = sheet.target_count
    return {
        "id": one.id,
        "key": one.key,
        **as_row(sheet, "contact_email"),
        **lines,
        "fields": around.fields(sheet.fields),
        "districts": ["gesamtstädtisch"]
        if sheet.citywide
        else [around.district(it) for it in sheet.districts],
        "responsible": around.body(sheet.responsible),
        "target_count": count if count is None or count >= FEWEST else None,
        "history": [as_row(it) for it in one.history],
        "steps": around.steps(one.id),
        "created": one.created_at,
        "changed": one.changed_at,
        "url": around.site.addresses.page(f"/measures/{one.key}"),
        "oparl": around.site.addresses.of(OparlType.PAPER, one.id),
    }


def _place(line: LocationLine, around: Around) -> Row:
    return {
        **as_row(line, "id", "line", "district"),
        "district": around.district(line.district),
    }


def _contact(line: LocationLine, one: MeasureFacts, around: Around) -> Row:
    return {
        "id": line.id,
        "measure": one.sheet.title,
        **_place(line, around),
        "url": around.site.addresses.page(f"/measures/{one.key}"),
    }


def _cost(line: CostLine) -> Row:
    return {
        "sentence": line.sentence,
        **amount(line.cents),
        "period": line.period,
        "year": line.year,
    }


def amount(cents: int | None) -> Mapping[str, Any]:
    """Give an amount as a decimal with its currency, or nothing."""
    if cents is None:
        return {}
    sign, whole, part = "-" if cents < 0 else "", *divmod(abs(cents), 100)
    return {"amount": f"{sign}{whole}.{part:02d}", "currency": "EUR"}


def _indicator(line: IndicatorLine, one: MeasureFacts) -> Row:
    values = one.values.get(line.id, ()) if line.id else ()
    return {**as_row(line, "id"), "values": [as_row(it) for it in values]}


def _paper(one: OpenPaper, around: Around) -> Row:
    files = around.site.addresses
    return {
        **as_row(one, "source", "created_at", "changed_at"),
        "kind": one.kind_label or one.kind,
        "sections": [as_row(it) for it in one.sections],
        "costs": [
            {"label": it.label, "year": it.year, **amount(it.cents)} for it in one.costs
        ],
        "recipients": [
            {"line": it.line, "for_information": it.for_information}
            if it.for_information
            else {"line": it.line}
            for it in one.recipients
        ],
        "consultations": [_consultation(it, around) for it in one.consultations],
        "relations": [as_row(it, "other") for it in one.relations],
        "files": [
            {"title": it.title, "url": f"{files.of(OparlType.FILE, it.id)}/download"}
            for it in one.files
        ],
        "created": one.created_at,
        "changed": one.changed_at,
        "url": around.site.addresses.page(f"/papers/{one.key}"),
        "oparl": around.site.addresses.of(OparlType.PAPER, one.id),
    }


def _consultation(line: OpenConsultation, around: Around) -> Row:
    outside = ("id", "body", "created_at", "changed_at")
    return {"body": around.body(line.body), **as_row(line, *outside)}


def _chapter(one: OpenChapter, plan: str, around: Around) -> Row:
    outside = ("path", "texts", "plan", "parent", "created_at", "changed_at")
    return {
        **as_row(one, *outside),
        "plan": plan,
        "field": next(iter(around.fields([one.field] if one.field else [])), None),
        "texts": [
            {
                "language": it.language,
                "title": it.title,
                "markdown": it.text,
                "changed": it.changed_at,
            }
            for it in one.texts
        ],
        "measures": [str(it) for it in around.found.below.get(one.id, ())],
        "steps": around.steps(one.id),
        "created": one.created_at,
        "changed": one.changed_at,
        "url": around.site.addresses.page(one.path),
        "rest": around.site.addresses.page(f"/rest/{plan}/motion/{one.key}"),
        "oparl": around.site.addresses.of(OparlType.PAPER, one.id),
    }


def _step(step: StepFacts) -> Row:
    outside = ("id", "kind", "subject", "position", "body_key", "body_name")
    row = as_row(step, *outside, "public_from")
    return {**row, "body": step.body_name}
