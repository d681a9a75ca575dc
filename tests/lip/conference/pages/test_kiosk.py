"""A tablet at which people check themselves in, and what it keeps to itself."""

import re
from uuid import uuid4

import pytest

from lip.accounts.rules.roles import Role
from lip.conference.actions.cancel import cancel
from lip.conference.tables import Participant
from lip.journal.rules.entries import COMMAND
from lip.web.limits import WRONG_CODES_PER_DESK
from tests.client import another, form_token, send, sign_in_as
from tests.door import arrivals
from tests.factories import clock, make_conference, make_helper_link, make_participant

pytestmark = pytest.mark.anyio

KIOSK = "/kiosk/konferenz"


@pytest.fixture
async def conference(client):
    conference = await make_conference(hand_out="Programmheft")
    link = await make_helper_link("konferenz", label="Tablet 1", role=Role.KIOSK)
    answer = await client.post(f"/sign-in/link/{link.token}")
    assert answer.status_code == 303
    return conference


async def scan(client, code, **headers):
    data = {"csrf": await form_token(client, KIOSK), "code": code}
    return await client.post(f"{KIOSK}/scan", data=data, headers=headers)


async def test_link_leads_straight_to_the_tablets_page(conference, client):
    answer = await client.get("/desk")

    assert answer.status_code == 303
    assert answer.headers["location"].endswith(KIOSK)


async def test_welcome_names_the_person_and_is_written_down(conference, client):
    ada = await make_participant(conference)

    answer = await scan(client, ada.code)

    assert "Herzlich willkommen" in answer.text
    assert "Ada Yıldız" in answer.text
    [row] = await arrivals()
    assert (row["participant"], row["desk"]) == (ada.id, "Tablet 1")


async def test_answer_goes_back_to_the_start_by_itself(conference, client):
    ada = await make_participant(conference)

    answer = await scan(client, ada.code)

    assert re.fullmatch(r"\d+; url=/kiosk/konferenz/?", answer.headers["refresh"])


@pytest.mark.parametrize("language,lang", [("ar", "ar"), ("en-GB", "en"), ("", "de")])
async def test_answer_is_in_the_persons_own_language(
    conference, client, language, lang
):
    ada = await make_participant(conference, language=language)

    answer = await scan(client, ada.code)

    assert f'<html lang="{lang}"' in answer.text
    assert f'lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}"' in answer.text


async def test_language_of_the_page_counts_where_none_is_known(conference, client):
    data = {"csrf": await form_token(client, KIOSK), "code": "2345-6789-ABCD"}

    answer = await client.post(f"/ar{KIOSK}/scan", data=data)

    assert '<html lang="ar"' in answer.text


async def test_needs_and_notes_are_not_shown(conference, client):
    ada = await make_participant(
        conference,
        note="Geheime Bemerkung",
        access="Rampe",
        childcare=2,
        interpreting=("ar",),
        organisation="Verein",
    )

    answer = await scan(client, ada.code)

    assert "Herzlich willkommen" in answer.text
    for words in ("Geheime", "Rampe", "Kinder", "Dolmetschen", "Verein"):
        assert words not in answer.text


@pytest.mark.parametrize("case", ["unknown", "inside", "cancelled", "waiting"])
async def test_everything_else_is_for_the_desk_and_names_nobody(
    conference, client, case
):
    ada = await make_participant(conference)
    code = ada.code
    if case == "unknown":
        code = "2345-6789-ABCD"
    if case == "inside":
        await scan(client, ada.code)
    if case == "cancelled":
        await cancel(ada.id, conference=conference, by=COMMAND, now=clock())
    if case == "waiting":
        await put_on_the_waiting_list(ada.id)

    answer = await scan(client, code)

    assert answer.status_code == 200
    assert "Bitte gehen Sie zum Tisch" in answer.text
    assert "Ada" not in answer.text


async def put_on_the_waiting_list(participant):
    await Participant.update({Participant.waiting_since: clock()}).where(
        Participant.id == participant
    )


async def test_same_request_again_is_a_welcome_again(conference, client):
    ada = await make_participant(conference)
    data = {
        "csrf": await form_token(client, KIOSK),
        "code": ada.code,
        "request": uuid4().hex,
    }

    answers = [await client.post(f"{KIOSK}/scan", data=data) for _ in range(2)]

    assert ["Herzlich willkommen" in one.text for one in answers] == [True, True]
    assert len(await arrivals()) == 1


async def test_number_of_the_badge_is_said_where_organisers_want_it(conference, client):
    organiser = another(client)
    await sign_in_as(organiser, Role.ORGANISER)
    ada, ben = [await make_participant(conference) for _ in range(2)]
    before = await scan(client, ada.code)

    await send(organiser, "/conferences/konferenz/passes/kiosk", {"numbers": "1"})
    after = await scan(client, ben.code)

    assert "hat die Nummer" not in before.text
    assert "hat die Nummer 2" in after.text


async def test_guessing_ends_at_the_desk_and_not_on_another_page(conference, client):
    token = await form_token(client, KIOSK)
    for _ in range(WRONG_CODES_PER_DESK.attempts + 1):
        data = {"csrf": token, "code": "2345-6789-ABCD"}
        answer = await client.post(f"{KIOSK}/scan", data=data)

    assert answer.status_code == 200
    assert "Bitte gehen Sie zum Tisch" in answer.text


async def test_no_link_leads_away_from_the_tablet(conference, client):
    ada = await make_participant(conference)
    pages = [(await client.get(KIOSK)).text, (await scan(client, ada.code)).text]

    for page in pages:
        links = set(re.findall(r'<a [^>]*href="([^"]+)"', page)) - {"#content"}
        assert links
        assert all(re.fullmatch(r"(/\w\w)?/kiosk/konferenz/?", one) for one in links)
        assert "sign-out" not in page


@pytest.mark.parametrize(
    "path",
    [
        *("/door/konferenz", "/door/konferenz/offline/list", "/conferences/konferenz"),
        *("/conferences/konferenz/participants", "/door/konferenz/live", "/accounts"),
    ],
)
async def test_session_of_a_tablet_opens_nothing_else(conference, client, path):
    answer = await client.get(path)

    assert answer.status_code == 403
