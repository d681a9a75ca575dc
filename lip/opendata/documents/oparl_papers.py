"""Council papers for programs, those taken in from elsewhere with all they had."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from lip.opendata.documents.oparl_city import body_of, dates_of
from lip.opendata.documents.oparl_files import Print, print_file
from lip.opendata.documents.oparl_taken_in import taken_in
from lip.opendata.rules.dated import Dated
from lip.opendata.rules.oparl import OparlType, Thing, oparl_time
from lip.opendata.rules.site import Site
from lip.papers.rules.kinds import ConsultationRole, PaperKind, RelationKind
from lip.papers.rules.open_papers import (
    OpenAttachment,
    OpenConsultation,
    OpenPaper,
    OpenRecipient,
)

TYPES: Final[Mapping[PaperKind, str]] = {
    PaperKind.INFORMATION: "Informationsdrucksache",
    PaperKind.DECISION: "Beschlussdrucksache",
    PaperKind.MOTION: "Antrag",
    PaperKind.AMENDMENT: "Änderungsantrag",
    PaperKind.INQUIRY: "Anfrage",
    PaperKind.OTHER: "Drucksache",
}
ROLES: Final[Mapping[ConsultationRole, str]] = {
    ConsultationRole.FOR_INFORMATION: "zur Kenntnis",
    ConsultationRole.ADVICE: "Beratung",
    ConsultationRole.DECISION: "Beschlussfassung",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What papers may point to: by their ids, references, and ids elsewhere."""

    ids: frozenset[UUID]
    by_source: Mapping[str, UUID]
    related: Mapping[UUID, Sequence[UUID]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealt:
    """The paper that a body deals with, and its page."""

    paper: UUID
    path: str


def paper(one: OpenPaper, known: Known, site: Site) -> Thing:
    """Tell of a paper with its log and its attachments."""
    if one.source:
        return taken_in(one, json.loads(one.source), known.by_source, site)
    dated = Dated(created=one.created_at, changed=one.changed_at)
    files = [attachment(it, one, site) for it in one.files]
    return Thing(
        kind=OparlType.PAPER,
        id=one.id,
        created=dated.created,
        changed=dated.changed,
        fields={
            **body_of(site),
            "name": one.name,
            "reference": one.reference,
            **dates_of("date", one.dated),
            "paperType": one.kind_label or TYPES[one.kind],
            **_related(one, known, site),
            "web": site.addresses.page(f"/papers/{one.key}"),
            "lip:signer": one.signer,
            "lip:place": one.place,
            "lip:recipients": [it.line for it in one.recipients],
        },
        parts={
            "mainFile": print_file(_print(one), dated, site),
            "auxiliaryFile": files,
            "consultation": _log(one, dated, site),
        },
    )


def attachment(one: OpenAttachment, of: OpenPaper, site: Site) -> Thing:
    """Tell of an attachment, and where to look at it or to save it."""
    address = site.addresses.of(OparlType.FILE, one.id)
    return Thing(
        kind=OparlType.FILE,
        id=one.id,
        created=one.created_at,
        changed=one.changed_at,
        fields={
            "name": one.title or one.filename,
            "fileName": one.filename,
            "mimeType": one.media_type.partition(";")[0],
            "date": oparl_time(one.created_at)[:10],
            "size": one.size,
            "sha512Checksum": one.sha512,
            "accessUrl": f"{address}/access",
            "downloadUrl": f"{address}/download",
            "fileLicense": site.licence,
            "web": site.addresses.page(f"/papers/{of.key}"),
        },
        back={"paper": [site.addresses.of(OparlType.PAPER, of.id)]},
    )


def _print(one: OpenPaper) -> Print:
    page = f"/papers/{one.key}"
    return Print(
        paper=one.id,
        path=f"{page}/print.pdf",
        web=page,
        filename=f"{one.key}.pdf",
        language=one.language,
    )


def _related(one: OpenPaper, known: Known, site: Site) -> Mapping[str, Any]:
    """Point to papers, chapters and measures that are public as well."""
    found: dict[str, list[str]] = {"relatedPaper": [], "superordinatedPaper": []}
    for relation in one.relations:
        if relation.other in known.ids and relation.other is not None:
            above = relation.kind in {RelationKind.ORIGINAL, RelationKind.ORIGIN}
            name = "superordinatedPaper" if above else "relatedPaper"
            found[name].append(site.addresses.of(OparlType.PAPER, relation.other))
    for other in known.related.get(one.id, ()):
        found["relatedPaper"].append(site.addresses.of(OparlType.PAPER, other))
    elsewhere = [it.reference for it in one.relations if it.other not in known.ids]
    return {
        **{name: sorted(set(them)) for name, them in found.items()},
        "lip:relatedReferences": [it for it in elsewhere if it],
    }


def _log(one: OpenPaper, dated: Dated, site: Site) -> Sequence[Thing]:
    """Give what stands in the log, and recipients who have not dealt with it yet."""
    dealt = {it.body for it in one.consultations}
    waiting = [it for it in one.recipients if it.body not in dealt]
    return [
        *(_dealt(it, one, site) for it in one.consultations),
        *(_waiting(it, one, dated, site) for it in waiting),
    ]


def _dealt(line: OpenConsultation, one: OpenPaper, site: Site) -> Thing:
    return consultation(
        line.id,
        of=Dealt(paper=one.id, path=f"/papers/{one.key}"),
        body=line.body,
        role=ROLES[line.role],
        dated=Dated(created=line.created_at, changed=line.changed_at),
        site=site,
        more={
            "authoritative": line.role is ConsultationRole.DECISION,
            **({"lip:date": line.happened.dump()} if line.happened else {}),
            "lip:agendaItem": line.agenda_item,
            "lip:result": line.result,
            "lip:yes": line.yes,
            "lip:no": line.no,
            "lip:abstained": line.abstained,
        },
    )


def _waiting(line: OpenRecipient, one: OpenPaper, dated: Dated, site: Site) -> Thing:
    informed = line.for_information
    role = ConsultationRole.FOR_INFORMATION if informed else ConsultationRole.ADVICE
    return consultation(
        line.id,
        of=Dealt(paper=one.id, path=f"/papers/{one.key}"),
        body=line.body,
        role=ROLES[role],
        dated=dated,
        site=site,
        more={"authoritative": False},
    )


def consultation(
    one: UUID,
    *,
    of: Dealt,
    body: UUID | None,
    role: str,
    dated: Dated,
    site: Site,
    more: Mapping[str, Any],
) -> Thing:
    """Tell that a body deals with a paper."""
    bodies = [site.addresses.of(OparlType.ORGANIZATION, body)] if body else []
    return Thing(
        kind=OparlType.CONSULTATION,
        id=one,
        created=dated.created,
        changed=dated.changed,
        fields={
            "organization": bodies,
            "role": role,
            "web": site.addresses.page(of.path),
            **more,
        },
        back={"paper": site.addresses.of(OparlType.PAPER, of.paper)},
    )
