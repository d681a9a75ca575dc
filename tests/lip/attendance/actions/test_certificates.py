"""Certificates: from real presence only, once, frozen, withdrawn and erased."""

import asyncio
from datetime import timedelta

import pytest

from lip.attendance.actions.issue_certificates import (
    issue_all,
    issue_certificate,
    withdraw_certificate,
)
from lip.attendance.actions.set_terms import set_terms
from lip.attendance.queries.certificates import (
    certificate_by_code,
    certificates_of,
)
from lip.attendance.queries.presence import attendance_of
from lip.attendance.rules.certificates import CertificateFacts
from lip.attendance.rules.terms import Terms
from lip.conference.actions.presence import step_out, undo_check_in
from lip.conference.rules.codes import read_code
from lip.errors import NotAllowed, NotFound, TooEarly
from lip.journal.rules.entries import COMMAND
from lip.programme.actions.run_late import run_late
from lip.programme.rules.shifting import Delay
from tests.attendances import at, code_on, hold_conference
from tests.door import scan
from tests.factories import KEYS, clock, make_participant
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


async def issue(held, place: int = 0, *, by_hand: bool = False, now=None):
    return await issue_certificate(
        held.people[place].id,
        conference=held.conference,
        by_hand=by_hand,
        keys=KEYS,
        by=COMMAND,
        now=now or clock(),
    )


async def checked(certificate):
    code = read_code(code_on(certificate.id))
    assert code is not None
    return await certificate_by_code(KEYS.seal("certificate", code))


async def test_it_says_name_hours_and_sessions(db):
    held = await hold_conference(given_name="Ada", family_name="Yıldız")

    facts = (await issue(held)).facts

    assert facts.name == "Ada Yıldız"
    assert [(day.came, day.left, day.minutes) for day in facts.days] == [
        ("09:30", "17:00", 450)
    ]
    assert [(one.title["de"], one.minutes) for one in facts.sessions] == [
        ("Wohnen", 75)
    ]
    assert (facts.place, facts.organiser) == ("Rathaus", "Netzwerk")


async def test_asked_for_again_it_is_the_same_one(db):
    held = await hold_conference()

    first, second = await issue(held), await issue(held)

    assert first == second
    assert len(await certificates_of(held.conference)) == 1


async def test_one_with_the_name_by_hand_is_another_and_holds_no_name(db):
    held = await hold_conference(given_name="Ada")

    named, by_hand = await issue(held), await issue(held, by_hand=True)

    assert (named.number, by_hand.number) == (1, 2)
    assert by_hand.facts.name == ""


async def test_who_never_came_gets_none(db):
    held = await hold_conference()
    bo = await make_participant(held.conference)

    with pytest.raises(NotAllowed, match="presence_too_short"):
        await issue_certificate(
            bo.id,
            conference=held.conference,
            by_hand=False,
            keys=KEYS,
            by=COMMAND,
            now=clock(),
        )


async def test_who_was_there_too_shortly_gets_none(db):
    held = await hold_conference()
    now, who = at("10:00"), held.people[0].id
    await step_out(who, conference=held.conference, by=COMMAND, now=now)

    with pytest.raises(NotAllowed, match="presence_too_short"):
        await issue(held)


async def test_an_undone_check_in_counts_for_nothing(db):
    held = await hold_conference(people=2)
    who = held.people[0]
    await undo_check_in(who.id, conference=held.conference, by=COMMAND, now=at("10:00"))

    before = (await attendance_of(held.conference, now=clock())).find(who.id)
    await scan(who.code, now=at("11:00"))
    after = (await attendance_of(held.conference, now=clock())).find(who.id)

    assert before is None
    assert after is not None
    assert after.minutes == 6 * 60


async def test_there_is_none_before_the_real_end(db):
    held = await hold_conference()
    last = (await attendance_of(held.conference, now=clock())).sessions[-1]
    late = Delay(minutes=20, parallel=True, shorten_breaks=False)
    await run_late(
        last.id, late, conference=held.conference, by=COMMAND, now=at("14:00")
    )

    with pytest.raises(TooEarly, match="certificates_not_yet"):
        await issue(held, now=at("17:10"))
    issued = await issue(held, now=at("17:20"))

    assert issued.facts.minutes == 470


async def test_what_was_issued_stays_whatever_changes(db):
    held = await hold_conference()
    issued = await issue(held)
    await undo_check_in(
        held.people[0].id, conference=held.conference, by=COMMAND, now=at("17:30")
    )

    again = await issue(held)
    found = await checked(issued)

    assert again.facts.minutes == 450
    assert found is not None
    assert found.issued == issued


async def test_a_withdrawn_one_is_unknown(db):
    held = await hold_conference()
    issued = await issue(held)

    await withdraw_certificate(
        issued.id, conference=held.conference, by=COMMAND, now=clock()
    )

    assert await checked(issued) is None
    with pytest.raises(NotFound):
        await withdraw_certificate(
            issued.id, conference=held.conference, by=COMMAND, now=clock()
        )


async def test_all_who_are_entitled_get_one_in_one_go_and_once(db):
    held = await hold_conference(people=4)
    await step_out(
        held.people[3].id, conference=held.conference, by=COMMAND, now=at("09:40")
    )

    async def issue_missing():
        return await issue_all(
            conference=held.conference, keys=KEYS, by=COMMAND, now=clock()
        )

    first, second = await issue_missing(), await issue_missing()

    assert [one.number for one in first] == [1, 2, 3]
    assert list(second) == []


async def test_the_terms_say_who_is_entitled_and_how_long_it_is_kept(db):
    held = await hold_conference()
    terms = Terms(least_minutes=451, certificates_kept_months=1)
    await set_terms(terms, conference=held.conference, by=COMMAND, now=clock())

    with pytest.raises(NotAllowed):
        await issue(held)
    await set_terms(
        Terms(least_minutes=450, certificates_kept_months=1),
        conference=held.conference,
        by=COMMAND,
        now=clock(),
    )
    issued = await issue(held)

    day = held.conference.days[0].day
    assert timedelta(days=27) < issued.delete_on - day < timedelta(days=32)


async def test_setting_the_same_terms_changes_nothing(db):
    held = await hold_conference()
    terms = Terms(least_minutes=90)

    changed = [
        await set_terms(terms, conference=held.conference, by=COMMAND, now=clock())
        for _ in range(2)
    ]

    assert changed == [True, False]


async def test_asking_many_times_at_once_issues_one(committed_db):
    held = await hold_conference()

    issued = await asyncio.gather(*(issue(held) for _ in range(6)))

    assert len({one.id for one in issued}) == 1


async def test_presence_costs_the_same_for_one_and_for_many(db):
    one = await hold_conference("eins")
    many = await hold_conference("viele", people=12)
    counts = []

    for held in (one, many):
        with counted_queries() as seen:
            await attendance_of(held.conference, now=clock())
        counts.append(len(seen))

    assert counts[0] == counts[1] <= 5


def test_facts_are_read_back_as_they_were_written():
    facts = CertificateFacts.load(
        '{"name": "Ada", "title": {"de": "K"}, "place": "", "organiser": "", '
        '"days": [["2026-11-22", "09:00", "17:00", 480]], '
        '"sessions": [[{"ar": "س"}, 30]], "text": {}, "signed_by": ""}'
    )

    assert CertificateFacts.load(facts.dump()) == facts
    assert facts.minutes == 480
