"""Where a participant comes from: the same entry of a list always has the same key."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID, uuid5

from lip.conference.rules.guest import Guest

_APART = "\x1f"


def origin(guest: Guest) -> str:
    """
    Write what identifies an entry of a list, whatever encoding it came in.

    Needs, notes and votes are left out: an entry in which they change stays the same.
    """
    phone = "".join(letter for letter in guest.phone if letter.isalnum())
    parts = (guest.name, guest.email, guest.organisation, phone, guest.external_id)
    return unicodedata.normalize("NFKC", _APART.join(parts)).casefold()


def source_key(conference: UUID, guest: Guest, occurrence: int) -> UUID:
    """
    Name the origin of a participant.

    `occurrence` counts equal entries of one list from 1, so that a person who stands
    twice has two keys, and the second import finds both.
    """
    return uuid5(conference, f"{origin(guest)}{_APART}{occurrence}")


def source_keys(conference: UUID, guests: Sequence[Guest]) -> list[UUID]:
    """Name the origins of a whole list, whatever the order of its rows."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for position, guest in enumerate(guests):
        alike[origin(guest)].append(position)
    keys: dict[int, UUID] = {}
    for positions in alike.values():
        if len(positions) > 1:
            positions.sort(key=lambda position: repr(guests[position]))
        for occurrence, position in enumerate(positions, start=1):
            keys[position] = source_key(conference, guests[position], occurrence)
    return [keys[position] for position in range(len(guests))]
