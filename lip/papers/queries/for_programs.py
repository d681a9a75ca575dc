"""Read papers with all their parts, as programs are told of them."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, TypeAlias
from uuid import UUID

from lip.database import fetch
from lip.papers.rules.kinds import (
    ConsultationRole,
    PaperKind,
    RelationKind,
    SectionKind,
)
from lip.papers.rules.open_papers import (
    OpenAttachment,
    OpenConsultation,
    OpenCost,
    OpenPaper,
    OpenRecipient,
    OpenRelation,
    OpenSection,
)
from lip.partial_dates import PartialDate
from lip.said import Said

Reader: TypeAlias = Callable[[Mapping[str, Any]], Any]
Parts: TypeAlias = Mapping[str, Mapping[UUID, Sequence[Any]]]

_PUBLIC: Final = "p.removed_at IS NULL AND p.public_from <= ?"
_OF: Final = f"x JOIN council_paper p ON p.id = x.paper WHERE {_PUBLIC}"
_FILE: Final = (
    "x.id, x.title, x.filename, x.media_type, x.size, x.sha512, x.created_at, "
    "x.changed_at"
)


async def open_papers(now: datetime) -> Sequence[OpenPaper]:
    """Read all released papers by date; seven queries, however many there are."""
    rows = await fetch(
        "SELECT p.id, p.key, p.reference, p.kind, p.kind_label, p.city, p.title, "  # noqa: S608
        "p.subtitle, p.stamp, p.cost_sentence, p.signer, p.place, p.dated, p.language, "
        "p.source, p.source_id, p.created_at, p.changed_at FROM council_paper p "
        f"WHERE {_PUBLIC} ORDER BY p.dated, p.reference, p.id",
        now,
    )
    parts = {name: await _read(*part, now) for name, part in _PARTS.items() if rows}
    return [_paper(row, parts) for row in rows]


async def open_attachment(
    file: UUID, *, now: datetime
) -> tuple[OpenAttachment, bytes] | None:
    """Give an attachment of a released paper with its content; None for any other."""
    rows = await fetch(
        f"SELECT {_FILE}, x.content FROM paper_file {_OF} "  # noqa: S608
        "AND x.removed_at IS NULL AND x.id = ?",
        now,
        file,
    )
    return (_file(rows[0]), bytes(rows[0]["content"])) if rows else None


async def _read(
    columns: str, table: str, read: Reader, now: datetime
) -> Mapping[UUID, Sequence[Any]]:
    rows = await fetch(f"SELECT x.paper AS of_paper, {columns} FROM {table}", now)  # noqa: S608
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row["of_paper"]].append(read(row))
    return found


def _paper(row: Mapping[str, Any], parts: Parts) -> OpenPaper:
    own = {name: found.get(row["id"], ()) for name, found in parts.items()}
    return OpenPaper(**{
        **row,
        "kind": PaperKind(row["kind"]),
        "dated": _date(row["dated"]),
        **own,
    })


def _section(row: Mapping[str, Any]) -> OpenSection:
    kind = SectionKind(row["kind"])
    return OpenSection(kind=kind, heading=row["heading"], text=row["text"])


def _cost(row: Mapping[str, Any]) -> OpenCost:
    return OpenCost(label=row["label"], year=row["year"], cents=row["cents"])


def _recipient(row: Mapping[str, Any]) -> OpenRecipient:
    name = Said.load(row["name"]).pick("de").text
    how = row["address_as"] or row["body_address_as"]
    return OpenRecipient(
        id=row["id"],
        body=row["body"],
        line=row["words"] or " ".join(filter(None, (how, name))),
        for_information=bool(row["for_information"]),
    )


def _consultation(row: Mapping[str, Any]) -> OpenConsultation:
    own = {name: one for name, one in row.items() if name != "of_paper"}
    return OpenConsultation(**{
        **own,
        "happened": _date(row["happened"]),
        "role": ConsultationRole(row["role"]),
    })


def _file(row: Mapping[str, Any]) -> OpenAttachment:
    outside = {"of_paper", "content"}
    return OpenAttachment(**{
        name: one for name, one in row.items() if name not in outside
    })


def _relation(row: Mapping[str, Any]) -> OpenRelation:
    kind = RelationKind(row["kind"])
    return OpenRelation(other=row["other"], reference=row["reference"], kind=kind)


def _date(code: str) -> PartialDate | None:
    return PartialDate.load(code) if code else None


_PARTS: Final[Mapping[str, tuple[str, str, Reader]]] = {
    "sections": (
        "x.kind, x.heading, x.text",
        f"paper_section {_OF} ORDER BY x.position, x.id",
        _section,
    ),
    "costs": (
        "x.label, x.year, x.cents",
        f"paper_cost {_OF} ORDER BY x.position, x.id",
        _cost,
    ),
    "recipients": (
        (
            "x.id, x.body, x.address_as, x.for_information, x.words, b.name, "
            "b.address_as AS body_address_as"
        ),
        (
            "paper_recipient x JOIN body b ON b.id = x.body JOIN council_paper p "
            f"ON p.id = x.paper WHERE {_PUBLIC} ORDER BY x.position, x.id"
        ),
        _recipient,
    ),
    "consultations": (
        (
            "x.id, x.body, x.happened, x.agenda_item, x.role, x.result, x.yes, x.no, "
            "x.abstained, x.created_at, x.changed_at"
        ),
        f"consultation {_OF} AND x.public IS TRUE ORDER BY x.position, x.id",
        _consultation,
    ),
    "files": (
        _FILE,
        f"paper_file {_OF} AND x.removed_at IS NULL ORDER BY x.position, x.id",
        _file,
    ),
    "relations": (
        "x.other, x.reference, x.kind",
        f"paper_relation {_OF} ORDER BY x.reference, x.id",
        _relation,
    ),
}
