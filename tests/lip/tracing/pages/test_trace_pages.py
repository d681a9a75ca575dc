"""What became of what, as people see it."""

from datetime import timedelta
from uuid import uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.actions.register import ticket_code
from lip.conference.rules.codes import shown
from lip.database import fetch
from lip.journal.rules.entries import COMMAND
from lip.measures.actions.measure_indicator import add_value
from lip.measures.rules.measures import ValueLine
from lip.measures.rules.sheet import IndicatorLine, Sheet
from lip.partial_dates import PartialDate
from lip.plan.actions.save_text import set_state
from lip.plan.rules.kinds import TextState
from lip.said import Said
from lip.subjects import SubjectKind
from lip.tracing.actions.decline import decline
from lip.tracing.actions.report_on import report_on
from lip.tracing.actions.wish_answer import wish_of
from proposals.actions.forget import forget_author
from tests.client import send, sign_in_as
from tests.factories import KEYS, clock, make_participant
from tests.lip.measures.made import make_measure
from tests.lip.papers.factories import make_paper
from tests.lip.plan.chapters import make_chapter, make_plan
from tests.lip.tracing.ways import (
    PARAGRAPHS,
    lay,
    make_clusters,
    node,
    put_to_vote,
    take_up,
)
from tests.proposals.collections import make_collecting, make_proposal
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


async def seen(client: httpx.AsyncClient, path: str) -> str:
    answer = await client.get(path)
    assert answer.status_code == 200, path
    return answer.text


async def test_the_whole_way_stands_on_each_of_its_pages(client: httpx.AsyncClient):
    place, (first, second, *_), _clusters = await make_clusters()
    await put_to_vote(place, [first, second])
    chapter = node(
        SubjectKind.CHAPTER, await make_chapter(await make_plan(), PARAGRAPHS)
    )
    sheet = Sheet(
        title=Said.of(de="Abendkurse"),
        indicators=(IndicatorLine(name=Said.of(de="Kurse"), unit=Said.of(de="Stück")),),
    )
    measure = node(SubjectKind.MEASURE, await make_measure(sheet, public=True))
    report = await make_chapter(await make_plan("bericht"), title="Bericht 2026")
    await lay(first, chapter, lines=(3, 4), note=Said.of(de="Fast wörtlich."))
    await lay(chapter, measure)
    await lay(measure, node(SubjectKind.PAPER, await make_paper()))
    await report_on([measure.id], report)
    [line] = await fetch("SELECT id FROM indicator")
    value = ValueLine(at=PartialDate(2026), value="12")
    await add_value(line["id"], value, by=COMMAND, now=clock())

    for one in (first, chapter, measure):
        page = await seen(client, f"/de/traces/{one.kind}/{one.id}")
        for text in (
            f'href="/de/c/{place.key}/proposals/1"',
            f'href="/de/c/{place.key}/clusters/1"',
            f'href="/de/c/{place.key}/rounds/1"',
            "Zur Abstimmung gestellt" if one is first else "Was zuerst?",
            "Zeilen 3 bis 4",
            "Fast wörtlich.",
            "Abendkurse",
            "Wie weit es ist",
            "Drucksachen",
            "12 Stück",
            "Bericht 2026",
        ):
            assert text in page, (one.kind, text)
    page = await seen(client, f"/de/traces/proposal/{first.id}")
    assert 'href="/de/plan/lip/draft/1-sprache/de?z=3-4#z3"' in page


async def test_pages_link_to_the_way(client: httpx.AsyncClient):
    place, (first, *_), _clusters = await make_clusters()
    made = await make_chapter(await make_plan())

    proposal = await seen(client, f"/de/c/{place.key}/proposals/1")
    chapter = await seen(client, "/de/plan/lip/1-sprache")

    assert f'href="/de/traces/proposal/{first.id}"' in proposal
    assert f'href="/de/traces/chapter/{made}"' in chapter


async def test_what_is_not_public_is_left_out_of_ways(client: httpx.AsyncClient):
    _place, (first, second, *_), _clusters = await make_clusters()
    author = await make_participant(_place)
    draft = node(SubjectKind.MEASURE, await make_measure())
    measure = node(SubjectKind.MEASURE, await make_measure(public=True))
    title = Said.of(de="Geheimes Vorhaben")
    await fetch("UPDATE measure SET title = ? WHERE id = ?", title.dump(), draft.id)
    await lay(first, draft)
    await lay(draft, measure)
    await lay(second, measure)
    await forget_author(author.id)
    await fetch("UPDATE proposal SET standing = ? WHERE id = ?", "hidden", second.id)

    of_first = await seen(client, f"/de/traces/proposal/{first.id}")
    of_measure = await seen(client, f"/de/traces/measure/{measure.id}")

    assert "Geheimes" not in of_first + of_measure
    assert "Sprachkurse für alle" in of_first
    assert "Deutschkurse am Abend" in of_measure
    assert "Frauen mit kleinen Kindern" not in of_measure
    for path in (f"proposal/{second.id}", f"measure/{draft.id}", f"nothing/{uuid4()}"):
        assert (await client.get(f"/de/traces/{path}")).status_code == 404


async def test_an_editor_finds_what_has_no_answer_and_lays_a_trace(
    client: httpx.AsyncClient,
):
    place, (first, second, *_), (cluster, _other) = await make_clusters()
    measure = await make_measure(public=True)
    await sign_in_as(client, Role.EDITOR)
    form = f"/edit/traces/proposal/{first.id}"
    fields = {"other": f"measure:{measure}", "became": "adopted"}
    key = {"request": str(uuid4())}

    before = await seen(client, "/de/edit/traces?q=kINDERBetreuung")
    wrong = await send(client, form, {**fields, "first": "3", "last": "900", **key})
    narrowed = await seen(client, f"/de{form}?q=gibtesnicht")
    answers = [await send(client, form, fields | key) for _ in range(2)]
    after = await seen(client, "/de/edit/traces")
    told = await seen(client, "/de/edit/traces?answer=told")

    assert form in before
    assert f"/edit/traces/cluster/{cluster.id}" in before
    assert str(second.id) not in before
    assert wrong.status_code == 422
    assert 'value="900"' in wrong.text
    assert str(measure) not in narrowed
    assert [one.status_code for one in answers] == [303, 303]
    assert form not in after
    assert form in told
    assert "führt zu" in await seen(client, f"/de{form}")
    assert "übernommen" in await seen(client, f"/de/c/{place.key}/proposals")


async def test_an_editor_takes_a_trace_up_and_declines_with_a_reason(
    client: httpx.AsyncClient,
):
    place, (first, *_), _clusters = await make_clusters()
    await lay(first, node(SubjectKind.MEASURE))
    await sign_in_as(client, Role.EDITOR)
    form = f"/edit/traces/proposal/{first.id}"
    [trace] = await fetch("SELECT id FROM trace")
    reason = {"reason-de": "Das entscheidet das Land."}

    gone = await seen(client, f"/de{form}")
    first_try = await send(client, f"{form}/not-followed", reason)
    await send(client, f"{form}/{trace['id']}/take-up", {})
    empty = await send(client, f"{form}/not-followed", {"reason-de": ""})
    declined = await send(client, f"{form}/not-followed", reason)

    assert "Nicht mehr da" in gone
    assert (first_try.status_code, empty.status_code, declined.status_code) == (
        *(422, 422),
        303,
    )
    page = await seen(client, f"/de/c/{place.key}/proposals/1")
    assert "Zurückgenommen: Aufgegriffen" in page
    assert "Das entscheidet das Land." in page
    way = await seen(client, f"/de/traces/proposal/{first.id}")
    assert "Das entscheidet das Land." in way
    assert "Noch keine Spur" not in way


async def test_a_yearly_report_stands_at_the_end_of_the_way(client: httpx.AsyncClient):
    measure = await make_measure(public=True)
    await make_plan()
    await sign_in_as(client, Role.EDITOR)
    fields = {"plan": "lip", "year": "2026", "request": str(uuid4())}

    for _ in range(2):
        answer = await send(client, "/edit/measures/report-chapter", fields)
        assert answer.status_code == 303

    [row] = await fetch("SELECT measure, chapter FROM reported")
    assert row["measure"] == measure
    hidden = await seen(client, f"/de/traces/measure/{measure}")
    await set_state(row["chapter"], "de", TextState.RELEASED, by=COMMAND, now=clock())
    shown_now = await seen(client, f"/de/traces/measure/{measure}")
    of_report = await seen(client, f"/de/traces/chapter/{row['chapter']}")
    assert "Bericht 2026" not in hidden
    assert "Bericht 2026" in shown_now
    assert "Darüber wird berichtet" in of_report


async def test_the_desk_and_its_form_cost_the_same_with_many(
    client: httpx.AsyncClient,
):
    place, (first, *_), _clusters = await make_clusters()
    chapter = await make_chapter(await make_plan())
    await lay(first, node(SubjectKind.CHAPTER, chapter))
    await sign_in_as(client, Role.EDITOR)
    paths = (
        "/de/edit/traces?answer=",
        f"/de/edit/traces/chapter/{chapter}",
        f"/de/traces/chapter/{chapter}",
        "/de/traces",
    )
    few = []
    for path in paths:
        with counted_queries() as seen_few:
            await seen(client, path)
        few.append(len(seen_few))

    for n in range(40):
        made = await make_proposal(place, f"Vorschlag, der {n} Dinge will.")
        await lay(
            node(SubjectKind.PROPOSAL, made.id), node(SubjectKind.CHAPTER, chapter)
        )

    for path, before in zip(paths, few, strict=True):
        with counted_queries() as seen_many:
            page = await seen(client, path)
        assert len(seen_many) == before, path
    assert "Migrationskonferenz" not in page or "46" in page


async def test_the_figures_hide_few(client: httpx.AsyncClient):
    place = await make_collecting()
    made = [await make_proposal(place, now=clock() - timedelta(days=9))]
    small = await seen(client, "/de/traces")
    made += [await make_proposal(place) for _ in range(11)]
    for one in made[:6]:
        await decline(
            node(SubjectKind.PROPOSAL, one.id),
            Said.of(de="Nein."),
            by=COMMAND,
            now=clock(),
            request=uuid4(),
        )

    page = await seen(client, "/de/traces")

    assert "weniger als fünf Vorschläge" in small
    assert "6 von 12 Vorschlägen haben eine Antwort (50 %)." in page
    assert "am schnellsten 0, am längsten 9." in page


async def test_she_reads_the_same_of_her_proposal_everywhere(
    client: httpx.AsyncClient,
):
    place = await make_collecting()
    author = await make_participant(place)
    text = "Mehr Kurse am Abend."
    made = await make_proposal(place, participant=author.id, text=text)
    hidden = await make_proposal(place, participant=author.id, text="Etwas Böses.")
    await fetch("UPDATE proposal SET standing = ? WHERE id = ?", "hidden", hidden.id)
    code = shown(ticket_code(author.id, 1, keys=KEYS))
    proposal, measure = node(SubjectKind.PROPOSAL, made.id), node(SubjectKind.MEASURE)
    await lay(proposal, measure)

    async def told(word: str) -> list[bool]:
        pages = (
            f"/c/{place.key}/proposals",
            f"/c/{place.key}/proposals/{made.number}",
            f"/t/{code}/proposals",
            f"/t/{code}/proposals/{made.number}/read",
            f"/t/{code}/answers",
            f"/traces/proposal/{made.id}",
        )
        return [word in await seen(client, f"/de{path}") for path in pages]

    taken_up = await told("ufgegriffen")
    await take_up(measure)
    collected = [await told("gesammelt"), await told("Aufgegriffen:")]

    assert all(taken_up)
    assert collected[0].count(True) >= 4
    assert "verborgen" in await seen(client, f"/de/t/{code}/answers")


async def test_she_asks_for_a_letter_and_takes_it_back(client: httpx.AsyncClient):
    place = await make_collecting()
    author = await make_participant(place)
    await make_proposal(place, participant=author.id, text="Mehr Kurse.")
    path = f"/t/{shown(ticket_code(author.id, 1, keys=KEYS))}/answers"

    wrong = await client.post(path, data={"email": "so nicht"})
    right = await client.post(path, data={"email": "ada@example.org"})
    page = await seen(client, f"/de{path}")
    kept = await wish_of(author.id)
    ended = await client.post(path, data={"end": "1"})

    assert wrong.status_code == 422
    assert "so nicht" in wrong.text
    assert right.status_code == ended.status_code == 303
    assert "Mehr Kurse." in page
    assert "ada@example.org" in page
    assert kept is not None
    assert await wish_of(author.id) is None
