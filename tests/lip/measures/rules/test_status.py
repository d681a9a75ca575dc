"""The light in words, what is overdue, and what contradicts itself."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lip.measures.rules.contradictions import Doubt, contradictions
from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.line_chart import line_chart
from lip.measures.rules.reminding import Reminding, reminding
from lip.measures.rules.sheet import MilestoneLine, Sheet
from lip.measures.rules.status import Light, light
from lip.measures.rules.values import ValueLine
from lip.partial_dates import PartialDate
from lip.sample.measure_texts import CONCEPT

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def line(
    begins: str = "", ends: str = "", *, ongoing: bool = False, done: bool = False
) -> MilestoneLine:
    return MilestoneLine(
        begins=PartialDate.load(begins) if begins else None,
        ends=PartialDate.load(ends) if ends else None,
        ongoing=ongoing,
        done=done,
    )


@pytest.mark.parametrize(
    "status, timetable, expected",
    [
        (StatusKind.DONE, [line(ends="2017")], Light.DONE),
        (StatusKind.NOT_PURSUED, [line(ends="2017")], Light.NOT_PURSUED),
        (StatusKind.ONGOING_BUSINESS, [line(ends="2017")], Light.ON_THE_WAY),
        (StatusKind.UNDER_WAY, [line(ends="2025")], Light.LATE),
        (StatusKind.UNDER_WAY, [line(ends="2025", done=True)], Light.ON_THE_WAY),
        (StatusKind.UNDER_WAY, [line(ends="2025", ongoing=True)], Light.ON_THE_WAY),
        (StatusKind.UNDER_WAY, [line(ends="2026-11-21")], Light.LATE),
        (StatusKind.UNDER_WAY, [line(ends="2026-11-22")], Light.ON_THE_WAY),
        (StatusKind.PLANNED, [line(ends="2026")], Light.ON_THE_WAY),
        (StatusKind.PLANNED, [line(ends="2026-40")], Light.LATE),
        (StatusKind.PLANNED, [line(begins="2030")], Light.ON_THE_WAY),
        (StatusKind.NEW, [line()], Light.NO_DATE),
        (StatusKind.UNKNOWN, [], Light.NO_DATE),
    ],
)
def test_the_light_follows_status_and_dates(
    status: StatusKind, timetable: list[MilestoneLine], expected: Light
) -> None:
    assert light(status, timetable, today=TODAY) is expected


def test_the_city_s_own_sheet_contradicts_itself_once() -> None:
    (found,) = contradictions(CONCEPT)

    assert found.doubt is Doubt.NEXT_ENDS_BEFORE_THIS_BEGINS
    assert (found.line, found.other) == (2, 3)


@pytest.mark.parametrize(
    "status, lines, doubts",
    [
        (
            StatusKind.NEW,
            [line("2018-01", "2017-12")],
            [Doubt.ENDS_BEFORE_IT_BEGINS],
        ),
        (StatusKind.NEW, [line("2018-01", "2018-01")], []),
        (StatusKind.NEW, [line("2018-01"), line(ends="2018")], []),
        (
            StatusKind.NEW,
            [line(ends="2018", ongoing=True)],
            [Doubt.ONGOING_WITH_END],
        ),
        (StatusKind.DONE, [line(ends="2018")], [Doubt.DONE_WITH_OPEN_LINES]),
        (StatusKind.DONE, [line(ends="2018", done=True)], []),
    ],
)
def test_doubts_are_told(
    status: StatusKind, lines: list[MilestoneLine], doubts: list[Doubt]
) -> None:
    sheet = Sheet(status_kind=status, timetable=tuple(lines))

    assert [one.doubt for one in contradictions(sheet)] == doubts


@pytest.mark.parametrize(
    "status, address, ago, expected",
    [
        (StatusKind.UNDER_WAY, "amt@example.org", None, Reminding.MAY),
        (StatusKind.UNDER_WAY, "amt@example.org", 30, Reminding.MAY),
        (StatusKind.UNDER_WAY, "amt@example.org", 29, Reminding.LATELY),
        (StatusKind.UNDER_WAY, "", None, Reminding.NOBODY),
        (StatusKind.DONE, "amt@example.org", None, Reminding.NEEDLESS),
    ],
)
def test_an_office_is_reminded_once_in_thirty_days(
    status: StatusKind, address: str, ago: int | None, expected: Reminding
) -> None:
    before = None if ago is None else NOW - timedelta(days=ago)

    assert reminding(status, address, reminded_at=before, now=NOW) is expected


def test_a_chart_lays_values_out_over_time_under_their_target() -> None:
    values = [
        ValueLine(at=PartialDate(2015), value="0"),
        ValueLine(at=PartialDate(2016), value="5"),
        ValueLine(at=PartialDate(2017), value="10"),
    ]

    chart = line_chart(values, "20")

    assert [point.y for point in chart.points] == [100, 75, 50]
    assert (chart.points[0].x, chart.points[2].x) == (0, 100)
    assert chart.target == 0
    assert line_chart([], "").points == []
    assert line_chart(values[:1], "").points[0].x == 50
