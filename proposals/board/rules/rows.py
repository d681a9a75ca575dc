"""Rows of the board as values, and what differs between two states of them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, TypeAlias
from uuid import UUID

from proposals.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterRow:
    """A cluster as it is kept."""

    id: UUID
    number: int
    position: int
    name: str = ""
    summary: str = ""
    words: str = ""
    kept: bool = False
    field: UUID | None = None
    medoid: UUID | None = None
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementRow:
    """A proposal in a cluster as it is kept."""

    id: UUID
    proposal: UUID
    cluster: UUID
    rank: int = 0
    position: int = 0
    by_person: bool = False
    distance: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """Of a proposal only what the board changes, besides its number and standing."""

    id: UUID
    number: int
    standing: Standing = Standing.SHOWN
    merged_into: UUID | None = None
    field: UUID | None = None


Clusters: TypeAlias = Mapping[UUID, ClusterRow | None]
Placements: TypeAlias = Mapping[UUID, PlacementRow | None]
Links: TypeAlias = Mapping[UUID, tuple[UUID | None, UUID | None]]
Pair: TypeAlias = tuple[UUID, UUID]
"""A proposal and a cluster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """
    Some rows by id, as they stand at a moment; None: there is none.

    `links` are (merged into, field of action) of proposals; `removals` say of a
    proposal and a cluster whether a person has taken the one out of the other.
    """

    clusters: Clusters = field(default_factory=lambda: MappingProxyType({}))
    placements: Placements = field(default_factory=lambda: MappingProxyType({}))
    links: Links = field(default_factory=lambda: MappingProxyType({}))
    removals: Mapping[Pair, bool] = field(default_factory=lambda: MappingProxyType({}))

    def __bool__(self) -> bool:
        return any((self.clusters, self.placements, self.links, self.removals))


def dump(rows: Rows) -> str:
    """Write rows as JSON."""
    return json.dumps(
        {
            "clusters": {
                str(one): row and _cluster_values(row)
                for one, row in rows.clusters.items()
            },
            "placements": {
                str(one): row and _placement_values(row)
                for one, row in rows.placements.items()
            },
            "links": {
                str(one): [_text(into), _text(of)]
                for one, (into, of) in rows.links.items()
            },
            "removals": [
                [one.hex, cluster.hex, int(there)]
                for (one, cluster), there in rows.removals.items()
            ],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def load(stored: str) -> Rows:
    """Read what `dump` has written."""
    kept = json.loads(stored)
    return Rows(
        clusters={
            UUID(one): values and _cluster(UUID(one), values)
            for one, values in kept["clusters"].items()
        },
        placements={
            UUID(one): values and _placement(UUID(one), values)
            for one, values in kept["placements"].items()
        },
        links={
            UUID(one): (_id(into), _id(of)) for one, (into, of) in kept["links"].items()
        },
        removals={
            (UUID(one), UUID(cluster)): bool(there)
            for one, cluster, there in kept.get("removals", ())
        },
    )


def referred_to(rows: Rows) -> tuple[set[UUID], set[UUID]]:
    """List the proposals and the fields of action that must be there for rows."""
    clusters = [row for row in rows.clusters.values() if row]
    proposals: Iterable[UUID | None] = (
        *(row.proposal for row in rows.placements.values() if row),
        *(row.medoid for row in clusters),
        *(into for into, _field in rows.links.values()),
        *rows.links,
        *(one for one, _cluster in rows.removals),
    )
    fields = (
        *(row.field for row in clusters),
        *(of for _into, of in rows.links.values()),
    )
    return {one for one in proposals if one}, {one for one in fields if one}


def _cluster_values(row: ClusterRow) -> list[Any]:
    return [
        row.number,
        row.position,
        row.name,
        row.summary,
        row.words,
        row.kept,
        _text(row.field),
        _text(row.medoid),
        row.changed_at.isoformat(),
    ]


def _cluster(one: UUID, values: list[Any]) -> ClusterRow:
    number, position, name, summary, words, kept, of, medoid, changed_at = values
    return ClusterRow(
        id=one,
        number=number,
        position=position,
        name=name,
        summary=summary,
        words=words,
        kept=kept,
        field=_id(of),
        medoid=_id(medoid),
        changed_at=datetime.fromisoformat(changed_at),
    )


def _placement_values(row: PlacementRow) -> list[Any]:
    return [
        row.proposal.hex,
        row.cluster.hex,
        row.rank,
        row.position,
        int(row.by_person),
        row.distance,
    ]


def _placement(one: UUID, values: list[Any]) -> PlacementRow:
    proposal, cluster, rank, position, by_person, distance = values
    return PlacementRow(
        id=one,
        proposal=UUID(proposal),
        cluster=UUID(cluster),
        rank=rank,
        position=position,
        by_person=bool(by_person),
        distance=distance,
    )


def _text(one: UUID | None) -> str | None:
    return None if one is None else str(one)


def _id(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
