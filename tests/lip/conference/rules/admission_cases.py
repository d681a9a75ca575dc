"""
What a scan comes to: one table of cases, for the rules and for their twin.

`tests/journeys/test_admission_twin.py` runs the same table through the script that
answers on a device without network.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from lip.conference.rules.admission import (
    Admitted,
    AlreadyInside,
    Arrival,
    Doors,
    Reason,
    SteppedOut,
    TurnedAway,
)

BERLIN = ZoneInfo("Europe/Berlin")
FIRST_DAY, SECOND_DAY = date(2026, 11, 24), date(2026, 11, 25)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN)
    return local.astimezone(UTC)


DAYS = (
    Doors(day=FIRST_DAY, open=at(FIRST_DAY, 9), close=at(FIRST_DAY, 18)),
    Doors(day=SECOND_DAY, open=at(SECOND_DAY, 10), close=at(SECOND_DAY, 16)),
)
NIGHT = Doors(day=FIRST_DAY, open=at(FIRST_DAY, 20), close=at(SECOND_DAY, 2))
MORNING = at(FIRST_DAY, 9, 30)
CAME = Arrival(since=at(FIRST_DAY, 9, 5), desk="Tisch 1")
WENT = Arrival(since=at(FIRST_DAY, 9, 5), desk="Tisch 1", out_since=at(FIRST_DAY, 11))

CASES = [
    pytest.param({}, Admitted(), id="registered"),
    pytest.param({"only_on": FIRST_DAY}, Admitted(), id="for this day only"),
    pytest.param({"now": DAYS[0].open}, Admitted(), id="the first second"),
    pytest.param({"now": DAYS[0].close}, Admitted(), id="the last second"),
    pytest.param({"arrival": CAME}, AlreadyInside(CAME), id="second scan"),
    pytest.param({"arrival": WENT}, SteppedOut(WENT), id="scan while outside"),
    pytest.param(
        {"arrival": CAME, "cancelled": True},
        AlreadyInside(CAME),
        id="cancelled after coming in",
    ),
    pytest.param(
        {"arrival": CAME, "now": at(FIRST_DAY, 19)},
        AlreadyInside(CAME),
        id="second scan after the doors have closed",
    ),
    pytest.param(
        {"arrival": CAME, "only_on": SECOND_DAY},
        AlreadyInside(CAME),
        id="inside on another day than registered",
    ),
    pytest.param(
        {"called_off": True, "cancelled": True, "now": at(FIRST_DAY, 8)},
        TurnedAway(Reason.CALLED_OFF),
        id="a conference that was called off lets nobody in",
    ),
    pytest.param(
        {"called_off": True, "arrival": CAME},
        AlreadyInside(CAME),
        id="called off while she is inside",
    ),
    pytest.param({"cancelled": True}, TurnedAway(Reason.CANCELLED), id="cancelled"),
    pytest.param(
        {"cancelled": True, "only_on": SECOND_DAY, "now": at(FIRST_DAY, 8)},
        TurnedAway(Reason.CANCELLED),
        id="cancelled is said before day and hour",
    ),
    pytest.param(
        {"only_on": SECOND_DAY},
        TurnedAway(Reason.OTHER_DAY, day=SECOND_DAY),
        id="other day",
    ),
    pytest.param(
        {"only_on": SECOND_DAY, "now": at(FIRST_DAY, 8)},
        TurnedAway(Reason.OTHER_DAY, day=SECOND_DAY),
        id="the day is said before the hour",
    ),
    pytest.param(
        {"now": at(FIRST_DAY, 8, 59)},
        TurnedAway(Reason.NOT_YET_OPEN, at=DAYS[0].open),
        id="early",
    ),
    pytest.param(
        {"now": at(FIRST_DAY, 18, 1)},
        TurnedAway(Reason.CLOSED, at=DAYS[0].close),
        id="late",
    ),
    pytest.param(
        {"now": at(date(2026, 11, 23), 12)},
        TurnedAway(Reason.OTHER_DAY, day=FIRST_DAY),
        id="the day before",
    ),
    pytest.param(
        {"now": at(date(2026, 11, 26), 12)},
        TurnedAway(Reason.OTHER_DAY, day=SECOND_DAY),
        id="the day after names the last day",
    ),
    pytest.param(
        {"now": at(date(2026, 11, 23), 12), "only_on": SECOND_DAY},
        TurnedAway(Reason.OTHER_DAY, day=SECOND_DAY),
        id="the day before names the own day",
    ),
    pytest.param(
        {"days": ()}, TurnedAway(Reason.OTHER_DAY), id="conference without days"
    ),
    pytest.param({"waiting": True}, TurnedAway(Reason.WAITING), id="waiting list"),
    pytest.param(
        {"waiting": True, "cancelled": True},
        TurnedAway(Reason.CANCELLED),
        id="cancelled is said before waiting",
    ),
    pytest.param(
        {"waiting": True, "only_on": SECOND_DAY},
        TurnedAway(Reason.WAITING),
        id="waiting is said before the day",
    ),
    pytest.param(
        {"waiting": True, "arrival": CAME},
        AlreadyInside(CAME),
        id="inside though on the waiting list",
    ),
    pytest.param(
        {"days": (NIGHT,), "now": at(SECOND_DAY, 1)},
        Admitted(),
        id="doors open past midnight",
    ),
]
