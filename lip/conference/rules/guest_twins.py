"""Who may be the same person: the same name, or nearly the same and one address."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from lip.conference.rules.guest import Guest
from lip.conference.rules.guest_origin import origin
from lip.conference.rules.names import twin_key

MOST_SHOWN = 5
"""How many twins and names a row mentions at most."""

_NEARLY = 0.87


class Likeness(StrEnum):
    """Why two entries may be the same person."""

    SAME_ENTRY = "same_entry"
    SAME_NAME = "same_name"
    SAME_EMAIL = "same_email"


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Who may be the same person: another line of the list, or a participant."""

    likeness: Likeness
    name: str
    line: int | None = None
    participant: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One person to compare with: a line of the list or a participant."""

    guest: Guest
    name_key: str
    origin: str
    line: int | None = None
    participant: UUID | None = None


def entry(
    guest: Guest, *, line: int | None = None, participant: UUID | None = None
) -> Entry:
    """Prepare a guest for comparing."""
    return Entry(
        guest=guest,
        name_key=twin_key(guest.name),
        origin=origin(guest),
        line=line,
        participant=participant,
    )


class Register:
    """All entries, found by name, by address and by number."""

    __slots__ = ("_by_email", "_by_name", "_by_number")

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._by_name: defaultdict[str, list[Entry]] = defaultdict(list)
        self._by_email: defaultdict[str, list[Entry]] = defaultdict(list)
        self._by_number: defaultdict[str, list[Entry]] = defaultdict(list)
        for one in entries:
            self._by_name[one.name_key].append(one)
            self._by_email[one.guest.email.casefold()].append(one)
            self._by_number[one.guest.external_id].append(one)

    def twins(self, one: Entry) -> tuple[Twin, ...]:
        """Name those who may be the same person as this entry."""
        return tuple(
            Twin(
                likeness=likeness,
                name=other.guest.name,
                line=other.line,
                participant=other.participant,
            )
            for likeness, other in self._alike(one)
        )

    def _alike(self, one: Entry) -> Iterator[tuple[Likeness, Entry]]:
        if not one.name_key:
            return
        for other in self._others(self._by_name[one.name_key], one):
            same = one.origin == other.origin
            yield (Likeness.SAME_ENTRY if same else Likeness.SAME_NAME), other
        for other in self.sharing_address(one):
            if one.name_key != other.name_key and similar(one, other):
                yield Likeness.SAME_EMAIL, other

    def sharing_address(self, one: Entry) -> list[Entry]:
        """Find the others with the same e-mail address."""
        email = one.guest.email.casefold()
        return list(self._others(self._by_email[email], one)) if email else []

    def sharing_number(self, one: Entry) -> list[Entry]:
        """Find the others with the same number."""
        number = one.guest.external_id
        return list(self._others(self._by_number[number], one)) if number else []

    @staticmethod
    def _others(entries: Sequence[Entry], one: Entry) -> Iterator[Entry]:
        shown = 0
        for other in entries:
            if other is one:
                continue
            yield other
            shown += 1
            if shown == MOST_SHOWN:
                return


def similar(one: Entry, other: Entry) -> bool:
    """Tell whether two names may belong to the same person who has one address."""
    words, others = set(one.name_key.split()), set(other.name_key.split())
    if not words or not others:
        return False
    if words <= others or others <= words:
        return True
    return _nearly_equal(*sorted((one.name_key, other.name_key)))


@lru_cache(maxsize=8192)
def _nearly_equal(one: str, other: str) -> bool:
    match = SequenceMatcher(a=one[:100], b=other[:100])
    return match.quick_ratio() >= _NEARLY and match.ratio() >= _NEARLY
