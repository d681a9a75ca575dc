"""A ticket's holder speaks about the plan on her own page, without typing her code."""

from uuid import UUID, uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.rules.codes import shown
from lip.plan.queries.amendments import amendments_of
from lip.plan.queries.chapters import chapter_by_id, text_in
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.plans import PlanFacts
from tests.client import another, send, sign_in_as
from tests.factories import make_conference, make_participant
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio

TEXT = "Der erste Absatz.\n\nDer zweite Absatz."


@pytest.fixture
async def plan(client: httpx.AsyncClient) -> PlanFacts:
    return await make_plan(amendments_open=True, comments_open=True)


@pytest.fixture
async def chapter(plan: PlanFacts) -> UUID:
    return await make_chapter(plan, TEXT, code="A5")


async def written(chapter: UUID, **words: str) -> dict[str, str]:
    return {
        "language": "de",
        "base_version": str((await text_in(chapter, "de")).version),
        "first": "2",
        "last": "2",
        "request": str(uuid4()),
    } | words


async def test_she_amends_remarks_and_takes_back_by_her_page_alone(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    guest = await make_participant(await make_conference())
    own = f"/de/t/{shown(guest.code)}/plan"
    here = f"{own}/lip/{(await chapter_by_id(chapter)).key}"

    assert own in (await client.get(f"/de/t/{guest.code}")).text
    assert f"{here}/amendments" in (await client.get(own)).text
    assert f'action="{here}/amend"' in (await client.get(f"{here}/amendments")).text
    form = (await client.get(f"{here}/amend?first=2")).text
    assert 'name="ticket"' not in form
    wish = await written(chapter, words="Der neue zweite Absatz.", reason="Klarer.")
    sent = [await client.post(f"{here}/amend", data=wish) for _ in range(2)]
    remark = await client.post(
        f"{here}/remark", data=await written(chapter, text="Warum?")
    )

    assert {one.headers["location"] for one in sent} == {own}
    assert remark.headers["location"].startswith(f"{here}/amendments?language=de#r-")
    (amendment,) = await amendments_of(plan.id)
    assert (amendment.participant, amendment.initiator_name) == (guest.id, "")
    listed = (await client.get(own)).text
    assert "A5-002" in listed
    assert "Warum?" in listed
    await client.post(f"{own}/lip/amendments/A5-002/withdraw")
    (amendment,) = await amendments_of(plan.id)
    assert amendment.status is MotionStatus.WITHDRAWN


async def test_her_code_stands_on_no_page_that_others_read(
    client: httpx.AsyncClient, plan: PlanFacts, chapter: UUID
) -> None:
    guest = await make_participant(await make_conference())
    key = (await chapter_by_id(chapter)).key
    here = f"/t/{shown(guest.code)}/plan/lip/{key}"
    await client.post(f"{here}/amend", data=await written(chapter, words="Anders."))
    await client.post(f"{here}/remark", data=await written(chapter, text="Gut."))
    editor = another(client)
    await sign_in_as(editor, Role.EDITOR)
    status = {"status": "submitted"}
    await send(editor, "/edit/plans/lip/amendments/A5-002/status", status)

    own = await client.get(f"{here}/amendments")
    public = [
        await another(client).get(f"/plan/lip{path}")
        for path in (f"/draft/{key}", f"/draft/{key}/amendments", "/amendments/A5-002")
    ]

    for page in public:
        assert page.status_code == 200
        assert "A5-002" in page.text
        assert guest.code not in page.text.replace("-", "")
    assert 'amendments/A5-002" referrerpolicy="no-referrer"' in own.text
    assert own.headers["x-robots-tag"] == "noindex"


async def test_nothing_is_offered_while_no_text_is_open_or_without_a_ticket(
    client: httpx.AsyncClient,
) -> None:
    guest = await make_participant(await make_conference())
    closed = await make_plan("zu")
    key = (await chapter_by_id(await make_chapter(closed, TEXT))).key
    hidden = await make_plan("geheim", draft_public=False, amendments_open=True)
    secret = (await chapter_by_id(await make_chapter(hidden, TEXT))).key
    own = f"/t/{shown(guest.code)}/plan"

    assert own not in (await client.get(f"/t/{guest.code}")).text
    assert "Gerade ist kein Text offen" in (await client.get(own)).text
    assert (await client.get(f"{own}/zu/{key}/amend")).status_code in {409, 410}
    assert (await client.get(f"{own}/geheim/{secret}/amendments")).status_code == 404
    assert (await client.get("/t/ABCD-EFGH-JKMN/plan")).status_code == 404
