"""A paper made from measures and chapters, as a draft that lacks what people write."""

from uuid import uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.database import StoreEngine
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.rules.entries import COMMAND
from lip.measures.actions.save_measure import add_measure
from lip.papers.actions.draft_paper import draft_paper
from lip.papers.actions.release_paper import release_paper
from lip.papers.queries.papers import Wanted, paper_by_id, papers, whole_paper
from lip.papers.rules.kinds import PaperKind, SectionKind
from lip.sample.measure_texts import CONCEPT
from lip.subjects import SubjectKind
from tests.client import send, sign_in_as
from tests.factories import clock

pytestmark = pytest.mark.anyio

MEASURE = SubjectKind.MEASURE


async def test_a_measure_becomes_motion_text_and_costs(db: StoreEngine):
    measure = await add_measure(CONCEPT, key="konzept", by=COMMAND, now=clock())
    request = uuid4()
    for _time in range(2):
        paper = await draft_paper(
            [(MEASURE, measure)], reference="7/2026", title="Konzept",
            by=COMMAND, now=clock(), request=request,
        )  # fmt: skip

    made = await whole_paper(await paper_by_id(paper))

    name = CONCEPT.title.pick("de").text
    assert made.facts.kind is PaperKind.DECISION
    assert [one.kind for one in made.sections] == [SectionKind.MOTION, SectionKind.TEXT]
    assert f"1. das Vorhaben „{name}“ zu beschließen." == made.sections[0].text
    assert CONCEPT.summary.pick("de").text in made.sections[1].text
    assert [one.cents for one in made.costs] == [49501600]
    assert "495.016" in made.facts.cost_sentence
    with pytest.raises(Conflict, match="paper_needs_gender"):
        await release_paper(paper, by=COMMAND, now=clock())


async def test_nothing_is_made_of_nothing(db: StoreEngine):
    words = {"reference": "7/2026", "title": "Leer", "by": COMMAND, "now": clock()}

    with pytest.raises(Unusable, match="draft_needs_subjects"):
        await draft_paper([], **words)  # type: ignore[arg-type]
    with pytest.raises(NotFound, match="unknown_chapter"):
        await draft_paper([(SubjectKind.CHAPTER, uuid4())], **words)  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        await draft_paper([(MEASURE, uuid4())], **words)  # type: ignore[arg-type]


async def test_an_editor_ticks_what_a_paper_is_made_of(client: httpx.AsyncClient):
    await sign_in_as(client, Role.EDITOR)
    measure = await add_measure(CONCEPT, key="konzept", by=COMMAND, now=clock())
    path, typed = "/de/edit/papers/draft", {"reference": "7/2026", "title": "Konzept"}

    nothing = await send(client, path, typed)
    wrong = await send(client, path, {**typed, "measure": "keins"})
    made = await send(client, path, {**typed, "measure": str(measure)})

    assert (nothing.status_code, wrong.status_code) == (422, 422)
    assert "mindestens ein Kapitel oder ein Vorhaben" in nothing.text
    assert made.status_code == 303
    assert [one.reference for one in await papers(Wanted())] == ["7/2026"]
