"""Read who is on a roll, and how each of them votes. Never what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from elections.rules.on_roll import OnRoll
from elections.rules.stages import Channel
from lip.conference.rules.guest import display_name
from lip.database import fetch

PER_PAGE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class RollLine:
    """One entry; `given` says that a credential was fetched."""

    entry: UUID | None
    participant: UUID | None
    number: int | None
    name: str
    association: str
    channel: Channel = Channel.NONE
    given: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RollPage:
    """One page of a roll, and how many entries all pages have."""

    lines: Sequence[RollLine]
    total: int
    page: int

    @property
    def pages(self) -> int:
        """Count the pages."""
        return max(1, -(-self.total // PER_PAGE))


_NAMES = "p.number, p.full_name, p.given_name, p.family_name, p.sort_key"


async def frozen_roll(election: UUID, *, page: int = 1) -> RollPage:
    """List a page of the entries by association and name, in one query."""
    page = max(page, 1)
    rows = await fetch(
        "SELECT r.id, r.participant, r.name, r.association, r.channel, r.blinded, "  # noqa: S608 - columns
        f"{_NAMES}, count(*) OVER () AS total FROM roll_entry r "
        "LEFT JOIN participant p ON p.id = r.participant WHERE r.election = ? "
        "ORDER BY r.association, coalesce(p.sort_key, lower(r.name)), r.id "
        "LIMIT ? OFFSET ?",
        election,
        PER_PAGE,
        (page - 1) * PER_PAGE,
    )
    if not rows and page > 1:
        return await frozen_roll(election)
    total = int(rows[0]["total"]) if rows else 0
    return RollPage(lines=[_line(row) for row in rows], total=total, page=page)


async def roll_ahead(
    election: UUID, conference: UUID, people: Sequence[OnRoll], *, page: int = 1
) -> RollPage:
    """List a page of those who would be on the roll; two queries for any number."""
    rows = await fetch(
        f"SELECT p.id, {_NAMES} FROM participant p WHERE p.conference = ?",  # noqa: S608
        conference,
    )
    known = {row["id"]: row for row in rows}
    entries = await fetch(
        "SELECT id, name FROM roll_entry WHERE election = ?", election
    )
    names = {row["id"]: row["name"] for row in entries}
    sorted_people = sorted(people, key=lambda one: _place(one, known, names))
    pages = max(1, -(-len(people) // PER_PAGE))
    page = min(max(page, 1), pages)
    shown = sorted_people[(page - 1) * PER_PAGE : page * PER_PAGE]
    lines = [_ahead(one, known, names) for one in shown]
    return RollPage(lines=lines, total=len(people), page=page)


def _place(
    one: OnRoll, known: Mapping[UUID, Mapping[str, Any]], names: Mapping[UUID, str]
) -> tuple[str, str]:
    row = known.get(one.participant) if one.participant else None
    own = names.get(one.entry, "") if one.entry else ""
    return one.association, str(row["sort_key"]) if row else own.casefold()


def _ahead(
    one: OnRoll, known: Mapping[UUID, Mapping[str, Any]], names: Mapping[UUID, str]
) -> RollLine:
    row = known.get(one.participant) if one.participant else None
    own = names.get(one.entry, "") if one.entry else ""
    return RollLine(
        entry=one.entry,
        participant=one.participant,
        number=row["number"] if row else None,
        name=_name(row) if row else own,
        association=one.association,
    )


def _line(row: Mapping[str, Any]) -> RollLine:
    return RollLine(
        entry=row["id"],
        participant=row["participant"],
        number=row["number"],
        name=_name(row) if row["participant"] else row["name"],
        association=row["association"],
        channel=Channel(row["channel"]),
        given=bool(row["blinded"]),
    )


def _name(row: Mapping[str, Any]) -> str:
    return str(row["full_name"]) or display_name(row["given_name"], row["family_name"])
