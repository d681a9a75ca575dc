"""
What OParl 1.1 demands in words and its schema files do not check.

`faults_of` looks at one object as it is answered by its id, `faults_of_list` at a page
of a list. Both give sentences for programmers; none means that all is well.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from lip.opendata.rules.filters import KNOWN
from lip.opendata.rules.oparl import REQUIRED, SCHEMA, OparlType

_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_TIMES: Final = frozenset({
    *("created", "modified", "start", "end"),
    *("licenseValidSince", "oparlSince"),
})
_DATES: Final = frozenset({"startDate", "endDate", "date"})
_BACK: Final[Mapping[str, str]] = {
    OparlType.AGENDA_ITEM: "meeting",
    OparlType.CONSULTATION: "paper",
    OparlType.MEMBERSHIP: "person",
    OparlType.TERM: "body",
}
"""What points back from an object that else stands inside another."""
_REMAINS: Final = frozenset({"id", "type", "created", "modified", "deleted"})
_ESCAPED: Final = re.compile(r"&(amp|lt|gt|quot|#\d+);")
_SHA512: Final = re.compile(r"[0-9a-f]{128}")


def faults_of(one: Mapping[str, Any]) -> list[str]:
    """Say what is wrong with an object as it is answered by its own id."""
    return [*_object(one, inside=False), *_back(one)]


def faults_of_list(
    page: Mapping[str, Any], *, deleted_wanted: bool = False
) -> list[str]:
    """Say what is wrong with a page of a list; deleted ones only to who asked."""
    faults = [
        f"no {name}" for name in ("data", "pagination", "links") if name not in page
    ]
    if faults:
        return faults
    for one in page["data"]:
        faults += faults_of(one)
        if one.get("deleted") and not deleted_wanted:
            faults.append(f"{one.get('id')}: deleted, and nobody asked for those")
    return [*faults, *_paging(page["pagination"], page["links"], len(page["data"]))]


def _object(one: Mapping[str, Any], *, inside: bool) -> Iterator[str]:
    where = str(one.get("id", "?"))
    yield from _head(where, one)
    if inside and one.get("deleted"):
        yield f"{where}: deleted, and stands inside another"
    kind = str(one.get("type", "")).removeprefix(SCHEMA)
    if kind not in set(OparlType):
        yield f"{where}: type {kind} is none"
        return
    may_be_empty = REQUIRED.get(OparlType(kind), ())
    for name, value in one.items():
        if value != [] or name not in may_be_empty:
            yield from _value(f"{where}: {name}", name, value)
    yield from _file(where, one) if kind == OparlType.FILE else ()


def _head(where: str, one: Mapping[str, Any]) -> Iterator[str]:
    for name in ("id", "type", "created", "modified"):
        if not one.get(name):
            yield f"{where}: no {name}"
    if one.get("deleted"):
        yield from (f"{where}: {name} remains" for name in one if name not in _REMAINS)
    yield from _younger(where, one)


def _younger(where: str, one: Mapping[str, Any]) -> Iterator[str]:
    made, changed = str(one.get("created")), str(one.get("modified"))
    if not _is_time(made) or not _is_time(changed):
        return  # told of elsewhere
    if datetime.fromisoformat(made) > datetime.fromisoformat(changed):
        yield f"{where}: modified before it was created"


def _value(where: str, name: str, value: Any) -> Iterator[str]:
    if value is None or value in ("", [], {}):
        yield f"{where} is empty"
    elif isinstance(value, str):
        yield from _text(where, name, value)
    elif isinstance(value, Mapping) and name != "geojson":
        if ":" not in name:
            yield from _object(value, inside=True)
    elif isinstance(value, Sequence):
        for one in value:
            yield from _value(where, "" if isinstance(one, str) else name, one)


def _text(where: str, name: str, value: str) -> Iterator[str]:
    if name in _TIMES and not _is_time(value):
        yield f"{where} is no time with an offset: {value}"
    if name in _DATES and not _is_date(value):
        yield f"{where} is no date: {value}"
    if _ESCAPED.search(value):
        yield f"{where} is escaped as for HTML: {value}"


def _is_time(value: str) -> bool:
    if not _TIME.fullmatch(value):
        return False
    try:
        return datetime.fromisoformat(value) is not None
    except ValueError:
        return False


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        return date.fromisoformat(value) is not None
    except ValueError:
        return False


def _file(where: str, one: Mapping[str, Any]) -> Iterator[str]:
    if one.get("deleted"):
        return
    if "sha1Checksum" in one:
        yield f"{where}: sha1 is out of use"
    if "sha512Checksum" in one and not _SHA512.fullmatch(one["sha512Checksum"]):
        yield f"{where}: sha512Checksum is none"
    if "downloadUrl" in one and not one.get("fileName"):
        yield f"{where}: a download without fileName"


def _back(one: Mapping[str, Any]) -> Iterator[str]:
    kind = str(one.get("type", "")).removeprefix(SCHEMA)
    if not one.get("deleted") and (name := _BACK.get(kind)) and name not in one:
        yield f"{one.get('id')}: nothing points back to its {name}"


def _paging(
    pagination: Mapping[str, Any], links: Mapping[str, str], here: int
) -> Iterator[str]:
    page, pages = pagination.get("currentPage", 1), pagination.get("totalPages", 1)
    per_page = pagination.get("elementsPerPage", here)
    if page < pages and "next" not in links:
        yield "no next although more follow"
    if page >= pages and "next" in links:
        yield "a next although it is the last"
    if here > per_page or (page < pages and here != per_page):
        yield f"{here} objects on a page of {per_page}"
    for name, address in links.items():
        yield from _link(name, address)
    parts = [address for name, address in links.items() if name != "web"]
    if len({tuple(_filters(address)) for address in parts}) > 1:
        yield "filters get lost on the way"


def _link(name: str, address: str) -> Iterator[str]:
    if not urlsplit(address).scheme:
        yield f"{name} is no full address"
    names = [one for one, _value_of in parse_qsl(urlsplit(address).query)]
    if names != sorted(names, key=_place):
        yield f"{name} has its parameters in another order"


def _place(name: str) -> int:
    return KNOWN.index(name) if name in KNOWN else len(KNOWN)


def _filters(address: str) -> Iterator[tuple[str, str]]:
    for name, value in parse_qsl(urlsplit(address).query):
        if name not in {"page", "after"}:
            yield name, value
