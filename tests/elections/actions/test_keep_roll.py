"""A roll until it is frozen: taken in, disputed, and then fixed with its digest."""

from uuid import uuid4

import pytest

from elections.actions.freeze_roll import entitled_people
from elections.actions.keep_roll import Dispute, Outcome, rule_on_roll, take_in_roll
from elections.actions.prepare import NominationWish, nominate
from elections.list_reading import ListedVoter, read_associations, read_voters
from elections.queries.elections import election_of, voter_of
from elections.queries.roll import frozen_roll, roll_ahead
from elections.queries.rulings import rulings_of
from elections.rules.planning import Method
from elections.rules.record import Kind
from elections.rules.stages import Entitled
from elections.rules.urn import roll_digest
from lip.errors import Refusal, TooLate, Unusable
from lip.journal.rules.entries import COMMAND
from tests.elections.actions.test_associations import add, choose
from tests.elections.polls import (
    Hall,
    credential_for,
    finish,
    make_hall,
    open_hall,
    published,
    vote,
)
from tests.factories import clock

pytestmark = pytest.mark.anyio

ROLL = "Nummer;Name;Verein\n1;;Brücke\n;Ada Ohne;MiSO\n;Bo Ohne;miso e. V.\n"


async def decide(hall: Hall, outcome: Outcome, *, request=None, **about):
    dispute = Dispute(
        outcome=outcome,
        question=about.pop("question", "Antrag von V1"),
        decision=about.pop("decision", "So entschieden"),
        **about,
    )
    await rule_on_roll(
        hall.election,
        dispute,
        conference=hall.conference,
        officer=None,
        by=COMMAND,
        now=clock(),
        request=request or uuid4(),
    )


async def take_in(hall: Hall, text: str, **how):
    voters, faults = read_voters(text.encode(), "liste.csv")
    assert not faults
    return await take_in_roll(
        hall.election,
        voters,
        conference=hall.conference,
        by=COMMAND,
        now=clock(),
        **how,
    )


async def people(hall: Hall):
    return await entitled_people(hall.election, hall.conference, now=clock())


async def test_a_list_is_taken_in_once_matched_by_number_and_frozen(db):
    hall = await make_hall(voters=2, entitled=Entitled.IMPORTED)
    await add(hall, "MiSO e. V.", delegates=2)

    first = await take_in(hall, ROLL)
    again = await take_in(hall, ROLL)
    hall = await open_hall(hall)
    found = await frozen_roll(hall.election.id)
    known = await voter_of(hall.election.id, hall.people[0].id)
    digest = roll_digest([line.entry.hex for line in found.lines])

    assert (first.new, first.known, again.new, again.known) == (3, 0, 0, 3)
    assert known is not None
    assert known.association == "Brücke"
    assert [(one.association, one.name) for one in found.lines] == [
        ("Brücke", "V0 Yıldız"),
        ("MiSO e. V.", "Ada Ohne"),
        ("MiSO e. V.", "Bo Ohne"),
    ]
    assert (hall.election.roll_size, hall.election.roll_digest) == (3, digest)


async def test_wrong_lines_are_named_and_nothing_is_taken_in(db):
    hall = await make_hall(voters=1, entitled=Entitled.IMPORTED)
    await add(hall, "MiSO", delegates=1)

    wrong = await take_in(hall, ROLL.replace("1;", "77;", 1))

    assert [(one.line, one.code) for one in wrong.faults] == [
        (2, "listed_unknown_number"),
        (4, "listed_too_many"),
    ]
    assert await people(hall) == []


async def test_replacing_leaves_only_the_new_list(db):
    hall = await make_hall(voters=2, entitled=Entitled.IMPORTED)

    await take_in(hall, ROLL)
    await take_in(hall, "Nummer\n2\n", replace=True)

    assert [one.participant for one in await people(hall)] == [hall.people[1].id]


@pytest.mark.parametrize(
    "text, codes",
    [
        ("Nummer;Name\n1;Ada\n1;Bo\n", ["listed_twice"]),
        ("Name;Verein\nAda;MiSO\nADA;miso e.V.\n", ["listed_twice"]),
        ("Verein\nMiSO\nMiSO e. V.\n", ["listed_twice"]),
        ("Nummer;Name\nzwölf;Ada\n;\n", ["listed_number"]),
        ("Nummer;Name;x\n;;y\n", ["listed_nobody"]),
        ("Nummer;Name\n1;Ada\n2;Ada\n", []),
    ],
)
async def test_nobody_stands_twice_in_a_list(text, codes):
    _voters, faults = read_voters(text.encode(), "liste.csv")

    assert [one.code for one in faults] == codes


async def test_a_list_of_associations_names_what_stands_twice():
    text = (
        "Verein;Registernummer;Sitz;Dachverband;Delegierte\n"
        "Çınar e. V.;VR 1;Hannover;ja;2\nMiSO;;;;\nCinar;;;;\n;VR 2;;;\nX;;;nein;0\n"
    )

    wishes, faults = read_associations(text.encode(), "vereine.csv")

    assert [(one.name, one.umbrella, one.delegates) for one in wishes] == [
        ("Çınar e. V.", True, 2),
        ("MiSO", False, 1),
    ]
    assert [(one.line, one.code) for one in faults] == [
        (4, "listed_twice"),
        (5, "association_without_name"),
        (6, "association_delegates"),
    ]
    with pytest.raises(Unusable, match="list_without_headings"):
        read_associations(b"a;b\nc;d\n", "x.csv")


@pytest.mark.parametrize("entitled", [Entitled.TICKETS, Entitled.ASSOCIATIONS])
async def test_disputes_add_and_strike_whatever_the_source(db, entitled):
    hall = await make_hall(voters=3, entitled=entitled)
    one = await add(hall, "MiSO", delegates=3)
    for place in range(3):
        await choose(hall, one, place)

    await decide(hall, Outcome.STRIKE, participant=hall.people[0].id)
    await decide(hall, Outcome.STRIKE, participant=hall.people[1].id)
    await decide(hall, Outcome.ADD, participant=hall.people[1].id, association="miso")
    await decide(hall, Outcome.ADD, name="Ada Ohne", association="MiSO")
    await decide(hall, Outcome.KEEP)
    with pytest.raises(Refusal, match="already_on_the_roll"):
        await decide(hall, Outcome.ADD, name="ada ohne", association="MiSO")
    found = await people(hall)
    ahead = await roll_ahead(hall.election.id, hall.conference.id, found)
    rulings = await rulings_of(hall.election.id)

    assert {one.participant for one in found} == {
        hall.people[1].id,
        hall.people[2].id,
        None,
    }
    assert sorted(line.name for line in ahead.lines) == [
        "Ada Ohne",
        "V1 Yıldız",
        "V2 Yıldız",
    ]
    assert [one.number for one in rulings] == [1, 2, 3, 4, 5]


async def test_a_dispute_needs_somebody_words_and_an_open_roll(db):
    hall = await make_hall(voters=2)
    request = uuid4()

    for _ in range(2):
        await decide(
            hall, Outcome.STRIKE, participant=hall.people[0].id, request=request
        )
    for about, code in [
        ({"outcome": Outcome.ADD}, "dispute_about_nobody"),
        ({"outcome": Outcome.STRIKE}, "dispute_about_nobody"),
        ({"outcome": Outcome.KEEP, "question": " "}, "ruling_unasked"),
        ({"outcome": Outcome.KEEP, "decision": ""}, "ruling_undecided"),
    ]:
        with pytest.raises(Refusal, match=code):
            await decide(hall, **about)
    hall = await open_hall(hall)
    with pytest.raises(TooLate):
        await decide(hall, Outcome.KEEP)

    assert len(await rulings_of(hall.election.id)) == 1
    assert hall.election.roll_size == 1


async def test_the_frozen_roll_shows_who_has_a_credential_and_never_more(db):
    hall = await open_hall(await make_hall(voters=3))
    person = hall.people[1].id

    await vote(hall, await credential_for(hall, person), "k1")
    found = await frozen_roll(hall.election.id)

    assert [(one.name, one.given) for one in found.lines] == [
        ("V0 Yıldız", False),
        ("V1 Yıldız", True),
        ("V2 Yıldız", False),
    ]
    assert (found.total, found.pages) == (3, 1)


async def test_an_association_may_vote_without_a_name(db):
    hall = await make_hall(voters=0, entitled=Entitled.IMPORTED)

    await take_in_roll(
        hall.election,
        [ListedVoter(line=2, association="MiSO")],
        conference=hall.conference,
        by=COMMAND,
        now=clock(),
    )
    await open_hall(hall)

    assert (await election_of(hall.conference.id, 1)).roll_size == 1


async def test_the_limit_knows_an_association_however_it_is_written(db):
    hall = await make_hall(
        voters=2,
        names=(),
        entitled=Entitled.ASSOCIATIONS,
        method=Method.LIMITED,
        seats=3,
        votes_each=2,
        own_limit=1,
    )
    one = await add(hall, "Çınar e. V.", delegates=2)
    for place in range(2):
        await choose(hall, one, place)
        wish = NominationWish(name=f"K{place}", association=("cinar", "ÇINAR")[place])
        await nominate(hall.election, wish, by=COMMAND, now=clock(), request=uuid4())

    hall = await open_hall(hall)
    for person in hall.people:
        await vote(hall, await credential_for(hall, person.id), "k1", "k2")
    await finish(hall)
    (result,) = [
        entry.content
        for entry in (await published(hall)).entries
        if entry.kind is Kind.RESULT
    ]

    assert result["spoiled"] == {"own_limit": 2}
    assert result["valid"] == 0
