"""The map of the clusters as a page draws it: points, numbers, words for the eyes."""

from collections.abc import Mapping
from dataclasses import dataclass

from proposals.board.queries.board_map import BoardMap, Point, Region
from proposals.board.rules.map_layout import (
    LABEL,
    SHAPES,
    WIDTH,
    Sheet,
    Spot,
    from_top_to_bottom,
    neighbours,
    radius,
)

MOST_DRAWN = 600
"""More points would be a cloud; then only the clusters are drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPoint:
    """A proposal on the map."""

    point: Point
    spot: Spot
    kind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnRegion:
    """A cluster on the map; `kind` is its shape and colour, -1 for none."""

    region: Region
    spot: Spot
    kind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMap:
    """The whole drawing, in a box of `width` and `height` that begins at `top`."""

    points: tuple[DrawnPoint, ...]
    regions: tuple[DrawnRegion, ...]
    kinds: Mapping[int, int]
    nearest: Mapping[int, int]
    radius: int
    width: int
    top: int
    height: int
    many: int

    def __bool__(self) -> bool:
        return bool(self.many)


def drawn_map(found: BoardMap) -> DrawnMap:
    """
    Lay the map out.

    Points are no links: they are too small for a thumb, and the list below leads on.
    """
    kinds = {one.number: at % SHAPES for at, one in enumerate(found.regions)}
    size = radius(len(found.points))
    few = found.points if len(found.points) <= MOST_DRAWN else ()
    sheet = Sheet()
    middles = [sheet.put(one.x, one.y, LABEL) for one in found.regions]
    spots = [sheet.put(one.x, one.y, size + 1) for one in few]
    top, bottom = from_top_to_bottom([*spots, *middles])
    return DrawnMap(
        points=tuple(
            DrawnPoint(
                point=one,
                spot=spot,
                kind=-1 if one.cluster is None else kinds[one.cluster],
            )
            for one, spot in zip(few, spots, strict=True)
        ),
        regions=tuple(
            DrawnRegion(region=one, spot=spot, kind=kinds[one.number])
            for one, spot in zip(found.regions, middles, strict=True)
        ),
        kinds=kinds,
        nearest=neighbours([(one.number, one.x, one.y) for one in found.regions]),
        radius=size,
        width=WIDTH,
        top=top,
        height=bottom - top,
        many=len(found.points),
    )
