"""`lip cluster` and `lip similar` as someone types them."""

import csv
import json

import pytest
from typer.testing import CliRunner

from lip.cli.for_files import app

TEXTS = [
    "Mehr Deutschkurse am Abend",
    "Deutschkurse mit Kinderbetreuung",
    "Wohnungen für Familien",
    "Günstige Wohnungen bauen",
    "",
]


def run(*words: object):
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def proposals(tmp_path):
    file = tmp_path / "vorschläge.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as lines:
        writer = csv.writer(lines, delimiter=";")
        writer.writerow(["nr", "text", "lang"])
        writer.writerows([at, text, "de"] for at, text in enumerate(TEXTS))
    return file


def test_columns_are_kept_and_two_are_added(proposals, tmp_path):
    into = tmp_path / "bündel.csv"

    done = run("cluster", proposals, "--topics", 2, "--out", into)

    assert done.exit_code == 0, done.output
    with into.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines, delimiter=";"))
    assert list(table[0]) == ["nr", "text", "lang", "cluster", "cluster_label"]
    assert [row["text"] for row in table] == TEXTS
    found = [row["cluster"] for row in table]
    assert found[0] == found[1] != found[2] == found[3]
    assert found[4] == ""


def test_clusters_are_told_to_programs(proposals):
    done = run("cluster", proposals, "--language-column", "lang", "--json")

    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert told["proposals"] == 4
    assert sum(each["size"] for each in told["clusters"]) == 4
    assert [each["row"] for each in told["placements"]] == [1, 2, 3, 4]


def test_similar_proposals_come_nearest_first(proposals):
    done = run("similar", proposals, "--query", "Deutschkurs abends", "--json")

    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert told[0]["text"] == TEXTS[0]
    assert [each["nearness"] for each in told] == sorted(
        (each["nearness"] for each in told), reverse=True
    )


@pytest.mark.parametrize("words", [["cluster", "--json"], ["similar", "--query", "x"]])
def test_an_unknown_column_is_named_with_the_known_ones(proposals, words):
    done = run(words[0], proposals, *words[1:], "--text-column", "titel")

    assert done.exit_code == 1
    assert "nr, text, lang" in done.stderr


@pytest.mark.parametrize(
    "content,code", [("", 1), ("text\n", 1), ("text\n  \n", 1), ("text\na\x00b\n", 0)]
)
def test_odd_files_end_in_a_sentence_or_a_result(tmp_path, content, code):
    file = tmp_path / "liste.csv"
    file.write_bytes(content.encode())

    done = run("cluster", file, "--json")

    assert done.exit_code == code, done.output
    assert not isinstance(done.exception, Exception) or code


@pytest.mark.parametrize(
    "words", [[], ["--topics", "0", "--json"], ["--topics", "viele", "--json"]]
)
def test_wrong_usage_is_refused(proposals, words):
    assert run("cluster", proposals, *words).exit_code == 2


LONG = "Mehr Deutschkurse am Abend, mit Kinderbetreuung. " * 410
ODD = {
    "one word": ["Busse"],
    "three": ["Mehr Kurse am Abend", "Wohnungen", "Busse"],
    "20,000 letters": [LONG, *TEXTS[:4]],
    "emoji": ["😀", "👩‍👩‍👧‍👦🏳️‍🌈", "😀😀 Busse", "❤️", "🚲🚲"],
    "mixed directions": ["\u202eBus\u202c نعم", "دورات German", "\u2067قطار 5\u2069 B"],
    "signs": [
        "<b>fett</b> <script>x</script>",
        "# *Liste*\n- a",
        "=1+1",
        "'; --",
        "\x07",
    ],
    "one text 500 times": ["Mehr Deutschkurse am Abend"] * 500,
    "no model's language": [
        "Nin ga lafiya ku",
        "Ba mu da ruwa",
        "ሰላም ለዓለም ይሁን",
        "Hanya mai kyau",
        "Makaranta ga yara",
    ],
}


@pytest.fixture(params=ODD)
def odd(request, tmp_path):
    file = tmp_path / "odd.csv"
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([
            ["text"],
            *([each] for each in ODD[request.param]),
        ])
    return file, ODD[request.param]


def test_any_list_is_divided_and_named(odd, tmp_path):
    file, texts = odd
    into = tmp_path / "bündel.csv"

    done = run("cluster", file, "--out", into, "--json")

    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert sum(each["size"] for each in told["clusters"]) == len(texts)
    assert {each["cluster"] for each in told["placements"]} == {
        each["cluster"] for each in told["clusters"]
    }
    if len({*texts}) < 4:
        assert len(told["clusters"]) == 1
    with into.open(encoding="utf-8", newline="") as lines:
        assert [row["text"] for row in csv.DictReader(lines)] == texts


def test_any_list_is_searched_by_any_of_its_texts(odd):
    file, texts = odd

    done = run("similar", file, "--query", texts[-1], "--json")

    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert len(told) == min(5, len(texts))
    assert told[0]["nearness"] == max(each["nearness"] for each in told)


@pytest.mark.parametrize("query", ["", "  ", "😀", "\u202e", "<b></b>", LONG])
def test_any_query_is_answered_or_refused_in_a_sentence(proposals, query):
    done = run("similar", proposals, "--query", query, "--json")

    assert done.exit_code == (0 if query.strip() else 2), done.output
