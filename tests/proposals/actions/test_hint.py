"""What is alike, and the field that fits, from memory that stays true."""

import pytest

from lip.database import StoreEngine, fetch
from lip.fields.actions.change_fields import close_field
from lip.journal.rules.entries import COMMAND
from lip.server_rounds import rounds_of
from lip.settings import read_settings
from proposals.actions.hint import hints, suggested_fields
from proposals.actions.moderate import Verdict, moderate
from proposals.actions.reword import change, withdraw
from proposals.actions.vectors import model_name, store_made
from proposals.board.actions.merge_proposals import merge_proposals
from proposals.board.actions.undo import undo
from proposals.embedding import embed
from proposals.queries.vectors import stored_meanings
from proposals.rules.handing_in import Wording
from proposals.rules.owner import Owner
from proposals.rules.standing import Reason, Standing
from tests.factories import KEYS, clock, make_participant
from tests.lip.fields.factories import make_field
from tests.proposals.board.boards import a_deed
from tests.proposals.collections import SOMEBODY, make_collecting, make_proposal

pytestmark = pytest.mark.anyio

COURSES = "Deutschkurse am Abend für Eltern"
PARAPHRASES = {
    "Mehr Fahrradwege in der Innenstadt": "Bitte baut Radwege im Zentrum aus",
    "Ein Spielplatz in jedem Stadtteil": "Jedes Viertel braucht einen Kinderspielplatz",
    "Briefe vom Amt in Einfacher Sprache": "Das Amt soll Briefe leichter schreiben",
    "Mehr Bänke und Bäume im Stadtpark": "Der Park braucht Bäume und Sitzplätze",
    COURSES: "German courses in the evening for parents",
}


async def numbers(text: str, conference) -> list:
    return [one.id for one in (await hints(text, conference.id)).alike]


async def test_memory_follows_every_change(db: StoreEngine):
    conference = await make_collecting()
    ada = await make_participant(conference)
    who = {"owner": Owner(participant=ada.id), "conference": conference}
    assert await numbers(COURSES, conference) == []

    made = await make_proposal(conference, COURSES, participant=ada.id)
    assert await numbers("Abendkurse in Deutsch für Eltern", conference) == [made.id]
    wording = Wording(text="Mehr Bänke und Bäume im Stadtpark")
    await change(made.number, wording, **who, by=SOMEBODY, now=clock())
    assert await numbers(COURSES, conference) == []
    assert await numbers("Bäume und Bänke für den Park", conference) == [made.id]

    await withdraw(made.number, **who, by=SOMEBODY, now=clock())
    assert await numbers("Bäume und Bänke für den Park", conference) == []


async def test_what_is_hidden_is_not_found_until_it_is_shown(db: StoreEngine):
    conference = await make_collecting()
    made = await make_proposal(conference, COURSES)
    seen = []

    for standing in (Standing.HIDDEN, Standing.SHOWN):
        reason = Reason.OFF_TOPIC if standing is Standing.HIDDEN else None
        await moderate(
            made.number,
            Verdict(standing=standing, reason=reason),
            conference=conference,
            by=COMMAND,
            now=clock(),
        )
        seen.append(await numbers(COURSES, conference))

    assert seen == [[], [made.id]]


async def test_what_another_speaks_for_is_not_found_until_it_is_parted(
    db: StoreEngine,
):
    conference = await make_collecting()
    first = await make_proposal(conference, COURSES)
    second = await make_proposal(conference, f"{COURSES} und Kinder")
    both = {first.id, second.id}
    assert set(await numbers(COURSES, conference)) == both

    await merge_proposals([second.number], first.number, deed=a_deed(conference))
    assert await numbers(COURSES, conference) == [first.id]
    await undo(1, deed=a_deed(conference))
    assert set(await numbers(COURSES, conference)) == both


async def test_the_server_makes_vectors_that_are_missing(db: StoreEngine):
    conference = await make_collecting()
    made = await make_proposal(conference, COURSES)
    await fetch("DELETE FROM proposal_vector")
    rounds = rounds_of(read_settings(), KEYS)

    (catching_up,) = [one for one in rounds if "vectors" in one.name]
    await catching_up.go(now=clock())

    assert await numbers(COURSES, conference) == [made.id]


async def test_a_vector_made_late_gives_way_to_newer_words(db: StoreEngine):
    conference = await make_collecting()
    one = await make_proposal(conference)
    other = await make_proposal(conference, COURSES)
    await fetch("DELETE FROM proposal_vector WHERE proposal = ?", other.id)
    texts = {one.id: "Worte von früher", other.id: COURSES}
    before = await stored_meanings([one.id], model=model_name())

    await store_made(conference.id, texts, embed(list(texts.values())), most=5)

    kept = await stored_meanings([one.id, other.id], model=model_name())
    assert kept[one.id] == before[one.id]
    assert other.id in kept


async def test_other_words_and_typing_errors_are_found(db: StoreEngine):
    conference = await make_collecting()
    made = {text: await make_proposal(conference, text) for text in PARAPHRASES}

    for text, other in PARAPHRASES.items():
        assert (await numbers(other, conference))[0] == made[text].id, other
        swapped = text[:9] + text[10] + text[9] + text[11:]
        assert (await numbers(swapped, conference))[0] == made[text].id, swapped


@pytest.mark.parametrize("many", [0, 1, 2, 3])
async def test_with_few_proposals_it_works_too(db: StoreEngine, many: int):
    conference = await make_collecting()
    for number in range(many):
        await make_proposal(conference, f"{COURSES}, Nummer {number}")

    assert len(await numbers(COURSES, conference)) == many


@pytest.mark.parametrize("text", ["", "Kurs", "😀😀😀", "1234567890123", "<b></b>"])
async def test_too_little_finds_nothing(db: StoreEngine, text: str):
    conference = await make_collecting()
    await make_proposal(conference)

    assert await numbers(text, conference) == []


@pytest.mark.parametrize(
    "text",
    [
        "Donaudampfschifffahrt",
        "Mehr Deutschkurse am Abend. " * 720,
        "\u202eدورات German courses\u202c نعم",
        "Nin ga lafiya ku, ba mu da ruwa",
        "👩‍👩‍👧‍👦 Busse und 🚲 Wege",
    ],
    ids=["one word", "20,000 letters", "both directions", "no model", "emoji"],
)
async def test_any_text_finds_at_least_itself(db: StoreEngine, text: str):
    conference = await make_collecting()
    made = await make_proposal(conference, text[:4000])
    for _ in range(6):
        await make_proposal(conference, COURSES)

    found = await numbers(text, conference)

    assert found[0] == made.id
    assert len(found) <= 5


async def test_a_field_is_suggested_and_a_closed_one_is_not(db: StoreEngine):
    conference = await make_collecting()
    assert (await hints(COURSES, conference.id)).field is None
    school, health = await make_field("Bildung"), await make_field("Soziales")
    made = await make_proposal(conference, COURSES)

    assert (await hints(COURSES, conference.id)).field == school
    doctor = "Dolmetscher im Krankenhaus und beim Arzt"
    assert (await hints(doctor, conference.id)).field == health
    assert await suggested_fields([made.id]) == {made.id: school}
    await close_field(school, closed=True, by=COMMAND, now=clock())
    assert (await hints(COURSES, conference.id)).field != school
