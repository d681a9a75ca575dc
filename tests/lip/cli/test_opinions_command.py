"""`lip opinions` as someone types it."""

import json

import pytest
from typer.testing import CliRunner

from lip.cli.for_files import app


def run(*words: object):
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def hall(tmp_path):
    camps = [["1"] * 8, ["-1"] * 8]
    lines = [",".join([str(person), "", *camps[person % 2]]) for person in range(30)]
    head = ",".join(["participant", "group-id", *map(str, range(8))])
    file = tmp_path / "stimmen.csv"
    file.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return file


def test_groups_are_told_to_programs_without_naming_anybody(hall):
    done = run("opinions", hall, "--json")

    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert [group["size"] for group in told["groups"]] == [15, 15]
    assert told["proposals"][0]["consensus"]["agree"] == pytest.approx(16 / 17 / 17)
    assert set(told["groups"][0]) == {"group", "size", "representative"}


def test_texts_come_from_the_comments(hall, tmp_path):
    comments = tmp_path / "texte.csv"
    comments.write_text(
        "comment-id,moderated,comment-body\n0,1,Mehr Busse\n1,-1,Werbung\n",
        encoding="utf-8",
    )

    done = run("opinions", hall, "--comments", comments)

    assert done.exit_code == 0, done.output
    assert "15 Personen" in done.stdout
    assert "Mehr Busse" in done.stdout
    assert "Werbung" not in done.stdout


@pytest.mark.parametrize(
    "content,sentence",
    [
        ("", "stehen keine Zeilen"),
        ("participant,0,1\n", "stehen keine Zeilen"),
        ("participant,name\n1,Eva\n", "Nummer eines Vorschlags"),
        ("participant,0\n1,ja\n", "ist keine Stimme"),
        ("participant,0\n1,\x00\n", "ist keine Stimme"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_one_sentence(tmp_path, content, sentence):
    file = tmp_path / "stimmen.csv"
    file.write_text(content, encoding="utf-8")

    done = run("opinions", file)

    assert done.exit_code == 1
    assert sentence in done.stderr.replace("\n", " ")


@pytest.mark.parametrize("groups", ["0", "1", "9", "viele", "-2"])
def test_a_number_of_groups_out_of_range_is_refused(hall, groups):
    done = run("opinions", hall, "--groups", groups)

    assert done.exit_code == 2
