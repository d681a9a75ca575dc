"""Read where proposals lie on the map of the clusters."""

from dataclasses import dataclass
from uuid import UUID

from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A proposal on the map; x and y run from 0 to 1000, y downwards."""

    number: int
    heading: str
    language: str
    cluster: int | None
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A cluster on the map: the middle of its proposals."""

    number: int
    name: Said
    words: tuple[str, ...]
    size: int
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardMap:
    """All points and regions; empty before the machine has suggested anything."""

    points: tuple[Point, ...] = ()
    regions: tuple[Region, ...] = ()


async def board_map(conference: UUID) -> BoardMap:
    """Read the map of the clusters: what everybody may see."""
    raise NotImplementedError(conference)
