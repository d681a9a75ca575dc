"""Staff translate, answer and read comments; programs read states."""

import csv
import io
from uuid import uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from lip.subjects import SubjectKind
from proposals.actions.comment import Remark, Writer, write_comment
from proposals.actions.follow_up import Answer, say_what_became
from proposals.actions.translate_by_machine import Bureau, translate_due
from proposals.queries.comments import comments_to_read
from proposals.queries.following import answers_of, standing_answers
from proposals.queries.translations import number_untranslated, translations_of
from proposals.rules.following import Became, State
from proposals.rules.standing import Standing
from proposals.translator import Translator
from tests.client import client_of, send, settings_for, sign_in_as
from tests.factories import clock, make_participant
from tests.lip.tracing.ways import lay, node
from tests.proposals.collections import SOMEBODY, make_collecting, make_proposal

pytestmark = pytest.mark.anyio

PLACE = "/de/conferences/konferenz"


async def two_proposals():
    conference = await make_collecting(comments_open=True)
    one = await make_proposal(conference, "Okullar", language="tr", title="Okul")
    two = await make_proposal(conference, "Kreşler", language="tr")
    return conference, one, two


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.EDITOR, Role.ORGANISER])
async def test_staff_translate_one_after_the_other(client: httpx.AsyncClient, role):
    conference, one, _two = await two_proposals()
    await sign_in_as(client, role, "konferenz")

    first = (await client.get(f"{PLACE}/translations?into=de")).text
    fields = {"number": "1", "version": "1", "language": "de", "text": "Schulen"}
    sent = await send(client, f"{PLACE}/translations", fields)
    second = (await client.get(sent.headers["location"])).text

    assert "Noch 2 Vorschläge sind nicht übersetzt." in first
    assert ">Okullar</p>" in first
    assert ">Kreşler</p>" in second
    assert "Noch 1 Vorschlag ist nicht übersetzt." in second
    assert (await translations_of(one.id))[0].checked
    assert await number_untranslated(conference.id, "de") == 1


async def test_a_translation_without_words_stays_at_its_proposal(
    client: httpx.AsyncClient,
):
    await two_proposals()
    await sign_in_as(client, Role.EDITOR)

    fields = {"number": "2", "version": "1", "language": "de", "text": " "}
    answer = await send(client, f"{PLACE}/translations", fields)

    assert answer.status_code == 422
    assert ">Kreşler</p>" in answer.text
    assert "Hier steht noch keine Übersetzung." in answer.text


async def test_staff_check_better_and_withdraw(client: httpx.AsyncClient):
    conference, one, _two = await two_proposals()
    ada = await make_participant(conference)
    path = f"/t/{ada.code}/proposals/1/translate"
    await client.post(path, data={"text": "Schulen", "language": "de", "version": "1"})
    await sign_in_as(client, Role.EDITOR, "konferenz")
    (found,) = await translations_of(one.id)

    queue = (await client.get(f"{PLACE}/translations?into=de")).text
    checked = await send(
        client, f"{PLACE}/translations/1/de/check", {"mark": found.mark, "queue": "1"}
    )
    form = (await client.get(f"{PLACE}/translations/1?into=de")).text
    await send(
        client,
        f"{PLACE}/translations/1",
        {"text": "Die Schulen", "language": "de", "version": "1"},
    )
    (bettered,) = await translations_of(one.id)
    await send(client, f"{PLACE}/translations/1/de/withdraw")

    assert "Noch ungeprüft: Deutsch" in queue
    assert checked.headers["location"].endswith("?into=de#unchecked")
    assert ">\nSchulen</textarea>" in form
    assert (bettered.wording.text, bettered.checked) == ("Die Schulen", True)
    assert await translations_of(one.id) == []


async def test_an_editor_says_what_became_and_everybody_reads_it(
    client: httpx.AsyncClient,
):
    _conference, one, _two = await two_proposals()
    await sign_in_as(client, Role.EDITOR, "konferenz")
    fields = {
        "became": "not_followed",
        "reason-de": "Das Land entscheidet.",
        "request": str(uuid4()),
    }

    sent = [await send(client, f"{PLACE}/proposals/1/answer", fields) for _ in "ab"]
    page = (await client.get(sent[0].headers["location"])).text

    assert {one.status_code for one in sent} == {303}
    assert "Das Land entscheidet." in page
    (step,) = (await answers_of([one.id]))[one.id]
    assert step.state is State.NOT_FOLLOWED


@pytest.mark.parametrize(
    "fields,field",
    [
        ({}, "became"),
        ({"became": "eaten"}, "became"),
        ({"became": "not_followed"}, "reason-de"),
        ({"became": "adopted", "address": "javascript:x"}, "address"),
        ({"became": "adopted", "reason-de": "a" * 20_000}, "reason-de"),
    ],
)
async def test_mistakes_in_an_answer_are_said_at_the_field(
    client: httpx.AsyncClient, fields, field
):
    _conference, one, _two = await two_proposals()
    await sign_in_as(client, Role.MODERATOR, "konferenz")

    answer = await send(client, f"{PLACE}/proposals/1/answer", fields)

    assert answer.status_code == 422
    assert f'id="e-{field}"' in answer.text
    assert await answers_of([one.id]) == {}


async def test_an_answer_is_taken_back_once_for_a_reason_that_everybody_reads(
    client: httpx.AsyncClient,
):
    conference, one, _two = await two_proposals()
    answer = Answer(became=Became.ADOPTED)
    there = {"conference": conference, "by": COMMAND, "now": clock()}
    await say_what_became(1, answer, **there, request=uuid4())
    [given] = await standing_answers(one.id)
    await sign_in_as(client, Role.MODERATOR, "konferenz")
    path = f"{PLACE}/proposals/1/answer"
    fields = {"answer": str(given), "back_request": str(uuid4())}

    silent = await send(client, f"{path}/take-back", fields)
    fields["back-de"] = "Der Rat hat anders entschieden."
    sent = [await send(client, f"{path}/take-back", fields) for _ in "ab"]
    again = await send(client, f"{path}/take-back", fields | {"back_request": ""})
    page = (await client.get(sent[0].headers["location"])).text
    form = (await client.get(path)).text

    assert silent.status_code == 422
    assert 'id="e-back-de"' in silent.text
    assert {one.status_code for one in sent} == {303}
    assert again.status_code == 422
    assert "schon zurückgenommen" in again.text
    assert "Zurückgenommen: In den Plan übernommen" in page
    assert "Der Rat hat anders entschieden." in page
    assert "take-back" not in form
    assert await standing_answers(one.id) == {}
    assert len(await entries(Filter(acts=frozenset({Act.ANSWER_TAKEN_BACK})))) == 1


async def test_what_a_trace_told_goes_with_the_trace_only(client: httpx.AsyncClient):
    _conference, one, _two = await two_proposals()
    await lay(node(SubjectKind.PROPOSAL, one.id), node(SubjectKind.MEASURE))
    [told] = await standing_answers(one.id)
    await sign_in_as(client, Role.EDITOR, "konferenz")
    path = f"{PLACE}/proposals/1/answer"

    form = (await client.get(path)).text
    refused = await send(
        client, f"{path}/take-back", {"answer": str(told), "back-de": "Irrtum"}
    )

    assert "take-back" not in form
    assert refused.status_code == 422
    assert "Bitte entfernen Sie die Spur." in refused.text
    assert await standing_answers(one.id)


async def test_moderators_hide_comments_with_a_reason(client: httpx.AsyncClient):
    conference, *_ = await two_proposals()
    ada = await make_participant(conference)
    await write_comment(
        1,
        Remark(text="Unfreundlich"),
        writer=Writer(participant=ada.id),
        conference=conference,
        by=SOMEBODY,
        now=clock(),
        request=uuid4(),
    )
    await sign_in_as(client, Role.MODERATOR, "konferenz")
    judge = f"{PLACE}/comments/1/1/judge"

    read = (await client.get(f"{PLACE}/comments")).text
    refused = await send(client, judge, {"hide": "1", "back": "shown"})
    hidden = await send(client, judge, {"hide": "1", "reason": "insult"})
    counts = (await client.get(f"{PLACE}/comments?standing=hidden")).text

    assert "Unfreundlich" in read
    assert refused.status_code == 422
    assert 'id="e-reason-1-1"' in refused.text
    assert hidden.status_code == 303
    assert "Grund: Beleidigung oder Hetze" in counts
    assert len(await comments_to_read(conference.id, Standing.HIDDEN)) == 1


async def test_programs_read_the_states(client: httpx.AsyncClient):
    conference, *_ = await two_proposals()
    await make_proposal(conference, '=HYPERLINK("x")')
    await say_what_became(
        1,
        Answer(
            became=Became.ADOPTED,
            title=Said.of(de="Maßnahme 2.3"),
            address="https://example.org/2.3",
        ),
        conference=conference,
        by=COMMAND,
        now=clock(),
        request=uuid4(),
    )

    whole = (await client.get("/c/konferenz/proposals.json")).json()
    sheet = await client.get("/c/konferenz/proposals.csv")
    rows = list(csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig"))))

    assert [one["number"] for one in whole["proposals"]] == [1, 2, 3]
    assert whole["proposals"][0]["state"] == "adopted"
    assert [step["state"] for step in whole["proposals"][0]["way"]] == [
        "collected",
        "adopted",
    ]
    assert (rows[0]["named"], rows[0]["address"]) == (
        "Maßnahme 2.3",
        "https://example.org/2.3",
    )
    assert [row["state"] for row in rows] == ["adopted", "collected", "collected"]
    assert rows[2]["text"].startswith("'=")
    assert "support" not in sheet.text


async def test_the_administration_reads_how_the_machine_goes(
    client: httpx.AsyncClient,
):
    await two_proposals()
    nobody = Bureau(translator=Translator(url="http://127.0.0.1:9"), languages=("de",))
    await sign_in_as(client, Role.ADMINISTRATOR)

    before = (await client.get("/de/translator")).text
    await translate_due(nobody, now=clock())
    after = (await client.get("/de/translator")).text

    assert "kein Übersetzungsdienst angeschlossen" in before
    assert "ist nicht zu erreichen" in after
    assert "Betrifft 2 Texte." in after


async def test_where_a_service_is_plugged_in_pages_say_where_texts_go(
    db, engine_url: str
):
    await two_proposals()
    settings = settings_for(
        engine_url,
        translator_url="http://translate.invalid:5000",
        translator_key="geheim",
    )
    async with client_of(settings) as browser:
        await sign_in_as(browser, Role.ORGANISER, "konferenz")
        for path in ("proposals/settings", "translations?into=de"):
            page = (await browser.get(f"{PLACE}/{path}")).text
            assert "Maschinell übersetzt der Dienst translate.invalid." in page
            assert "geheim" not in page
