"""Read the parts of many papers at once: one statement for each kind of part."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar
from uuid import UUID

from lip.database import fetch, padded
from lip.errors import NotFound
from lip.papers.rules.kinds import (
    ConsultationRole,
    RelationKind,
    SectionKind,
)
from lip.papers.rules.papers import (
    Consulted,
    CostLine,
    FileFacts,
    Recipient,
    Related,
    Section,
)
from lip.partial_dates import PartialDate
from lip.said import Said

One = TypeVar("One")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of papers, by the id of the paper."""

    sections: Mapping[UUID, Sequence[Section]]
    costs: Mapping[UUID, Sequence[CostLine]]
    recipients: Mapping[UUID, Sequence[Recipient]]
    log: Mapping[UUID, Sequence[Consulted]]
    related: Mapping[UUID, Sequence[Related]]
    files: Mapping[UUID, Sequence[FileFacts]]


_FILE: Final = (
    "SELECT id, paper, title, filename, media_type, size, sha512, removed_at, "
    "created_at, changed_at FROM paper_file "
)
_SECTIONS: Final = "SELECT paper, kind, heading, text FROM paper_section"
_COSTS: Final = "SELECT paper, label, year, cents FROM paper_cost"
_RECIPIENTS: Final = (
    "SELECT paper_recipient.id, paper, body, paper_recipient.address_as, "
    "for_information, words, body.name AS body_name, body.key AS body_key "
    "FROM paper_recipient JOIN body ON body.id = paper_recipient.body"
)
_LOG: Final = (
    "SELECT consultation.id, paper, body, happened, agenda_item, public, role, result, "
    "yes, no, abstained, consultation.changed_at, body.name AS body_name, "
    "body.key AS body_key FROM consultation LEFT JOIN body ON body.id = body"
)
_RELATED: Final = (
    "SELECT paper_relation.paper, paper_relation.reference, paper_relation.kind, "
    "other, found.key AS found_key, found.title AS found_title FROM paper_relation "
    "LEFT JOIN council_paper AS found ON found.id = other "
    "AND found.removed_at IS NULL"
)


async def parts_of(papers: Sequence[UUID]) -> Parts:
    """Read all parts of papers, each in its order."""
    return Parts(
        sections=_gathered(await _rows(_SECTIONS, papers), _section),
        costs=_gathered(await _rows(_COSTS, papers), _cost),
        recipients=_gathered(
            await _rows(_RECIPIENTS, papers, by="paper_recipient.position"), _recipient
        ),
        log=_gathered(
            await _rows(_LOG, papers, by="consultation.position"), _consulted
        ),
        related=_gathered(
            await _rows(
                _RELATED, papers, by="paper_relation.reference, paper_relation.kind"
            ),
            _relation,
        ),
        files=_gathered(
            await _rows(_FILE, papers, also="AND removed_at IS NULL"), _file
        ),
    )


async def file_by_id(file: UUID) -> FileFacts:
    """Find an attachment without its content, removed ones too, or raise NotFound."""
    rows = await fetch(_FILE + "WHERE id = ?", file)
    if not rows:
        raise NotFound("unknown_paper_file")
    return _file(rows[0])


async def content_of(file: UUID) -> bytes:
    """Give the content of an attachment, or raise NotFound."""
    rows = await fetch(
        "SELECT content FROM paper_file WHERE id = ? AND removed_at IS NULL", file
    )
    if not rows:
        raise NotFound("unknown_paper_file")
    return bytes(rows[0]["content"])


async def _rows(
    select: str, papers: Sequence[UUID], *, by: str = "position", also: str = ""
) -> Sequence[Mapping[str, Any]]:
    if not papers:
        return []
    wanted = padded(papers)
    marks = ", ".join("?" * len(wanted))
    return await fetch(
        f"{select} WHERE paper IN ({marks}) {also} ORDER BY paper, {by}", *wanted
    )


def _gathered(
    rows: Sequence[Mapping[str, Any]], made: Callable[[Mapping[str, Any]], One]
) -> Mapping[UUID, Sequence[One]]:
    found: dict[UUID, list[One]] = {}
    for row in rows:
        found.setdefault(row["paper"], []).append(made(row))
    return found


def _section(row: Mapping[str, Any]) -> Section:
    return Section(
        kind=SectionKind(row["kind"]), heading=row["heading"], text=row["text"]
    )


def _cost(row: Mapping[str, Any]) -> CostLine:
    return CostLine(label=row["label"], year=row["year"], cents=row["cents"])


def _recipient(row: Mapping[str, Any]) -> Recipient:
    return Recipient(
        id=row["id"],
        body=row["body"],
        address_as=row["address_as"],
        for_information=bool(row["for_information"]),
        words=row["words"],
        name=Said.load(row["body_name"]),
        key=row["body_key"],
    )


def _consulted(row: Mapping[str, Any]) -> Consulted:
    return Consulted(
        id=row["id"],
        role=ConsultationRole(row["role"]),
        body=row["body"],
        happened=PartialDate.load(row["happened"]) if row["happened"] else None,
        agenda_item=row["agenda_item"],
        public=bool(row["public"]),
        result=row["result"],
        yes=row["yes"],
        no=row["no"],
        abstained=row["abstained"],
        name=Said.load(row["body_name"] or ""),
        key=row["body_key"] or "",
        changed_at=row["changed_at"],
    )


def _relation(row: Mapping[str, Any]) -> Related:
    return Related(
        reference=row["reference"],
        kind=RelationKind(row["kind"]),
        other=row["other"],
        path_key=row["found_key"] or "",
        title=row["found_title"] or "",
    )


def _file(row: Mapping[str, Any]) -> FileFacts:
    return FileFacts(**{name: row[name] for name in FileFacts.__dataclass_fields__})
