"""Long lists, a page at a time; the address says which, and what was asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar
from urllib.parse import urlencode

from lip.web.page import AnyRequest
from lip.web.pages import prefixed

Row = TypeVar("Row")

SIZE: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged(Generic[Row]):
    """A part of a list; `before` and `after` are addresses, "" at its ends."""

    rows: Sequence[Row]
    total: int
    number: int
    pages: int
    before: str
    after: str


def paged(
    request: AnyRequest,
    rows: Sequence[Row],
    route: str,
    *,
    asked: Mapping[str, str] | None = None,
    size: int = SIZE,
) -> Paged[Row]:
    """Give the page that an address asks for, or the last one that there is."""
    pages = max(1, -(-len(rows) // size))
    number = min(_number(request), pages)

    def address(other: int) -> str:
        query: dict[str, Any] = {key: one for key, one in (asked or {}).items() if one}
        query |= {"page": other} if other > 1 else {}
        path = prefixed(request, route)
        return f"{path}?{urlencode(query)}" if query else path

    return Paged(
        rows=rows[(number - 1) * size : number * size],
        total=len(rows),
        number=number,
        pages=pages,
        before=address(number - 1) if number > 1 else "",
        after=address(number + 1) if number < pages else "",
    )


def _number(request: AnyRequest) -> int:
    text = request.query_params.get("page", "")
    return max(1, int(text)) if text.isascii() and text.isdigit() else 1
