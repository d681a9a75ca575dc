"""Amendments from the first word to the draft that has them."""

from uuid import UUID, uuid4

import pytest

from lip.database import StoreEngine
from lip.errors import Conflict, NotFound, Refusal, TooLate, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.plan.actions.decide_amendment import (
    Procedure,
    adopt,
    adopt_modified,
    propose_procedure,
    reject,
    reopen,
    set_status,
    withdraw,
)
from lip.plan.actions.remark import RemarkWish, show_remark, write_remark
from lip.plan.actions.save_text import Words, save_text
from lip.plan.actions.submit_amendment import (
    AmendmentWish,
    Change,
    submit_amendment,
)
from lip.plan.queries.amendments import amendment_by_code, amendments_of
from lip.plan.queries.chapters import chapter_by_id, text_in, wording_of
from lip.plan.queries.remarks import remarks_of
from lip.plan.queries.talk import all_amendments, all_remarks
from lip.plan.rules.kinds import MotionStatus, SavedBy
from lip.plan.rules.plans import PlanFacts
from tests.factories import clock, make_conference, make_participant
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio

TEXT = (
    "Der erste Absatz.\n\nDer zweite Absatz.\n\n"
    "- Sprache\n- Arbeit\n\nDer letzte Absatz."
)


@pytest.fixture
async def plan(db: StoreEngine) -> PlanFacts:
    return await make_plan(amendments_open=True, comments_open=True)


@pytest.fixture
async def chapter(plan: PlanFacts) -> UUID:
    return await make_chapter(plan, TEXT, code="A5")


async def hand_in(
    plan: PlanFacts,
    chapter: UUID,
    first: int,
    words: str,
    *,
    last: int = 0,
    base: int = 0,
    request: UUID | None = None,
    participant: UUID | None = None,
    by_editor: bool = True,
) -> str:
    there = await chapter_by_id(chapter)
    base = base or (await text_in(chapter, "de")).version
    return await submit_amendment(
        plan,
        there.key,
        AmendmentWish(
            language="de",
            change=Change(
                base_version=base,
                first_line=first,
                last_line=last or first,
                words=words,
            ),
            reason="Darum",
            initiator_name="Verein",
            participant=participant,
        ),
        by=COMMAND,
        now=clock(),
        request=request or uuid4(),
        by_editor=by_editor,
    )


async def say(chapter: UUID, text: str) -> int:
    there = await text_in(chapter, "de")
    words = Words(title=there.title, text=text, began_with=there.version)
    await save_text(chapter, "de", words, by=COMMAND, now=clock())
    return (await text_in(chapter, "de")).version


async def test_an_amendment_is_adopted_into_the_draft(
    plan: PlanFacts, chapter: UUID
) -> None:
    code = await hand_in(plan, chapter, 2, "Der neue zweite Absatz.")

    version = await adopt(plan, code, by=COMMAND, now=clock())

    there = await text_in(chapter, "de")
    wording = await wording_of(there.id, version)
    amendment = await amendment_by_code(plan.id, code)
    assert code == "A5-002"
    assert there.text == TEXT.replace("Der zweite", "Der neue zweite")
    assert (there.version, wording.saved_by) == (version, SavedBy.AMENDMENT)
    assert (amendment.status, amendment.version_after) == (
        MotionStatus.ACCEPTED,
        version,
    )
    with pytest.raises(Conflict, match="amendment_decided"):
        await adopt(plan, code, by=COMMAND, now=clock())


async def test_the_same_request_is_one_amendment(
    plan: PlanFacts, chapter: UUID
) -> None:
    request = uuid4()

    codes = {await hand_in(plan, chapter, 1, "Neu.", request=request) for _ in range(2)}
    codes.add(await hand_in(plan, chapter, 1, "Anders."))

    assert codes == {"A5-001", "A5-001-2"}
    assert len(await amendments_of(plan.id)) == 2


async def test_others_are_carried_to_the_wording_that_an_adoption_made(
    plan: PlanFacts, chapter: UUID
) -> None:
    above = await hand_in(plan, chapter, 1, "Vorweg.\n\nDer erste Absatz.")
    below = await hand_in(plan, chapter, 5, "Der allerletzte Absatz.")

    await adopt(plan, above, by=COMMAND, now=clock())
    await adopt(plan, below, by=COMMAND, now=clock())

    text = (await text_in(chapter, "de")).text
    assert text.startswith("Vorweg.\n\nDer erste")
    assert text.endswith("Der allerletzte Absatz.")


async def test_other_words_of_one_paragraph_are_adopted_beside_each_other(
    plan: PlanFacts, chapter: UUID
) -> None:
    words = "Der zweite Absatz sagt vieles mit wenigen Worten."
    await say(chapter, TEXT.replace("Der zweite Absatz.", words))
    ones = [
        await hand_in(plan, chapter, 2, words.replace(*change))
        for change in (("vieles", "alles"), ("wenigen", "drei"), ("zweite", "andere"))
    ]

    collide = [one.collides for one in await all_amendments(plan)]
    for code in reversed(ones):
        await adopt(plan, code, by=COMMAND, now=clock())

    assert collide == [[], [], []]
    text = (await text_in(chapter, "de")).text
    assert "Der andere Absatz sagt alles mit drei Worten." in text
    later = await hand_in(plan, chapter, 2, "Der Absatz.")
    assert (await amendment_by_code(plan.id, later)).first_line == 2


async def test_what_stands_against_other_words_waits_until_somebody_has_looked(
    plan: PlanFacts, chapter: UUID
) -> None:
    code = await hand_in(plan, chapter, 2, "Der neue zweite Absatz.")
    version = await say(chapter, TEXT.replace("Der zweite", "Ein anderer zweiter"))

    with pytest.raises(Conflict, match="amendment_lines_changed"):
        await adopt(plan, code, by=COMMAND, now=clock())
    (shown,) = await all_amendments(plan)
    assert shown.stale
    assert "anderer" in "".join(one.text for one in shown.meanwhile)

    change = Change(base_version=version, first_line=2, last_line=2, words="Beides.")
    await adopt_modified(plan, code, change, by=COMMAND, now=clock(), reply="Anders")

    amendment = await amendment_by_code(plan.id, code)
    assert amendment.status is MotionStatus.MODIFIED_ACCEPTED
    assert [one.new for one in amendment.final] == ["Beides."]
    assert "Beides." in (await text_in(chapter, "de")).text


async def test_an_old_wording_is_taken_where_its_lines_are_the_same_still(
    plan: PlanFacts, chapter: UUID
) -> None:
    before = (await text_in(chapter, "de")).version
    await say(chapter, "Davor.\n\n" + TEXT.replace("erste", "allererste"))

    code = await hand_in(plan, chapter, 5, "Der Schluss.", base=before)

    assert code == "A5-006"
    with pytest.raises(Conflict, match="draft_changed_meanwhile"):
        await hand_in(plan, chapter, 1, "Der andere Absatz.", base=before)


async def test_collisions_are_found_among_open_ones(
    plan: PlanFacts, chapter: UUID
) -> None:
    one = await hand_in(plan, chapter, 2, "Der neue zweite Absatz.")
    other = await hand_in(plan, chapter, 2, "")
    apart = await hand_in(plan, chapter, 5, "Schluss.")

    shown = await all_amendments(plan)

    found = {each.facts.code: list(each.collides) for each in shown}
    assert found == {one: [other], other: [one], apart: []}


@pytest.mark.parametrize(
    "first, last, words, code",
    [
        (1, 9, "Neu.", "no_such_line"),
        (3, 2, "Neu.", "lines_reversed"),
        (0, 1, "Neu.", "no_such_line"),
        (2, 2, "Der zweite Absatz.", "nothing_changed"),
        (2, 2, "x" * 50_000, "amendment_too_long"),
    ],
)
async def test_what_cannot_be_an_amendment_is_refused(
    plan: PlanFacts, chapter: UUID, first: int, last: int, words: str, code: str
) -> None:
    with pytest.raises(Unusable, match=code):
        await hand_in(plan, chapter, first, words, last=last)

    assert not await amendments_of(plan.id)


async def test_the_public_waits_for_the_editors_and_for_an_open_plan(
    plan: PlanFacts, chapter: UUID
) -> None:
    code = await hand_in(plan, chapter, 1, "Neu.", by_editor=False)
    closed = await make_plan("zu")
    other = await make_chapter(closed, TEXT)

    assert not (await amendment_by_code(plan.id, code)).public
    assert await set_status(plan, code, MotionStatus.SUBMITTED, by=COMMAND, now=clock())
    assert (await amendment_by_code(plan.id, code)).public
    with pytest.raises(TooLate, match="amendments_closed"):
        await hand_in(closed, other, 1, "Neu.", by_editor=False)


async def test_it_is_rejected_with_a_reason_or_taken_back_by_its_author(
    plan: PlanFacts, chapter: UUID
) -> None:
    guest = (await make_participant(await make_conference())).id
    refused = await hand_in(plan, chapter, 1, "Neu.")
    own = await hand_in(plan, chapter, 2, "Auch neu.", participant=guest)
    procedure = Procedure(proposed=MotionStatus.REJECTED, words="Steht schon da.")

    assert await propose_procedure(plan, refused, procedure, by=COMMAND, now=clock())
    assert not await propose_procedure(
        plan, refused, procedure, by=COMMAND, now=clock()
    )
    with pytest.raises(Unusable, match="amendment_needs_reason"):
        await reject(plan, refused, " ", by=COMMAND, now=clock())
    await reject(plan, refused, "Zu schnell.", by=COMMAND, now=clock())
    await reopen(plan, refused, by=COMMAND, now=clock())
    assert not (await amendment_by_code(plan.id, refused)).reply
    with pytest.raises(Conflict, match="amendment_decided"):
        await reopen(plan, refused, by=COMMAND, now=clock())
    await reject(plan, refused, "Schon gesagt.", by=COMMAND, now=clock())
    with pytest.raises(NotFound, match="not_your_amendment"):
        await withdraw(plan, own, uuid4(), by=COMMAND, now=clock())
    assert await withdraw(plan, own, guest, by=COMMAND, now=clock())
    assert not await withdraw(plan, own, guest, by=COMMAND, now=clock())

    statuses = [one.status for one in await amendments_of(plan.id)]
    acts = {one.act for one in await entries(Filter())}
    assert statuses == [MotionStatus.REJECTED, MotionStatus.WITHDRAWN]
    assert acts >= {Act.AMENDMENT_REJECTED, Act.AMENDMENT_WITHDRAWN}
    assert (await text_in(chapter, "de")).text == TEXT


async def test_a_remark_keeps_its_lines_and_can_be_hidden(
    plan: PlanFacts, chapter: UUID
) -> None:
    there = await chapter_by_id(chapter)
    base = (await text_in(chapter, "de")).version
    wish = RemarkWish(
        language="de", base_version=base, first_line=2, last_line=2, text="Gut so."
    )
    request = uuid4()
    for _ in range(2):
        made = await write_remark(
            plan, there.key, wish, by=COMMAND, now=clock(), request=request
        )
    await say(chapter, "Davor.\n\n" + TEXT)

    (remark,) = await all_remarks(plan)

    assert remark.facts.excerpt == "Der zweite Absatz."
    assert remark.now == (3, 3)
    assert await show_remark(plan, made, shown=False, by=COMMAND, now=clock())
    assert (await remarks_of(plan.id))[0].hidden


@pytest.mark.parametrize(
    "changes, code",
    [
        ({"text": " "}, "remark_without_words"),
        ({"text": "x" * 4_000}, "remark_too_long"),
        ({"last_line": 99}, "no_such_line"),
        ({"first_line": 2, "last_line": 1}, "lines_reversed"),
        ({"base_version": 77}, "draft_changed_meanwhile"),
    ],
)
async def test_a_remark_without_words_or_lines_is_refused(
    plan: PlanFacts, chapter: UUID, changes: dict[str, object], code: str
) -> None:
    there = await chapter_by_id(chapter)
    base = (await text_in(chapter, "de")).version
    usual = {
        "language": "de",
        "base_version": base,
        "first_line": 1,
        "last_line": 1,
        "text": "Ja.",
    }

    with pytest.raises(Refusal, match=code):
        await write_remark(
            plan,
            there.key,
            RemarkWish(**(usual | changes)),  # type: ignore[arg-type]  # as in the table
            by=COMMAND,
            now=clock(),
            request=uuid4(),
        )
