"""Anybody checks a published round with nothing but Python and one folder."""

import json
import shutil
import string
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import elections
from elections.checking import check
from elections.files.bundle import read_bundle, written
from elections.files.unreadable import Unreadable
from elections.rules.record import Board, Kind, chained
from elections.verify_words import ENGLISH, GERMAN, WORDS
from tests.elections.rounds import DICE, bundle_of, cast, signed

VOTES = [("k1", "k2")] * 5 + [("k1", "k3")] * 3 + [("k2",), (), ("k4", "k5")]
CHECKS = [
    "chain",
    "order",
    "root",
    "signed",
    "credentials",
    "once",
    "annulled",
    "sorted",
    "numbers",
    "count",
]


def failing(bundle):
    return [checked.code for checked in check(bundle) if not checked.holds]


def with_content(bundle, kind, **changes):
    """Publish again, chained and signed anew, with something else in one entry."""
    return signed(
        chained([
            (one.kind, {**one.content, **changes} if one.kind is kind else one.content)
            for one in bundle.entries
        ])
    )


def test_a_round_that_was_published_rightly_passes_every_check():
    bundle = bundle_of(*VOTES, papers=[(("k1",), 3), ((), 1)])

    found = check(read_bundle(written(bundle)))

    assert [checked.code for checked in found] == CHECKS
    assert all(checked.holds for checked in found)
    assert found[-1].facts["winners"] == ("Ada", "Bo")


def test_with_digests_only_both_lists_are_counted():
    bundle = bundle_of(*VOTES, board=Board.DIGESTS)
    contents = bundle.the(Kind.BALLOTS)["contents"]
    more = [{**contents[0], "times": 2 + contents[0]["times"]}, *contents[1:]]

    assert "marks" not in str(bundle.the(Kind.BALLOTS)["credentials"])
    assert [c.code for c in check(bundle)] == [*CHECKS[:8], "contents", *CHECKS[8:]]
    assert failing(bundle) == []
    assert failing(with_content(bundle, Kind.BALLOTS, contents=more)) == ["contents"]


def test_both_boards_count_the_same():
    full, apart = (bundle_of(*VOTES, board=board) for board in Board)

    assert full.the(Kind.RESULT) == apart.the(Kind.RESULT)


def test_a_lot_is_recomputed_from_the_dice():
    bundle = bundle_of(("k1",), ("k2",), seats=1, dice=DICE)
    other = list(bundle.all(Kind.LOT)[0]["order"])[::-1]

    assert failing(bundle) == []
    assert failing(with_content(bundle, Kind.LOT, order=other)) == ["lot"]


@pytest.mark.parametrize(
    "witnesses, wrong", [(("Ada", "Bo"), []), (("Ada",), ["lot_by_hand"])]
)
def test_a_lot_drawn_by_hand_has_two_witnesses(witnesses, wrong):
    bundle = bundle_of(("k1",), ("k2",), seats=1, witnesses=witnesses)

    assert failing(bundle) == wrong


def leaves(value, path=()):
    if isinstance(value, dict):
        return [leaf for key in value for leaf in leaves(value[key], (*path, key))]
    if isinstance(value, list):
        return [
            leaf for at, one in enumerate(value) for leaf in leaves(one, (*path, at))
        ]
    return [path]


@cache
def published():
    return written(bundle_of(*VOTES, papers=[(("k1",), 3)], dice=DICE))


@settings(max_examples=1000, deadline=None)
@given(st.data())
def test_every_change_of_what_was_published_is_found_out(data):
    changed = json.loads(published())
    *way, last = data.draw(st.sampled_from(leaves(changed)))
    place = changed
    for step in way:
        place = place[step]
    place[last] = data.draw(_others(place[last]))

    assert not _passes(json.dumps(changed).encode())


def _others(value):
    if isinstance(value, bool):
        return st.just(not value)
    if isinstance(value, int):
        return st.integers(0, 10**6).filter(lambda other: other != value)
    if value and set(value) <= set(string.hexdigits):
        return st.integers(0, len(value) - 1).map(
            lambda at: value[:at] + ("1" if value[at] != "1" else "2") + value[at + 1 :]
        )
    return st.text(max_size=8).filter(lambda other: other != value)


def _passes(content):
    try:
        found = check(read_bundle(content))
    except Unreadable:
        return False
    return all(checked.holds for checked in found)


FORGED = {
    "a ballot without credential": (
        Kind.BALLOTS,
        lambda ballots: [*ballots, {**ballots[0], "serial": "11" * 32}],
        "credentials",
    ),
    "the same ballot twice": (
        Kind.BALLOTS,
        lambda ballots: [ballots[0], *ballots],
        "once",
    ),
    "other marks under the same credential": (
        Kind.BALLOTS,
        lambda ballots: sorted(
            [{**ballots[0], "marks": [["k5", 1]]}, *ballots[1:]],
            key=lambda one: one["serial"],
        ),
        "sorted",
    ),
    "a ballot less": (Kind.BALLOTS, lambda ballots: ballots[1:], "count"),
}


@pytest.mark.parametrize("kind, forge, wrong", FORGED.values(), ids=FORGED)
def test_what_even_the_signer_cannot_forge(kind, forge, wrong):
    bundle = bundle_of(*VOTES)

    forged = with_content(bundle, kind, ballots=forge(bundle.the(kind)["ballots"]))

    assert wrong in failing(forged)


def test_an_annulled_credential_does_not_count():
    bundle = bundle_of(*VOTES)
    serial = cast(2, "k1").credential.serial.hex()

    assert failing(with_content(bundle, Kind.ANNULLED, serials=[serial])) == [
        "annulled"
    ]


def test_there_are_no_more_ballots_than_people():
    bundle = bundle_of(*VOTES)

    assert failing(with_content(bundle, Kind.ROLL, size=3)) == ["numbers"]


BAD = {
    "empty": b"",
    "no JSON": b"PK\x03\x04",
    "another file": b'{"format": "other", "record": []}',
    "a list": b"[]",
    "deep": b"[" * 100_000,
    "a key twice": written(bundle_of(("k1",))).replace(
        b'"format"', b'"format": "x", "format"', 1
    ),
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_what_is_no_bundle_is_not_read(content):
    with pytest.raises(Unreadable):
        read_bundle(content)


@pytest.fixture
def alone(tmp_path) -> Path:
    """Only this package, away from everything that is installed."""
    shutil.copytree(Path(elections.__file__).parent, tmp_path / "elections")
    return tmp_path


def run(folder, *arguments):
    start = (
        f"import sys; sys.path.insert(0, {str(folder)!r});"
        "from elections.verify import main; sys.exit(main(sys.argv[1:]))"
    )
    return subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", start, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    "language, last", [(k, v["whole"]) for k, v in WORDS.items()], ids=WORDS
)
def test_the_folder_alone_checks_a_bundle_and_says_so(alone, language, last):
    right, wrong = alone / "right.json", alone / "wrong.json"
    bundle = bundle_of(*VOTES)
    right.write_bytes(written(bundle))
    wrong.write_bytes(written(bundle).replace(b'"seats": 2', b'"seats": 3', 1))

    good = run(alone, str(right), "--language", language, "--key", bundle.signer.hex())
    bad = run(alone, str(wrong), "--language", language)

    assert (good.returncode, bad.returncode) == (0, 1), good.stderr + bad.stderr
    assert good.stdout.splitlines()[-1] == f"✓ {last[0]}"
    assert bad.stdout.splitlines()[-1] == f"✗ {last[1]}"
    assert good.stdout.count("✓") == len(CHECKS) + 2


def test_another_key_than_that_of_the_minutes_is_said(alone):
    file = alone / "bundle.json"
    file.write_bytes(written(bundle_of(("k1",))))

    found = run(alone, str(file), "--language", "en", "--key", "ab" * 32)

    assert found.returncode == 1
    assert "Another key has signed" in found.stdout


def test_a_file_that_is_no_bundle_ends_with_a_sentence(alone):
    found = run(alone, str(alone / "missing.json"), "--language", "de")

    assert found.returncode == 2
    assert found.stdout.startswith("✗ Die Datei kann nicht gelesen werden")


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_every_language_says_everything_with_the_same_figures(words):
    assert words.keys() == GERMAN.keys()
    for code, pair in words.items():
        assert [bool(one) for one in pair] == [bool(one) for one in GERMAN[code]]
        assert [fields(one) for one in pair] == [fields(one) for one in ENGLISH[code]]
