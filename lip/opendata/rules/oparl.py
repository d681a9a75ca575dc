"""
What programs are told, as OParl 1.1 writes it.

A `Thing` is one object with the objects that stand inside it. Its document is written
from it and from the times at which it and its parts were made and changed: OParl wants
both in every object, embedded ones too. Empty values are left out.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

SCHEMA: Final = "https://schema.oparl.org/1.1/"
ROOT: Final = "/oparl/v1.1/"
ZONE: Final = ZoneInfo("Europe/Berlin")
OWN: Final = "lip:"
"""What the standard does not know begins with this."""


class OparlType(StrEnum):
    """Types of objects, by the names of the standard."""

    SYSTEM = "System"
    BODY = "Body"
    TERM = "LegislativeTerm"
    ORGANIZATION = "Organization"
    PERSON = "Person"
    MEMBERSHIP = "Membership"
    MEETING = "Meeting"
    AGENDA_ITEM = "AgendaItem"
    PAPER = "Paper"
    CONSULTATION = "Consultation"
    FILE = "File"
    LOCATION = "Location"


PLACES: Final[Mapping[OparlType, str]] = {
    OparlType.BODY: "bodies",
    OparlType.TERM: "terms",
    OparlType.ORGANIZATION: "organizations",
    OparlType.PERSON: "persons",
    OparlType.MEMBERSHIP: "memberships",
    OparlType.MEETING: "meetings",
    OparlType.AGENDA_ITEM: "agendaitems",
    OparlType.PAPER: "papers",
    OparlType.CONSULTATION: "consultations",
    OparlType.FILE: "files",
    OparlType.LOCATION: "locations",
}
"""Where objects of a type stand, and their list below the body."""

LISTS: Final[Mapping[str, OparlType]] = {
    "organization": OparlType.ORGANIZATION,
    "person": OparlType.PERSON,
    "meeting": OparlType.MEETING,
    "paper": OparlType.PAPER,
    "agendaItem": OparlType.AGENDA_ITEM,
    "consultation": OparlType.CONSULTATION,
    "file": OparlType.FILE,
    "locationList": OparlType.LOCATION,
    "legislativeTermList": OparlType.TERM,
    "membership": OparlType.MEMBERSHIP,
}
"""The lists that a body names; the last six are new in 1.1."""

INTERNAL: Final[Mapping[OparlType, frozenset[str]]] = {
    OparlType.AGENDA_ITEM: frozenset({"auxiliaryFile"}),
    OparlType.MEETING: frozenset({"auxiliaryFile", "agendaItem"}),
    OparlType.PAPER: frozenset({"auxiliaryFile", "location"}),
    OparlType.PERSON: frozenset({"membership"}),
    OparlType.BODY: frozenset({"legislativeTerm"}),
}
"""What `omit_internal=true` leaves out."""

REQUIRED: Final[Mapping[OparlType, tuple[str, ...]]] = {
    OparlType.BODY: ("legislativeTerm",),
}
"""Lists that stand there even when they are empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamps:
    """When an object was made, and when it changed the last time."""

    created: datetime
    modified: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """
    One object: its own `fields`, `parts` inside it, `back` for whoever asks by its id.

    `created` and `changed` are what its rows say.
    """

    kind: OparlType
    id: UUID
    created: datetime
    changed: datetime
    fields: Mapping[str, Any] = field(default_factory=dict)
    parts: "Mapping[str, Thing | Sequence[Thing] | None]" = field(default_factory=dict)
    back: Mapping[str, Any] = field(default_factory=dict)


Marks: TypeAlias = Mapping[UUID, Stamps]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Full addresses below the one base that this server is known by."""

    base: str

    @property
    def root(self) -> str:
        """The address of the system object, where every reader begins."""
        return self.base + ROOT

    def of(self, kind: OparlType, one: UUID) -> str:
        """Give the id of an object, which is its address."""
        if kind is OparlType.SYSTEM:
            return self.root
        return f"{self.base}{ROOT}{PLACES[kind]}/{one}"

    def list_of(self, body: UUID, kind: OparlType) -> str:
        """Give the address of the first page of a list of a body."""
        return f"{self.of(OparlType.BODY, body)}/{PLACES[kind]}"

    def page(self, path: str) -> str:
        """Give the address of a page for people, without a language."""
        return f"{self.base}{path}" if path else ""


def oparl_time(at: datetime) -> str:
    """
    Write a time with its offset, without fractions and never with Z.

    >>> from datetime import UTC
    >>> oparl_time(datetime(2026, 7, 1, 12, 0, 5, 77, tzinfo=UTC))
    '2026-07-01T14:00:05+02:00'
    """
    return at.astimezone(ZONE).isoformat(timespec="seconds")


def all_things(thing: Thing) -> Iterator[Thing]:
    """Give an object and all that stands inside it, the innermost first."""
    for one in _parts(thing):
        yield from all_things(one)
    yield thing


def digest_of(thing: Thing, base: str) -> str:
    """Tell by 64 signs whether an object says the same, its parts included."""
    plain = [base, _plain(thing, None)]
    text = json.dumps(plain, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def document_of(thing: Thing, marks: Marks, addresses: Addresses) -> str:
    """Write the whole object as it is answered by its id and stands in lists."""
    return written(_plain(thing, (marks, addresses), alone=True))


def tombstone_of(
    kind: OparlType, one: UUID, stamps: Stamps, addresses: Addresses
) -> str:
    """Write what remains of an object that was deleted or is public no more."""
    return written({**_head(kind, one, addresses), **_times(stamps), "deleted": True})


def emptied(document: str, at: datetime) -> str:
    """Leave of an object what remains of a deleted one."""
    values = json.loads(document)
    head = {name: values[name] for name in ("id", "type", "created")}
    return written({**head, "modified": oparl_time(at), "deleted": True})


def written(value: Any) -> str:
    """Write JSON as it goes over the wire: UTF-8, nothing escaped for HTML."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def without_internal(kind: OparlType, document: str) -> str:
    """Leave out the lists of embedded objects, for `omit_internal=true`."""
    omitted = INTERNAL.get(kind)
    if not omitted:
        return document
    values = json.loads(document)
    return written({name: one for name, one in values.items() if name not in omitted})


def without_empty(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing; zero and false say something."""
    return {name: one for name, one in values.items() if one not in (None, "", [], {})}


def _plain(
    thing: Thing, stamped: tuple[Marks, Addresses] | None, *, alone: bool = False
) -> dict[str, Any]:
    """Give it as JSON knows it; without `stamped`, only what it says."""
    values: dict[str, Any] = dict(thing.fields)
    for name, part in thing.parts.items():
        if isinstance(part, Thing):
            values[name] = _plain(part, stamped)
        elif part:
            values[name] = [_plain(one, stamped) for one in part]
    if alone or stamped is None:
        values |= thing.back
    if stamped is None:
        return {"id": str(thing.id), **without_empty(values)}
    marks, addresses = stamped
    return {
        **_head(thing.kind, thing.id, addresses),
        **without_empty(values),
        **{name: [] for name in REQUIRED.get(thing.kind, ()) if not values.get(name)},
        **_times(marks[thing.id]),
    }


def _head(kind: OparlType, one: UUID, addresses: Addresses) -> dict[str, Any]:
    return {"id": addresses.of(kind, one), "type": SCHEMA + kind.value}


def _times(stamps: Stamps) -> dict[str, Any]:
    return {
        "created": oparl_time(stamps.created),
        "modified": oparl_time(stamps.modified),
    }


def _parts(thing: Thing) -> Iterator[Thing]:
    for part in thing.parts.values():
        if isinstance(part, Thing):
            yield part
        else:
            yield from part or ()
