"""Names at amendments and remarks go in time; the words stay."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from lip.database import StoreEngine, fetch
from lip.journal.rules.entries import COMMAND
from lip.plan.actions.forget import (
    AMENDMENT_NAMES,
    AUTHORS,
    REMARK_NAMES,
    forget_author,
    forget_names_due,
    names_due,
)
from lip.plan.actions.remark import RemarkWish, write_remark
from lip.plan.actions.submit_amendment import AmendmentWish, Change, submit_amendment
from lip.plan.kept import KINDS
from lip.plan.queries.chapters import chapter_by_id, text_in
from tests.factories import clock, make_conference, make_participant
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio


async def write(guest: UUID) -> None:
    plan = await make_plan(amendments_open=True, comments_open=True)
    chapter = await make_chapter(plan)
    key = (await chapter_by_id(chapter)).key
    base = (await text_in(chapter, "de")).version
    change = Change(base_version=base, first_line=1, last_line=1, words="Anders.")
    await submit_amendment(
        plan,
        key,
        AmendmentWish(
            language="de", change=change, initiator_name="Ada", participant=guest
        ),
        by=COMMAND,
        now=clock(),
        request=uuid4(),
    )
    remark = RemarkWish(
        language="de",
        base_version=base,
        first_line=1,
        last_line=1,
        text="Gut.",
        author_name="Ada",
        participant=guest,
    )
    await write_remark(plan, key, remark, by=COMMAND, now=clock(), request=uuid4())


async def names() -> list[str]:
    rows = await fetch(
        "SELECT initiator_name AS name FROM amendment UNION ALL "
        "SELECT author_name FROM line_remark"
    )
    return [row["name"] for row in rows]


async def test_a_person_gets_a_copy_and_is_forgotten_on_her_wish(
    db: StoreEngine,
) -> None:
    guest = (await make_participant(await make_conference())).id
    await write(guest)

    copy = await KINDS[0].of_person(guest)
    forgotten = await forget_author(guest)

    assert (len(copy), forgotten) == (2, 2)
    assert {"Ada"} <= {word for one in copy for word in one.values()}
    assert await names() == ["", ""]
    assert not await KINDS[0].of_person(guest)


async def test_names_and_authors_go_when_their_time_is_over(db: StoreEngine) -> None:
    conference = await make_conference()
    guest = (await make_participant(conference)).id
    await write(guest)
    later = clock() + timedelta(days=1)

    assert await names_due(clock()) == 0
    assert await forget_names_due(later + REMARK_NAMES) == 1
    assert sorted(await names()) == ["", "Ada"]
    assert await forget_names_due(later + AMENDMENT_NAMES) == 1
    assert await names() == ["", ""]
    assert not await AUTHORS.due(clock())
    far = clock() + timedelta(days=3650)
    assert await AUTHORS.forget(far) == {conference.key: 2}
    assert not await AUTHORS.due(far)
