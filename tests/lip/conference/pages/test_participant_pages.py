"""The pages of the guest list, as an organiser meets them."""

import re
from uuid import UUID, uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.actions.register import add_participants, ticket_code
from lip.conference.files.sheets import read_sheet
from lip.conference.queries.participants import participant, participants_of
from lip.conference.rules.codes import shown
from lip.conference.rules.guest import Guest
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from tests.client import another, send, sign_in_as
from tests.factories import KEYS, clock, make_conference, make_participant
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

LIST = "/conferences/eins/participants"


async def an_organiser_of(client, key="eins"):
    place = await make_conference(key)
    await sign_in_as(client, Role.ORGANISER, key)
    return place


def hidden(page, name):
    found = re.search(rf'name="{name}" value="([^"]*)"', page.text)
    assert found, page.text
    return found[1]


FIELDS = {
    "given_name": "Ada",
    "family_name": "Yıldız",
    "email": "ada@example.org",
    "language": "tr",
    "spoken_languages": "Deutsch, Arabisch",
    "interpreting": "Kurdisch",
    "childcare": "2",
    "may_vote": "1",
    "diet": "vegan",
}


async def test_an_empty_list_says_what_to_do_next(client: httpx.AsyncClient):
    await an_organiser_of(client)

    page = await client.get(LIST)

    assert "Noch steht niemand auf der Liste" in page.text
    assert f'href="{LIST}/import"' in page.text


async def test_the_list_is_searched_and_narrowed(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    await make_participant(place, given_name="Şilan")
    await make_participant(place, given_name="Berta", family_name="Zander")

    found = await client.get(LIST, params={"q": "silan"})
    nobody = await client.get(LIST, params={"q": "xyz"})
    cancelled = await client.get(LIST, params={"status": "cancelled"})

    assert "Şilan Yıldız" in found.text
    assert "Berta" not in found.text
    assert "1 Person gefunden." in found.text
    assert "0 Personen gefunden." in nobody.text
    assert "Hier steht niemand." in cancelled.text


@pytest.mark.parametrize(
    "query",
    [
        {"p": "-5"},
        {"p": "9" * 30},
        {"status": "nonsense", "order": "nonsense"},
        {"q": "\x00' OR 1=1 --"},
        {"q": "x" * 5000},
        {"role": "%_"},
    ],
)
async def test_odd_addresses_break_nothing(client: httpx.AsyncClient, query):
    place = await an_organiser_of(client)
    await make_participant(place, role="Gast")

    answer = await client.get(LIST, params=query)

    assert answer.status_code == 200


async def test_the_list_goes_from_page_to_page(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    guests = [(Guest(given_name=f"Gast{n:03}"), None) for n in range(120)]
    await add_participants(guests, conference=place, keys=KEYS, now=clock())

    first = await client.get(LIST)
    (second_path,) = set(re.findall(r'rel="next" href="([^"]+)"', first.text))
    second = await client.get(second_path)

    assert "Seite 1 von 3" in first.text
    assert "Gast049" in first.text
    assert "Gast050" not in first.text
    assert "Gast050" in second.text


async def test_the_list_costs_as_many_queries_with_one_as_with_two_hundred(
    client: httpx.AsyncClient,
):
    place = await an_organiser_of(client)
    await make_participant(place)
    with counted_queries() as for_one:
        await client.get(LIST)
    guests = [(Guest(given_name=f"Gast{n}"), None) for n in range(200)]
    await add_participants(guests, conference=place, keys=KEYS, now=clock())

    with counted_queries() as for_many:
        await client.get(LIST)

    assert len(for_many) == len(for_one) <= 5


async def test_a_person_is_entered_by_hand_once(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    form = await client.get(f"{LIST}/new")
    fields = {**FIELDS, "request": hidden(form, "request")}

    first = await send(client, f"{LIST}/new", fields)
    second = await send(client, f"{LIST}/new", fields)

    assert first.status_code == second.status_code == 303
    assert first.headers["location"] == second.headers["location"]
    (listed,) = (await participants_of(place)).people
    assert (await participant(place, listed.id)).guest == Guest(
        given_name="Ada",
        family_name="Yıldız",
        email="ada@example.org",
        language="tr",
        spoken_languages=("de", "ar"),
        interpreting=("ku",),
        childcare=2,
        may_vote=True,
        diet="vegan",
    )


async def test_nothing_at_all_is_enough_to_enter_somebody(client: httpx.AsyncClient):
    await an_organiser_of(client)

    answer = await send(client, f"{LIST}/new", {"request": str(uuid4())})
    page = await client.get(answer.headers["location"])

    assert "Gast 1" in page.text


@pytest.mark.parametrize(
    "field, text, sentence",
    [
        ("email", "ada at example", "ist keine E-Mail-Adresse"),
        ("spoken_languages", "Klingonisch", "Klingonisch“ ist nicht bekannt"),
        ("language", "xx", "einen der Werte aus der Liste"),
        ("childcare", "viele", "eine ganze Zahl"),
        ("childcare", "99", "von 0 bis 20"),
        ("only_on", "morgen", "ein Datum wie"),
        ("given_name", "x" * 201, "höchstens 200 Zeichen"),
    ],
)
async def test_mistakes_are_said_at_the_field_and_nothing_is_lost(
    client: httpx.AsyncClient, field, text, sentence
):
    place = await an_organiser_of(client)

    answer = await send(client, f"{LIST}/new", {**FIELDS, field: text})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'value="Yıldız"' in answer.text
    assert (await participants_of(place)).total == 0


@pytest.mark.parametrize("language", ["", "/en", "/ar"])
async def test_a_form_that_is_sent_as_shown_changes_nothing(
    client: httpx.AsyncClient, language
):
    place = await an_organiser_of(client)
    made = await make_participant(
        place,
        language="ku",
        spoken_languages=("ar", "prs", "rom", "hr"),
        interpreting=("fa", "und"),
        childcare=1,
        may_vote=True,
    )
    path = f"{language}{LIST}/{made.id}/edit"
    before = (await participant(place, made.id)).guest
    page = await client.get(path)

    answer = await send(client, path, as_sent(page.text))

    assert answer.status_code == 303
    assert (await participant(place, made.id)).guest == before


def as_sent(page: str) -> dict[str, str]:
    """Read what a browser would send for the form of one person."""
    form = page.partition('<form class="form"')[2].partition("</form>")[0]
    fields = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = (
            re.search(r'name="(\w+)"', tag),
            re.search(r'value="([^"]*)"', tag),
        )
        if name and ('type="checkbox"' not in tag or " checked" in tag):
            fields[name[1]] = value[1] if value else ""
    for name, inside in re.findall(
        r'<select[^>]*name="(\w+)".*?>(.*?)</select>', form, re.DOTALL
    ):
        chosen = re.search(r'value="([^"]*)" selected', inside)
        fields[name] = chosen[1] if chosen else ""
    for name, inside in re.findall(
        r'<textarea[^>]*name="(\w+)"[^>]*>(.*?)</textarea>', form, re.DOTALL
    ):
        fields[name] = inside.strip()
    fields.pop("csrf", None)
    return fields


async def test_the_slower_of_two_editors_sees_both_and_overwrites_nothing(
    client: httpx.AsyncClient,
):
    place = await an_organiser_of(client)
    made = await make_participant(place)
    path = f"{LIST}/{made.id}/edit"
    mine = as_sent((await client.get(path)).text)
    theirs = dict(mine)
    await send(client, path, {**theirs, "role": "Rednerin"})

    answer = await send(client, path, {**mine, "role": "Presse"})
    saved = (await participant(place, made.id)).guest.role
    knowingly = await send(client, path, as_sent(answer.text))

    assert answer.status_code == 409
    assert "Es wurde nichts überschrieben" in answer.text
    assert "Rednerin" in answer.text
    assert 'value="Presse"' in answer.text
    assert saved == "Rednerin"
    assert knowingly.status_code == 303
    assert (await participant(place, made.id)).guest.role == "Presse"


async def test_a_person_is_cancelled_and_reinstated(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    made = await make_participant(place)
    path = f"{LIST}/{made.id}"

    await send(client, f"{path}/cancel")
    cancelled = await client.get(path)
    await send(client, f"{path}/reinstate")
    reinstated = await client.get(path)

    assert "Diese Anmeldung ist abgesagt." in cancelled.text
    assert "Wieder anmelden" in cancelled.text
    assert "Diese Anmeldung ist abgesagt." not in reinstated.text
    assert "wieder angemeldet" in reinstated.text, "the history tells"


async def test_a_lost_ticket_is_replaced_once_per_page(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    made = await make_participant(place)
    path = f"{LIST}/{made.id}"
    before = await client.get(path)
    fields = {"request": hidden(before, "request")}

    await send(client, f"{path}/reissue", fields)
    await send(client, f"{path}/reissue", fields)
    after = await client.get(path)

    assert shown(made.code) in before.text
    assert shown(made.code) not in after.text
    assert shown(ticket_code(made.id, 2, keys=KEYS)) in after.text
    assert (await participant(place, made.id)).ticket_issue == 2


async def test_a_person_is_shown_with_needs_and_history(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    made = await make_participant(place, diet="halal", language="rom")

    page = await client.get(f"{LIST}/{made.id}")

    assert "halal" in page.text
    assert "eingetragen" in page.text
    assert f"{made.id}/ticket.png" in page.text


async def test_names_are_text_wherever_they_stand(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    nasty = "<script>alert(1)</script>\"'"
    made = await make_participant(
        place, given_name=nasty, organisation=nasty, role=nasty, note=nasty
    )

    pages = [
        await client.get(path)
        for path in (LIST, f"{LIST}/{made.id}", f"{LIST}/{made.id}/edit")
    ]

    for page in pages:
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;" in page.text


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
async def test_the_list_comes_as_a_file_and_the_journal_says_so(
    client: httpx.AsyncClient, kind
):
    place = await an_organiser_of(client)
    await make_participant(place, given_name="=cmd", diet="vegan")

    plain = await client.get(f"{LIST}/export", params={"kind": kind})
    needs = await client.get(f"{LIST}/export", params={"kind": kind, "needs": "1"})

    assert plain.headers["content-disposition"].startswith("attachment")
    assert plain.headers["cache-control"] == "no-store"
    assert "Verpflegung" not in read_sheet(plain.content).headings
    assert "Verpflegung" in read_sheet(needs.content).headings
    found = await entries(Filter(acts=frozenset({Act.PARTICIPANTS_EXPORTED})))
    assert sorted(entry.facts["needs"] for entry in found) == [False, True]


@pytest.mark.parametrize(
    "role, scope", [(Role.DOOR_HELPER, ""), (Role.ORGANISER, "zwei"), (Role.EDITOR, "")]
)
async def test_only_organisers_of_the_conference_see_the_list(
    client: httpx.AsyncClient, role, scope
):
    await make_conference("eins")
    await sign_in_as(client, role, scope)
    paths = ["", "/new", "/export", "/import", f"/{UUID(int=7)}"]

    answers = [await client.get(f"{LIST}{path}") for path in paths]

    assert {answer.status_code for answer in answers} == {403}


async def test_strangers_are_asked_to_sign_in(client: httpx.AsyncClient):
    await make_conference("eins")

    answer = await another(client).get(LIST, headers={"accept": "text/html"})

    assert answer.status_code in {303, 401}


async def test_a_person_of_another_conference_is_not_found(client: httpx.AsyncClient):
    await an_organiser_of(client)
    there = await make_conference("zwei")
    made = await make_participant(there)

    answers = [
        await client.get(f"{LIST}/{made.id}"),
        await client.get(f"{LIST}/{made.id}/edit"),
        await send(client, f"{LIST}/{made.id}/cancel"),
        await send(client, f"{LIST}/{made.id}/reissue"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert (await participant(there, made.id)).cancelled_at is None
