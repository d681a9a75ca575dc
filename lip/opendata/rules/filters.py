"""What may be asked of a list of OParl, and the addresses of its pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import quote
from uuid import UUID

from lip.opendata.rules.oparl import oparl_time

MOST: Final = 100
LARGEST_PAGE: Final = 1_000_000
SINCE_UNTIL: Final = (
    *("created_since", "created_until"),
    *("modified_since", "modified_until"),
)
KNOWN: Final = (*SINCE_UNTIL, "limit", "omit_internal", "page", "after")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """
    A page of a list, and by which filters.

    Whoever follows the links of a list goes on behind the object `after` which she saw
    last: so nothing is left out when objects go or come meanwhile.
    """

    times: Mapping[str, datetime]
    limit: int = MOST
    omit_internal: bool = False
    page: int = 1
    after: UUID | None = None

    @property
    def with_deleted(self) -> bool:
        """Tell whether deleted objects are told of: only to who follows changes."""
        return "modified_since" in self.times

    def address(self, path: str, page: int, after: UUID | None = None) -> str:
        """Write the address of a page: filters kept, always in the same order."""
        parts = [
            f"{name}={quote(oparl_time(self.times[name]), safe='')}"
            for name in SINCE_UNTIL
            if name in self.times
        ]
        if self.limit != MOST:
            parts.append(f"limit={self.limit}")
        if self.omit_internal:
            parts.append("omit_internal=true")
        if page > 1:
            parts.append(f"page={page}")
        if after is not None:
            parts.append(f"after={after}")
        return path + ("?" + "&".join(parts) if parts else "")

    def links(self, path: str, pages: int, last: UUID | None = None) -> dict[str, str]:
        """
        Name first, previous, this, next and last page; no next on the last.

        `last` is the last object of this page, if others follow it.
        """
        found = {"first": self.address(path, 1)}
        if self.page > 1:
            found["prev"] = self.address(path, min(self.page - 1, pages))
        found["self"] = self.address(path, self.page, self.after)
        if last is not None:
            found["next"] = self.address(path, self.page + 1, last)
        return {**found, "last": self.address(path, pages)}


def read_asked(query: Mapping[str, str]) -> Asked:
    """
    Read the parameters; raises ValueError with the name of one that is wrong.

    More than `MOST` at once are not given, which the standard allows.
    """
    times = {name: _time(name, query[name]) for name in SINCE_UNTIL if query.get(name)}
    omit = query.get("omit_internal", "").lower()
    if omit not in {"", "true", "false"}:
        raise ValueError("omit_internal")
    return Asked(
        times=times,
        limit=min(_number("limit", query.get("limit", ""), MOST), MOST),
        omit_internal=omit == "true",
        page=_number("page", query.get("page", ""), 1),
        after=_id("after", query.get("after", "")),
    )


def _time(name: str, text: str) -> datetime:
    """Read a whole date-time; a plus sign that became a blank on its way is taken."""
    try:
        at = datetime.fromisoformat(text.strip().replace(" ", "+"))
    except ValueError as error:
        raise ValueError(name) from error
    if at.tzinfo is None or "T" not in text or not 1900 < at.year < 2200:
        raise ValueError(name)
    return at


def _id(name: str, text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError as error:
        raise ValueError(name) from error


def _number(name: str, text: str, usual: int) -> int:
    if not text:
        return usual
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise ValueError(name)
    if not 1 <= int(text) <= LARGEST_PAGE:
        raise ValueError(name)
    return int(text)
