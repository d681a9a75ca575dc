"""Data and periods: what organisers, administrators and everybody see."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from lip.accounts.rules.roles import Role
from lip.conference.queries.keeping import kept_of, prolongings_of
from lip.conference.rules.keeping import Periods
from lip.conference.rules.stages import Stage
from lip.conference.tables import Conference
from lip.contributions import KINDS
from lip.journal.rules.entries import SYSTEM
from lip.retention.actions.purge import purge
from tests.client import send, sign_in_as
from tests.factories import clock, make_conference, make_participant, whole_days
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

DAY = datetime(2026, 11, 24, 10, tzinfo=UTC)
PAGE = "/conferences/konferenz/retention"
PERIODS = {"needs_days": "7", "guests_months": "3", "attendance_months": "60"}


async def a_place(**said):
    return await make_conference(days=whole_days(DAY), now=DAY, **said)


async def test_organisers_see_what_is_kept_until_when(client):
    place = await a_place()
    await make_participant(place, now=DAY, diet="vegan")
    await sign_in_as(client, Role.ORGANISER)

    page = await client.get(PAGE)

    for word in ("08.12.2026", "24.05.2027", "24. November 2026"):
        assert word in page.text, word
    assert "An dieser Konferenz wurde noch nichts gelöscht." in page.text


async def test_organisers_see_what_is_due_before_it_goes(client):
    long_ago = clock() - timedelta(days=40)
    place = await make_conference(days=whole_days(long_ago), now=long_ago)
    await make_participant(place, now=long_ago, diet="vegan")
    await sign_in_as(client, Role.ORGANISER)

    page = await client.get(PAGE)

    assert page.text.count("1 Eintrag wird jetzt gelöscht") == 1


async def test_periods_are_chosen(client):
    place = await a_place()
    await sign_in_as(client, Role.ORGANISER, "konferenz")

    answer = await send(client, f"{PAGE}/periods", PERIODS)

    assert answer.status_code == 303
    assert (await kept_of(place.id)).periods == Periods(
        needs_days=7, guests_months=3, attendance_months=60
    )


@pytest.mark.parametrize(
    "field, value",
    [
        ("needs_days", "366"),
        ("guests_months", "0"),
        ("guests_months", "25"),
        ("attendance_months", "121"),
        ("attendance_months", ""),
        ("attendance_months", "ewig"),
    ],
)
async def test_a_period_out_of_reach_is_said_at_its_field(client, field, value):
    place = await a_place()
    await sign_in_as(client, Role.ORGANISER)

    answer = await send(client, f"{PAGE}/periods", PERIODS | {field: value})

    assert answer.status_code == 422
    assert f'href="#f-{field}"' in answer.text
    assert (await kept_of(place.id)).periods == Periods()


async def test_one_kind_is_prolonged_for_a_reason_and_ended_again(client):
    place = await a_place()
    await sign_in_as(client, Role.ORGANISER)
    until = clock().date() + timedelta(days=300)
    form = {"kind": "guests", "until": until.isoformat(), "reason": "Prüfung läuft"}

    answer = await send(client, f"{PAGE}/prolong", form)
    page = await client.get(PAGE)
    [one] = await prolongings_of(place.id)
    ended = await send(client, f"{PAGE}/prolong/{one.id}/end")

    assert answer.status_code == ended.status_code == 303
    assert "Prüfung läuft" in page.text
    assert "gilt" in page.text
    assert "vorbei" in (await client.get(PAGE)).text


@pytest.mark.parametrize(
    "changes, field",
    [
        ({"kind": "needs"}, "kind"),
        ({"until": "2020-01-01"}, "until"),
        ({"until": ""}, "until"),
        ({"until": "bald"}, "until"),
        ({"reason": " "}, "reason"),
    ],
)
async def test_an_odd_prolonging_is_said_at_its_field(client, changes, field):
    place = await a_place()
    await sign_in_as(client, Role.ORGANISER)
    until = clock().date() + timedelta(days=30)
    form = {"kind": "guests", "until": until.isoformat(), "reason": "Prüfung"}

    answer = await send(client, f"{PAGE}/prolong", form | changes)

    assert answer.status_code == 422
    assert f'href="#f-{field}"' in answer.text
    assert await prolongings_of(place.id) == []


async def test_records_and_what_remains_are_shown_after_a_run(client):
    place = await a_place()
    await make_participant(place, now=DAY)
    await purge(KINDS, by=SYSTEM, now=DAY + timedelta(days=200))
    await sign_in_as(client, Role.ADMINISTRATOR)

    ours = await client.get(PAGE)
    everything = await client.get("/retention")

    for page in (ours, everything):
        assert "Frist abgelaufen" in page.text
        assert "vollständig und unverändert" in page.text
    assert "Was bleibt" in ours.text
    assert place.title in everything.text


async def test_the_overview_gives_the_numbers_that_remain(client):
    last_month = clock() - timedelta(days=30)
    place = await make_conference(days=whole_days(last_month))
    for _ in range(3):
        await make_participant(place, now=last_month)
    await purge(KINDS, by=SYSTEM, now=clock() + timedelta(days=200))
    await sign_in_as(client, Role.ADMINISTRATOR)

    text = " ".join((await client.get("/conferences/konferenz")).text.split())

    assert re.search(r"<dt>Angemeldet</dt><dd><span>3</span>", text)
    assert "Diese Zahlen wurden vorher gezählt" in text
    assert "Ihre Excel-Liste genügt." not in text


async def test_everybody_reads_how_long(client):
    place = await a_place(organiser="MiSO e. V.")
    await make_participant(place, now=DAY)

    page = await client.get("/c/konferenz/retention")

    assert page.status_code == 200
    assert "Für diese Konferenz: bis 24. Mai 2027." in page.text
    assert "MiSO e. V." in page.text
    assert "lip" not in page.cookies


async def test_a_draft_says_nothing_in_public(client):
    place = await a_place()
    await Conference.update({Conference.stage: Stage.DRAFT}).where(
        Conference.id == place.id
    )

    page = await client.get("/c/konferenz/retention")

    assert page.status_code == 404


async def test_pages_cost_the_same_with_one_guest_and_with_many(client):
    place = await a_place()
    await make_participant(place, now=DAY)
    await sign_in_as(client, Role.ORGANISER)
    with counted_queries() as few:
        await client.get(PAGE)
    for _ in range(20):
        await make_participant(place, now=DAY)

    with counted_queries() as many:
        await client.get(PAGE)

    assert len(many) == len(few)
