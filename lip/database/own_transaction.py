"""What transactions of every engine share: one for a task, and others join it."""

from abc import ABC, abstractmethod
from types import TracebackType
from typing import Any, Literal, Self, cast

from piccolo.engine.exceptions import TransactionError


class OwnTransaction(ABC):
    """
    Begins when its task is inside none, else does nothing.

    An engine says how it takes and gives back its connection, begins and finishes.
    """

    engine: Any
    _parent: Any

    def __init__(self, engine: Any, *, allow_nested: bool = True) -> None:
        self.engine = engine
        self.is_open = False
        self._savepoint_id = 0
        self._committed = False
        self._rolled_back = False
        self._parent = engine.open_transaction()
        if self._parent is not None and not allow_nested:
            raise TransactionError("A transaction is already active.")

    async def __aenter__(self) -> Self:
        """Take the connection and begin, unless this task is already inside one."""
        if self._parent is not None:
            return cast("Self", self._parent)
        await self._take()
        try:
            await self.begin()
        except BaseException:
            self._give_back()
            raise
        self.is_open = True
        self.engine.current_transaction.set(self)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> Literal[False]:
        """Commit, or roll back after an error."""
        if self._parent is not None:
            return False
        self.is_open = False
        self.engine.current_transaction.set(None)
        try:
            if not (self._committed or self._rolled_back):
                await self._finish(error)
        finally:
            self._give_back()
        return False

    @abstractmethod
    async def begin(self) -> None:
        """Start."""

    @abstractmethod
    async def _take(self) -> None:
        """Wait for a connection that is this transaction's alone."""

    @abstractmethod
    async def _finish(self, error: BaseException | None) -> None:
        """Commit, or leave nothing of it after an error."""

    @abstractmethod
    def _give_back(self) -> None:
        """Let others have the connection, with nothing left open on it."""
