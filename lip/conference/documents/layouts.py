"""Where things stand on a badge, for a reference size, stretched to any other."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from lip.conference.documents.fitting import Box

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle on a badge in millimetres, and how text stands in it."""

    left: float
    top: float
    width: float
    height: float
    size: float = 0.0  # the largest type size in points
    lines: int = 1
    bold: bool = False
    across: str = "start"
    down: str = "top"

    @property
    def box(self) -> Box:
        """Describe the room that a text has here, in points."""
        return Box(
            width=self.width * POINTS_PER_MM,
            height=self.height * POINTS_PER_MM,
            largest=self.size,
            lines=self.lines,
            bold=self.bold,
        )


Layout = Mapping[str, Area]


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A layout and the badge size in millimetres that it was drawn for."""

    size: tuple[float, float]
    areas: Layout


LANDSCAPE = Design(
    size=(80.0, 50.0),
    areas=MappingProxyType({
        "conference": Area(left=4.5, top=3.8, width=48, height=6, size=7, lines=2),
        "day": Area(left=53.5, top=3.8, width=22, height=6, size=7, across="end"),
        "name": Area(
            left=4.5, top=9.6, width=71, height=15, size=25,
            lines=2, bold=True, down="bottom",
        ),
        "organisation": Area(
            left=4.5, top=25.2, width=47.5, height=7, size=9, lines=2
        ),
        "role": Area(left=4.5, top=33.7, width=47.5, height=4.4, size=8, bold=True),
        "languages": Area(left=4.5, top=38.9, width=47.5, height=4, size=7),
        "number": Area(left=4.5, top=43.9, width=40, height=3, size=7),
        "qr": Area(
            left=56.6, top=24.2, width=21, height=21, across="end", down="bottom"
        ),
        "code": Area(
            left=50.5, top=43.9, width=25, height=3, size=7, bold=True, across="end"
        ),
    }),
)  # fmt: skip

PORTRAIT = Design(
    size=(74.0, 105.0),
    areas=MappingProxyType({
        "conference": Area(
            left=6, top=6, width=62, height=7.6, size=8.5, lines=2, down="bottom"
        ),
        "day": Area(left=6, top=13.8, width=62, height=4, size=8.5),
        "name": Area(
            left=6, top=20, width=62, height=25, size=30,
            lines=2, bold=True, down="bottom",
        ),
        "organisation": Area(left=6, top=46, width=62, height=10, size=11, lines=2),
        "role": Area(left=6, top=57.6, width=62, height=5.6, size=10, bold=True),
        "languages": Area(left=6, top=66.5, width=30, height=26, size=8.5),
        "number": Area(left=6, top=95, width=28, height=4, size=9),
        "qr": Area(
            left=37.3, top=63.3, width=34, height=34, across="end", down="bottom"
        ),
        "code": Area(
            left=34, top=95, width=34, height=4, size=9, bold=True, across="end"
        ),
    }),
)  # fmt: skip

BACK = Design(
    size=(74.0, 105.0),
    areas=MappingProxyType({
        "conference": Area(
            left=6, top=6, width=62, height=7.6, size=8.5,
            lines=2, across="center", down="bottom",
        ),
        "day": Area(left=6, top=13.8, width=62, height=4, size=8.5, across="center"),
        "name": Area(
            left=6, top=20, width=62, height=13, size=18,
            lines=2, bold=True, down="bottom", across="center",
        ),
        "qr": Area(left=10, top=34, width=54, height=54, across="center"),
        "code": Area(
            left=6, top=88, width=62, height=5, size=12, bold=True, across="center"
        ),
        "number": Area(left=6, top=94.6, width=62, height=4, size=9, across="center"),
    }),
)  # fmt: skip


def design_for(size: tuple[float, float], *, back: bool = False) -> Design:
    """Choose the design for a badge by its shape; wide ones have the same back."""
    width, height = size
    if width > height:
        return LANDSCAPE
    return BACK if back else PORTRAIT


def stretched(design: Design, size: tuple[float, float], *, rtl: bool) -> Layout:
    """Stretch a design to a badge; written from the right, it is mirrored."""
    across, down = size[0] / design.size[0], size[1] / design.size[1]
    return {
        name: _mirrored(_scaled(area, across, down), size[0] if rtl else None)
        for name, area in design.areas.items()
    }


def _scaled(area: Area, across: float, down: float) -> Area:
    return replace(
        area,
        left=area.left * across,
        top=area.top * down,
        width=area.width * across,
        height=area.height * down,
        size=area.size * min(across, down),
    )


def _mirrored(area: Area, width: float | None) -> Area:
    turned = {"start": "left", "end": "right", "center": "center"}
    if width is None:
        return replace(area, across=turned[area.across])
    turned = {"start": "right", "end": "left", "center": "center"}
    left = width - area.left - area.width
    return replace(area, left=left, across=turned[area.across])
