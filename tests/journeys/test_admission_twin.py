"""The rules of admission in the browser: the same table, and the same for any scan."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from lip.conference.pages.answers import outcome_of
from lip.conference.rules.admission import (
    Admission,
    AlreadyInside,
    Arrival,
    Doors,
    SteppedOut,
    TurnedAway,
    admit,
    doors_now,
)
from lip.web.static import static_path
from tests.browsers import visit
from tests.lip.conference.rules.admission_cases import BERLIN, CASES, DAYS, MORNING

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ANY_SCANS = 400

DECIDE = """
async ([path, scans]) => {
  const { admit, doorsNow } = await import(path);
  return scans.map((scan) => {
    const doors = doorsNow(scan.days, scan.now, scan.zone);
    const said = admit({ ...scan, doors });
    return { day: null, at: null, arrival: null, ...said };
  });
}
"""


@pytest.fixture(scope="module")
def page(server, browser):
    with visit(browser, server.address) as one:
        one.goto("/")
        yield one


def test_table_of_cases_comes_to_the_same(page):
    scans = [_scan(**case.values[0]) for case in CASES]

    decided = decide(page, scans)

    expected = [said(case.values[1]) for case in CASES]
    assert decided == expected


def test_any_scan_comes_to_the_same(page):
    chance = Random("admission")
    cases = [any_case(chance) for _ in range(ANY_SCANS)]

    decided = decide(page, [_scan(**case) for case in cases])

    expected = [said(by_rule(**case)) for case in cases]
    assert decided == expected
    assert len({one["outcome"] for one in expected}) == 9


def decide(page: Page, scans: list[dict[str, Any]]) -> list[dict[str, Any]]:
    path = static_path("js/offline/admission.js")
    return page.evaluate(DECIDE, [path, scans])


def any_case(chance: Random) -> dict[str, Any]:
    start = datetime(2026, 10, 23, tzinfo=UTC)  # the clocks change on the 25th
    moments = [start + timedelta(minutes=chance.randrange(5000)) for _ in range(4)]
    first = date(2026, 10, 23) + timedelta(days=chance.randrange(3))
    days = []
    for n in range(chance.randrange(4)):
        day = date(2026, 10, first.day + n)
        opens = datetime(2026, 10, day.day, chance.randrange(12), tzinfo=BERLIN)
        opens = opens.astimezone(UTC)
        closes = opens + timedelta(hours=chance.randrange(1, 20))
        days.append(Doors(day=day, open=opens, close=closes))
    came = Arrival(
        since=moments[1],
        desk="Tisch 1",
        out_since=chance.choice([None, moments[2]]),
    )
    only_on = first + timedelta(days=chance.randrange(3))
    return {
        "now": moments[0],
        "days": tuple(days),
        "called_off": chance.random() < 0.05,
        "cancelled": chance.random() < 0.1,
        "waiting": chance.random() < 0.1,
        "only_on": chance.choice([None, None, only_on]),
        "arrival": chance.choice([None, None, None, None, came]),
    }


def by_rule(*, now: datetime, days: tuple[Doors, ...], **scan: Any) -> Admission:
    doors = doors_now(days, now=now, zone=BERLIN)
    return admit(days=days, doors=doors, now=now, **scan)


def _scan(
    now=MORNING, days=DAYS, only_on=None, arrival=None, called_off=False, **more
) -> dict[str, Any]:
    return {
        "now": milliseconds(now),
        "zone": BERLIN.key,
        "days": [
            {
                "day": doors.day.isoformat(),
                "open": milliseconds(doors.open),
                "close": milliseconds(doors.close),
            }
            for doors in days
        ],
        "onlyOn": only_on and only_on.isoformat(),
        "arrival": arrival and _arrival(arrival),
        "calledOff": called_off,
        **more,
    }


def said(admission: Admission) -> dict[str, Any]:
    day = at = arrival = None
    if isinstance(admission, TurnedAway):
        day = admission.day and admission.day.isoformat()
        at = admission.at and milliseconds(admission.at)
    if isinstance(admission, AlreadyInside | SteppedOut):
        arrival = _arrival(admission.arrival)
    return {"outcome": outcome_of(admission), "day": day, "at": at, "arrival": arrival}


def _arrival(arrival: Arrival) -> dict[str, Any]:
    return {
        "since": milliseconds(arrival.since),
        "desk": arrival.desk,
        "out": arrival.out_since and milliseconds(arrival.out_since),
    }


def milliseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
