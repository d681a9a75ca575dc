"""Undo, step out, come back: acts of their own, and each of them only once."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from lip.conference.actions.presence import come_back, step_out, undo_check_in
from lip.conference.queries.conferences import Counts, counts_of
from lip.conference.rules.admission import Admitted, Arrival, SteppedOut
from lip.database import fetch
from lip.errors import NotFound, TooLate
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.door import arrivals, door_acts, scan
from tests.factories import make_conference, make_participant, whole_days

pytestmark = pytest.mark.anyio

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def conference(db):
    return await make_conference(days=whole_days(NOON), now=NOON)


@pytest.fixture
async def ada(conference):
    """She came in at noon."""
    ada = await make_participant(conference)
    await scan(ada.code, now=NOON)
    return ada


async def absences():
    rows = await fetch("SELECT left_at, returned_at FROM absence ORDER BY left_at")
    return [(row["left_at"], row["returned_at"]) for row in rows]


async def present(conference):
    return (await counts_of(conference, now=NOON)).present


async def test_undo_takes_back_the_arrival_and_keeps_both_in_the_journal(
    conference, ada
):
    visitor = await undo_check_in(
        ada.id, conference=conference, by=COMMAND, now=NOON + MINUTE
    )

    assert visitor.arrival is None
    assert await arrivals() == []
    assert await door_acts(conference) == [
        (Act.CHECKED_IN, ada.id),
        (Act.CHECK_IN_UNDONE, ada.id),
    ]


async def test_undo_twice_is_written_once(conference, ada):
    for _ in range(2):
        await undo_check_in(
            ada.id, conference=conference, by=COMMAND, now=NOON + MINUTE
        )

    assert [act for act, _ in await door_acts(conference)] == [
        Act.CHECKED_IN,
        Act.CHECK_IN_UNDONE,
    ]


async def test_who_was_taken_back_may_come_in_again(conference, ada):
    await undo_check_in(ada.id, conference=conference, by=COMMAND, now=NOON + MINUTE)

    again = await scan(ada.code, now=NOON + 2 * MINUTE)

    assert again.admission == Admitted()
    assert [row["at"] for row in await arrivals()] == [NOON + 2 * MINUTE]


async def test_late_repetition_of_undo_leaves_a_newer_arrival_alone(conference, ada):
    undo = {"conference": conference, "by": COMMAND, "request": uuid4()}
    await undo_check_in(ada.id, now=NOON + MINUTE, **undo)
    await scan(ada.code, now=NOON + 2 * MINUTE)

    visitor = await undo_check_in(ada.id, now=NOON + 3 * MINUTE, **undo)

    assert visitor.arrival == Arrival(since=NOON + 2 * MINUTE, desk="Tisch 1")
    assert len(await arrivals()) == 1


async def test_who_steps_out_is_not_present_but_has_arrived(conference, ada):
    visitor = await step_out(
        ada.id, conference=conference, by=COMMAND, now=NOON + MINUTE
    )

    assert visitor.arrival.out_since == NOON + MINUTE
    assert await counts_of(conference, now=NOON) == Counts(
        expected=1, arrived=1, present=0
    )


async def test_stepping_out_twice_keeps_the_first_moment(conference, ada):
    for minutes in (1, 9):
        visitor = await step_out(
            ada.id, conference=conference, by=COMMAND, now=NOON + minutes * MINUTE
        )

    assert visitor.arrival.out_since == NOON + MINUTE
    acts = [act for act, _ in await door_acts(conference)]
    assert acts == [Act.CHECKED_IN, Act.STEPPED_OUT]


async def test_scan_while_outside_says_so_and_lets_nobody_in_by_itself(conference, ada):
    await step_out(ada.id, conference=conference, by=COMMAND, now=NOON + MINUTE)

    result = await scan(ada.code, now=NOON + 2 * MINUTE)

    assert result.admission == SteppedOut(
        Arrival(since=NOON, desk="Tisch 1", out_since=NOON + MINUTE)
    )
    assert await present(conference) == 0


async def test_coming_back_writes_the_time_outside(conference, ada):
    await step_out(ada.id, conference=conference, by=COMMAND, now=NOON + MINUTE)

    visitor = await come_back(
        ada.id, conference=conference, by=COMMAND, now=NOON + 20 * MINUTE
    )

    assert visitor.arrival == Arrival(since=NOON, desk="Tisch 1")
    assert await absences() == [(NOON + MINUTE, NOON + 20 * MINUTE)]
    assert await present(conference) == 1
    assert [act for act, _ in await door_acts(conference)] == [
        Act.CHECKED_IN,
        Act.STEPPED_OUT,
        Act.CAME_BACK,
    ]


async def test_coming_back_twice_is_one_absence(conference, ada):
    await step_out(ada.id, conference=conference, by=COMMAND, now=NOON + MINUTE)

    for minutes in (5, 6):
        await come_back(
            ada.id, conference=conference, by=COMMAND, now=NOON + minutes * MINUTE
        )

    assert await absences() == [(NOON + MINUTE, NOON + 5 * MINUTE)]


async def test_late_repetition_of_stepping_out_does_not_send_out_again(conference, ada):
    out = {"conference": conference, "by": COMMAND, "request": uuid4()}
    await step_out(ada.id, now=NOON + MINUTE, **out)
    await come_back(ada.id, conference=conference, by=COMMAND, now=NOON + 2 * MINUTE)

    visitor = await step_out(ada.id, now=NOON + 3 * MINUTE, **out)

    assert visitor.arrival.out_since is None


async def test_undo_takes_the_absences_along(conference, ada):
    await step_out(ada.id, conference=conference, by=COMMAND, now=NOON + MINUTE)
    await come_back(ada.id, conference=conference, by=COMMAND, now=NOON + 2 * MINUTE)

    await undo_check_in(
        ada.id, conference=conference, by=COMMAND, now=NOON + 3 * MINUTE
    )

    assert await absences() == []


async def test_who_never_came_cannot_step_out_or_come_back(conference):
    ben = await make_participant(conference, given_name="Ben")

    out = await step_out(ben.id, conference=conference, by=COMMAND, now=NOON)
    back = await come_back(ben.id, conference=conference, by=COMMAND, now=NOON)

    assert (out.arrival, back.arrival) == (None, None)
    assert await door_acts(conference) == []


@pytest.mark.parametrize("act", [undo_check_in, step_out, come_back])
async def test_people_of_another_conference_are_out_of_reach(conference, ada, act):
    other = await make_conference("andere", days=whole_days(NOON), now=NOON)

    with pytest.raises(NotFound, match="unknown_participant"):
        await act(ada.id, conference=other, by=COMMAND, now=NOON)

    assert await present(conference) == 1


@pytest.mark.parametrize("act", [undo_check_in, step_out, come_back])
async def test_nothing_can_be_changed_on_a_day_without_doors(conference, ada, act):
    with pytest.raises(TooLate, match="not_a_conference_day"):
        await act(
            ada.id, conference=conference, by=COMMAND, now=NOON + timedelta(days=3)
        )

    assert await present(conference) == 1
