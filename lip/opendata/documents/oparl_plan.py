"""The plan for programs: chapters and measures are papers that hang together."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from lip.bodies.rules.bodies import DistrictFacts
from lip.bodies.rules.kinds import Station
from lip.bodies.rules.steps import StepFacts
from lip.fields.rules.fields import FieldFacts
from lip.measures.rules.kinds import PartnerRole
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.sheet import CostLine, LocationLine
from lip.opendata.documents.oparl_city import (
    Term,
    body_of,
    dates_of,
    german,
    term,
)
from lip.opendata.documents.oparl_files import Print, print_file
from lip.opendata.documents.oparl_papers import Dealt, consultation
from lip.opendata.rules.dated import Dated
from lip.opendata.rules.oparl import OparlType, Thing, oparl_time
from lip.opendata.rules.site import Site
from lip.opendata.rules.text_ids import text_id
from lip.plan.queries.for_programs import OpenChapter, OpenPlan, OpenText

_STATIONS: Final[Mapping[Station, str]] = {
    Station.EXPERT_GROUP: "Erarbeitung",
    Station.STATEMENTS: "Stellungnahme",
    Station.STEERING_GROUP: "Zustimmung",
    Station.COMMITTEE: "Beratung",
    Station.COUNCIL: "Beschlussfassung",
    Station.CARRYING_OUT: "Umsetzung",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What belongs to chapters and measures: steps, links, and names by id."""

    steps: Mapping[UUID, Sequence[StepFacts]]
    above: Mapping[UUID, Sequence[UUID]]
    below: Mapping[UUID, Sequence[UUID]]
    related: Mapping[UUID, Sequence[UUID]]
    fields: Mapping[UUID, FieldFacts]
    districts: Mapping[UUID, DistrictFacts]

    def papers(self, one: UUID, site: Site) -> Mapping[str, Any]:
        """Point to what stands above, below and beside."""
        found = {
            "superordinatedPaper": self.above.get(one, ()),
            "subordinatedPaper": self.below.get(one, ()),
            "relatedPaper": self.related.get(one, ()),
        }
        return {
            name: [site.addresses.of(OparlType.PAPER, it) for it in them]
            for name, them in found.items()
        }


def plan_term(one: OpenPlan, site: Site) -> Thing:
    """Tell of the years for which a plan holds, since its first version."""
    first = one.versions[-1].published_at if one.versions else None
    changed = one.versions[0].published_at if one.versions else one.plan.changed_at
    dated = Dated(created=one.created_at, changed=max(changed, one.created_at))
    known = Term(
        id=one.plan.id,
        name=german(one.plan.title),
        path=f"/plan/{one.plan.key}",
        begins=first,
        dated=dated,
    )
    return term(known, site)


def chapter(one: OpenChapter, beside: Beside, site: Site) -> Thing:
    """Tell of a chapter, with its words in each language as files."""
    files = [text_file(one, it, site) for it in one.texts]
    prints = [_print(one, it, site) for it in one.texts]
    dated = Dated(created=one.created_at, changed=one.changed_at)
    field = beside.fields.get(one.field) if one.field else None
    return Thing(
        kind=OparlType.PAPER,
        id=one.id,
        created=dated.created,
        changed=dated.changed,
        fields={
            **body_of(site),
            "name": one.head,
            "reference": one.code or one.number or one.key,
            **dates_of("date", one.decided_on),
            "paperType": "Plankapitel",
            **beside.papers(one.id, site),
            "web": site.addresses.page(one.path),
            "lip:plan": site.addresses.of(OparlType.TERM, one.plan),
            "lip:initiator": german(one.initiator),
            "lip:field": german(field.name) if field else "",
            "lip:status": one.status.value,
        },
        parts={
            "mainFile": files[0] if files else None,
            "auxiliaryFile": [*files[1:], *prints],
            "consultation": _steps(
                Dealt(paper=one.id, path=one.path), dated, beside, site
            ),
        },
    )


def text_file(one: OpenChapter, text: OpenText, site: Site) -> Thing:
    """Tell of the words of a chapter in one language, as a Markdown file."""
    file = text_id(one.id, text.language)
    address, content = site.addresses.of(OparlType.FILE, file), text.text.encode()
    return Thing(
        kind=OparlType.FILE,
        id=file,
        created=min(one.created_at, text.changed_at),
        changed=text.changed_at,
        fields={
            "name": text.title,
            "fileName": f"{one.key}.{text.language}.md",
            "mimeType": "text/markdown",
            "date": oparl_time(text.changed_at)[:10],
            "size": len(content),
            "sha512Checksum": hashlib.sha512(content).hexdigest(),
            "accessUrl": f"{address}/access",
            "downloadUrl": f"{address}/download",
            "derivativeFile": [
                site.addresses.of(OparlType.FILE, _printed(one, text).id)
            ],
            "fileLicense": site.licence,
            "web": site.addresses.page(one.path),
            "lip:language": text.language,
        },
        back={"paper": [site.addresses.of(OparlType.PAPER, one.id)]},
    )


def _print(one: OpenChapter, text: OpenText, site: Site) -> Thing:
    master = site.addresses.of(OparlType.FILE, text_id(one.id, text.language))
    dated = Dated(created=min(one.created_at, text.changed_at), changed=text.changed_at)
    return print_file(_printed(one, text), dated, site, masterFile=master)


def _printed(one: OpenChapter, text: OpenText) -> Print:
    return Print(
        paper=one.id,
        path=f"{one.path}/{text.language}/pdf",
        web=one.path,
        filename=f"{one.key}.{text.language}.pdf",
        language=text.language,
    )


def measure(one: MeasureFacts, beside: Beside, site: Site) -> Thing:
    """Tell of a measure, with its places and its way through the bodies."""
    sheet, addresses = one.sheet, site.addresses
    dated = Dated(created=one.created_at, changed=one.changed_at)
    carriers = [it.body for it in sheet.partners if it.role is PartnerRole.CARRIER]
    return Thing(
        kind=OparlType.PAPER,
        id=one.id,
        created=dated.created,
        changed=dated.changed,
        fields={
            **body_of(site),
            "name": german(sheet.title),
            "reference": sheet.code or one.key,
            **dates_of("date", sheet.updated),
            "paperType": "Vorhaben",
            **beside.papers(one.id, site),
            "underDirectionOf": [addresses.of(OparlType.ORGANIZATION, it)]
            if (it := sheet.responsible)
            else [],
            "originatorOrganization": [
                addresses.of(OparlType.ORGANIZATION, body) for body in carriers if body
            ],
            "web": addresses.page(f"/measures/{one.key}"),
            **_sheet(one, beside),
        },
        parts={
            "mainFile": print_file(_sheet_print(one), dated, site),
            "location": [_place(it, dated) for it in sheet.places if it.id],
            "consultation": _steps(
                Dealt(paper=one.id, path=f"/measures/{one.key}"), dated, beside, site
            ),
        },
    )


def _sheet_print(one: MeasureFacts) -> Print:
    page = f"/measures/{one.key}"
    return Print(
        paper=one.id, path=f"{page}/sheet.pdf", web=page, filename=f"{one.key}.pdf"
    )


def _sheet(one: MeasureFacts, beside: Beside) -> Mapping[str, Any]:
    """Give what the standard has no field for."""
    sheet = one.sheet
    fields = [beside.fields[it] for it in sheet.fields if it in beside.fields]
    districts = [beside.districts[it] for it in sheet.districts]
    return {
        "lip:status": german(sheet.status),
        "lip:statusKind": sheet.status_kind.value,
        "lip:fields": [german(it.name) for it in fields],
        "lip:districts": ["gesamtstädtisch"]
        if sheet.citywide
        else [it.name for it in districts],
        "lip:summary": german(sheet.summary),
        "lip:goals": [german(it.text) for it in sheet.goals],
        "lip:costs": [cost for it in sheet.costs if (cost := _cost(it))],
        "lip:targetCount": sheet.target_count,
    }


def _cost(line: CostLine) -> Mapping[str, Any]:
    said = {"sentence": german(line.sentence), "period": line.period.value}
    if line.cents is not None:
        said["amount"] = f"{line.cents / 100:.2f}"
        said["currency"] = "EUR"
    return {name: value for name, value in said.items() if value}


def _place(line: LocationLine, dated: Dated) -> Thing:
    assert line.id is not None  # those without a row are not asked for
    return Thing(
        kind=OparlType.LOCATION,
        id=line.id,
        created=dated.created,
        changed=dated.changed,
        fields={
            "description": german(line.service) or line.address,
            "streetAddress": line.address,
            "lip:opening": german(line.opening),
            "lip:contactPoint": line.contact_point,
            "lip:state": line.state.value,
        },
    )


def _steps(of: Dealt, dated: Dated, beside: Beside, site: Site) -> Sequence[Thing]:
    """Tell of every released step of a text's way."""
    return [_step(it, of, dated, site) for it in beside.steps.get(of.paper, ())]


def _step(step: StepFacts, of: Dealt, dated: Dated, site: Site) -> Thing:
    return consultation(
        step.id,
        of=of,
        body=step.body,
        role=_STATIONS[step.station],
        dated=dated,
        site=site,
        more={
            "authoritative": step.station is Station.COUNCIL,
            "lip:part": step.part,
            "lip:date": step.happened.dump() if step.happened else "",
            "lip:outcome": step.outcome.value,
            "lip:result": german(step.result),
            "lip:words": german(step.words),
            "lip:paper": step.paper,
            "lip:yes": step.yes,
            "lip:no": step.no,
            "lip:abstained": step.abstained,
        },
    )
