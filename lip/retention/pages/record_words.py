"""Deletion records and the state of their chain, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from lip.journal.rules.entries import ActorKind
from lip.kept import Kind
from lip.retention.rules.records import Break, Cause, Flaw, Record
from lip.words import N_, _, current_language

CAUSES: Final[Mapping[Cause, str]] = {
    Cause.DUE: N_("Frist abgelaufen"),
    Cause.WISH: N_("auf Wunsch"),
}
ACTORS: Final[Mapping[ActorKind, str]] = {
    ActorKind.PERSON: N_("Organisationsteam"),
    ActorKind.PASS: N_("Einlass-Hilfe"),
    ActorKind.PARTICIPANT: N_("die Person selbst"),
    ActorKind.COMMAND: N_("Befehlszeile"),
    ActorKind.SYSTEM: N_("LIP selbst"),
}
FLAWS: Final[Mapping[Flaw, str]] = {
    Flaw.GAP: N_("Der Löschvermerk Nr. %(number)s fehlt."),
    Flaw.BROKEN: N_("Vor dem Löschvermerk Nr. %(number)s fehlt einer."),
    Flaw.CHANGED: N_("Der Löschvermerk Nr. %(number)s wurde verändert."),
    Flaw.CUT_OFF: N_("Ab Nr. %(number)s fehlen Löschvermerke, die das Journal kennt."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRecord:
    """One record as people read it."""

    number: int
    at: str
    what: str
    rows: int
    cause: str
    who: str
    place: str
    digest: str


def said_record(
    record: Record,
    *,
    kinds: Sequence[Kind],
    titles: Mapping[str, str],
    zone: ZoneInfo,
) -> SaidRecord:
    """Put one record into words."""
    labels = {kind.name: kind.label for kind in kinds}
    label = labels.get(record.kind)
    return SaidRecord(
        number=record.number,
        at=format_datetime(
            record.at,
            "medium",
            tzinfo=zone,
            locale=current_language().replace("-", "_"),
        ),
        what=_(label) if label else record.kind,
        rows=record.rows,
        cause=_(CAUSES[record.cause]),
        who=_(ACTORS[ActorKind(record.actor_kind)]),
        place=titles.get(record.scope, record.scope),
        digest=record.digest[:12],
    )


def said_break(broken: Break | None) -> str:
    """Say what is wrong with the chain; nothing when it is whole."""
    return _(FLAWS[broken.flaw], number=broken.number) if broken else ""
