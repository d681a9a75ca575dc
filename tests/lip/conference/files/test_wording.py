"""Everything that can be said about a list has a sentence."""

import re
import string
from pathlib import Path

import pytest

from lip.conference.files import csv_sheets, encodings, file_kinds, sheets, xlsx_sheets
from lip.conference.files.refusal_words import SENTENCES
from lip.conference.files.wording import (
    FINDINGS,
    LABELS,
    LEVELS,
    PRESETS,
    PROBLEMS,
    STATUSES,
    TWINS,
    finding_sentence,
    known_labels,
    label,
    problem_sentence,
    twin_sentence,
)
from lip.conference.rules.column import Column
from lip.conference.rules.columns import MappingProblem, Preset, ProblemCode
from lip.conference.rules.findings import Code, Finding, Level
from lip.conference.rules.guest_list import Likeness, RowStatus, Twin

MODULES = (csv_sheets, encodings, file_kinds, sheets, xlsx_sheets)


@pytest.mark.parametrize(
    "words, things",
    [
        (LABELS, Column),
        (FINDINGS, Code),
        (LEVELS, Level),
        (PRESETS, Preset),
        (PROBLEMS, ProblemCode),
        (STATUSES, RowStatus),
        (TWINS, [(likeness, here) for likeness in Likeness for here in (True, False)]),
    ],
)
def test_each_thing_has_words(words, things):
    assert set(words) == set(things)


@pytest.mark.parametrize("code", Code)
def test_a_finding_is_said_in_a_sentence(code):
    said = finding_sentence(Finding(code=code, column=Column.NOTE, value="Wert"))

    assert said.endswith((".", "?"))
    assert "%" not in said


def test_a_finding_quotes_shortly():
    finding = Finding(code=Code.EMAIL_BROKEN, column=Column.EMAIL, value="x" * 5000)

    assert len(finding_sentence(finding)) < 200


def test_a_text_that_is_too_long_is_told_its_limit():
    finding = Finding(code=Code.TOO_LONG, column=Column.GIVEN_NAME, value="250")

    assert "250" in finding_sentence(finding)
    assert "200" in finding_sentence(finding)


def test_twins_are_said_by_line_or_by_name():
    listed = Twin(likeness=Likeness.SAME_NAME, name="Ada", line=7)
    registered = Twin(likeness=Likeness.SAME_NAME, name="Ada")

    assert twin_sentence(listed) == "Gleicher Name in Zeile 7: Ada."
    assert twin_sentence(registered) == "Mit gleichem Namen angemeldet: Ada."


def test_a_problem_names_its_column():
    problem = MappingProblem(code=ProblemCode.COLUMN_TWICE, column=Column.EMAIL)

    assert "„E-Mail“" in problem_sentence(problem)


def test_labels_are_different_from_each_other():
    labels = [label(column) for column in Column]

    assert len(set(labels)) == len(labels)
    assert known_labels()["Vorname"] is Column.GIVEN_NAME


def test_each_refusal_has_a_sentence_and_each_sentence_a_refusal():
    code = "".join(
        Path(str(module.__file__)).read_text(encoding="utf-8") for module in MODULES
    )
    raised = set(re.findall(r'Unusable\(\s*"(\w+)"', code))
    raised |= set(re.findall(r'"(\w+_file|\w+_page)"', code))
    raised |= set(re.findall(r'"(open_quote|cell_too_large|encrypted|old_xls)"', code))
    raised |= set(re.findall(r'"(xlsx_bomb|broken_xlsx)"', code))

    assert raised == set(SENTENCES)


@pytest.mark.parametrize("code", SENTENCES)
def test_refusals_only_mention_facts_that_are_given(code):
    known = {"line", "limit", "megabytes", "filename"}
    mentioned = set(re.findall(r"%\((\w+)\)s", SENTENCES[code]))

    assert mentioned <= known
    assert SENTENCES[code][0] in string.ascii_uppercase
