"""The door as a helper meets it, by plain forms and by the fragments of the script."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from lip.accounts.rules.roles import Role
from lip.conference.actions.cancel import cancel
from lip.conference.actions.change_stage import change_stage
from lip.conference.rules.admission import Doors
from lip.conference.rules.stages import Stage
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.web.limits import WRONG_CODES_PER_DESK
from tests.client import form_token, send, sign_in_as, sign_in_by_link
from tests.door import arrivals, door_acts
from tests.factories import (
    clock,
    make_conference,
    make_participant,
    whole_days,
)
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

DOOR = "/door/konferenz"
NOBODYS_CODE = "2345-6789-ABCD"
MOST_QUERIES = 5


@pytest.fixture
async def conference(client):
    """A conference, and a helper signed in at its first desk."""
    conference = await make_conference(hand_out="Programmheft")
    await sign_in_by_link(client, conference.key, label="Tisch 1")
    return conference


def outcome(answer):
    assert answer.status_code == 200, answer.text
    found = re.search(r'id="answer"[^>]*data-outcome="([^"]+)"', answer.text)
    return found[1] if found else None


def said(answer):
    """Read the answer as one line of words."""
    section = answer.text.partition('id="answer"')[2].partition("</section>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", section.partition(">")[2]).split())


async def scan(client, code, **fields):
    return await send(client, f"{DOOR}/scan", {"code": code} | fields)


async def test_door_waits_for_the_first_scan(conference, client):
    answer = await client.get(DOOR)

    assert outcome(answer) == "waiting"
    assert "Tisch 1" in answer.text
    assert "Noch niemand eingelassen" in answer.text


async def test_welcome_names_the_person_and_what_to_give(conference, client):
    ada = await make_participant(conference, may_vote=True, note="Bitte vorn sitzen")

    answer = await scan(client, ada.code)

    assert outcome(answer) == "welcome"
    for words in ("Willkommen", "Ada Yıldız", "Programmheft", "Stimmkarte"):
        assert words in said(answer)
    assert "Bitte vorn sitzen" in said(answer)


async def test_needs_are_said_in_the_language_of_the_helper(conference, client):
    ada = await make_participant(
        conference, interpreting=("ar",), childcare=2, workshop="III", access="Rampe"
    )

    answer = await scan(client, ada.code)

    for words in (
        "Dolmetschen: Arabisch",
        "2 Kinder zur Kinderbetreuung",
        "Workshop: III",
        "Rampe",
        "Empfänger fürs Dolmetschen",
    ):
        assert words in said(answer)


async def test_second_scan_names_the_desk(conference, client):
    ada = await make_participant(conference)
    await scan(client, ada.code)

    answer = await scan(client, ada.code)

    assert outcome(answer) == "inside"
    assert re.search(r"Seit \d\d:\d\d Uhr, durch Tisch 1\.", said(answer))


async def test_each_reason_has_its_own_answer(conference, client):
    other = await make_conference("andere")
    stranger = await make_participant(other, given_name="Geheim")
    gone = await make_participant(conference)
    tomorrow = whole_days(clock(), 2)[1].day
    other_day = await make_participant(conference, only_on=tomorrow)
    await cancel(gone.id, conference=conference, by=COMMAND, now=clock())

    assert outcome(await scan(client, NOBODYS_CODE)) == "unknown"
    assert outcome(await scan(client, "kein Code")) == "unknown"
    assert outcome(await scan(client, gone.code)) == "cancelled"
    assert outcome(await scan(client, other_day.code)) == "other_day"
    answer = await scan(client, stranger.code)
    assert outcome(answer) == "other_conference"
    assert "Geheim" not in answer.text


async def test_nobody_is_let_in_once_the_conference_is_called_off(conference, client):
    ada, inside = await make_participant(conference), await make_participant(conference)
    await scan(client, inside.code)
    await change_stage(conference, Stage.CALLED_OFF, by=COMMAND, now=clock())

    answer = await scan(client, ada.code)

    assert outcome(answer) == "called_off"
    assert "Die ganze Konferenz ist abgesagt." in said(answer)
    assert outcome(await scan(client, inside.code)) == "inside"
    assert "Diese Konferenz ist abgesagt." in (await client.get(DOOR)).text


@pytest.mark.parametrize(
    "opens,closes,expected,words",
    [
        pytest.param(1, 2, "early", "Der Einlass beginnt um", id="early"),
        pytest.param(-2, -1, "late", "Der Einlass endete um", id="late"),
    ],
)
async def test_doors_that_are_closed_say_when(client, opens, closes, expected, words):
    now = clock()
    hours = Doors(
        day=whole_days(now)[0].day,
        open=now + timedelta(hours=opens),
        close=now + timedelta(hours=closes),
    )
    conference = await make_conference(days=[hours])
    ada = await make_participant(conference)
    await sign_in_by_link(client, conference.key)

    answer = await scan(client, ada.code)

    assert outcome(answer) == expected
    assert words in said(answer)


async def test_script_gets_the_answer_alone(conference, client):
    ada = await make_participant(conference)
    token = await form_token(client)

    answer = await client.post(
        f"{DOOR}/scan",
        data={"csrf": token, "code": ada.code},
        headers={"X-Fragment": "answer"},
    )

    assert answer.text.lstrip().startswith("<section")
    assert outcome(answer) == "welcome"


async def test_undo_takes_back_and_says_so(conference, client):
    ada = await make_participant(conference)
    await scan(client, ada.code)

    answer = await send(client, f"{DOOR}/undo", {"participant": str(ada.id)})

    assert outcome(answer) == "undone"
    assert await arrivals() == []


async def test_stepping_out_and_coming_back(conference, client):
    ada = await make_participant(conference)
    await scan(client, ada.code)
    person = {"participant": str(ada.id)}

    out = await send(client, f"{DOOR}/step-out", person)
    scanned = await scan(client, ada.code)
    back = await send(client, f"{DOOR}/come-back", person)

    assert [outcome(one) for one in (out, scanned, back)] == ["out", "out", "returned"]
    assert "Kommt zurück" in said(scanned)
    assert 'data-count="present">1<' in back.text


async def test_act_on_somebody_whom_another_desk_took_back_tells_the_truth(
    conference, client
):
    ada = await make_participant(conference)
    await scan(client, ada.code)
    person = {"participant": str(ada.id)}
    await send(client, f"{DOOR}/undo", person)

    answer = await send(client, f"{DOOR}/come-back", person)

    assert outcome(answer) == "undone"
    assert "zählt nicht als anwesend" in said(answer)


async def test_person_found_by_part_of_the_name_is_let_in(conference, client):
    ada = await make_participant(conference, organisation="Çınar e. V.")

    found = await client.get(DOOR, params={"q": "yildi cinar"})
    answer = await send(client, f"{DOOR}/admit", {"participant": str(ada.id)})

    assert "1 Treffer" in found.text
    assert outcome(answer) == "welcome"


async def test_search_of_the_script_gets_the_hits_alone(conference, client):
    await make_participant(conference)
    headers = {"X-Fragment": "results"}

    hit = await client.get(DOOR, params={"q": "ada"}, headers=headers)
    miss = await client.get(DOOR, params={"q": "niemand"}, headers=headers)

    assert hit.text.strip().startswith('<div id="search-results">')
    assert "Niemand gefunden" in miss.text


async def test_search_that_finds_too_many_says_so(conference, client):
    for _ in range(16):
        await make_participant(conference)

    answer = await client.get(DOOR, params={"q": "ada"})

    assert "Mehr als 15 Treffer" in answer.text
    assert answer.text.count("/admit") == 15


async def test_walk_in_needs_nothing(conference, client):
    answer = await send(client, f"{DOOR}/walk-in", {"request": str(uuid4())})

    assert outcome(answer) == "welcome"
    assert "Gast 1" in said(answer)
    assert "Namensschild Nr. 1" in said(answer)


async def test_walk_in_sent_twice_is_one_person(conference, client):
    fields = {"given_name": "Zoë", "request": str(uuid4())}

    for _ in range(2):
        answer = await send(client, f"{DOOR}/walk-in", fields)

    assert "Zoë" in said(answer)
    assert len(await arrivals()) == 1


async def test_same_page_key_on_two_buttons_is_two_acts(conference, client):
    """Going back without scripts brings up a page whose key was used before."""
    ada, ben = [await make_participant(conference) for _ in range(2)]
    key = str(uuid4())

    for one in (ada, ben):
        fields = {"participant": str(one.id), "request": key}
        answer = await send(client, f"{DOOR}/admit", fields)
        assert outcome(answer) == "welcome"

    assert len(await arrivals()) == 2


async def test_repeated_form_changes_nothing_and_answers_the_same(conference, client):
    ada = await make_participant(conference)
    key = str(uuid4())

    answers = [await scan(client, ada.code, request=key) for _ in range(2)]

    assert [outcome(one) for one in answers] == ["welcome", "welcome"]
    assert await door_acts(conference) == [(Act.CHECKED_IN, ada.id)]


async def test_names_cannot_carry_markup(conference, client):
    name = '<img src=x onerror="alert(1)">'
    ada = await make_participant(conference, given_name=name, note="<b>fett</b>")

    answer = await scan(client, ada.code)
    found = await client.get(DOOR, params={"q": "img"})

    for page in (answer.text, found.text):
        assert "<img" not in page
        assert "&lt;img src=x" in page
    assert "<b>fett</b>" not in answer.text


async def test_wrong_codes_are_slowed_and_right_ones_answered(conference, client):
    ada = await make_participant(conference)
    form = {"csrf": await form_token(client), "code": NOBODYS_CODE}

    for _ in range(WRONG_CODES_PER_DESK.attempts + 1):
        answer = await client.post(
            f"{DOOR}/scan", data=form, headers={"X-Fragment": "answer"}
        )
    right = await scan(client, ada.code)

    assert answer.status_code == 429
    assert "Zu viele Versuche" in answer.text
    assert outcome(right) == "welcome"


@pytest.mark.parametrize("many", [1, 200])
async def test_door_costs_the_same_few_queries_however_many_are_there(
    conference, client, many
):
    for _ in range(many):
        await make_participant(conference)

    with counted_queries() as queries:
        await client.get(DOOR)

    assert len(queries) <= MOST_QUERIES


async def test_scan_costs_few_queries(conference, client):
    ada = await make_participant(conference)
    token = await form_token(client)

    with counted_queries() as queries:
        await client.post(
            f"{DOOR}/scan",
            data={"csrf": token, "code": ada.code, "request": str(uuid4())},
            headers={"X-Fragment": "answer"},
        )

    assert len(queries) <= 7


async def test_helper_of_one_conference_stays_out_of_the_other(conference, client):
    await make_conference("andere")

    answer = await client.get("/door/andere")

    assert answer.status_code == 403


async def test_organiser_keeps_the_door_too(client):
    await make_conference()
    await sign_in_as(client, Role.ORGANISER, "konferenz")

    answer = await client.get(DOOR)

    assert outcome(answer) == "waiting"


async def test_nobody_is_let_in_by_a_form_of_another_site(conference, client):
    ada = await make_participant(conference)

    forged = await client.post(f"{DOOR}/scan", data={"code": ada.code})
    elsewhere = await client.post(
        f"{DOOR}/scan",
        data={"code": ada.code, "csrf": await form_token(client)},
        headers={"Sec-Fetch-Site": "cross-site"},
    )

    assert (forged.status_code, elsewhere.status_code) == (403, 403)
    assert await arrivals() == []


@pytest.mark.parametrize("act", ["admit", "undo", "step-out", "come-back"])
@pytest.mark.parametrize("participant", ["", "nobody", str(UUID(int=7))])
async def test_act_on_nobody_is_refused_in_words(conference, client, act, participant):
    answer = await send(client, f"{DOOR}/{act}", {"participant": participant})

    if act == "admit" and len(participant) == 36:
        assert outcome(answer) == "unknown"
    else:
        assert answer.status_code == 404
        assert "<h1" in answer.text


async def test_bytes_that_are_no_text_do_no_harm(conference, client):
    token = await form_token(client)

    answer = await client.post(
        f"{DOOR}/scan",
        content=f"csrf={token}&code=%ff%00%fe".encode(),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )

    assert outcome(answer) == "unknown"


@pytest.mark.parametrize("language,direction", [("ar", "rtl"), ("en", "ltr")])
async def test_door_speaks_the_language_of_its_address(
    conference, client, language, direction
):
    answer = await client.get(f"/{language}{DOOR}")

    assert f'<html lang="{language}" dir="{direction}">' in answer.text
    assert f'action="/{language}{DOOR}/scan"' in answer.text
