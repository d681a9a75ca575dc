"""
Papers that came from another OParl server, told again with nothing lost.

They get ids of ours, because an id is an address of whoever answers. What they were
called, and when they were made there, stays beside it; fields that we do not know come
out as they came in. What editors have changed since stands in the place of the old.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid5

from lip.opendata.documents.oparl_city import body_of, dates_of
from lip.opendata.rules.dated import Dated
from lip.opendata.rules.oparl import OWN, OparlType, Thing
from lip.opendata.rules.site import Site
from lip.papers.rules.open_papers import OpenPaper

_HEAD: Final = frozenset({"id", "type", "body", "created", "modified", "deleted"})
_INSIDE: Final[Mapping[str, OparlType]] = {
    "mainFile": OparlType.FILE,
    "auxiliaryFile": OparlType.FILE,
    "location": OparlType.LOCATION,
    "consultation": OparlType.CONSULTATION,
}
_ORIGIN: Final = f"{OWN}origin"
_PAPERS: Final = ("relatedPaper", "superordinatedPaper", "subordinatedPaper")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The paper that something stands in, and when it was made and changed here."""

    paper: OpenPaper
    dated: Dated
    site: Site


def taken_in(
    one: OpenPaper,
    source: Mapping[str, Any],
    by_source: Mapping[str, UUID],
    site: Site,
) -> Thing:
    """Tell of a paper from elsewhere: what it had, under ids of ours."""
    dated = Dated(created=one.created_at, changed=one.changed_at)
    frame = Frame(paper=one, dated=dated, site=site)
    kept = {
        name: value
        for name, value in source.items()
        if name not in _HEAD and name not in _INSIDE
    }
    pointing = {
        name: [_known(address, by_source, site) for address in source[name]]
        for name in _PAPERS
        if isinstance(source.get(name), list)
    }
    return Thing(
        kind=OparlType.PAPER,
        id=one.id,
        created=dated.created,
        changed=dated.changed,
        fields={
            **body_of(site),
            **kept,
            **pointing,
            "name": one.name,
            "reference": one.reference,
            **dates_of("date", one.dated),
            "paperType": one.kind_label or source.get("paperType", ""),
            "web": site.addresses.page(f"/papers/{one.key}"),
            **_origin(source),
        },
        parts={
            name: _parts(source[name], kind, frame)
            for name, kind in _INSIDE.items()
            if source.get(name)
        },
    )


def original_of(told: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a paper was before it was taken in: nothing of it is lost."""
    own = {*_HEAD, _ORIGIN}
    kept = {name: value for name, value in told.items() if name not in own}
    origin = told.get(_ORIGIN, {})
    for name in _INSIDE:
        if isinstance(kept.get(name), list):
            kept[name] = [original_of(part) for part in kept[name]]
        elif name in kept:
            kept[name] = original_of(kept[name])
    if "web" not in origin:
        kept.pop("web", None)
    return {**kept, **origin}


def _parts(value: Any, kind: OparlType, frame: Frame) -> Thing | Sequence[Thing]:
    """Tell of what stands inside; some servers give one thing twice in a paper."""
    if not isinstance(value, list):
        return _part(value, kind, frame, "")
    seen = Counter[str]()
    parts = []
    for one in value:
        known = str(one.get("id", ""))
        parts.append(_part(one, kind, frame, f" {seen[known]}" if seen[known] else ""))
        seen[known] += 1
    return parts


def _part(source: Mapping[str, Any], kind: OparlType, frame: Frame, mark: str) -> Thing:
    """Tell of a file or a consultation; content of files stays where it is."""
    kept = {name: value for name, value in source.items() if name not in _HEAD}
    paper = frame.site.addresses.of(OparlType.PAPER, frame.paper.id)
    back = {OparlType.CONSULTATION: paper, OparlType.FILE: [paper]}
    return Thing(
        kind=kind,
        id=uuid5(frame.paper.id, str(source.get("id", kept)) + mark),
        created=frame.dated.created,
        changed=frame.dated.changed,
        fields={
            **{name: value for name, value in kept.items() if name != "paper"},
            **_origin(source),
        },
        back={"paper": back[kind]} if kind in back else {},
    )


def _origin(source: Mapping[str, Any]) -> Mapping[str, Any]:
    """Keep what it was called, where it belonged, and when it was made."""
    outside = {*_HEAD, *_PAPERS, "web", "paper"} & source.keys()
    return {_ORIGIN: {name: source[name] for name in sorted(outside)}}


def _known(address: str, by_source: Mapping[str, UUID], site: Site) -> str:
    ours = by_source.get(address)
    return site.addresses.of(OparlType.PAPER, ours) if ours else address
