"""`lip count` as someone types it."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from elections.rules.ballots import Reason
from elections.rules.tally import Step
from lip.cli.count_words import CANNOT, REASONS, STEPS
from lip.cli.for_files import app

ROOT = Path(__file__).parents[3]


def run(*words: object):
    return CliRunner().invoke(app, ["count", *map(str, words)])


@pytest.fixture
def papers(tmp_path):
    file = tmp_path / "wahl.csv"
    file.write_text("stimme1,stimme2\nAda,Bo\nAda,Cem\nAda,Ada\n,\n", "utf-8")
    return file


def test_result_is_told_to_programs(papers):
    done = run(papers, "--method", "limited", "--seats", 2, "--json")

    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert told["winners"] == ["Ada"]
    assert told["ties"][0]["candidates"] == ["Bo", "Cem"]
    assert (told["valid"], told["abstained"]) == (2, 1)
    assert told["spoiled"] == {"duplicate": 1}
    assert told["stages"][0]["votes"] == {"Ada": "2", "Bo": "1", "Cem": "1"}


def test_quota_decides_between_level_people(papers, tmp_path):
    quota = tmp_path / "quota.json"
    rule = {"attribute": "gender", "value": "m", "min": 1}
    people = {"Ada": {}, "Bo": {"gender": "f"}, "Cem": {"gender": "m"}}
    quota.write_text(json.dumps({"quotas": [rule], "candidates": people}), "utf-8")

    done = run(papers, "--method", "block", "--seats", 2, "--quota", quota, "--json")

    assert json.loads(done.stdout)["winners"] == ["Ada", "Cem"]


def test_people_read_who_is_elected_and_what_is_open(papers):
    done = run(papers, "--method", "limited", "--seats", 2)

    assert "Gewählt: Ada" in done.stdout
    assert "Gleichauf: Bo, Cem" in done.stdout


def test_missing_and_wrong_files_end_with_one_sentence(papers, tmp_path):
    missing = run(tmp_path / "nichts.blt", "--method", "irv", "--seats", 1)
    wrong = run(papers, "--method", "irv", "--seats", 1)

    assert (missing.exit_code, wrong.exit_code) == (3, 1)


def test_every_reason_step_and_refusal_has_words():
    rules = (ROOT / "elections/rules").rglob("*.py")
    raised = {
        code
        for path in rules
        for code in re.findall(r'Uncountable\(\s*"(\w+)"', path.read_text("utf-8"))
    }

    assert set(REASONS) == set(Reason)
    assert set(STEPS) == set(Step)
    assert raised == set(CANNOT)
