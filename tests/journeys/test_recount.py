"""The page that counts again: from disk, without a network, as Python does."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Page, expect

from elections.checking import check
from elections.files.bundle import Bundle, read_bundle, written
from elections.files.result import as_plain
from elections.recount_file import recount_file
from elections.recounting import tally_of
from elections.rules.canonical import canonical
from elections.rules.planning import Method
from elections.rules.record import Board, Kind, chained
from elections.verify_words import GERMAN
from tests.browsers import visit
from tests.elections.random_contests import counted_contests
from tests.elections.rounds import DICE, bundle_of, signed

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CONTESTS = 200 * len(Method)
CHANGES = 150
VOTES = [("k1", "k2")] * 3 + [("k1", "k3")] * 2 + [("k2",), (), ("k4", "k5")]
WORDS = {
    "title": "Nachzählen",
    "lead": "…",
    "file": "Datei",
    "old": "alt",
    "script": "…",
}
COUNT = """
text => Promise.all(JSON.parse(text).map(async (record) => {
  const signed = { key: "", signature: "" };
  const round = new (from_round.Round)({ format: "lip-election-1", record, signed });
  try {
    return from_reading.canonical(await from_counting.countRound(round));
  } catch (error) {
    return from_reading.canonical(error.message);
  }
}))
"""
CHECK = """
async texts => {
  const found = [];
  for (const text of texts) {
    const codes = [];
    try {
      for await (const one of from_checking.checks(from_round.roundsOf(text))) {
        codes.push([one.code, one.holds]);
      }
    } catch (error) {
      codes.push(["no_bundle", false]);
    }
    found.push(codes);
  }
  return found;
}
"""


@pytest.fixture
def file(tmp_path) -> Path:
    text = recount_file(WORDS, GERMAN, language="de", direction="ltr")
    path = tmp_path / "recount.html"
    path.write_text(text, "utf-8")
    return path


def said_of(page: Page, content: bytes) -> str:
    shown = page.locator("[data-found] .whole").element_handles()
    sent = {"name": "a.json", "mimeType": "application/json", "buffer": content}
    page.locator("[data-file]").set_input_files(sent)
    last = page.locator("[data-found] .whole")
    for before in shown:
        before.wait_for_element_state("hidden")
    expect(last).to_be_focused()
    return " ".join(last.inner_text().split())


def changed(content: bytes, random: Random) -> str:
    """Change one leaf of what was published."""
    whole = json.loads(content)
    *way, last = random.choice(leaves(whole))
    place = whole
    for step in way:
        place = place[step]
    place[last] = other_than(place[last], random)
    return json.dumps(whole)


def leaves(value, path=()):
    if isinstance(value, dict):
        return [leaf for key in value for leaf in leaves(value[key], (*path, key))]
    if isinstance(value, list):
        return [
            leaf for at, one in enumerate(value) for leaf in leaves(one, (*path, at))
        ]
    return [path]


def other_than(value, random):
    if isinstance(value, bool) or value is None:
        return not value
    if isinstance(value, int):
        return value + random.randint(1, 5)
    at = random.randrange(len(value) + 1)
    return f"{value[:at]}{'1' if value[at : at + 1] != '1' else '2'}{value[at + 1 :]}"


def runoff_after(before: Bundle) -> Bundle:
    """Let those who were level meet again."""
    earlier = {
        "id": before.the(Kind.ELECTION)["id"],
        "digest": before.entries[-1].digest,
    }
    again = bundle_of(("k1",), ("k1",), ("k2",), seats=1)
    parts = {one.kind: dict(one.content) for one in again.entries}
    parts[Kind.ELECTION] |= {"round": "runoff", "earlier": earlier}
    stands = parts[Kind.CANDIDATES]["candidates"][:2]
    parts[Kind.CANDIDATES] = {
        "candidates": [one | {"earlier": one["id"]} for one in stands]
    }
    unsigned = replace(again, entries=chained(parts.items()))
    parts[Kind.RESULT] = as_plain(tally_of(unsigned))
    return replace(signed(chained(parts.items())), earlier=(before,))


def as_python_says(content: bytes) -> list[list[object]]:
    return [[one.code, one.holds] for one in check(read_bundle(content))]


def test_the_page_counts_and_checks_as_python_does_without_a_network(browser, file):
    random = Random(2026)
    rights = [
        written(bundle)
        for bundle in (
            bundle_of(*VOTES, papers=[(("k1",), 3), ((), 1)]),
            bundle_of(*VOTES, board=Board.DIGESTS),
            bundle_of(("k1",), ("k2",), seats=1, dice=DICE),
            bundle_of(("k1",), ("k2",), seats=1, witnesses=("Ada", "Bo")),
        )
    ]
    runoff = runoff_after(bundle_of(("k1",), ("k2",), seats=1))
    alone = written(replace(runoff, earlier=()))
    rights.append(written(runoff))
    wrong = [changed(random.choice(rights), random) for _ in range(CHANGES)]
    cases = list(counted_contests(CONTESTS, seed=5))

    with visit(browser, file.as_uri()) as page:
        page.goto(file.as_uri())
        counted = page.evaluate(COUNT, json.dumps([case["record"] for case in cases]))
        found = page.evaluate(CHECK, [one.decode() for one in (*rights, alone)])
        refused = page.evaluate(CHECK, wrong)
        words = [said_of(page, one) for one in (rights[2], wrong[0].encode())]

    results = [canonical(case["result"]).decode() for case in cases]
    assert counted == results
    assert found == [as_python_says(one) for one in (*rights, alone)]
    assert all(holds for one in found[:-1] for _code, holds in one)
    assert found[-1][-1] == ["follows", False]
    assert all(one[-1][1] is False for one in refused)
    assert words == [f"✓ {GERMAN['whole'][0]}", f"✗ {GERMAN['whole'][1]}"]
