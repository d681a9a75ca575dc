"""A real chapter, typed in by an editor and compared with its document by fields."""

import html
import re
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.bodies.queries.bodies import all_bodies
from lip.plan.rules.markdown import parted
from tests.client import send, sign_in_as
from tests.lip.plan.pages.test_reading import lines_on

pytestmark = pytest.mark.anyio

HEAD, TEXT = parted(Path("lip/sample/chapters/integration.md").read_text("utf-8"))
EXPECTED = Path("tests/lip/plan/rules/seed002_lines.tsv").read_text("utf-8")
SEEDS = Path(__file__).parents[5] / "shared/data/seeds"

_UNREAD = re.compile(r"[\W\d]")  # the document breaks lines and numbers some of them
_TAG = re.compile(r"<[^>]+>")


def test_what_is_typed_is_the_real_document():
    if not SEEDS.exists():
        pytest.skip("../shared/data/seeds is not here")
    seed = (SEEDS / "002_5b5f3c9c4a2e7872.txt").read_text("utf-8")
    words = _UNREAD.sub("", seed.partition("\nText\n")[2])

    assert f"Titel: **{HEAD['titel']}**" in seed
    assert (
        f"Initiator*innen: {HEAD['initiator']} (dort beschlossen am: 22.01.2026)"
        in (seed)
    )
    assert _UNREAD.sub("", TEXT) == words
    assert (SEEDS / "seed002_erwartete_zeilen.tsv").read_text("utf-8") == EXPECTED


async def test_the_chapter_is_typed_in_and_reads_as_the_document(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.EDITOR)
    body = {"name-de": HEAD["initiator"], "kind": "party", "request": str(uuid4())}
    await send(client, "/edit/bodies/new", body)
    (initiator,) = await all_bodies()
    plan = {
        "title-de": "Wahlprogramm",
        "key": "region",
        "language": "de",
        "line_length": HEAD["zeilenlaenge"],
        "draft_public": "1",
        "request": str(uuid4()),
    }
    await send(client, "/edit/plans/new", plan)
    number, _, title = HEAD["titel"].partition(" ")
    chapter = {
        "title": title,
        "number": number,
        "code": "A5",
        "kind-de": HEAD["art"],
        "initiator": str(initiator.id),
        "decided_on": "22.01.2026",
        "status": "submitted",
        "request": str(uuid4()),
    }
    made = await send(client, "/edit/plans/region/chapters/new", chapter)
    place = made.headers["location"]
    words = {"title": title, "text": TEXT, "version": "1"}
    await send(client, place, words)
    await send(client, f"{place}/state", {"state": "released"})

    listed = (await client.get("/de/plan/region")).text
    path = re.search(r'href="(/de/plan/region/5-[^"/]+)"', listed)[1]
    page = (await client.get(path)).text

    shown = [f"{number}\t{line}" for number, line in lines_on(page)]
    assert shown == EXPECTED.splitlines()
    assert page.count('aria-hidden="true" tabindex="-1"></a>') == len(shown) == 73
    seen = html.unescape(_TAG.sub("", page))
    assert HEAD["titel"] in seen
    assert "Initiator*innen" in seen
    assert f"{HEAD['initiator']} (dort beschlossen am: 22. Januar 2026)" in seen
    assert HEAD["art"] in seen
    assert "A5" in seen
