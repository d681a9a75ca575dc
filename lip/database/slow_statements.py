"""Which statements had better run in a thread."""

_TIMES = 50
_KEPT = 1_000


class SlowStatements:
    """
    A statement that took long is slow for the next fifty times, then tried again.

    A machine under load makes quick statements late now and then.
    """

    def __init__(self) -> None:
        self._left: dict[str, int] = {}

    def note(self, sql: str) -> None:
        """Remember that this one took long."""
        if len(self._left) >= _KEPT:
            self._left.clear()
        self._left[sql] = _TIMES

    def __contains__(self, sql: str) -> bool:
        left = self._left.get(sql)
        if left is None:
            return False
        if left == 0:
            del self._left[sql]
            return False
        self._left[sql] = left - 1
        return True
