"""Writing, checking and withdrawing translations."""

import asyncio
from uuid import UUID

import pytest

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import StoreEngine
from lip.errors import Conflict, NotAllowed, NotFound, TooMany, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from proposals.actions.reword import change
from proposals.actions.translate import (
    Desk,
    check_translation,
    withdraw_translation,
    write_translation,
)
from proposals.queries.proposals import proposal_of
from proposals.queries.translations import (
    TranslationFacts,
    number_untranslated,
    translations_of,
    unchecked,
    untranslated,
)
from proposals.rules.handing_in import Wording
from proposals.rules.owner import Owner
from proposals.rules.translating import MOST_AT_ONCE, mark_of
from proposals.tables import Proposal, ProposalTranslation
from tests.factories import clock, make_conference, make_participant
from tests.proposals.collections import SOMEBODY, make_collecting, make_proposal

pytestmark = pytest.mark.anyio

TURKISH = "Okullarda velilere kendi dillerinde bilgi verilsin."
GERMAN = Wording(text="Eltern in ihrer Sprache informieren.", language="de")


def staff(conference: ConferenceFacts) -> Desk:
    return Desk(conference=conference, by=COMMAND, now=clock())


def guest(conference: ConferenceFacts, participant: UUID) -> Desk:
    return Desk(
        conference=conference, by=SOMEBODY, now=clock(), participant=participant
    )


async def there(
    conference: ConferenceFacts, number: int = 1
) -> dict[str, TranslationFacts]:
    proposal = await proposal_of(conference.id, number)
    assert proposal is not None
    return {one.language: one for one in await translations_of(proposal.id)}


@pytest.fixture
async def collected(db: StoreEngine) -> tuple[ConferenceFacts, UUID, UUID]:
    conference = await make_collecting()
    ada, bo = [await make_participant(conference) for _ in range(2)]
    await make_proposal(conference, TURKISH, language="tr", participant=ada.id)
    return conference, ada.id, bo.id


async def test_the_original_stays_and_a_participants_words_are_unchecked(collected):
    conference, _ada, bo = collected

    await write_translation(1, GERMAN, seen=1, desk=guest(conference, bo))

    found = (await there(conference))["de"]
    assert (found.wording, found.checked, found.by_machine) == (GERMAN, False, False)
    proposal = await proposal_of(conference.id, 1)
    assert proposal is not None
    assert proposal.wording.text == TURKISH


async def test_staff_write_what_counts_as_checked(collected):
    conference, *_ = collected

    await write_translation(1, GERMAN, seen=1, desk=staff(conference))

    assert (await there(conference))["de"].checked


async def test_another_participant_checks_but_not_whoever_wrote_it(collected):
    conference, ada, bo = collected
    await write_translation(1, GERMAN, seen=1, desk=guest(conference, bo))
    mark = mark_of(GERMAN)

    with pytest.raises(NotAllowed):
        await check_translation(1, "de", mark=mark, desk=guest(conference, bo))
    twice = [
        await check_translation(1, "de", mark=mark, desk=guest(conference, ada))
        for _ in range(2)
    ]

    assert twice == [True, False]
    assert (await there(conference))["de"].checked


async def test_nobody_checks_other_words_than_she_has_read(collected):
    conference, ada, bo = collected
    await write_translation(1, GERMAN, seen=1, desk=guest(conference, bo))
    better = Wording(text="Etwas ganz anderes.", language="de")
    await write_translation(1, better, seen=1, desk=guest(conference, bo))

    with pytest.raises(Conflict):
        await check_translation(
            1, "de", mark=mark_of(GERMAN), desk=guest(conference, ada)
        )

    assert not (await there(conference))["de"].checked


async def test_what_others_wrote_stays_but_staff_may_better_it(collected):
    conference, ada, bo = collected
    await write_translation(1, GERMAN, seen=1, desk=guest(conference, bo))
    other = Wording(text="Mehr für Eltern.", language="de")

    with pytest.raises(NotAllowed) as refusal:
        await write_translation(1, other, seen=1, desk=guest(conference, ada))
    await write_translation(1, other, seen=1, desk=staff(conference))

    assert refusal.value.code == "translation_stands"
    assert (await there(conference))["de"].wording == other


async def test_a_changed_original_makes_it_one_of_an_earlier_wording(collected):
    conference, ada, bo = collected
    await write_translation(1, GERMAN, seen=1, desk=staff(conference))
    await change(
        1,
        Wording(text="Okullar her dilde bilgi versin.", language="tr"),
        owner=Owner(participant=ada),
        conference=conference,
        by=SOMEBODY,
        now=clock(),
    )

    assert (await there(conference))["de"].earlier_wording
    assert await number_untranslated(conference.id, "de") == 1
    await write_translation(1, GERMAN, seen=2, desk=guest(conference, bo))
    assert not (await there(conference))["de"].earlier_wording


async def test_what_was_translated_from_an_earlier_wording_says_so(collected):
    conference, _ada, bo = collected
    await Proposal.update({Proposal.version: 3}, force=True)

    await write_translation(1, GERMAN, seen=2, desk=guest(conference, bo))
    english = Wording(text="Inform parents.", language="en")
    await write_translation(1, english, seen=99, desk=guest(conference, bo))

    found = await there(conference)
    assert (found["de"].earlier_wording, found["en"].earlier_wording) == (True, False)


async def test_the_same_words_again_change_nothing(collected):
    conference, _ada, bo = collected

    twice = [
        await write_translation(1, GERMAN, seen=1, desk=guest(conference, bo))
        for _ in range(2)
    ]

    assert twice == [True, False]
    acts = Filter(acts=frozenset({Act.TRANSLATION_WRITTEN}))
    (entry,) = await entries(acts)
    assert (entry.by.id, entry.facts) == (None, {"language": "de"})


async def test_many_at_once_leave_one_translation(committed_db: StoreEngine):
    conference = await make_collecting()
    await make_proposal(conference, TURKISH, language="tr")

    await asyncio.gather(
        *(
            write_translation(
                1,
                Wording(text=f"Fassung {n}", language="de"),
                seen=1,
                desk=staff(conference),
            )
            for n in range(6)
        )
    )

    assert await ProposalTranslation.count() == 1


@pytest.mark.parametrize(
    "wording,code",
    [
        (Wording(text="Hallo"), "translation_language_missing"),
        (Wording(text=" …", language="de"), "translation_without_words"),
        (Wording(text="a" * 20_000, language="de"), "translation_too_long"),
        (Wording(text="Merhaba", language="tr"), "translation_into_itself"),
    ],
)
async def test_what_is_no_translation_is_refused(collected, wording, code):
    conference, _ada, bo = collected

    with pytest.raises(Unusable) as refusal:
        await write_translation(1, wording, seen=1, desk=guest(conference, bo))

    assert refusal.value.code == code


async def test_ones_own_is_withdrawn_by_oneself_or_by_staff(collected):
    conference, ada, bo = collected
    await write_translation(1, GERMAN, seen=1, desk=guest(conference, bo))

    with pytest.raises(NotAllowed):
        await withdraw_translation(1, "de", desk=guest(conference, ada))
    twice = [
        await withdraw_translation(1, "de", desk=guest(conference, bo))
        for _ in range(2)
    ]

    assert twice == [True, False]
    assert await there(conference) == {}


async def test_who_translates_very_much_pauses(collected):
    conference, _ada, bo = collected
    for n in range(MOST_AT_ONCE):
        made = await make_proposal(conference, f"{TURKISH} {n}", language="tr")
        await write_translation(made.number, GERMAN, seen=1, desk=guest(conference, bo))

    with pytest.raises(TooMany):
        await write_translation(1, GERMAN, seen=1, desk=guest(conference, bo))


async def test_proposals_of_other_conferences_are_not_found(collected):
    _conference, _ada, bo = collected
    other = await make_conference("andere")

    for act in (
        write_translation(1, GERMAN, seen=1, desk=guest(other, bo)),
        check_translation(1, "de", mark="", desk=guest(other, bo)),
        withdraw_translation(1, "de", desk=staff(other)),
    ):
        with pytest.raises(NotFound):
            await act


async def test_the_queue_goes_from_one_to_the_next(collected):
    conference, _ada, bo = collected
    await make_proposal(conference, "Deutschkurse am Abend", language="de")
    await make_proposal(conference, "Kreşler", language="tr")

    first = await untranslated(conference.id, "de")
    await write_translation(1, GERMAN, seen=1, desk=guest(conference, bo))
    second = await untranslated(conference.id, "de", after=first[0].number)

    assert [one.number for one in (*first, *second)] == [1, 3]
    assert await number_untranslated(conference.id, "de") == 1
    (waiting,) = await unchecked(conference.id, "de")
    assert waiting.there is not None
    assert waiting.there.mark == mark_of(GERMAN)
