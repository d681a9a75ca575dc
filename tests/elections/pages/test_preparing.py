"""The whole rule on one form: read, refused at its field, shown in words."""

from uuid import uuid4

import httpx
import pytest

from elections.queries.elections import election_of, elections_of
from elections.rules.planning import Method
from elections.rules.stages import Entitled, RoundKind, TieRule
from elections.rules.terms import Quota
from lip.accounts.rules.roles import Role
from tests.client import send, sign_in_as
from tests.elections.actions.test_associations import add, choose
from tests.elections.polls import make_hall

pytestmark = pytest.mark.anyio

PATH = "/de/conferences/konferenz/elections"
WHOLE = {
    "title-de": "Vertretung",
    "term-de": "zweieinhalb Jahre",
    "term-ar": "سنتان ونصف",
    "seats": "4",
    "deputies": "2",
    "method": "limited",
    "votes_each": "2",
    "own_limit": "1",
    "advance": "8",
    "ties": "runoff",
    "quota-0-attribute": "Geschlecht",
    "quota-0-value": "Frau",
    "quota-0-min": "2",
    "quota-1-attribute": "",
    "quota-2-attribute": "Bezirk",
    "quota-2-value": "Nord",
    "quota-2-max": "1",
    "entitled": "associations",
    "standing_rules": "adult",
    "called_on": "2026-09-01",
    "nominations_until": "2026-11-12T12:00",
    "admission_on": "2026-12-03",
    "polls_on": "2026-12-10",
    "objections_until": "2026-12-18",
    "board": "digests",
}


@pytest.fixture
async def officer(client: httpx.AsyncClient) -> httpx.AsyncClient:
    await sign_in_as(client, Role.ELECTION_BOARD)
    return client


async def test_everything_of_a_rule_is_kept_and_said_to_everybody(officer):
    hall = await make_hall(names=())

    await send(officer, f"{PATH}/new", WHOLE | {"request": str(uuid4())})
    election = await election_of(hall.conference.id, 2)
    again = (await officer.get(f"{PATH}/2/change")).text
    shown = (await officer.get("/de/c/konferenz/elections/2")).text
    arabic = (await officer.get("/ar/c/konferenz/elections/2")).text

    assert (election.deputies, election.own_limit, election.advance) == (2, 1, 8)
    assert (election.ties, election.round_kind) == (TieRule.RUNOFF, RoundKind.FIRST)
    assert election.quotas == (
        Quota(attribute="Geschlecht", value="Frau", at_least=2),
        Quota(attribute="Bezirk", value="Nord", at_most=1),
    )
    assert 'value="2026-11-12T12:00"' in again
    for said in (
        "Die Gewählten bleiben im Amt: zweieinhalb Jahre.",
        "Es werden 4 Personen gewählt.",
        "Die besten 8 aus dem ersten",
        "Sie haben 2 Stimmen",
        "Höchstens 1 davon darf an eine Person aus dem eigenen Verein gehen.",
        "Mindestens 2 Plätze sind für Personen mit „Geschlecht: Frau“.",
        "Höchstens 1 Platz geht an Personen mit „Bezirk: Nord“.",
        "Die 2 Personen danach werden Stellvertretung",
        "geheime Stichwahl",
        "Gewählt wird, gleich wie viele Menschen teilnehmen.",
        "mindestens 18 Jahre alt",
        "Donnerstag, 12. November 2026, 12:00",
        "Donnerstag, 10. Dezember 2026",
    ):
        assert said in shown
    assert "سنتان ونصف" in arabic
    assert "Donnerstag" not in arabic


@pytest.mark.parametrize(
    "fields, field",
    [
        ({"seats": "0"}, "seats"),
        ({"deputies": "99"}, "deputies"),
        ({"votes_each": "4"}, "votes_each"),
        ({"own_limit": "2"}, "own_limit"),
        ({"entitled": "present"}, "own_limit"),
        ({"method": "schulze", "votes_each": "1"}, "method"),
        (
            {"method": "cumulative", "votes_each": "3", "votes_per_candidate": "4"},
            "votes_per_candidate",
        ),
        ({"advance": "4"}, "advance"),
        ({"entitled": "group", "own_limit": ""}, "voters_group"),
        ({"quota-0-max": "1"}, "quota-0-attribute"),
        ({"quota-0-min": "x"}, "quota-0-min"),
        ({"quota-2-value": ""}, "quota-1-attribute"),
        (
            {"quota-2-attribute": "geschlecht", "quota-2-value": "frau"},
            "quota-1-attribute",
        ),
        ({"admission_on": "2026-10-01"}, "admission_on"),
        ({"objections_until": "2026-12-09"}, "objections_until"),
        ({"polls_on": "morgen"}, "polls_on"),
    ],
)
async def test_what_cannot_be_is_said_at_its_field(officer, fields, field):
    hall = await make_hall(names=())

    answer = await send(officer, f"{PATH}/new", WHOLE | fields)

    assert answer.status_code == 422
    assert f'href="#f-{field}"' in answer.text
    assert f'id="f-{field}"' in answer.text
    assert len(await elections_of(hall.conference.id)) == 1


async def test_more_lines_for_quotas_come_without_saving_anything(officer):
    hall = await make_hall(names=())

    answer = await send(officer, f"{PATH}/new", WHOLE | {"more": "1", "seats": ""})

    assert answer.status_code == 200
    assert 'value="Nord"' in answer.text
    assert 'name="quota-5-max"' in answer.text
    assert len(await elections_of(hall.conference.id)) == 1


async def test_a_template_makes_one_election_to_change_or_five(officer):
    hall = await make_hall(names=())
    day = {"polls_on": "2026-12-10"}

    nothing = await send(officer, f"{PATH}/templates", day)
    one = await send(
        officer,
        f"{PATH}/templates",
        day | {"template": "hannover-2025", "request": str(uuid4())},
    )
    five = day | {"template": "karlsruhe", "request": str(uuid4())}
    for _ in range(2):
        listed = await send(officer, f"{PATH}/templates", five)
    asked = (
        await officer.get(f"/de/conferences/{hall.conference.key}/associations")
    ).text

    assert nothing.status_code == 422
    assert one.headers["location"].endswith("/elections/2/change")
    assert listed.headers["location"].endswith("/elections")
    assert len(await elections_of(hall.conference.id)) == 7
    assert 'name="delegates" type="text" value="2"' in asked


async def test_before_opening_the_page_says_what_would_follow(officer):
    hall = await make_hall(
        voters=6,
        names=("Ada",),
        entitled=Entitled.ASSOCIATIONS,
        seats=3,
        method=Method.LIMITED,
        votes_each=2,
        own_limit=1,
    )
    big = await add(hall, "Große", delegates=5)
    small = await add(hall, "Kleine & Feine", delegates=5)
    for place in range(6):
        await choose(hall, big if place < 5 else small, place)

    shown = (await officer.get(f"{PATH}/1")).text
    opened = await send(officer, f"{PATH}/1/open", {})

    assert "2 Plätze bleiben leer." in shown
    assert "zu durchschauen: Kleine &amp; Feine (1)." in shown
    assert opened.status_code == 303
