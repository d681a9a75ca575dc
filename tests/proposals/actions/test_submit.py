"""Handing in, changing, withdrawing."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from lip.database import StoreEngine
from lip.errors import NotFound, TooEarly, TooLate, TooMany, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from proposals.actions.hint import hints
from proposals.actions.reword import change, withdraw
from proposals.actions.vectors import catch_up, model_name
from proposals.queries.proposals import (
    counts_by_standing,
    proposal_of,
    shown_proposals,
)
from proposals.queries.vectors import stored_meanings
from proposals.rules.handing_in import LONGEST_TEXT, Wording
from proposals.rules.owner import Owner
from proposals.rules.standing import Standing, Way
from proposals.tables import Proposal, ProposalVector, ProposalVersion
from tests.factories import clock, make_conference, make_participant
from tests.proposals.collections import (
    SOMEBODY,
    collect,
    make_collecting,
    make_proposal,
)

pytestmark = pytest.mark.anyio


async def test_a_proposal_gets_a_number_a_language_and_its_meaning(db: StoreEngine):
    conference = await make_collecting()
    ada = await make_participant(conference)

    made = await make_proposal(
        conference, "نحتاج إلى دورات لغة في المساء", participant=ada.id
    )

    (kept,) = await shown_proposals(conference.id)
    assert (kept.number, kept.wording.language) == (1, "ar")
    assert kept.id == made.id
    assert await Proposal.select(Proposal.participant) == [{"participant": ada.id}]
    assert len(await ProposalVector.select()) == 1


async def test_the_journal_does_not_tell_who_wrote_it(db: StoreEngine):
    conference = await make_collecting()
    ada = await make_participant(conference)

    await make_proposal(conference, participant=ada.id)

    (entry,) = await entries(Filter(acts=frozenset({Act.PROPOSAL_SUBMITTED})))
    assert entry.by.id is None
    assert entry.facts == {"way": "ticket"}


async def test_the_same_request_hands_in_once(db: StoreEngine):
    conference = await make_collecting()
    request = uuid4()

    first = await make_proposal(conference, request=request)
    again = await make_proposal(conference, request=request)

    assert (again.id, again.repeated) == (first.id, True)
    assert len(await shown_proposals(conference.id)) == 1


async def test_what_was_kept_in_time_is_known_after_the_end(db: StoreEngine):
    now, request = clock(), uuid4()
    conference = await make_collecting(closes_at=now + timedelta(hours=1))
    kept = await make_proposal(conference, request=request, now=now)

    late = now + timedelta(hours=2)
    again = await make_proposal(conference, request=request, now=late)

    assert (again.id, again.repeated) == (kept.id, True)
    with pytest.raises(TooLate):
        await make_proposal(conference, now=late)


async def test_the_same_request_sent_at_once_hands_in_once(committed_db: StoreEngine):
    conference = await make_collecting()
    request = uuid4()

    made = await asyncio.gather(
        *(make_proposal(conference, request=request) for _ in range(8))
    )

    assert len({one.id for one in made}) == 1
    assert len(await shown_proposals(conference.id)) == 1


async def test_numbers_of_many_at_once_are_all_different(committed_db: StoreEngine):
    conference = await make_collecting()

    made = await asyncio.gather(
        *(make_proposal(conference, f"Vorschlag Nummer {n}") for n in range(20))
    )

    assert sorted(one.number for one in made) == list(range(1, 21))


@pytest.mark.parametrize(
    "text,code",
    [
        ("", "proposal_without_words"),
        ("  \n ", "proposal_without_words"),
        ("😀 !!", "proposal_without_words"),
        ("a" * (LONGEST_TEXT + 1), "proposal_too_long"),
        ("a" * 20_000, "proposal_too_long"),
    ],
)
async def test_what_cannot_be_read_is_refused(db: StoreEngine, text: str, code: str):
    conference = await make_collecting()

    with pytest.raises(Unusable) as refusal:
        await make_proposal(conference, text)

    assert refusal.value.code == code
    assert await shown_proposals(conference.id) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mehr",
        "<script>alert(1)</script>",
        "# *Kurse* [hier](javascript:x)",
        "مرحبا Welt",
    ],
)
async def test_whatever_has_words_is_kept_as_written(db: StoreEngine, text: str):
    conference = await make_collecting()

    await make_proposal(conference, text)

    (kept,) = await shown_proposals(conference.id)
    assert kept.wording.text == text


@pytest.mark.parametrize(
    "opens,closes,way,code",
    [
        (1, None, Way.TICKET, "proposals_not_yet"),
        (1, None, Way.CARD, "proposals_not_yet"),
        (None, -1, Way.TICKET, "proposals_over"),
        (-2, -1, Way.LINK, "proposals_over"),
        (None, -1, Way.CARD, None),
        (None, 0, Way.TICKET, None),
        (0, None, Way.TICKET, None),
        (-1, 1, Way.TICKET, None),
    ],
)
async def test_proposals_have_their_time(db: StoreEngine, opens, closes, way, code):
    now = clock()
    conference = await make_collecting(
        opens_at=None if opens is None else now + timedelta(hours=opens),
        closes_at=None if closes is None else now + timedelta(hours=closes),
    )

    met = None
    try:
        await make_proposal(conference, now=now, way=way)
    except (TooEarly, TooLate) as refusal:
        met = refusal.code

    assert met == code


async def test_nothing_is_collected_where_nobody_set_it_up(db: StoreEngine):
    conference = await make_conference()

    with pytest.raises(TooEarly):
        await make_proposal(conference)


async def test_one_person_hands_in_only_so_many(db: StoreEngine):
    conference = await make_collecting(most_each=2)
    ada = await make_participant(conference)
    await make_proposal(conference, "Erstens", participant=ada.id)
    second = await make_proposal(conference, "Zweitens", participant=ada.id)

    with pytest.raises(TooMany):
        await make_proposal(conference, participant=ada.id)
    await withdraw(
        second.number,
        owner=Owner(participant=ada.id),
        conference=conference,
        by=SOMEBODY,
        now=clock(),
    )

    await make_proposal(conference, participant=ada.id)
    await make_proposal(conference, way=Way.CARD, place="Tisch 4")


async def test_changing_keeps_the_former_wording(db: StoreEngine):
    conference = await make_collecting()
    ada = await make_participant(conference)
    made = await make_proposal(conference, "Kurse am Abend", participant=ada.id)
    wording = Wording(title="Kurse", text="Evening courses please", language="en")

    for _ in range(2):
        await change(
            made.number,
            wording,
            owner=Owner(participant=ada.id),
            conference=conference,
            by=SOMEBODY,
            now=clock(),
        )

    kept = await proposal_of(conference.id, made.number)
    assert kept is not None
    assert (kept.version, kept.wording) == (2, wording)
    (before,) = await ProposalVersion.select()
    assert (before["version"], before["text"]) == (1, "Kurse am Abend")


async def test_nobody_changes_or_withdraws_what_is_not_hers(db: StoreEngine):
    conference = await make_collecting()
    ada, bo = [await make_participant(conference) for _ in range(2)]
    made = await make_proposal(conference, participant=ada.id)

    for act in (
        change(
            made.number,
            Wording(text="Etwas anderes"),
            owner=Owner(participant=bo.id),
            conference=conference,
            by=SOMEBODY,
            now=clock(),
        ),
        withdraw(
            made.number,
            owner=Owner(participant=bo.id),
            conference=conference,
            by=SOMEBODY,
            now=clock(),
        ),
    ):
        with pytest.raises(NotFound):
            await act

    kept = await proposal_of(conference.id, made.number)
    assert kept is not None
    assert (kept.version, kept.standing) == (1, Standing.SHOWN)


async def test_with_release_first_a_proposal_waits_but_a_card_does_not(db: StoreEngine):
    conference = await make_collecting(release_first=True)

    await make_proposal(conference)
    await make_proposal(conference, way=Way.CARD)

    counts = await counts_by_standing(conference.id)
    assert (counts[Standing.WAITING], counts[Standing.SHOWN]) == (1, 1)


async def test_a_name_is_kept_only_where_names_are_allowed(db: StoreEngine):
    conference = await make_collecting(names_allowed=True)
    await make_proposal(conference, author_name="Ada Yıldız")
    await collect(conference, names_allowed=False)
    await make_proposal(conference, author_name="Bo")

    names = {one.author_name for one in await shown_proposals(conference.id)}

    assert names == {"Ada Yıldız", ""}


async def test_alike_are_found_across_languages(db: StoreEngine):
    conference = await make_collecting()
    near = await make_proposal(conference, "Deutschkurse am Abend für Eltern")
    await make_proposal(conference, "Mehr Bänke und Bäume im Stadtpark")

    found = await hints("German courses in the evening for parents", conference.id)

    assert [one.id for one in found.alike] == [near.id]
    assert not (await hints("kurz", conference.id)).alike


async def test_missing_vectors_are_made_later(db: StoreEngine):
    conference = await make_collecting()
    made = await make_proposal(conference)
    await ProposalVector.update({ProposalVector.model: "of old"}, force=True)

    many = await catch_up(conference.id)

    assert many == 1
    assert list(await stored_meanings([made.id], model=model_name())) == [made.id]
    assert await catch_up(conference.id) == 0
