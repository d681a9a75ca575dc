"""What an OParl 1.1 paper of another city says, as a paper of ours."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Final

from lip.bodies.rules.references import normal
from lip.papers.rules.kinds import PaperKind, RelationKind
from lip.partial_dates import PartialDate

LONGEST_ID: Final = 500
_TYPE: Final = re.compile(r"https?://schema\.oparl\.org/1\.[01]/Paper")
_KINDS: Final[Sequence[tuple[str, PaperKind]]] = (
    ("änderung", PaperKind.AMENDMENT),
    ("ergänzungsantrag", PaperKind.AMENDMENT),
    ("beschluss", PaperKind.DECISION),
    ("information", PaperKind.INFORMATION),
    ("mitteilung", PaperKind.INFORMATION),
    ("anfrage", PaperKind.INQUIRY),
    ("antrag", PaperKind.MOTION),
)
_LABELS: Final = {
    PaperKind.INFORMATION: "Informationsdrucksache",
    PaperKind.DECISION: "Beschlussdrucksache",
    PaperKind.MOTION: "Antrag",
    PaperKind.AMENDMENT: "Änderungsantrag",
    PaperKind.INQUIRY: "Anfrage",
}
_RELATIONS: Final[Mapping[str, RelationKind]] = {
    "superordinatedPaper": RelationKind.ORIGIN,
    "subordinatedPaper": RelationKind.RELATED,
    "relatedPaper": RelationKind.RELATED,
}


class Fault(StrEnum):
    """Why an object could not be taken in."""

    NO_PAPER = "no_paper"
    NO_ID = "no_id"
    TWICE = "twice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """A paper of another city, as far as it has a place with us."""

    source_id: str
    reference: str
    title: str
    kind: PaperKind
    kind_label: str
    dated: PartialDate | None
    created_at: datetime | None
    changed_at: datetime | None
    removed: bool
    related: Sequence[tuple[str, RelationKind]]


def read_paper(value: object) -> Foreign | Fault:
    """Read one object; what we have no place for stays in the original alone."""
    if not isinstance(value, Mapping) or not _TYPE.fullmatch(_text(value, "type")):
        return Fault.NO_PAPER
    source_id = _text(value, "id")
    if not source_id or len(source_id) > LONGEST_ID:
        return Fault.NO_ID
    label = _text(value, "paperType")[:120]
    kind = _kind(label)
    return Foreign(
        source_id=source_id,
        reference=normal(_text(value, "reference"))[:60] or _last(source_id),
        title=_text(value, "name"),
        kind=kind,
        kind_label="" if _LABELS.get(kind) == label else label,
        dated=_day(_text(value, "date")),
        created_at=_moment(_text(value, "created")),
        changed_at=_moment(_text(value, "modified")),
        removed=value.get("deleted") is True,
        related=tuple(_related(value)),
    )


def _related(value: Mapping[str, Any]) -> Sequence[tuple[str, RelationKind]]:
    return [
        (one, kind)
        for name, kind in _RELATIONS.items()
        for one in value.get(name) or ()
        if isinstance(one, str) and one
    ]


def _kind(label: str) -> PaperKind:
    lower = label.lower()
    return next((kind for part, kind in _KINDS if part in lower), PaperKind.OTHER)


def _text(value: Mapping[str, Any], name: str) -> str:
    text = value.get(name)
    return text.strip() if isinstance(text, str) else ""


def _last(source_id: str) -> str:
    return source_id.rstrip("/").rpartition("/")[2][:60]


def _day(text: str) -> PartialDate | None:
    try:
        return PartialDate.of(date.fromisoformat(text[:10]))
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignFile:
    """An attachment that lies where the paper came from."""

    name: str
    url: str


def foreign_files(source: str) -> Sequence[ForeignFile]:
    """List the attachments that a paper taken in names, in order, each once."""
    value = json.loads(source) if source else {}
    files = [value.get("mainFile"), *(value.get("auxiliaryFile") or ())]
    found = {
        url: ForeignFile(name=_text(one, "name") or _last(url), url=url)
        for one in files
        if isinstance(one, Mapping)
        and (url := _text(one, "accessUrl")).startswith(("https://", "http://"))
    }
    return list(found.values())
