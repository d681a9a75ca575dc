"""A translation service is asked for what is missing, and for nothing twice."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from lip.database import StoreEngine
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND, ActorKind
from proposals.actions.translate import Desk, withdraw_translation, write_translation
from proposals.actions.translate_by_machine import (
    LOST_AFTER,
    MOST,
    Bureau,
    translate_due,
)
from proposals.queries.errands import errand_counts, hitches
from proposals.queries.translations import translations_of
from proposals.rules.handing_in import Wording
from proposals.rules.standing import Standing
from proposals.rules.translating import MOST_TRIES, ErrandState, Trouble
from proposals.tables import Proposal, ProposalTranslation, TranslationErrand
from proposals.translator import NotTranslated, Translator
from tests.factories import clock, make_participant
from tests.proposals.collections import make_collecting, make_proposal
from tests.translation_server import Service, translation_service

pytestmark = pytest.mark.anyio


@pytest.fixture
def service() -> Iterator[Service]:
    with translation_service() as running:
        yield running


def bureau(service: Service, *languages: str, **more) -> Bureau:
    translator = Translator(url=service.address, patience=120, **more)
    return Bureau(translator=translator, languages=languages or ("de", "en"))


async def test_what_is_missing_is_translated_and_said_to_be_by_a_machine(
    db: StoreEngine, service: Service
):
    conference = await make_collecting()
    made = await make_proposal(
        conference, "Okullar", title="Okul", language="tr", author_name="Geheim"
    )

    done = await translate_due(bureau(service), now=clock())

    assert done == 2
    found = {one.language: one for one in await translations_of(made.id)}
    assert found["de"].wording == Wording(
        title="[de] Okul", text="[de] Okullar", language="de"
    )
    assert (found["de"].by_machine, found["de"].checked) == (True, False)
    (entry, _other) = await entries(Filter(acts=frozenset({Act.TRANSLATION_WRITTEN})))
    assert (entry.by.kind, entry.facts["machine"]) == (ActorKind.SYSTEM, True)


async def test_nothing_but_words_and_languages_goes_there(
    db: StoreEngine, service: Service
):
    conference = await make_collecting()
    ada = await make_participant(conference)
    await make_proposal(
        conference, "Okullar", language="tr", participant=ada.id, author_name="Geheim"
    )

    await translate_due(bureau(service, "de"), now=clock())

    sent = [one for one in service.asked if one.path == "/translate"]
    assert [set(one.content) for one in sent] == [{"q", "source", "target", "format"}]
    everything = str(service.asked)
    assert "Geheim" not in everything
    assert conference.key not in everything
    assert {one.headers.get("user-agent") for one in sent} <= {"LIP", None}


async def test_nothing_is_asked_twice_not_even_of_the_same_words(
    db: StoreEngine, service: Service
):
    conference = await make_collecting()
    for _ in range(3):
        await make_proposal(conference, "Okullar", language="tr")

    for _ in range(3):
        await translate_due(bureau(service, "de"), now=clock())

    assert service.texts == [("Okullar", "de")]
    assert await ProposalTranslation.count() == 3


async def test_what_was_withdrawn_does_not_come_back(db: StoreEngine, service: Service):
    conference = await make_collecting()
    made = await make_proposal(conference, "Okullar", language="tr")
    await translate_due(bureau(service, "de"), now=clock())
    desk = Desk(conference=conference, by=COMMAND, now=clock())
    await withdraw_translation(made.number, "de", desk=desk)

    await translate_due(bureau(service, "de"), now=clock())

    assert await translations_of(made.id) == []
    assert len(service.texts) == 1


async def test_what_people_wrote_is_neither_asked_for_nor_replaced(
    db: StoreEngine, service: Service
):
    conference = await make_collecting()
    made = await make_proposal(conference, "Okullar", language="tr")
    wording = Wording(text="Schulen", language="de")
    desk = Desk(conference=conference, by=COMMAND, now=clock())
    await write_translation(made.number, wording, seen=1, desk=desk)
    await Proposal.update({Proposal.version: 2}, force=True)

    await translate_due(bureau(service, "de"), now=clock())

    assert service.texts == []
    assert (await translations_of(made.id))[0].wording == wording


async def test_a_changed_wording_is_translated_anew(db: StoreEngine, service: Service):
    conference = await make_collecting()
    made = await make_proposal(conference, "Okullar", language="tr")
    await translate_due(bureau(service, "de"), now=clock())
    await Proposal.update({Proposal.version: 2, Proposal.text: "Kreşler"}, force=True)

    await translate_due(bureau(service, "de"), now=clock())

    (found,) = await translations_of(made.id)
    assert (found.wording.text, found.earlier_wording) == ("[de] Kreşler", False)


@pytest.mark.parametrize("standing", [s for s in Standing if s is not Standing.SHOWN])
async def test_only_what_everybody_may_read_leaves_the_house(
    db: StoreEngine, service: Service, standing: Standing
):
    conference = await make_collecting()
    await make_proposal(conference, "Okullar", language="tr")
    await Proposal.update({Proposal.standing: standing}, force=True)

    await translate_due(bureau(service), now=clock())

    assert service.asked == []


async def test_a_text_in_the_language_itself_is_left_alone(
    db: StoreEngine, service: Service
):
    conference = await make_collecting()
    await make_proposal(conference, "Deutschkurse am Abend", language="de")

    await translate_due(bureau(service, "de"), now=clock())

    assert service.asked == []


async def test_an_unknown_language_is_left_to_the_service(
    db: StoreEngine, service: Service
):
    conference = await make_collecting()
    await make_proposal(conference, "Xyz abc qqq")
    await Proposal.update({Proposal.language: ""}, force=True)

    await translate_due(bureau(service, "de"), now=clock())

    assert service.asked[-1].content["source"] == "auto"


async def test_the_key_goes_along_and_a_wrong_one_is_said(
    db: StoreEngine, service: Service
):
    service.key = "richtig"
    conference = await make_collecting()
    await make_proposal(conference, "Okullar", language="tr")
    now = clock()

    refused = await translate_due(bureau(service, "de", key="falsch"), now=now)
    (hitch,) = await hitches()
    later = now + timedelta(hours=1)
    done = await translate_due(bureau(service, "de", key="richtig"), now=later)

    assert (refused, hitch.trouble, hitch.for_good) == (0, Trouble.KEY_REFUSED, False)
    assert done == 1
    assert await hitches() == []
    assert "richtig" not in repr(Translator(url="http://x", key="richtig"))


@pytest.mark.parametrize(
    "status,answer,trouble",
    [
        (429, None, Trouble.BUSY),
        (500, None, Trouble.UNREACHABLE),
        (503, None, Trouble.BUSY),
        (400, None, Trouble.REFUSED),
        (200, b"<html>", Trouble.UNREADABLE),
        (200, b"[]", Trouble.UNREADABLE),
        (200, b'{"translatedText": "  "}', Trouble.UNREADABLE),
        (200, b'{"translatedText": ["a"]}', Trouble.UNREADABLE),
        (200, b'"' + b"x" * 500_000 + b'"', Trouble.UNREADABLE),
        (302, None, Trouble.UNREACHABLE),
    ],
)
async def test_whatever_comes_back_is_a_trouble_and_never_a_breakdown(
    service: Service, status: int, answer: bytes | None, trouble: Trouble
):
    service.status, service.answer = status, answer

    with pytest.raises(NotTranslated) as refusal:
        await Translator(url=service.address, patience=120).translate(
            "Okul", source="tr", target="de"
        )

    assert refusal.value.trouble is trouble


async def test_a_slow_service_is_not_waited_for(service: Service):
    service.delay = 1

    with pytest.raises(NotTranslated) as refusal:
        await Translator(url=service.address, patience=0.2).languages()

    assert refusal.value.trouble is Trouble.TOO_SLOW


async def test_where_nobody_listens_everything_waits(db: StoreEngine):
    conference = await make_collecting()
    for n in range(3):
        await make_proposal(conference, f"Okul {n}", language="tr")
    nobody = Bureau(translator=Translator(url="http://127.0.0.1:9"), languages=("de",))

    await translate_due(nobody, now=clock())
    again = await translate_due(nobody, now=clock())

    counts = await errand_counts()
    assert (again, counts[ErrandState.WAITING]) == (0, 3)
    (hitch,) = await hitches()
    assert (hitch.trouble, hitch.many) == (Trouble.UNREACHABLE, 3)
    tries = await TranslationErrand.select(TranslationErrand.tries)
    assert {one["tries"] for one in tries} == {1}


async def test_a_service_that_never_answers_is_given_up(db: StoreEngine):
    conference = await make_collecting()
    await make_proposal(conference, "Okul", language="tr")
    nobody = Bureau(translator=Translator(url="http://127.0.0.1:9"), languages=("de",))
    now = clock()

    for day in range(MOST_TRIES + 2):
        await translate_due(nobody, now=now + timedelta(days=day))

    assert (await errand_counts())[ErrandState.FAILED] == 1


async def test_a_language_the_service_does_not_know_is_left_to_people(
    db: StoreEngine, service: Service
):
    conference = await make_collecting()
    await make_proposal(conference, "Li pirtûkxaneyê", language="ku")

    await translate_due(bureau(service, "de"), now=clock())

    (hitch,) = await hitches()
    assert (hitch.trouble, hitch.for_good) == (Trouble.LANGUAGE_UNKNOWN, True)
    assert service.texts == []


async def test_a_round_has_an_end(db: StoreEngine, service: Service):
    conference = await make_collecting()
    for n in range(MOST + 3):
        await make_proposal(conference, f"Okul {n}", language="tr")

    first = await translate_due(bureau(service, "de"), now=clock())
    second = await translate_due(bureau(service, "de"), now=clock())

    assert (first, second) == (MOST, 3)


async def test_what_was_under_way_when_the_server_died_is_taken_up_again(
    db: StoreEngine, service: Service
):
    conference = await make_collecting()
    await make_proposal(conference, "Okul", language="tr")
    now = clock()
    await translate_due(bureau(service, "de"), now=now)
    await ProposalTranslation.delete(force=True)
    await TranslationErrand.update(
        {TranslationErrand.state: ErrandState.ASKED}, force=True
    )

    soon = await translate_due(bureau(service, "de"), now=now)
    later = await translate_due(
        bureau(service, "de"), now=now + LOST_AFTER + timedelta(seconds=1)
    )

    assert (soon, later) == (0, 1)
