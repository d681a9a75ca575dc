"""A person reads what is stored of her by her ticket, takes it along, erases it."""

import json

import pytest

from lip.accounts.rules.roles import Role
from lip.conference.rules.codes import shown
from lip.conference.tables import Participant
from lip.retention.queries.records import all_records
from tests.client import another, send, sign_in_as
from tests.factories import make_conference, make_participant

pytestmark = pytest.mark.anyio

MAIL = "ada@example.org"


async def ada(**said):
    place = await make_conference()
    one = await make_participant(
        place, **({"email": MAIL, "diet": "halal", "note": "Grüße"} | said)
    )
    return f"/t/{shown(one.code)}", one


async def proven(client, ticket: str, *, go_on: str = "data", known: str = MAIL):
    form = {"known": known, "next": go_on}
    return await client.post(f"{ticket}/data", data=form)


async def test_the_code_on_a_badge_is_not_enough(client):
    ticket, _one = await ada()

    page = await client.get(f"{ticket}/data")
    file = await client.get(f"{ticket}/data.json")
    erasing = await client.post(f"{ticket}/erase")

    assert "Sind Sie es selbst?" in page.text
    assert "halal" not in page.text + file.text + erasing.text
    assert MAIL not in page.text + file.text + erasing.text
    assert file.status_code == 404
    assert await Participant.count() == 1


async def test_who_knows_her_address_sees_everything(client):
    ticket, _one = await ada()

    answer = await proven(client, ticket)
    page = await client.get(answer.headers["location"])

    assert answer.status_code == 303
    for word in (MAIL, "halal", "Grüße", "Yıldız", "Person angemeldet"):
        assert word in page.text, word
    assert page.headers["x-robots-tag"] == "noindex"


async def test_a_wrong_address_is_refused_and_counted(client):
    ticket, _one = await ada()

    answers = [await proven(client, ticket, known="eva@example.org") for _ in range(11)]

    assert [one.status_code for one in answers] == [422] * 10 + [429]
    assert "Das passt nicht zu Ihrer Anmeldung." in answers[0].text
    assert (await proven(client, ticket)).status_code == 429


async def test_a_proof_opens_no_other_ticket(client):
    ticket, _one = await ada()
    place = await make_conference("zwei")
    other = await make_participant(place, email="eva@example.org", note="fremd")
    answer = await proven(client, ticket)
    proof = answer.headers["location"].partition("?")[2]

    page = await client.get(f"/t/{shown(other.code)}/data?{proof}")

    assert "Sind Sie es selbst?" in page.text
    assert "fremd" not in page.text


async def test_who_left_no_address_is_asked_for_none(client):
    ticket, _one = await ada(email="")

    page = await client.get(f"{ticket}/data")

    assert "Was über Sie gespeichert ist" in page.text
    assert "halal" in page.text


async def test_programs_get_the_same_with_names_that_do_not_change(client):
    ticket, _one = await ada(email="")

    german = await client.get(f"{ticket}/data.json")
    arabic = await client.get(f"/ar{ticket}/data.json")

    told = json.loads(german.text)
    kinds = {one["kind"]: one for one in told["data"]}
    needs = {fact["field"]: fact["value"] for fact in kinds["needs"]["rows"][0]}
    assert told["conference"]["key"] == "konferenz"
    assert needs["Verpflegung"] == "halal"
    assert "attachment" in german.headers["content-disposition"]
    assert german.headers["cache-control"] == "no-store"
    assert fields_of(told) == fields_of(json.loads(arabic.text))


def fields_of(told) -> list[str]:
    return [
        fact["field"] for one in told["data"] for row in one["rows"] for fact in row
    ]


async def test_the_page_before_erasing_says_what_goes_and_what_stays(client):
    ticket, _one = await ada(email="")

    page = await client.get(f"{ticket}/erase")

    for sentence in (
        "Das wird gelöscht",
        "Gästeliste und Tickets",
        "Das bleibt, und warum",
        "Ein Löschvermerk bleibt.",
        "Das lässt sich nicht zurücknehmen.",
    ):
        assert sentence in page.text, sentence
    assert await Participant.count() == 1


async def test_erasing_erases_and_says_so_ever_after(client):
    ticket, _one = await ada()
    answer = await proven(client, ticket, go_on="erase")
    path = answer.headers["location"]
    proof = path.partition("?p=")[2]

    done = await client.post(f"{ticket}/erase", data={"p": proof})
    again = await client.post(f"{ticket}/erase", data={"p": proof})
    page = await client.get(done.headers["location"])
    ticket_page = await client.get(ticket)
    proposals = await client.get(f"{ticket}/proposals")

    assert (done.status_code, again.status_code) == (303, 410)
    assert await Participant.count() == 0
    assert (ticket_page.status_code, proposals.status_code) == (410, 410)
    for one in (again, page, ticket_page, proposals):
        assert "Ihre Angaben sind gelöscht" in one.text
        assert "Yıldız" not in one.text
    assert {one.kind for one in await all_records()} == {"needs", "guests"}


async def test_an_invented_code_is_not_called_erased(client):
    page = await client.get("/t/ABCD-EFGH-JKMN/data")

    assert page.status_code == 404
    assert "gelöscht" not in page.text


async def test_staff_hand_out_the_copy_and_erase_on_wish(client):
    ticket, one = await ada()
    await sign_in_as(client, Role.ORGANISER)
    person = f"/conferences/konferenz/participants/{one.id}"

    page = await client.get(f"{person}/data")
    file = await client.get(f"{person}/data.json")
    done = await send(client, f"{person}/erase")
    again = await send(client, f"{person}/erase")

    assert "halal" in page.text
    assert json.loads(file.text)["conference"]["key"] == "konferenz"
    assert (done.status_code, again.status_code) == (303, 303)
    records = await client.get(done.headers["location"])
    assert "auf Wunsch" in records.text
    async with another(client) as phone:
        assert "Ihre Angaben sind gelöscht" in (await phone.get(ticket)).text


async def test_the_person_page_leads_there(client):
    _ticket, one = await ada()
    await sign_in_as(client, Role.ORGANISER)
    person = f"/conferences/konferenz/participants/{one.id}"

    page = await client.get(person)

    assert f'href="{person}/data"' in page.text
