"""Every refusal has a sentence, and every sentence says what is known."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from lip import errors
from lip.accounts.rules.passwords import COMMON, weakness
from lip.web.refusals import HTTP_CODES, STATUS, Sentences, status_of
from tests.client import litestar_to_read

ROOT = Path(__file__).parents[2]
KINDS = {kind.__name__ for kind in STATUS} | {"Refusal"}
PLACE = re.compile(r"%\((\w+)\)")


@dataclass(frozen=True, slots=True)
class Raised:
    """A refusal as it stands in the code; `code` is None where it is computed."""

    where: str
    code: str | None
    facts: frozenset[str]
    open_ended: bool


def _sources() -> list[Path]:
    return [
        path
        for area in ("lip", "proposals", "elections")
        for path in ROOT.glob(f"{area}/**/*.py")
    ]


def _refusals(path: Path) -> Iterator[Raised]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id not in KINDS or not node.args:
            continue
        first = node.args[0]
        code = first.value if isinstance(first, ast.Constant) else None
        facts = frozenset(word.arg for word in node.keywords if word.arg)
        yield Raised(
            f"{path.relative_to(ROOT)}:{node.lineno}",
            code,
            facts,
            open_ended=any(word.arg is None for word in node.keywords),
        )


@cache
def _all_refusals() -> list[Raised]:
    paths = _sources()
    return [one for path in sorted(paths) for one in _refusals(path)]


@pytest.fixture(scope="module")
def sentences() -> dict[str, str]:
    said: Sentences = litestar_to_read().state.sentences
    return said.by_code


WEAK = {
    weakness(password, name="mina")
    for password in ("kurz", "x" * 200, next(iter(COMMON)), "ich bin mina, hallo")
}


def test_every_refusal_has_a_sentence(sentences: dict[str, str]):
    silent = [one for one in _all_refusals() if one.code and one.code not in sentences]

    assert silent == []
    assert sentences.keys() >= WEAK
    assert set(HTTP_CODES.values()) <= sentences.keys()


def test_every_sentence_is_said_somewhere(sentences: dict[str, str]):
    raised = {one.code for one in _all_refusals()} | WEAK | set(HTTP_CODES.values())
    text = "".join(path.read_text(encoding="utf-8") for path in _sources())

    unsaid = [
        code
        for code in sentences.keys() - raised
        if len(re.findall(rf'"{code}"', text)) < 2  # once in the list of sentences
    ]

    assert unsaid == []


def test_every_sentence_mentions_only_facts_that_come_along(
    sentences: dict[str, str],
):
    wrong = [
        (one.where, one.code)
        for one in _all_refusals()
        if one.code in sentences and not one.open_ended
        if not set(PLACE.findall(sentences[one.code])) <= one.facts
    ]

    assert wrong == []


def test_every_sentence_can_be_filled_in(sentences: dict[str, str]):
    for code, sentence in sentences.items():
        facts = dict.fromkeys(PLACE.findall(sentence), "x")
        assert sentence % facts, code  # a lone percent sign would break here


def test_codes_are_written_alike(sentences: dict[str, str]):
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", code) for code in sentences)


def test_sentences_end_with_a_full_stop(sentences: dict[str, str]):
    whole = [one for one in sentences.values() if PLACE.sub("", one) != "s"]

    assert [one for one in whole if not one.endswith((".", "?"))] == []


def test_every_kind_of_refusal_has_a_status():
    kinds = {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.Refusal)
    } - {errors.Refusal}

    assert kinds == set(STATUS)
    assert status_of(errors.Refusal("anything")) == 400
