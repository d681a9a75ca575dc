"""Amendments on pages: written by everybody, decided by editors, read by all."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.journal.rules.entries import COMMAND
from lip.plan.actions.decide_amendment import set_status
from lip.plan.actions.forget import AMENDMENT_NAMES, forget_names_due
from lip.plan.actions.plans import PlanWish, change_plan
from lip.plan.actions.save_text import Words, save_text
from lip.plan.queries.amendments import amendments_of
from lip.plan.queries.change_subjects import (
    amendments_to_read,
    subjects_of_amendments,
)
from lip.plan.queries.chapters import chapter_by_id, text_in
from lip.plan.queries.remarks import remarks_of
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.plans import PlanFacts
from lip.said import Said
from tests.client import another, send, sign_in_as
from tests.factories import clock, make_conference, make_participant
from tests.lip.plan.chapters import make_chapter, make_plan
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

TEXT = "Der erste Absatz.\n\nDer zweite Absatz.\n\nDer letzte Absatz."


@pytest.fixture
async def plan(client: httpx.AsyncClient) -> PlanFacts:
    return await make_plan(amendments_open=True, comments_open=True)


@pytest.fixture
async def chapter(plan: PlanFacts) -> UUID:
    return await make_chapter(plan, TEXT, code="A5")


async def base_of(chapter: UUID) -> str:
    key = (await chapter_by_id(chapter)).key
    return f"/plan/lip/draft/{key}"


async def hand_in(
    client: httpx.AsyncClient, chapter: UUID, line: int, words: str, **fields: object
) -> httpx.Response:
    usual = {
        "language": "de",
        "base_version": (await text_in(chapter, "de")).version,
        "first": line,
        "last": line,
        "words": words,
        "reason": "Weil es so klarer ist.",
        "initiator": "Verein Brücke",
        "request": uuid4(),
    }
    data = {name: str(value) for name, value in (usual | fields).items()}
    return await client.post(f"{await base_of(chapter)}/amend", data=data)


async def test_what_the_public_proposes_is_read_once_an_editor_has_released_it(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    reader = another(client)
    talk = f"{await base_of(chapter)}/amendments"
    form = await client.get(f"{await base_of(chapter)}/amend?first=2")
    assert "Der zweite Absatz." in form.text

    answer = await hand_in(client, chapter, 2, "Der neue zweite Absatz.")
    hidden = await reader.get("/plan/lip/amendments/A5-002")
    assert answer.headers["location"].endswith("/plan/lip/amendments/A5-002")
    assert "neue" not in hidden.text
    assert (
        "A5-002" not in (await reader.get(f"{await base_of(chapter)}/amendments")).text
    )

    await sign_in_as(client, Role.EDITOR)
    status = "/edit/plans/lip/amendments/A5-002/status"
    await send(client, status, {"status": "submitted"})

    shown = (await reader.get("/plan/lip/amendments/A5-002")).text
    assert "Verein Brücke" in shown
    assert re.search(r"<ins>.*eingefügt.*neue", shown)
    assert "A5-002" in (await reader.get(talk)).text
    assert not reader.cookies


async def test_an_editor_proposes_adopts_and_rejects_on_one_screen(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    await hand_in(client, chapter, 2, "Der neue zweite Absatz.")
    await hand_in(client, chapter, 2, "")
    await sign_in_as(client, Role.EDITOR)
    edit = "/edit/plans/lip/amendments"

    screen = await client.get(edit)
    assert "Widerspruch zu A5-002-2" in screen.text.replace("<bdi>", "")
    one = await client.get(f"{edit}/A5-002")
    assert one.text.count("A5-002-2") >= 2
    procedure = {"proposed": "accepted", "words": "Gut.", "back": "list"}
    await send(client, f"{edit}/A5-002/procedure", procedure)
    refused = await send(client, f"{edit}/A5-002-2/reject", {"reason": " "})
    assert refused.status_code == 422
    await send(client, f"{edit}/A5-002-2/reject", {"reason": "Der Absatz bleibt."})
    adopted = await send(client, f"{edit}/A5-002/adopt", {"reply": "Danke."})

    assert adopted.status_code == 303
    assert (await text_in(chapter, "de")).text == TEXT.replace(
        "Der zweite", "Der neue zweite"
    )
    statuses = {one.code: one.status for one in await amendments_of(plan.id)}
    assert statuses == {
        "A5-002": MotionStatus.ACCEPTED,
        "A5-002-2": MotionStatus.REJECTED,
    }
    public = await another(client).get("/plan/lip/amendments/A5-002-2")
    assert "Der Absatz bleibt." in public.text


async def test_an_internal_procedure_stays_internal_until_it_is_released(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    await hand_in(client, chapter, 1, "Neu.")
    await sign_in_as(client, Role.EDITOR)
    edit = "/edit/plans/lip/amendments/A5-001"
    await send(client, f"{edit}/status", {"status": "submitted"})
    words = {"proposed": "rejected", "words": "Lieber nicht."}

    await send(client, f"{edit}/procedure", words)
    reader = another(client)
    assert "Lieber nicht." not in (await reader.get("/plan/lip/amendments/A5-001")).text
    await send(client, f"{edit}/procedure", words | {"public": "1"})

    assert "Lieber nicht." in (await reader.get("/plan/lip/amendments/A5-001")).text


@pytest.mark.parametrize(
    "line, words, changes, sentence",
    [
        (9, "Neu.", {}, "Das Kapitel hat 3 Zeilen"),
        (2, "Neu.", {"last": 1}, "hinter der letzten"),
        (2, "Der zweite Absatz.", {}, "derselbe wie vorher"),
        (2, "x" * 50_000, {}, "zu lang"),
        (2, "Neu.", {"initiator": ""}, "wer den Antrag stellt"),
        (2, "Neu.", {"initiator": "", "ticket": "FALSCH"}, "gilt nicht"),
    ],
)
async def test_what_cannot_be_an_amendment_is_said_at_the_field(
    client: httpx.AsyncClient,
    chapter: UUID,
    line: int,
    words: str,
    changes: dict[str, object],
    sentence: str,
) -> None:
    answer = await hand_in(client, chapter, line, words, **changes)

    assert answer.status_code == 422
    assert sentence in answer.text


async def test_lines_that_changed_meanwhile_are_shown_with_both_wordings(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    there = await text_in(chapter, "de")
    text = TEXT.replace("Der zweite", "Ein anderer zweiter")
    words = Words(title=there.title, text=text, began_with=there.version)
    await save_text(chapter, "de", words, by=COMMAND, now=clock())

    answer = await hand_in(
        client, chapter, 2, "Der neue zweite Absatz.", base_version=there.version
    )

    assert answer.status_code == 422
    assert "Der Entwurf hat sich hier geändert" in answer.text
    assert re.search(r"<del>.*Der zweite", answer.text)
    assert "Der neue zweite Absatz." in answer.text
    assert not await amendments_of(plan.id)


async def test_an_author_takes_her_amendment_back_by_her_ticket(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    guest = await make_participant(await make_conference())
    await hand_in(client, chapter, 1, "Neu.", initiator="", ticket=guest.code)
    path = "/plan/lip/amendments/A5-001/withdraw"

    wrong = await client.post(path, data={"ticket": "ABCD-EFGH-JKMN"})
    right = await client.post(path, data={"ticket": guest.code})

    assert (wrong.status_code, right.status_code) == (422, 303)
    (amendment,) = await amendments_of(plan.id)
    assert amendment.status is MotionStatus.WITHDRAWN


async def test_a_body_proposes_through_the_editors_even_while_it_is_closed(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    key = (await chapter_by_id(chapter)).key
    closed = PlanWish(key="lip", title=Said.of(de="Plan"), draft_public=True)
    await change_plan(plan.id, closed, by=COMMAND, now=clock())
    assert (await hand_in(client, chapter, 1, "Neu.")).status_code in {409, 410, 422}

    await sign_in_as(client, Role.EDITOR)
    data = {
        "language": "de",
        "base_version": str((await text_in(chapter, "de")).version),
        "first": "1",
        "last": "1",
        "words": "Neu.",
        "initiator": "Runder Tisch",
        "decided_on": "22.01.2026",
        "request": str(uuid4()),
    }
    answer = await send(client, f"/edit/plans/lip/chapters/{key}/amend", data)

    assert answer.status_code == 303, answer.text
    (amendment,) = await amendments_of(plan.id)
    assert (amendment.status, amendment.decided_on) == (
        MotionStatus.SUBMITTED,
        "2026-01-22",
    )


async def test_a_remark_stands_at_its_line_until_it_is_hidden(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    base = await base_of(chapter)
    data = {
        "language": "de",
        "base_version": str((await text_in(chapter, "de")).version),
        "first": "2",
        "last": "2",
        "text": "Wer ist das?",
        "name": "Frau T.",
        "request": str(uuid4()),
    }

    for _ in range(2):
        answer = await client.post(f"{base}/remark", data=data)
    reader = another(client)
    shown = await reader.get(f"{base}/amendments")
    (remark,) = await remarks_of(plan.id)
    await sign_in_as(client, Role.EDITOR)
    await send(client, f"/edit/plans/lip/remarks/{remark.id}/show", {"shown": "0"})

    assert answer.status_code == 303
    assert "Wer ist das?" in shown.text
    assert "Wer ist das?" not in (await reader.get(f"{base}/amendments")).text
    assert "Wer ist das?" in (await client.get("/edit/plans/lip/remarks")).text


async def test_nothing_of_a_draft_that_is_not_public_is_shown(
    client: httpx.AsyncClient,
) -> None:
    plan = await make_plan("geheim", draft_public=False, amendments_open=True)
    chapter = await make_chapter(plan, TEXT)
    key = (await chapter_by_id(chapter)).key

    for path in ("amendments", "amend?first=1", "remark?first=1"):
        answer = await client.get(f"/plan/geheim/draft/{key}/{path}")
        assert answer.status_code == 404
    for path in ("versions", "changes", "feed.atom", "amendments/A5-001"):
        assert (await client.get(f"/plan/geheim/{path}")).status_code == 404


async def test_a_screen_of_many_amendments_asks_as_often_as_one_of_few(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    await hand_in(client, chapter, 1, "Neu.")
    await sign_in_as(client, Role.EDITOR)
    await client.get("/edit/plans/lip/amendments")
    with counted_queries() as few:
        await client.get("/edit/plans/lip/amendments")
    guest = another(client)
    for number in range(6):
        await hand_in(guest, chapter, 2, f"Neu {number}.")

    with counted_queries() as many:
        await client.get("/edit/plans/lip/amendments")

    assert len(many) == len(few)


async def test_the_page_to_talk_is_kept_until_anything_that_is_said_changes(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    await hand_in(client, chapter, 2, "Neu.")
    talk = f"{await base_of(chapter)}/amendments"

    async def asked(known: str) -> httpx.Response:
        return await client.get(talk, headers={"If-None-Match": known})

    silent = await client.get(talk)
    with counted_queries() as unchanged:
        again = await asked(silent.headers["etag"])
    by = {"by": COMMAND, "now": clock()}
    await set_status(plan, "A5-002", MotionStatus.SUBMITTED, **by)
    named = await asked(silent.headers["etag"])
    await forget_names_due(clock() + AMENDMENT_NAMES + timedelta(days=1))
    nameless = await asked(named.headers["etag"])

    assert (again.status_code, len(unchanged)) == (304, 1)
    assert "A5-002" not in silent.text
    assert "Verein Brücke" in named.text
    assert nameless.status_code == 200
    assert "A5-002" in nameless.text
    assert "Verein Brücke" not in nameless.text


async def test_search_reads_public_amendments_and_versions_only(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    await hand_in(client, chapter, 1, "Ein gesuchtes Wort.")
    assert not [one async for one in amendments_to_read()]
    by = {"by": COMMAND, "now": clock()}
    await set_status(plan, "A5-001", MotionStatus.SUBMITTED, **by)

    (document,) = [one async for one in amendments_to_read()]
    subject = (await subjects_of_amendments([document.id]))[document.id]

    assert "Ein gesuchtes Wort." in document.text
    assert (subject.path, subject.code) == (document.path, "A5-001")
    assert (await client.get(document.path)).status_code == 200
