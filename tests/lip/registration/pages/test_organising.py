"""The organisers' pages of registration: form, fields, groups, waiting list, needs."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.registration.actions.usual_form import make_usual_form
from lip.registration.queries.forms import fields_of, form_of, groups_of
from lip.registration.rules.forms import Condition
from lip.registration.rules.registering import RegisteredParty
from lip.registration.tables import Answer
from tests.client import send, sign_in_as
from tests.factories import clock, make_conference, make_participant
from tests.lip.registration.parties import make_form, registered
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

HERE = "/conferences/eins/registration"
NEEDS = "/conferences/eins/needs"


async def an_organiser(client: httpx.AsyncClient, *, usual: bool = True):
    place = await make_conference("eins")
    await sign_in_as(client, Role.ORGANISER, "eins")
    if usual:
        await make_usual_form(place, by=COMMAND, now=clock())
    return place


async def read(client: httpx.AsyncClient, path: str, status: int = 200) -> str:
    answer = await client.get(f"/de{path}")
    assert answer.status_code == status, answer.text
    return answer.text


async def test_one_button_makes_the_usual_form(client: httpx.AsyncClient):
    place = await an_organiser(client, usual=False)
    for path in ("", "/fields", "/groups", "/invitations"):
        assert "Übliches Formular anlegen" in await read(client, HERE + path)

    made = await send(client, f"{HERE}/usual")

    assert made.status_code == 303
    assert await form_of(place) is not None
    assert "Anmeldung ist offen" in await read(client, HERE)


async def test_times_are_those_of_the_conference(client: httpx.AsyncClient):
    place = await an_organiser(client)
    fields = {
        "opens_at": "2026-10-24T10:00",
        "closes_at": "2026-10-25T10:00",  # after the clocks went back
        "most_people": "4",
        "seats": "80",
        "intro-de": "Willkommen",
        "intro-ar": "أهلا",
    }

    await send(client, HERE, fields)

    form = await form_of(place)
    assert form is not None
    assert form.opens_at is not None
    assert form.closes_at is not None
    assert form.closes_at - form.opens_at == timedelta(hours=25)
    assert (form.seats, form.waiting_list, form.remind) == (80, False, False)
    assert dict(form.intro) == {"de": "Willkommen", "ar": "أهلا"}
    page = await read(client, HERE)
    assert 'value="2026-10-25T10:00"' in page


async def test_wrong_settings_are_shown_again_as_typed(client: httpx.AsyncClient):
    await an_organiser(client)
    wrong = {"seats": "viele", "most_people": "0", "intro-ar": "أهلا"}

    answer = await send(client, HERE, wrong)

    assert answer.status_code == 422
    assert 'value="viele"' in answer.text
    assert "أهلا" in answer.text
    assert "Bitte eine ganze Zahl eingeben." in answer.text


async def test_closing_before_opening_is_said_at_its_field(client: httpx.AsyncClient):
    await an_organiser(client)
    times = {"opens_at": "2026-10-24T10:00", "closes_at": "2026-10-24T09:00"}

    answer = await send(client, HERE, {"most_people": "1", **times})

    assert answer.status_code == 422
    assert 'id="e-closes_at"' in answer.text


async def test_the_form_opens_and_closes_at_once(client: httpx.AsyncClient):
    await an_organiser(client)

    await send(client, f"{HERE}/close")
    closed = await read(client, HERE)
    await send(client, f"{HERE}/open")
    opened = await read(client, HERE)

    assert "Anmeldung ist geschlossen" in closed
    assert "Anmeldung ist offen" in opened


QUESTION = {
    "kind": "choice",
    "label-de": "Wie kommen Sie?",
    "label-ar": "كيف ستأتون؟",
    "purpose-de": "Damit genug Parkplätze da sind.",
    "rows": "3",
    "option-1-de": "Rad",
    "option-1-ar": "دراجة",
    "option-2-de": "Bahn",
    "seen_by": "organisers",
    "kept_days": "30",
}


async def test_a_question_with_answers_and_a_condition_is_built(
    client: httpx.AsyncClient,
):
    place = await an_organiser(client)

    made = await send(client, f"{HERE}/fields/new", {**QUESTION, "shown_if": "email="})

    assert made.status_code == 303, made.text
    field = (await fields_of(place))[-1]
    assert field.key == "wie-kommen-sie"
    assert [one.value for one in field.options] == ["Rad", "Bahn"]
    assert field.options[0].label["ar"] == "دراجة"
    assert field.shown_if == Condition(key="email")
    preview = await read(client, f"{HERE}/fields/preview")
    assert "Rad" in preview
    assert "Nur wenn „E-Mail“ ist beantwortet" in preview
    arabic = (await client.get(f"/ar{HERE}/fields/preview")).text
    assert "كيف ستأتون؟" in arabic


async def test_an_option_keeps_its_value_when_it_is_worded_anew(
    client: httpx.AsyncClient,
):
    place = await an_organiser(client)
    await send(client, f"{HERE}/fields/new", QUESTION)
    field = (await fields_of(place))[-1]
    changed = {**QUESTION, "option-1-value": "Rad", "option-1-de": "Fahrrad"}

    await send(client, f"{HERE}/fields/{field.id}", changed)

    option = (await fields_of(place))[-1].options[0]
    assert (option.value, option.label["de"]) == ("Rad", "Fahrrad")


@pytest.mark.parametrize(
    "parts, sentence",
    [
        ({"label-de": "", "label-ar": ""}, "Bitte schreiben Sie die Frage."),
        ({"rows": "0"}, "mindestens zwei Antworten"),
        (
            {"kind": "email", "target": "email", "required": "1"},
            "E-Mail und Telefon bleiben freiwillig",
        ),
        ({"sensitive": "1", "kept_days": "0"}, "spätestens 90 Tage"),
        (
            {"shown_if": ["email=", "phone="]},
            "Antworten auf nur eine frühere Frage",
        ),
    ],
)
async def test_a_question_that_may_not_be_is_explained(
    client: httpx.AsyncClient, parts: dict, sentence: str
):
    place = await an_organiser(client)
    before = await fields_of(place)

    answer = await send(client, f"{HERE}/fields/new", {**QUESTION, **parts})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert await fields_of(place) == before


async def test_a_question_is_moved_and_removed_after_asking(
    client: httpx.AsyncClient,
):
    place = await an_organiser(client)
    first, second, *_others = await fields_of(place)

    await send(client, f"{HERE}/fields/{second.id}/move", {"way": "up"})
    asked = await read(client, f"{HERE}/fields/{first.id}/remove")
    still_there = await fields_of(place)
    await send(client, f"{HERE}/fields/{first.id}/remove", {"answers": "0"})

    assert "Diese Frage löschen?" in asked
    assert [one.id for one in still_there][:2] == [second.id, first.id]
    assert first.id not in [one.id for one in await fields_of(place)]


async def test_a_question_that_others_depend_on_stays(client: httpx.AsyncClient):
    place = await an_organiser(client)
    childcare = next(one for one in await fields_of(place) if one.key == "childcare")

    asked = await read(client, f"{HERE}/fields/{childcare.id}/remove")
    refused = await send(
        client, f"{HERE}/fields/{childcare.id}/remove", {"answers": "0"}
    )

    assert "Wie alt sind die Kinder?" in asked
    assert refused.status_code == 409
    assert childcare in await fields_of(place)


async def test_a_group_is_made_changed_and_removed(client: httpx.AsyncClient):
    place = await an_organiser(client)

    await send(client, f"{HERE}/groups/new", {"name-de": "Vereine", "seats": "5"})
    (group,) = await groups_of(place)
    await send(
        client,
        f"{HERE}/groups/{group.id}",
        {"name-de": "Vereine", "seats": "", "invited_only": "1"},
    )
    (changed,) = await groups_of(place)
    page = await read(client, f"{HERE}/groups")
    await send(client, f"{HERE}/groups/{group.id}/remove")

    assert (group.seats, changed.seats, changed.invited_only) == (5, None, True)
    assert "nur mit Einladung" in page
    assert await groups_of(place) == ()


async def test_a_group_without_a_name_is_not_made(client: httpx.AsyncClient):
    place = await an_organiser(client)

    answer = await send(client, f"{HERE}/groups/new", {"name-de": " "})

    assert answer.status_code == 422
    assert "Die Gruppe braucht einen Namen." in answer.text
    assert await groups_of(place) == ()


async def full_house(client: httpx.AsyncClient) -> ConferenceFacts:
    place = await an_organiser(client, usual=False)
    await make_form(place, seats=1)
    now = clock()
    for minute, name in enumerate(("Ada", "Ben", "Cem")):
        await registered(place, name, now=now + timedelta(seconds=minute))
    return place


async def test_the_waiting_list_stands_in_its_order(client: httpx.AsyncClient):
    await full_house(client)

    page = await read(client, f"{HERE}/waiting")

    assert "2 Personen warten." in page
    assert page.index("Ben") < page.index("Cem")
    assert "Dafür ist gerade kein Platz frei." in page


async def test_somebody_is_let_past_with_a_reason(client: httpx.AsyncClient):
    await full_house(client)
    page = await read(client, f"{HERE}/waiting")
    cem = re.findall(r"/participants/([0-9a-f-]{36})", page)[1]
    path = f"{HERE}/waiting/{cem}/move-up"
    await send(client, HERE, {"seats": "1", "most_people": "1", "waiting_list": "1"})

    full = await send(client, path, {"reason": "promised"})
    none = await send(client, path, {"reason": ""})

    assert (full.status_code, none.status_code) == (409, 409)
    assert "nicht genug Plätze frei" in full.text
    assert "Bitte wählen Sie einen Grund." in none.text


async def test_an_unknown_person_is_not_let_past(client: httpx.AsyncClient):
    await full_house(client)
    other = await make_conference("zwei")
    guest = await make_participant(other)

    answer = await send(
        client, f"{HERE}/waiting/{guest.id}/move-up", {"reason": "promised"}
    )

    assert answer.status_code == 404


async def people_in_need(place: ConferenceFacts) -> None:
    await make_participant(
        place, given_name="Fatima", language="ar", interpreting=("ar",), diet="halal"
    )
    await make_participant(
        place, given_name="Olena", childcare=2, access="Rollstuhlplatz", diet="Halal"
    )


async def test_needs_are_shown_as_numbers_without_names(client: httpx.AsyncClient):
    place = await an_organiser(client)
    await people_in_need(place)

    pages = [await read(client, NEEDS + path) for path in ("", "/kitchen")]
    file = (await client.get(f"/de{NEEDS}/needs.csv")).text

    assert "Arabisch" in pages[0]
    assert "2 Kinder zur Betreuung" in pages[0]
    assert "von selbst gelöscht" in pages[0]
    assert re.search(r"halal</bdi></th><td class=\"number\">2<", pages[1])
    for told in (*pages, file):
        assert "Fatima" not in told
        assert "Olena" not in told
    assert '"im Ganzen";"Kinder zur Betreuung";"2"' in file


async def test_names_are_shown_to_who_needs_them_and_that_is_noted(
    client: httpx.AsyncClient,
):
    place = await an_organiser(client)
    await people_in_need(place)

    page = await read(client, f"{NEEDS}/names")

    assert "Olena" in page
    assert "Rollstuhlplatz" in page
    assert "Fatima" not in page
    acts = [one.act for one in await entries(Filter(scope="eins"))]
    assert acts.count(Act.NEEDS_LISTED) == 1


async def test_what_may_be_published_hides_small_numbers(client: httpx.AsyncClient):
    place = await an_organiser(client)
    await people_in_need(place)
    for _guest in range(5):
        await make_participant(place, diet="vegan")

    page = await read(client, f"{NEEDS}/published")

    assert re.search(r"vegan</bdi></th><td class=\"number\">5<", page)
    assert "halal" not in page
    assert "Rollstuhl" not in page
    assert "Arabisch" not in page.partition("<main")[2]


async def test_needs_cost_as_many_queries_for_one_person_as_for_many(
    client: httpx.AsyncClient,
):
    place = await an_organiser(client)
    await make_participant(place, diet="vegan")
    await read(client, NEEDS)

    with counted_queries() as few:
        await read(client, NEEDS)
    for _guest in range(30):
        await make_participant(place, diet="vegan", interpreting=("ar",))
    with counted_queries() as many:
        await read(client, NEEDS)

    assert len(few) == len(many)


async def test_answers_stand_with_the_person_and_in_the_export(
    client: httpx.AsyncClient,
):
    place = await an_organiser(client)
    await send(client, f"{HERE}/fields/new", QUESTION)
    fields = {one.key: one for one in await fields_of(place)}
    party = await registered(place, "Ada")
    assert isinstance(party, RegisteredParty)
    await answer(party, fields["wie-kommen-sie"].id, "Rad")
    await answer(party, fields["ages"].id, "3 und 7")

    page = await read(client, f"/conferences/eins/participants/{party.people[0]}")
    plain = await client.get("/de/conferences/eins/participants/export?kind=csv")
    whole = await client.get(
        "/de/conferences/eins/participants/export?kind=csv&needs=1"
    )

    assert "Antworten auf eigene Fragen" in page
    assert "3 und 7" in page
    assert "Wie kommen Sie?" in plain.text
    assert "Rad" in plain.text
    assert "3 und 7" not in plain.text
    assert "3 und 7" in whole.text


async def answer(party: RegisteredParty, field: UUID, value: str) -> None:
    await Answer.insert(
        Answer(id=uuid4(), participant=party.people[0], field=field, value=value)
    )
