"""Plans, chapters and amendments in the shape of Antragsgrün's REST (0.4.0)."""

from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from lip.journal.rules.entries import COMMAND
from lip.plan.actions.decide_amendment import Procedure, propose_procedure
from lip.plan.rules.kinds import MotionStatus
from tests.factories import clock
from tests.lip.plan.actions.test_amendments import TEXT, hand_in
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio

WORDS, NUMBER = {"type": "string"}, {"type": "integer"}
OR_NONE = {"type": ["string", "null"]}


def thing(**fields: Any) -> dict[str, Any]:
    """Say which fields a thing has; others of ours begin with a prefix."""
    return {
        "type": "object",
        "required": list(fields),
        "properties": fields,
        "patternProperties": {"^lip:": {}},
        "additionalProperties": False,
    }


def many(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


STATUS = {"status_id": NUMBER, "status_title": WORDS}
ADDRESSES = {"url_json": WORDS, "url_html": WORDS}
SUPPORTER = thing(
    id=NUMBER,
    type={"enum": ["person", "organization"]},
    name=WORDS,
    organization=WORDS,
    resolution_date=OR_NONE,
)
LINK = thing(
    type={"const": "amendment"},
    id=NUMBER,
    prefix=WORDS,
    initiators_html=WORDS,
    **STATUS,
    **ADDRESSES,
)
HEAD = {
    "id": NUMBER,
    "agenda_item": OR_NONE,
    "prefix": WORDS,
    "title": WORDS,
    "title_with_intro": WORDS,
    "title_with_prefix": WORDS,
    "initiators_html": WORDS,
    **ADDRESSES,
}
SECTION = {
    "type": {"enum": ["Title", "TextSimple"]},
    "title": WORDS,
    "html": WORDS,
}
LIST = thing(
    consultations=many(
        thing(
            title=WORDS,
            title_short=WORDS,
            date_published=OR_NONE,
            url_path=WORDS,
            **ADDRESSES,
        )
    )
)
PROCEDURE = thing(
    proposed_procedure=many(
        thing(
            title=WORDS,
            voting_blocks=many(
                thing(
                    id=OR_NONE,
                    title=OR_NONE,
                    items=many(
                        thing(
                            type={"enum": ["Motion", "Amendment"]},
                            id=NUMBER,
                            prefix=WORDS,
                            title_with_prefix=WORDS,
                            initiators_html=WORDS,
                            procedure=WORDS,
                            **ADDRESSES,
                        )
                    ),
                )
            ),
        )
    )
)
PLAN = thing(
    title=WORDS,
    title_short=WORDS,
    motion_links=many(
        thing(type={"const": "motion"}, amendment_links=many(LINK), **HEAD, **STATUS)
    ),
    speaking_lists={"type": "null"},
    page_links=many({}),
    **ADDRESSES,
)
MOTION = thing(
    type={"const": "motion"},
    date_published=WORDS,
    supporters=many(SUPPORTER),
    initiators=many(SUPPORTER),
    sections=many(thing(**SECTION, layout_right={"type": "boolean"})),
    proposed_procedure={"type": "null"},
    amendment_links=many(LINK),
    pagination=thing(prev=OR_NONE, next=OR_NONE),
    **HEAD,
    **STATUS,
)
AMENDMENT = thing(
    type={"const": "amendment"},
    id=NUMBER,
    prefix=WORDS,
    title=WORDS,
    title_with_prefix=WORDS,
    first_line=NUMBER,
    date_published=WORDS,
    motion=thing(**HEAD),
    supporters=many(SUPPORTER),
    initiators=many(SUPPORTER),
    initiators_html=WORDS,
    sections=many(thing(**SECTION)),
    proposed_procedure={
        "anyOf": [{"type": "null"}, thing(sections=many({}), **STATUS)]
    },
    **STATUS,
    **ADDRESSES,
)
"""As docs/openapi.yaml of that software has them; ids are whole numbers."""


async def read(client: httpx.AsyncClient, path: str, shape: dict[str, Any]) -> Any:
    answer = await client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    value = answer.json()
    assert [one.message for one in Draft202012Validator(shape).iter_errors(value)] == []
    return value


async def test_a_program_finds_its_way_from_the_list_to_an_amendment(client):
    plan = await make_plan("wir", amendments_open=True)
    chapter = await make_chapter(plan, TEXT, title="Sprache", code="A5")
    await make_chapter(plan, title="Wohnen", number="2.")
    code = await hand_in(plan, chapter, 2, "Der neue <zweite> Absatz.")
    proposed = Procedure(proposed=MotionStatus.ACCEPTED, words="Gut", public=True)
    await propose_procedure(plan, code, proposed, by=COMMAND, now=clock())
    await make_plan("geheim", draft_public=False)

    (listed,) = (await read(client, "/rest", LIST))["consultations"]
    there = await read(client, listed["url_json"], PLAN)
    first, second = there["motion_links"]
    motion = await read(client, first["url_json"], MOTION)
    (link,) = motion["amendment_links"]
    amendment = await read(client, link["url_json"], AMENDMENT)
    by_code = await read(client, f"{first['url_json']}/amendment/{code}", AMENDMENT)
    beside = await read(client, f"{first['url_json']}/amendment", many(LINK))

    assert (listed["url_path"], first["amendment_links"]) == ("wir", [link])
    assert motion["pagination"] == {"prev": None, "next": second["url_json"]}
    assert (amendment, beside) == (by_code, [link])
    assert (amendment["prefix"], amendment["first_line"]) == ("A5-002", 2)
    assert amendment["title_with_prefix"] == "A5-002: Sprache"
    assert amendment["proposed_procedure"]["status_id"] == 4
    words, reason = amendment["sections"]
    assert words["html"] == (
        '<h4 class="lineSummary">In Zeile 2 einfügen:</h4><div><p>Der '
        "<ins>neue &lt;</ins>zweite<ins>&gt;</ins> Absatz.</p></div>"
    )
    assert reason["html"] == "<p>Darum</p>"


async def test_the_proposed_procedure_tells_what_is_public_of_it(client):
    plan = await make_plan("wir", amendments_open=True)
    chapter = await make_chapter(plan, TEXT, title="Sprache", code="A5")
    await make_chapter(plan, title="Wohnen", number="2.")
    codes = [await hand_in(plan, chapter, 2, f"Neu {one}.") for one in (1, 2)]
    empty = await read(client, "/rest/wir/proposed-procedure", PROCEDURE)
    for code, words, public in zip(
        codes, ("<Gut>", "Geheim"), (True, False), strict=True
    ):
        proposed = Procedure(proposed=MotionStatus.ACCEPTED, words=words, public=public)
        await propose_procedure(plan, code, proposed, by=COMMAND, now=clock())

    told = await read(client, "/rest/wir/proposed-procedure", PROCEDURE)

    assert empty == {"proposed_procedure": []}
    (outer,) = told["proposed_procedure"]
    (inner,) = outer["voting_blocks"]
    (item,) = inner["items"]
    assert outer["title"] == "A5: Sprache"
    assert item["title_with_prefix"] == f"{codes[0]}: Sprache"
    assert item["procedure"] == (
        '<p>Angenommen</p><p class="explanation">&lt;Gut&gt;</p>'
    )
    assert (await client.get(item["url_json"])).json()["id"] == item["id"]


async def test_what_nobody_may_read_is_not_there(client):
    plan = await make_plan("wir", amendments_open=True)
    chapter = await make_chapter(plan, TEXT, title="Sprache")
    hidden = await hand_in(plan, chapter, 2, "Neu.", by_editor=False)
    motion = "/rest/wir/motion/1-sprache"

    for path in (
        "/rest/geheim",
        "/rest/geheim/proposed-procedure",
        "/rest/wir/motion/nein",
        f"{motion}/amendment/{hidden}",
        f"{motion}/amendment/1",
        f"{motion}/amendment/1/2/3",
    ):
        answer = await client.get(path)

        assert answer.status_code == 404, path
        if not path.endswith("/3"):
            assert answer.json()["success"] is False
            assert answer.json()["error"].endswith(".")
    assert (await client.get(f"{motion}/amendment")).json() == []
