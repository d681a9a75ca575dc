"""Adding and saving papers, releasing and removing them."""

import asyncio
from dataclasses import replace
from uuid import uuid4

import pytest

from lip.bodies.queries.steps import steps_of
from lip.database import StoreEngine
from lip.errors import Conflict, NotFound, TooLate, Unusable
from lip.journal.rules.entries import COMMAND
from lip.papers.actions.release_paper import release_paper
from lip.papers.actions.remove_paper import remove_paper, restore_paper
from lip.papers.actions.save_paper import add_paper, save_paper
from lip.papers.actions.take_in import take_in_papers
from lip.papers.queries.papers import (
    Wanted,
    number_of_papers,
    paper_by_id,
    papers,
    whole,
    whole_paper,
    years_of_papers,
)
from lip.papers.queries.paths import paths_of
from lip.papers.rules.kinds import ConsultationRole, PaperKind, RelationKind
from lip.papers.rules.papers import (
    MOST_ROWS,
    Consulted,
    CostLine,
    Recipient,
    Related,
    Section,
)
from lip.partial_dates import PartialDate
from lip.subjects import SubjectKind
from tests.factories import clock
from tests.lip.bodies.factories import make_body, make_step
from tests.lip.papers.actions.test_take_in import paper as foreign_paper
from tests.lip.papers.factories import make_paper, wish_of
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


async def test_every_part_is_kept_and_what_stays_keeps_its_id(db: StoreEngine):
    one, two = await make_body("Sozialausschuss"), await make_body("Rat")
    await make_paper("2/2026")
    wish = wish_of(
        kind=PaperKind.INFORMATION,
        city="Landeshauptstadt\nHannover",
        subtitle="Zwischenbilanz",
        stamp="BITTE AUFBEWAHREN",
        agenda_item="4",
        files_said="1 (teilweise online)",
        cost_sentence="Keine.",
        signer="Dez. III",
        place="Hannover",
        costs=(CostLine(label="Räume", year="2026", cents=-100),),
        recipients=(
            Recipient(body=one, address_as="In den", words="In den\nSozialausschuss"),
            Recipient(body=two, address_as="In den", for_information=True),
        ),
        log=(Consulted(body=one, happened=PartialDate(2026), result="Einstimmig"),),
        related=(Related(reference="2-2026", kind=RelationKind.ORIGIN),),
    )
    paper = await add_paper(wish, by=COMMAND, now=clock())
    before = await whole_paper(await paper_by_id(paper))

    log = (
        *before.log,
        Consulted(body=two, role=ConsultationRole.DECISION, yes=10, no=1, abstained=0),
    )
    changed = replace(wish, log=log, recipients=before.recipients[::-1])
    version = await save_paper(paper, changed, version=1, by=COMMAND, now=clock())

    after = await whole_paper(await paper_by_id(paper))
    assert version == 2
    assert [one.words for one in before.recipients] == ["In den\nSozialausschuss", ""]
    assert [one.id for one in after.recipients] == [
        one.id for one in before.recipients[::-1]
    ]
    assert after.log[0].id == before.log[0].id
    assert (after.log[1].yes, after.log[1].no, after.log[1].abstained) == (10, 1, 0)
    assert tuple(after.costs) == wish.costs
    assert [(one.reference, one.path_key) for one in after.related] == [
        ("2/2026", "2-2026")
    ]
    same = await save_paper(paper, changed, version=2, by=COMMAND, now=clock())
    assert same == 2


async def test_two_editors_never_overwrite_each_other(db: StoreEngine):
    paper = await make_paper()
    mine, theirs = wish_of(title="Meiner"), wish_of(title="Ihrer")

    await save_paper(paper, theirs, version=1, by=COMMAND, now=clock())
    with pytest.raises(Conflict, match="paper_changed_meanwhile"):
        await save_paper(paper, mine, version=1, by=COMMAND, now=clock())
    assert (await paper_by_id(paper)).title == "Ihrer"
    assert await save_paper(paper, mine, version=2, by=COMMAND, now=clock()) == 3


async def test_a_number_stands_once_whoever_is_faster(committed_db: StoreEngine):
    request = uuid4()
    made = await asyncio.gather(
        *(
            add_paper(wish_of(), by=COMMAND, now=clock(), request=request)
            for _ in range(3)
        )
    )
    others = await asyncio.gather(
        *(add_paper(wish_of("2/2026"), by=COMMAND, now=clock()) for _ in range(2)),
        return_exceptions=True,
    )

    assert len(set(made)) == 1
    refused = [one for one in others if isinstance(one, Conflict)]
    assert [one.code for one in refused] == ["paper_number_taken"]
    assert await number_of_papers(Wanted()) == 2


async def test_what_cannot_be_is_refused(db: StoreEngine):
    paper = await make_paper()
    wrong = {
        "paper_number_unreadable": wish_of("Nummer sieben"),
        "paper_relates_to_itself": wish_of(
            "3/2026", related=(Related(reference="3-2026"),)
        ),
        "paper_has_too_many_parts": wish_of(
            "3/2026", costs=[CostLine(label="x")] * (MOST_ROWS + 1)
        ),
    }
    for code, wish in wrong.items():
        with pytest.raises(Unusable, match=code):
            await add_paper(wish, by=COMMAND, now=clock())
    with pytest.raises(Conflict, match="paper_number_taken"):
        await add_paper(wish_of(" 1-2026 "), by=COMMAND, now=clock())
    lost = wish_of("3/2026", recipients=(Recipient(body=uuid4()),))
    with pytest.raises(NotFound, match="unknown_body"):
        await add_paper(lost, by=COMMAND, now=clock())
    with pytest.raises(NotFound, match="unknown_paper"):
        await save_paper(uuid4(), wish_of(), version=1, by=COMMAND, now=clock())
    other = await make_paper("4/2026")
    with pytest.raises(Conflict, match="paper_number_taken"):
        await save_paper(other, wish_of(), version=1, by=COMMAND, now=clock())
    assert (await paper_by_id(paper)).version == 1


async def test_papers_may_name_each_other_in_a_circle(db: StoreEngine):
    first = await make_paper("1/2026", related=(Related(reference="2/2026"),))
    second = await make_paper("2/2026", related=(Related(reference="1/2026"),))
    again = wish_of(related=(Related(reference="2/2026"), Related(reference="2-2026")))
    await save_paper(first, again, version=1, by=COMMAND, now=clock())

    one, two = await whole([await paper_by_id(first), await paper_by_id(second)])

    assert [link.other for link in one.related] == [second]
    assert [link.other for link in two.related] == [first]


async def test_without_gender_aspects_nothing_is_released(db: StoreEngine):
    paper = await make_paper(public=False, sections=(Section(text="Bericht"),))

    with pytest.raises(Conflict, match="paper_needs_gender"):
        await release_paper(paper, by=COMMAND, now=clock())
    motion = wish_of(kind=PaperKind.MOTION)
    await save_paper(paper, motion, version=1, by=COMMAND, now=clock())
    with pytest.raises(Conflict, match="paper_needs_motion"):
        await release_paper(paper, by=COMMAND, now=clock())
    await save_paper(paper, wish_of(), version=2, by=COMMAND, now=clock())
    assert await release_paper(paper, by=COMMAND, now=clock())
    assert not await release_paper(paper, by=COMMAND, now=clock())
    assert await paths_of(["1/2026"], now=clock()) == {"1/2026": "/papers/1-2026"}


async def test_what_was_public_leaves_a_mark_and_a_draft_leaves_none(db: StoreEngine):
    shown, hidden = await make_paper("1/2026"), await make_paper("2/2026")
    draft = await make_paper("3/2026", public=False)
    await release_paper(hidden, public=False, by=COMMAND, now=clock())

    for one in (shown, hidden, draft):
        await remove_paper(one, by=COMMAND, now=clock())

    left = await papers(Wanted(removed=True))
    assert {one.id for one in left} == {shown, hidden}
    assert await papers(Wanted()) == []
    assert await paths_of(["1/2026"], now=clock()) == {}
    with pytest.raises(TooLate, match="paper_is_removed"):
        await release_paper(shown, by=COMMAND, now=clock())
    with pytest.raises(Conflict, match="paper_number_taken"):
        await make_paper("1/2026")
    assert await make_paper("3/2026")


async def test_a_removed_paper_comes_back_as_it_was_unless_its_number_is_taken(
    db: StoreEngine,
):
    log = (Consulted(result="Einstimmig"),)
    shown, hidden = await make_paper("1/2026", log=log), await make_paper("2/2026")
    await release_paper(hidden, public=False, by=COMMAND, now=clock())
    for one in (shown, hidden):
        await remove_paper(one, by=COMMAND, now=clock())

    restored = [
        await restore_paper(one, by=COMMAND, now=clock())
        for one in (shown, hidden, shown)
    ]

    assert restored == [True, True, False]
    there = await whole([await paper_by_id(one) for one in (shown, hidden)])
    assert [one.facts.is_public(clock()) for one in there] == [True, False]
    assert there[0].log[0].result == "Einstimmig"
    await release_paper(hidden, by=COMMAND, now=clock())
    await save_paper(hidden, wish_of("5/2026"), version=1, by=COMMAND, now=clock())
    await remove_paper(hidden, by=COMMAND, now=clock())
    elsewhere = foreign_paper(5, reference="5/2026")
    await take_in_papers([elsewhere], by=COMMAND, now=clock())
    with pytest.raises(Conflict, match="paper_number_taken"):
        await restore_paper(hidden, by=COMMAND, now=clock())


async def test_a_draft_that_nobody_saw_takes_its_steps_along(db: StoreEngine):
    draft = await make_paper(public=False)
    await make_step(draft)

    await remove_paper(draft, by=COMMAND, now=clock())

    assert (await steps_of(SubjectKind.PAPER, [draft]))[draft] == []
    with pytest.raises(NotFound, match="unknown_paper"):
        await restore_paper(draft, by=COMMAND, now=clock())


async def test_filters_narrow_and_cost_the_same_for_one_and_many(db: StoreEngine):
    body = await make_body()
    await make_paper("1/2025", dated=PartialDate(2025), title="100 % Ü_bung")
    with counted_queries() as few:
        await whole(await papers(Wanted(public_at=clock())))
    for number in range(2, 8):
        await make_paper(
            f"{number}/2026",
            kind=PaperKind.INQUIRY if number % 2 else PaperKind.INFORMATION,
            recipients=(Recipient(body=body),) if number < 4 else (),
        )
    await make_paper("9/2026", public=False)

    with counted_queries() as many:
        found = await whole(await papers(Wanted(public_at=clock())))

    assert len(found) == 7
    assert len(many) == len(few)
    at = clock()
    for wanted, number in [
        (Wanted(public_at=at, kind=PaperKind.INQUIRY), 3),
        (Wanted(public_at=at, year="2025"), 1),
        (Wanted(public_at=at, body=body), 2),
        (Wanted(public_at=at, text="übung"), 0),
        (Wanted(public_at=at, text="ü_BUNG"), 1),
        (Wanted(public_at=at, text="Ü_bung %"), 1),
        (Wanted(public_at=at, text="siehe 3/2026"), 1),
        (Wanted(text="9/2026"), 1),
    ]:
        assert await number_of_papers(wanted) == number, wanted
    assert await years_of_papers(Wanted(public_at=at)) == ["2026", "2025"]
