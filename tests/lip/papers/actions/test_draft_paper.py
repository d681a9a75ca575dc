"""A paper made from measures and chapters, as a draft that lacks what people write."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from pypdf import PdfReader

from lip.accounts.rules.roles import Role
from lip.database import StoreEngine
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.rules.entries import COMMAND
from lip.measures.actions.save_measure import add_measure
from lip.measures.rules.sheet import CouncilLine
from lip.papers.actions.draft_paper import draft_paper
from lip.papers.actions.release_paper import release_paper
from lip.papers.pages.paper_form import values_of
from lip.papers.queries.papers import (
    Wanted,
    paper_by_id,
    papers,
    papers_at,
    whole_paper,
)
from lip.papers.rules.kinds import PaperKind, SectionKind
from lip.said import Said
from lip.sample.measure_texts import CONCEPT
from lip.subjects import SubjectKind
from tests.client import send, sign_in_as
from tests.factories import clock
from tests.lip.papers.factories import fields_of, make_paper
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio

KARLSRUHE = (
    Path(__file__).parents[5] / "shared/data/karlsruhe/kapitel_3_sprache_und_bildung.md"
)
TITLE = "Handlungsfeld „Sprache und Bildung“"

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
    assert [one.kind for one in made.sections] == [
        *(SectionKind.MOTION, SectionKind.GENDER, SectionKind.TEXT)
    ]
    assert f"1. das Vorhaben „{name}“ zu beschließen." == made.sections[0].text
    assert made.sections[1].text == ""
    assert CONCEPT.summary.pick("de").text in made.sections[2].text
    assert [one.cents for one in made.costs] == [49501600]
    assert "495.016" in made.facts.cost_sentence
    with pytest.raises(Conflict, match="paper_needs_gender"):
        await release_paper(paper, by=COMMAND, now=clock())


async def drafted_of_real_texts(client: httpx.AsyncClient) -> str:
    """Tick the real chapter and the real measure; give the place of the draft."""
    await sign_in_as(client, Role.EDITOR)
    text = KARLSRUHE.read_text(encoding="utf-8").partition("-->")[2].strip()
    named = f"{text}\n\nNach Vorlage 2018/0535 und Drucksache 7/2026.\n"
    chapter = await make_chapter(
        await make_plan("lip"), named, number="3.", title=TITLE
    )
    council = CouncilLine(text=Said.of(de="Drs. 1003/2016"), paper="1003/2016")
    sheet = replace(CONCEPT, council=(council,))
    measure = await add_measure(sheet, key="konzept", by=COMMAND, now=clock())
    await make_paper("1003/2016")
    chosen = {"chapter": str(chapter), "measure": str(measure)}
    typed = {"reference": "7/2026", "title": "Der Plan"}
    sent = await send(client, "/edit/papers/draft", typed | chosen)
    assert sent.status_code == 303, sent.text
    return sent.headers["location"]


@pytest.mark.skipif(not KARLSRUHE.is_file(), reason="the real chapter is not here")
async def test_real_texts_become_a_draft_with_all_that_they_say(
    client: httpx.AsyncClient,
):
    at = await drafted_of_real_texts(client)

    made = await whole_paper((await papers_at("7-2026"))[0])
    form = (await client.get(f"{at}/edit")).text
    refused = await send(client, f"{at}/release")

    assert [one.heading for one in made.sections] == [
        *("Antrag,", "Berücksichtigung von Gender-Aspekten", f"3. {TITLE}"),
        CONCEPT.title.pick("de").text,
    ]
    assert "„3. Handlungsfeld ‚Sprache und Bildung‘“ zu beschließen," in form
    assert [one.reference for one in made.related] == ["1003/2016", "2018/0535"]
    assert [(one.cents, one.label[-10:]) for one in made.costs] == [
        (49501600, "(jährlich)")
    ]
    assert refused.status_code == 409


@pytest.mark.skipif(not KARLSRUHE.is_file(), reason="the real chapter is not here")
async def test_a_draft_of_real_texts_is_read_and_printed_without_broken_markup(
    client: httpx.AsyncClient,
):
    at = await drafted_of_real_texts(client)
    made = await whole_paper((await papers_at("7-2026"))[0])
    fields = fields_of(values_of(made)) | {"gender": "Für alle.", "version": "1"}

    await send(client, f"{at}/edit", fields)
    await send(client, f"{at}/release")
    page = (await client.get("/de/papers/7-2026")).text
    pdf = PdfReader(BytesIO((await client.get("/papers/7-2026/print.pdf")).content))
    printed = " ".join(" ".join(one.extract_text() for one in pdf.pages).split())

    for words in ("[^", "**"):
        assert words not in page
        assert words not in printed
    assert (page.count("<h3>3."), page.count("<h4>")) == (3, 14)
    for words in ("Ausbildung.“ (1)</p>", "<p>(1) Verfassung des Landes", "<p>(24) "):
        assert words in page
    for words in ("(24) ", "3.3. Sprachförderung für Erwachsene", "495.016,00 €"):
        assert words in printed


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
