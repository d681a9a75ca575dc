"""Standing, being named, being admitted or refused, withdrawing, accepting."""

from datetime import timedelta
from uuid import uuid4

import pytest

from elections.actions.admit import admit, may_accept, note_acceptance, refuse
from elections.actions.name_somebody import consent_seal, consent_token
from elections.actions.stand import StandingWish, reword, stand, withdraw
from elections.portraits import portrait_from
from elections.queries.elections import election_of, nominations_of
from elections.queries.nominations import (
    doubts_in,
    nomination_of,
    nomination_of_link,
    own_nomination,
    portrait_of,
)
from elections.queries.rulings import rulings_of
from elections.rules.eligibility import Condition, Doubt
from elections.rules.refusals import Grounds
from elections.rules.stages import About, Standing
from elections.tables import Association, Delegate
from lip.database import fetch
from lip.errors import Conflict, NotFound, TooEarly, TooLate, TooMany, Unusable
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from lip.words import speaking
from tests.elections.nominating import admitted, named, standings, stands
from tests.elections.polls import (
    SOMEBODY,
    credential_for,
    finish,
    make_hall,
    open_hall,
    published,
    vote,
)
from tests.factories import KEYS, clock
from tests.proposals.pictures import picture

pytestmark = pytest.mark.anyio

GROUNDS = Grounds(doubts=(Doubt.UMBRELLA,))


async def a_hall(**wish):
    return await make_hall(names=(), **wish)


async def test_nothing_is_public_before_the_board_has_admitted_her(db):
    hall = await a_hall()

    number = await stands(hall, statement=Said.of(de="Wohnen"), association="Çınar")
    before = await nominations_of(hall.election.id)
    await admitted(hall, number)
    await admitted(hall, number)
    (after,) = await nominations_of(hall.election.id)

    assert before == []
    assert (after.name, after.by_oneself, after.stands) == ("Ada", True, True)


async def test_standing_twice_is_standing_once_and_a_change_is_checked_again(db):
    hall = await a_hall()

    first = await stands(hall)
    await admitted(hall, first)
    again = await stands(hall)
    same = await standings(hall.election)
    await stands(hall, statement=Said.of(de="Neu"))
    changed = await standings(hall.election)

    assert first == again == 1
    assert same == {1: Standing.ADMITTED}
    assert changed == {1: Standing.CONSENTED}


async def test_a_photo_is_public_only_while_she_is_admitted(db):
    hall = await a_hall()
    number = await stands(hall, photo=portrait_from(picture()))
    before = await portrait_of(hall.election.id, number)
    await admitted(hall, number)
    during = await portrait_of(hall.election.id, number)
    await withdraw(hall.election, number, by=COMMAND, now=clock())

    assert (before.public, during.public) == (False, True)
    with pytest.raises(NotFound):
        await portrait_of(hall.election.id, number)
    await stands(hall, 1, photo=portrait_from(picture()))
    await stands(hall, 1, name="Bo")
    assert (await nomination_of(hall.election.id, 2)).has_photo
    await stands(hall, 1, name="Bo", without_photo=True)
    assert not (await nomination_of(hall.election.id, 2)).has_photo


@pytest.mark.parametrize("how", ["closed", "opened", "later round"])
async def test_after_the_closing_nobody_stands(db, how):
    hall = await make_hall(
        nominations_until=clock() - timedelta(hours=1) if how == "closed" else None
    )
    if how == "opened":
        hall = await open_hall(hall)
    if how == "later round":
        await fetch("UPDATE election SET earlier = id WHERE id = ?", hall.election.id)

    with pytest.raises(TooLate):
        await stands(hall)
    with pytest.raises(TooLate):
        await named(hall, name="Ida")


async def test_the_board_may_enter_papers_after_the_closing(db):
    hall = await a_hall(nominations_until=clock() - timedelta(hours=1))

    number = await named(hall, name="Ida", by_board=True, signed=True)

    assert await standings(hall.election) == {number: Standing.CONSENTED}


async def test_declarations_that_are_asked_for_must_be_made(db):
    hall = await a_hall(standing_rules=("adult",))

    with pytest.raises(Unusable) as refusal:
        await stands(hall)
    await stands(hall, declared=frozenset({Condition.ADULT}))

    assert refusal.value.code == "declarations_missing"
    with pytest.raises(Unusable):
        await stands(hall, name="", declared=frozenset({Condition.ADULT}))


async def test_somebody_named_by_her_number_decides_on_her_own_page(db):
    hall = await a_hall()
    number = (
        await fetch("SELECT number FROM participant WHERE id = ?", hall.people[1].id)
    )[0]["number"]

    proposed = await named(hall, ticket_number=number)
    twice = await named(hall, ticket_number=number)
    mine = await own_nomination(hall.election.id, hall.people[1].id)
    with pytest.raises(Conflict) as early:
        await admitted(hall, proposed)
    await stands(hall, 1, name=mine.name)

    assert twice is None
    assert mine.standing is Standing.PROPOSED
    assert early.value.code == "consent_is_missing"
    assert await standings(hall.election) == {proposed: Standing.CONSENTED}


async def test_somebody_named_by_name_consents_by_a_link_that_is_not_stored(db):
    hall = await a_hall()
    number = await named(hall, name="Ida", by_board=True)
    one = await nomination_of(hall.election.id, number)
    token = consent_token(one.id, keys=KEYS)

    linked = await nomination_of_link(consent_seal(token, keys=KEYS))
    wish = StandingWish(name="Ida Ö.")
    await reword(hall.election, number, wish, by=SOMEBODY, now=clock())
    rows = await fetch("SELECT consent_seal FROM nomination")

    assert (linked.number, linked.conference) == (number, "konferenz")
    assert token not in str(rows)
    assert await nomination_of_link(consent_seal("falsch", keys=KEYS)) is None
    assert await standings(hall.election) == {number: Standing.CONSENTED}


async def test_whoever_is_admitted_all_the_same_stands_in_the_minutes(db):
    hall = await a_hall(standing_rules=("adult",))
    number = await named(hall, name="Ida", by_board=True, signed=True)
    board = {"by": COMMAND, "now": clock()}

    with pytest.raises(Unusable) as refusal:
        await admit(hall.election, number, **board)
    await admit(hall.election, number, decision="Ausweis gesehen.", **board)
    (ruling,) = await rulings_of(hall.election.id)
    with speaking("en"):
        (in_english,) = await rulings_of(hall.election.id)

    assert refusal.value.code == "admission_without_reason"
    assert (ruling.about, ruling.decision) == (About.NOMINATION, "Ausweis gesehen.")
    assert ruling.question.startswith("Kandidatur Nr. 1: Es fehlt die Erklärung")
    assert "Kandidatur" not in in_english.question
    assert "Ida" not in ruling.question


@pytest.mark.parametrize("after", ["nothing", "consent", "refusal"])
async def test_who_declines_or_withdraws_early_leaves_nothing(db, after):
    hall = await a_hall()
    number = await named(hall, name="Ida")
    if after != "nothing":
        wish = StandingWish(name="Ida")
        await reword(hall.election, number, wish, by=SOMEBODY, now=clock())
    if after == "refusal":
        await refuse(hall.election, number, GROUNDS, by=COMMAND, now=clock())

    await withdraw(hall.election, number, by=SOMEBODY, now=clock())

    assert await standings(hall.election) == {}


@pytest.mark.parametrize(
    "wish,code",
    [
        ({}, "nobody_named"),
        ({"name": "  "}, "nobody_named"),
        ({"ticket_number": 9999}, "no_such_ticket_number"),
    ],
)
async def test_naming_nobody_is_refused(db, wish, code):
    hall = await a_hall()

    with pytest.raises(Unusable) as refusal:
        await named(hall, **wish)

    assert refusal.value.code == code


async def test_a_flood_of_names_is_held_back(db, monkeypatch):
    monkeypatch.setattr("elections.actions.name_somebody.MOST_PROPOSED", 2)
    hall = await a_hall()
    await named(hall, name="Ida")
    await named(hall, name="Jo")

    with pytest.raises(TooMany):
        await named(hall, name="Kim")


async def test_a_refusal_has_reasons_and_can_be_put_right(db):
    hall = await a_hall()
    number = await stands(hall)

    with pytest.raises(Unusable):
        await refuse(hall.election, number, Grounds(), by=COMMAND, now=clock())
    await refuse(hall.election, number, GROUNDS, by=COMMAND, now=clock())
    refused = await nomination_of(hall.election.id, number)
    await stands(hall)
    again = await nomination_of(hall.election.id, number)

    assert (refused.standing, Grounds.load(refused.reason)) == (
        Standing.REFUSED,
        GROUNDS,
    )
    assert (again.standing, again.reason) == (Standing.CONSENTED, "")


async def test_what_stands_against_each_is_found_with_list_and_delegates(db):
    rules = tuple(one.value for one in Condition)
    hall = await a_hall(standing_rules=rules)
    for name, umbrella in (("Çınar e. V.", False), ("MiSO", True)):
        await Association.insert(
            Association(
                id=uuid4(),
                conference=hall.conference.id,
                name=name,
                likeness=name,
                umbrella=umbrella,
            )
        )
    listed = await Association.select().order_by(Association.name)
    await Delegate.insert(
        Delegate(id=uuid4(), association=listed[0]["id"], participant=hall.people[2].id)
    )
    fit = {"declared": frozenset({Condition.ADULT, Condition.RESIDENT})}
    await stands(hall, 0, association="CINAR", **fit)
    await stands(hall, 1, association="Çınar e.V.", **fit)
    await stands(hall, 2, association="MiSO", **fit)
    await named(hall, name="Ida", by_board=True, signed=True)

    everybody = await nominations_of(hall.election.id, all_of_them=True)
    doubts = await doubts_in(hall.election, everybody)

    assert doubts == {
        1: (Doubt.ASSOCIATION_TAKEN,),
        2: (Doubt.ASSOCIATION_TAKEN,),
        3: (Doubt.UMBRELLA, Doubt.DELEGATE),
        4: (Doubt.NO_ASSOCIATION, Doubt.NOT_ADULT, Doubt.NOT_RESIDENT),
    }


async def test_after_the_opening_only_withdrawal_changes_anything(db):
    hall = await make_hall()
    await stands(hall)
    hall = await open_hall(hall)

    with pytest.raises(TooLate):
        await admitted(hall, 5)
    with pytest.raises(TooLate):
        await refuse(hall.election, 1, GROUNDS, by=COMMAND, now=clock())
    await withdraw(hall.election, 1, by=COMMAND, now=clock())

    assert (await standings(hall.election))[1] is Standing.WITHDRAWN


async def test_votes_for_somebody_withdrawn_or_unknown_count_for_nobody(db):
    hall = await open_hall(await make_hall(voters=3))
    cast = [("k1", "k2"), ("k1",), ("k2",)]
    for person, marks in zip(hall.people, cast, strict=True):
        credential = await credential_for(hall, person.id)
        with pytest.raises(Unusable):
            await vote(hall, credential, "k9")
        await vote(hall, credential, *marks)

    await withdraw(hall.election, 1, by=COMMAND, now=clock())
    await finish(hall)
    bundle = await published(hall)
    result = bundle.entries[-1].content

    assert "k1" not in result["winners"]
    assert "k2" in result["winners"]
    with pytest.raises(TooLate) as late:
        await withdraw(hall.election, 2, by=COMMAND, now=clock())
    assert late.value.code == "too_late_to_withdraw"


async def test_the_elected_accept_once_and_the_board_puts_right(db):
    hall = await make_hall(voters=3, seats=1, deputies=1)
    await stands(hall)
    await admitted(hall, 5)
    hall = await open_hall(hall)
    for person in hall.people:
        await vote(hall, await credential_for(hall, person.id), "k5")
    accept = {"by": SOMEBODY, "now": clock()}
    with pytest.raises(TooEarly):
        await note_acceptance(hall.election, 5, accepted=True, **accept)
    await finish(hall)
    election = await election_of(hall.conference.id, 1)

    asked = await may_accept(election)
    await note_acceptance(election, 5, accepted=False, **accept)
    await note_acceptance(election, 5, accepted=False, **accept)
    with pytest.raises(Conflict) as again:
        await note_acceptance(election, 5, accepted=True, **accept)
    await note_acceptance(election, 5, accepted=True, by_board=True, **accept)

    assert "k5" in asked
    assert again.value.code == "acceptance_noted_already"
    assert (await nomination_of(election.id, 5)).accepted is True


async def test_who_is_not_elected_is_not_asked(db):
    hall = await open_hall(await make_hall(voters=1, seats=1, names=("Ada", "Bo")))
    await vote(hall, await credential_for(hall, hall.people[0].id), "k1")
    await finish(hall)
    election = await election_of(hall.conference.id, 1)

    asked = await may_accept(election)

    assert "k1" in asked
    with pytest.raises(NotFound):
        await note_acceptance(election, 7, accepted=True, by=COMMAND, now=clock())


async def test_the_journal_holds_numbers_and_no_names(db):
    hall = await a_hall()
    number = await stands(hall, name="Ada Lovelace", association="Çınar")
    await admitted(hall, number)
    await refuse(hall.election, number, GROUNDS, by=COMMAND, now=clock())
    await withdraw(hall.election, number, by=COMMAND, now=clock())

    rows = await fetch("SELECT * FROM journal_entry")

    acts = [row["act"] for row in rows]
    assert {"stood", "nominated", "nomination_refused", "nomination_withdrawn"} <= set(
        acts
    )
    assert "Lovelace" not in str(rows)
    assert "Çınar" not in str(rows)


async def test_a_request_sent_twice_names_once(db):
    hall = await a_hall()
    request, wish = uuid4(), StandingWish(name="Ada")
    sent = {"by": SOMEBODY, "now": clock(), "request": request}

    for _turn in range(2):
        await stand(hall.election, wish, participant=hall.people[0].id, **sent)

    assert len(await standings(hall.election)) == 1
