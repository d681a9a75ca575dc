"""The guest list: who is registered, found by words and by state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.registered import (
    COLUMNS,
    COLUMNS_WITH_NEEDS,
    FROM,
    Registered,
    registered,
)
from lip.conference.rules.guest_list import Existing
from lip.conference.rules.names import search_words
from lip.conference.rules.participants import needs_end
from lip.database import current_engine, fetch
from lip.errors import NotFound
from lip.journal.queries import Filter, number_of_entries
from lip.journal.rules.acts import Act

__all__ = [
    "PER_PAGE",
    "Found",
    "ListCounts",
    "Order",
    "Registered",
    "State",
    "Wanted",
    "arrivals_of",
    "everybody_of",
    "existing_guests",
    "list_counts",
    "participant",
    "participants_by_id",
    "participants_of",
    "roles_in",
]

PER_PAGE = 50


class State(StrEnum):
    """Where people on the list stand."""

    REGISTERED = "registered"
    PRESENT = "present"
    WAITING = "waiting"
    CANCELLED = "cancelled"
    WALKED_IN = "walked_in"


class Order(StrEnum):
    """By what a list is sorted."""

    NAME = "name"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which participants to list; an empty field does not narrow."""

    words: str = ""
    state: State | None = None
    role: str = ""
    order: Order = Order.NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One page of a list, and how many there are on all pages."""

    people: tuple[Registered, ...]
    total: int
    page: int

    @property
    def pages(self) -> int:
        """Count the pages."""
        return max(1, -(-self.total // PER_PAGE))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCounts:
    """How many people stand where."""

    everybody: int
    registered: int
    present: int
    waiting: int
    cancelled: int
    walked_in: int


_STATES = {
    State.REGISTERED: "p.cancelled_at IS NULL AND p.waiting_since IS NULL",
    State.PRESENT: "c.at IS NOT NULL",
    State.WAITING: "p.cancelled_at IS NULL AND p.waiting_since IS NOT NULL",
    State.CANCELLED: "p.cancelled_at IS NOT NULL",
    State.WALKED_IN: "p.walk_in",
}


async def participants_of(
    conference: ConferenceFacts,
    wanted: Wanted | None = None,
    *,
    day: date | None = None,
    page: int = 1,
) -> Found:
    """List one page of participants, without their needs, in one query."""
    wanted = wanted or Wanted()
    where, values = _narrowed(conference, wanted)
    order = _sorted(wanted.order)
    rows = await fetch(
        f"SELECT h.total, {COLUMNS} JOIN ("
        f"SELECT p.id, count(*) OVER () AS total {FROM} WHERE {where} "
        f"ORDER BY {order} LIMIT ? OFFSET ?) h ON h.id = p.id ORDER BY {order}",
        day or date.min,
        day or date.min,
        *values,
        PER_PAGE,
        (max(page, 1) - 1) * PER_PAGE,
    )
    if not rows and page > 1:
        return await participants_of(conference, wanted, day=day)
    total = int(rows[0]["total"]) if rows else 0
    return Found(people=tuple(map(registered, rows)), total=total, page=max(page, 1))


async def everybody_of(
    conference: ConferenceFacts, *, day: date | None = None, with_needs: bool = False
) -> Sequence[Registered]:
    """List all participants by name in one query, the cancelled ones too."""
    columns = COLUMNS_WITH_NEEDS if with_needs else COLUMNS
    rows = await fetch(
        f"SELECT {columns} WHERE p.conference = ? ORDER BY {_sorted(Order.NAME)}",
        day or date.min,
        conference.id,
    )
    return [registered(row) for row in rows]


async def participant(
    conference: ConferenceFacts, participant: UUID, *, day: date | None = None
) -> Registered:
    """Find one participant with the needs, or raise NotFound; one query."""
    found = await participants_by_id(conference, [participant], day=day)
    if participant not in found:
        raise NotFound("unknown_participant")
    return found[participant]


async def participants_by_id(
    conference: ConferenceFacts,
    participants: Sequence[UUID],
    *,
    day: date | None = None,
) -> Mapping[UUID, Registered]:
    """Find participants of a conference with their needs in one query."""
    if not participants:
        return {}
    marks = ", ".join("?" * len(participants))
    rows = await fetch(
        f"SELECT {COLUMNS_WITH_NEEDS} WHERE p.conference = ? AND p.id IN ({marks})",
        day or date.min,
        conference.id,
        *participants,
    )
    return {row["id"]: registered(row) for row in rows}


async def list_counts(
    conference: ConferenceFacts, *, day: date | None = None
) -> ListCounts:
    """Count who stands where, in one query."""
    sums = ", ".join(
        f"coalesce(sum(CASE WHEN {condition} THEN 1 ELSE 0 END), 0) AS {state.value}"
        for state, condition in _STATES.items()
    )
    (row,) = await fetch(
        f"SELECT count(*) AS everybody, {sums} {FROM} WHERE p.conference = ?",
        day or date.min,
        conference.id,
    )
    return ListCounts(**{name: int(number) for name, number in row.items()})


async def roles_in(conference: ConferenceFacts) -> Sequence[str]:
    """List the roles that people on the list have."""
    rows = await fetch(
        "SELECT DISTINCT role FROM participant WHERE conference = ? AND role <> '' "
        "ORDER BY role LIMIT 100",
        conference.id,
    )
    return [row["role"] for row in rows]


async def existing_guests(conference: ConferenceFacts) -> Sequence[Existing]:
    """List everybody as `judge` compares a list with; needs that are gone stay so."""
    deleted = await _needs_are_deleted(conference)
    return [
        Existing(
            id=one.id,
            guest=one.guest,
            source_key=one.source_key,
            needs_known=one.needs_until is not None or not deleted,
        )
        for one in await everybody_of(conference, with_needs=True)
    ]


async def _needs_are_deleted(conference: ConferenceFacts) -> bool:
    """Tell whether needs were deleted since those of this conference were due."""
    if not conference.days:
        return False
    last = max(doors.day for doors in conference.days)
    due = needs_end(last, last, kept_days=conference.needs_kept_days)
    since = datetime.combine(due, time.min, UTC)
    wanted = Filter(acts=frozenset({Act.NEEDS_DELETED}), since=since)
    return bool(await number_of_entries(wanted))


async def arrivals_of(
    conference: ConferenceFacts,
) -> Mapping[tuple[UUID, date], datetime]:
    """List when who came on which day, in one query."""
    rows = await fetch(
        "SELECT participant, day, at FROM check_in WHERE conference = ?", conference.id
    )
    return {(row["participant"], row["day"]): row["at"] for row in rows}


def _narrowed(conference: ConferenceFacts, wanted: Wanted) -> tuple[str, list[object]]:
    conditions = ["p.conference = ?"]
    values: list[object] = [conference.id]
    if wanted.words:
        condition, said = _found_by(wanted.words)
        conditions.append(condition)
        values += said
    if wanted.state is not None:
        conditions.append(_STATES[wanted.state])
    if wanted.role:
        conditions.append("p.role = ?")
        values.append(wanted.role)
    return " AND ".join(conditions), values


def _found_by(text: str) -> tuple[str, list[object]]:
    """Search by parts of name, organisation and badge number, or by an address."""
    if "@" in text:
        address = text.strip().lower().replace("%", "").replace("_", r"\_")
        return r"lower(p.email) LIKE ? ESCAPE '\'", [f"%{address}%"]
    words = search_words(text)
    if not words:
        return "1 = 0", []
    like = " AND ".join(["p.search_key LIKE ?"] * len(words))
    return like, [f"%{word}%" for word in words]


def _sorted(order: Order) -> str:
    """Sort by code point on every engine, as sort keys are made for it."""
    if order is Order.NUMBER:
        return "p.number"
    collation = "BINARY" if current_engine().engine_type == "sqlite" else '"C"'
    return f"p.sort_key COLLATE {collation}, p.number"
