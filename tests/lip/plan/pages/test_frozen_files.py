"""Files of agreements stay in a version as they were when it was published."""

import asyncio
import re
from uuid import UUID, uuid4

import httpx
import pytest

from lip.database import StoreEngine, fetch
from lip.errors import Conflict
from lip.journal.rules.entries import COMMAND
from lip.measures.actions.attach_agreement import attach_agreement, detach_agreement
from lip.measures.actions.freeze_files import freeze_files
from lip.measures.queries.measures import measure_by_id
from lip.measures.rules.sheet import AgreementLine, Sheet
from lip.plan.actions.publish_version import VersionWish, publish_version
from lip.plan.rules.plans import PlanFacts
from lip.said import Said
from tests.factories import clock
from tests.lip.measures.made import make_measure
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio

FIRST, SECOND = (b"%PDF-1.7\n" + words for words in (b"von damals", b"von heute"))
SHEET = Sheet(
    title=Said.of(de="Wege"),
    agreements=(
        AgreementLine(title=Said.of(de="Vereinbarung")),
        AgreementLine(title=Said.of(de="Nachtrag")),
    ),
)


async def attach(agreement: UUID | None, content: bytes) -> None:
    assert agreement
    await attach_agreement(agreement, content, "a.pdf", by=COMMAND, now=clock())


async def publish(plan: PlanFacts, number: int) -> None:
    wish = VersionWish(number=number, name=Said.of(de="Fassung"))
    await publish_version(plan.id, wish, by=COMMAND, now=clock(), request=uuid4())


def files_on(page: httpx.Response) -> list[str]:
    return re.findall(r'href="([^"]+/agreement\.pdf)"', page.text)


async def test_a_version_delivers_its_files_whatever_becomes_of_them(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    plan = await make_plan()
    await make_chapter(plan)
    measure = await make_measure(SHEET, public=True)
    there = await measure_by_id(measure)
    first, second = there.sheet.agreements
    for one in (first, second):
        await attach(one.id, FIRST)
    today = f"/measures/{there.key}/agreements/{first.id}/agreement.pdf"

    await publish(plan, 1)
    same = await client.get(today)
    await attach(first.id, SECOND)
    await detach_agreement(second.id or measure, by=COMMAND, now=clock())
    await publish(plan, 2)
    await detach_agreement(first.id or measure, by=COMMAND, now=clock())
    pages = [
        await client.get(f"/plan/lip/versions/{number}/measures/{there.key}")
        for number in (1, 2)
    ]
    saved = [[await client.get(one) for one in files_on(page)] for page in pages]
    changes = (await client.get("/plan/lip/changes?from=1&to=2")).text

    assert same.content == FIRST
    assert (await client.get(today)).status_code == 404
    assert [[one.content for one in each] for each in saved] == [[FIRST] * 2, [SECOND]]
    assert saved[0][0].headers["content-type"] == "application/pdf"
    assert "sandbox" in saved[0][0].headers["content-security-policy"]
    strange = files_on(pages[0])[0].replace("versions/1", "versions/2")
    assert (await client.get(strange)).status_code == 200
    gone = files_on(pages[0])[1].replace("versions/1", "versions/2")
    assert (await client.get(gone)).status_code == 404
    assert "Prüfsumme" in changes
    assert len(await fetch("SELECT digest FROM frozen_file")) == 2


async def test_what_versions_keep_lies_there_once(db: StoreEngine) -> None:
    plan = await make_plan()
    await make_chapter(plan)
    measure = await make_measure(SHEET, public=True)
    first, second = (await measure_by_id(measure)).sheet.agreements
    await attach(first.id, FIRST)

    await publish(plan, 1)
    await attach(second.id, FIRST)
    await publish(plan, 2)

    sizes = await fetch("SELECT length(content) AS many, size FROM agreement_file")
    assert {(one["many"], one["size"]) for one in sizes} == {(0, len(FIRST))}
    assert len(await fetch("SELECT digest FROM frozen_file")) == 1


async def test_who_takes_a_file_away_and_who_publishes_do_not_harm_each_other(
    committed_db: StoreEngine,
) -> None:
    plan = await make_plan()
    await make_chapter(plan)
    measure = await make_measure(SHEET, public=True)
    first, _second = (await measure_by_id(measure)).sheet.agreements
    await attach(first.id, FIRST)

    answers = await asyncio.gather(
        publish(plan, 1),
        detach_agreement(first.id or measure, by=COMMAND, now=clock()),
        return_exceptions=True,
    )

    assert answers[1] is True
    named = await fetch("SELECT document FROM frozen_measure")
    kept = [row["digest"] for row in await fetch("SELECT digest FROM frozen_file")]
    assert all(("digest" in one["document"]) == bool(kept) for one in named)
    assert answers[0] is None or isinstance(answers[0], Conflict)


async def test_a_file_that_is_gone_meanwhile_is_said(db: StoreEngine) -> None:
    with pytest.raises(Conflict) as refusal:
        await freeze_files({"0" * 64})

    assert refusal.value.code == "agreement_changed_meanwhile"
