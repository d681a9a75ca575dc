"""The guest list: searched, narrowed, in pages."""

from datetime import timedelta
from uuid import uuid4

import pytest

from lip.conference.actions.cancel import cancel
from lip.conference.actions.check_in import check_in, order
from lip.conference.actions.register import add_participants
from lip.conference.actions.walk_in import walk_in
from lip.conference.queries.participants import (
    PER_PAGE,
    ListCounts,
    Order,
    State,
    Wanted,
    list_counts,
    participant,
    participants_of,
    roles_in,
)
from lip.conference.rules.guest import Guest
from lip.errors import NotFound
from lip.journal.rules.entries import COMMAND
from tests.factories import KEYS, clock, make_conference, make_participant
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


async def found(place, **wanted):
    day = place.days[0].day
    result = await participants_of(place, Wanted(**wanted), day=day)
    return [one.guest.name for one in result.people]


@pytest.mark.parametrize(
    "name, query",
    [
        ("Şilan Yıldız", "silan YILDIZ"),
        ("Jürgen Groß", "groSS juergen"),
        ("Jürgen Groß", "jurgen"),
        ("Mueller", "Müller"),
        ("Олена Шевченко", "ШЕВЧЕНКО"),
        ("علی رضا", "علیرضا"),
        ("علي", "على"),
        ("ሰላም ገብረ", "ገብረ"),
        ("Nguyễn Thị Hoa", "nguyen hoa"),
        ("John O'Connor", "o’connor"),
        ("Łukasz", "lukasz"),
    ],
)
async def test_people_are_found_however_their_name_is_typed(db, name, query):
    place = await make_conference()
    await make_participant(place, given_name="", family_name="", full_name=name)
    await make_participant(place, given_name="Berta", family_name="Zander")

    assert await found(place, words=query) == [name]


async def test_organisation_number_and_address_are_searched_too(db):
    place = await make_conference()
    await make_participant(place, given_name="Ada", organisation="MiSO e.V.")
    await make_participant(place, given_name="Can", email="Can_1@example.org")

    assert await found(place, words="miso") == ["Ada Yıldız"]
    assert await found(place, words="2") == ["Can Yıldız"]
    assert await found(place, words="can_1@EXAMPLE") == ["Can Yıldız"]
    assert await found(place, words="can%@example") == []


@pytest.mark.parametrize("query", ["%", "_", "'", "\\", "?!", "x' OR 1=1 --", "😀"])
async def test_signs_that_mean_something_to_databases_find_nobody(db, query):
    place = await make_conference()
    await make_participant(place)

    assert await found(place, words=query) == []


async def test_states_narrow_the_list_and_are_counted(db):
    place = await make_conference()
    ada = await make_participant(place, given_name="Ada")
    can = await make_participant(place, given_name="Can")
    await make_participant(place, given_name="Eva")
    await cancel(can.id, conference=place, by=COMMAND, now=clock())
    await check_in(
        order(
            ada.code,
            conference=place.key,
            desk="Tür",
            by=COMMAND,
            now=clock(),
            keys=KEYS,
        )
    )
    await walk_in(
        Guest(given_name="Uma", family_name="Yıldız"),
        conference=place,
        desk="Tür",
        keys=KEYS,
        by=COMMAND,
        now=clock(),
        request=uuid4(),
    )

    day = place.days[0].day
    present = await found(place, state=State.PRESENT)
    assert present == ["Ada Yıldız", "Uma Yıldız"]
    assert await found(place, state=State.CANCELLED) == ["Can Yıldız"]
    assert await found(place, state=State.WALKED_IN) == ["Uma Yıldız"]
    assert len(await found(place, state=State.REGISTERED)) == 3
    assert await list_counts(place, day=day) == ListCounts(
        everybody=4, registered=3, present=2, waiting=0, cancelled=1, walked_in=1
    )
    other = await list_counts(place, day=day + timedelta(days=1))
    assert other.present == 0


async def test_roles_are_listed_once_and_narrow(db):
    place = await make_conference()
    for role in ("Presse", "Presse", "", "Rednerin"):
        await make_participant(place, role=role)

    assert await roles_in(place) == ["Presse", "Rednerin"]
    assert len(await found(place, role="Presse")) == 2


async def test_names_are_sorted_as_people_expect_on_both_databases(db):
    place = await make_conference()
    for family in ("Zander", "Ärmel", "apfel", "Özil", "Olm", "Çelik", "Cohn"):
        await make_participant(place, given_name="", family_name=family)

    names = await found(place)

    assert names == ["apfel", "Ärmel", "Çelik", "Cohn", "Olm", "Özil", "Zander"]
    by_number = await found(place, order=Order.NUMBER)
    assert by_number[:2] == ["Zander", "Ärmel"]


async def test_pages_hold_everybody_once(db):
    place = await make_conference()
    guests = [(Guest(given_name=f"Gast {n}"), None) for n in range(PER_PAGE + 7)]
    await add_participants(guests, conference=place, keys=KEYS, now=clock())

    first = await participants_of(place)
    second = await participants_of(place, page=2)
    beyond = await participants_of(place, page=99)

    ids = [one.id for one in (*first.people, *second.people)]
    assert len(set(ids)) == first.total == PER_PAGE + 7
    assert (first.pages, len(second.people)) == (2, 7)
    assert beyond == first


async def test_needs_are_read_only_where_one_person_is_shown(db):
    place = await make_conference()
    made = await make_participant(place, diet="vegan", interpreting=("ar", "fa"))

    (listed,) = (await participants_of(place)).people
    shown = await participant(place, made.id)

    assert listed.guest.diet == ""
    assert shown.guest.diet == "vegan"
    assert shown.guest.interpreting == ("ar", "fa")


async def test_a_person_of_another_conference_is_not_found(db):
    here, there = await make_conference("eins"), await make_conference("zwei")
    made = await make_participant(there)

    with pytest.raises(NotFound):
        await participant(here, made.id)
    assert (await participants_of(here)).total == 0


async def test_a_page_is_one_query_however_many_there_are(db):
    place = await make_conference()
    guests = [(Guest(given_name=f"Gast {n}"), None) for n in range(200)]
    await add_participants(guests, conference=place, keys=KEYS, now=clock())

    with counted_queries() as seen:
        await participants_of(place, Wanted(words="gast"))

    assert len(seen) == 1
