"""Lines of the journal as people read them: names looked up, facts in words."""

from collections.abc import (
    Awaitable,
    Callable,
    Collection,
    Iterable,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from lip.accounts.queries import names_of
from lip.accounts.rules.roles import Role
from lip.accounts.sentences import ROLE_WORDS
from lip.conference.files.wording import LABELS
from lip.conference.pages.conflict_words import HAPPENED
from lip.conference.pages.stage_words import STAGE_WORDS
from lip.conference.queries.names import names_of_participants
from lip.conference.rules.column import Column
from lip.conference.rules.door_conflicts import ConflictKind
from lip.conference.rules.stages import Stage
from lip.journal.rules.entries import Entry
from lip.journal.sentences import ACTORS, ACTS, BOARD_STEPS, FACTS, REASONS
from lip.words import _, current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry in words; `about` is empty where it is about nobody."""

    at: str
    who: str
    act: str
    about: str
    subject: UUID | None
    place: str
    facts: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Whom ids stand for; what is not there has been erased."""

    people: Mapping[UUID, str]
    participants: Mapping[UUID, tuple[str, int]]
    conferences: Mapping[UUID, str]
    titles: Mapping[str, str]
    others: Mapping[UUID, str]

    def about(self, subject: UUID | None) -> str:
        """Name whom or what an entry is about."""
        if subject is None:
            return ""
        if subject in self.participants:
            name, number = self.participants[subject]
            return name or _("Gast %(number)s", number=number)
        known = self.people.get(subject) or self.conferences.get(subject)
        return known or self.others.get(subject) or _("gelöscht")

    def who(self, entry: Entry) -> str:
        """Name who acted."""
        named = self.people.get(entry.by.id, "") if entry.by.id else ""
        return named or _(ACTORS[entry.by.kind])


Namer: TypeAlias = Callable[[Collection[UUID]], Awaitable[Mapping[UUID, str]]]
"""How a higher area names what is its own; `lip.contributions` lists them."""


async def names_in(
    entries: Iterable[Entry],
    actors: Iterable[UUID],
    *,
    conferences: Mapping[UUID, str],
    titles: Mapping[str, str],
    namers: Sequence[Namer] = (),
) -> Names:
    """Look up all names of a page at once, in two queries and one for each namer."""
    subjects = {entry.subject for entry in entries if entry.subject}
    people = await names_of({*actors, *subjects})
    participants = await names_of_participants(subjects)
    unknown = subjects - people.keys() - participants.keys() - conferences.keys()
    others: dict[UUID, str] = {}
    for namer in namers:
        others |= await namer(unknown)
    return Names(
        people=people,
        participants=participants,
        conferences=conferences,
        titles=titles,
        others=others,
    )


def line(entry: Entry, names: Names, *, zone: ZoneInfo) -> Line:
    """Put one entry into words."""
    return Line(
        at=_moment(entry.at, zone),
        who=names.who(entry),
        act=_(ACTS[entry.act]),
        about=names.about(entry.subject),
        subject=entry.subject,
        place=names.titles.get(entry.scope, entry.scope),
        facts=[said for key in entry.facts if (said := _fact(key, entry))],
    )


def _fact(key: str, entry: Entry) -> str:
    value = entry.facts[key]
    if key not in FACTS or value is None or value is False:
        return ""
    if value is True:
        return _(FACTS[key])
    return _(FACTS[key], value=_value(key, str(value)))


def _value(key: str, value: str) -> str:
    if key == "role" and value in set(Role):
        return _(ROLE_WORDS[Role(value)])
    if key == "conflict" and value in set(ConflictKind):
        return _(HAPPENED[ConflictKind(value)])
    if key == "stage" and value in set(Stage):
        return _(STAGE_WORDS[Stage(value)])
    if key == "reason":
        return _(REASONS[value]) if value in REASONS else value
    if key == "step" and value in BOARD_STEPS:
        return _(BOARD_STEPS[value])
    if key == "columns":
        known = [Column(name) for name in value.split() if name in set(Column)]
        return ", ".join(_(LABELS[column]) for column in known)
    return value


def _moment(at: datetime, zone: ZoneInfo) -> str:
    locale = current_language().replace("-", "_")
    return format_datetime(at, format="medium", tzinfo=zone, locale=locale)
