"""Small lists that staff keeps: what is done to the rows of each of them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from piccolo.table import Table

from lip.database import lock_rows, transaction
from lip.errors import Conflict, NotFound
from lip.fields.rules.order import Placed, moved
from lip.journal.actions.once import once
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry


class Listed(Protocol):
    """A row of such a list, as a value."""

    @property
    def id(self) -> UUID:
        """Which one it is."""

    @property
    def closed(self) -> bool:
        """Tell whether it is offered no more."""


class ListedInOrder(Listed, Placed, Protocol):
    """A row of a list that has an order."""


Row = TypeVar("Row", bound=Listed)
PlacedRow = TypeVar("PlacedRow", bound=ListedInOrder)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptList(Generic[Row]):
    """A list: where it stands, how long it may be, what the journal says of it."""

    table: type[Table]
    read: Callable[[], Awaitable[Sequence[Row]]]
    unknown: str
    too_many: str
    most: int
    adding: Act
    changing: Act
    closing: Act
    opening: Act

    async def add(
        self,
        make: Callable[[Sequence[Row]], Table],
        *,
        by: Actor,
        now: datetime,
        request: UUID | None,
    ) -> UUID:
        """Add the row that is made beside those there; the same request adds one."""

        async def write() -> UUID:
            there = await self._locked()
            if len(there) >= self.most:
                raise Conflict(self.too_many, most=self.most)
            row = make(there)
            await self.table.insert(row)
            made: UUID = row.id  # type: ignore[attr-defined]  # each table has one
            await record(
                Entry(at=now, by=by, act=self.adding, subject=made, request=request)
            )
            return made

        return await once(self.adding, write, request=request)

    async def change(
        self,
        row: UUID,
        values: Callable[[Sequence[Row], Row], Mapping[str, Any]],
        *,
        by: Actor,
        now: datetime,
    ) -> bool:
        """Give a row other values; none: what is wished stands there already."""
        async with transaction():
            there = await self._locked()
            wished = values(there, self._one_of(there, row))
            if not wished:
                return False
            await self._update(row, {**wished, "changed_at": now})
            await record(Entry(at=now, by=by, act=self.changing, subject=row))
        return True

    async def close(
        self, row: UUID, /, *, closed: bool, by: Actor, now: datetime
    ) -> bool:
        """Offer a row no more, or again; what has it keeps it."""
        async with transaction():
            if self._one_of(await self._locked(), row).closed == closed:
                return False
            await self._update(row, {"closed": closed, "changed_at": now})
            act = self.closing if closed else self.opening
            await record(Entry(at=now, by=by, act=act, subject=row))
        return True

    async def _locked(self) -> Sequence[Row]:
        """Lock all rows within a transaction, and read them."""
        await lock_rows(self.table.select(self.table._meta.primary_key))  # noqa: SLF001 - the same for each table
        return await self.read()

    def _one_of(self, there: Sequence[Row], row: UUID) -> Row:
        """Find a row, or raise NotFound."""
        found = next((one for one in there if one.id == row), None)
        if found is None:
            raise NotFound(self.unknown)
        return found

    async def _update(self, row: UUID, values: Mapping[Any, Any]) -> None:
        await self.table.update(dict(values)).where(
            self.table._meta.primary_key == row  # noqa: SLF001 - as above
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedList(KeptList[PlacedRow]):
    """A list whose rows move; each only among those that stand beside it."""

    moving: Act
    beside: Callable[[PlacedRow, PlacedRow], bool] = lambda _one, _other: True

    async def move(self, row: UUID, /, *, up: bool, by: Actor, now: datetime) -> bool:
        """Move a row a place up or down; tell whether anything is different now."""
        async with transaction():
            there = await self._locked()
            mine = self._one_of(there, row)
            before = [one.id for one in there]
            beside = {one.id for one in there if self.beside(mine, one)}
            order = moved(before, row, up=up, beside=beside)
            if order == before:
                return False
            positions = {one.id: one.position for one in there}
            for position, one in enumerate(order, start=1):
                if positions[one] != position:
                    await self._update(one, {"position": position})
            await record(Entry(at=now, by=by, act=self.moving, subject=row))
        return True
