"""Files of results, opened again and compared cell by cell."""

import csv
import io
from datetime import UTC, datetime
from fractions import Fraction
from uuid import UUID

import pypdf
import pytest
from openpyxl import load_workbook

from elections.files.pabulib import pabulib_contest, read_pabulib
from lip.equal_shares import equal_shares
from lip.said import Said
from lip.words import speaking
from proposals.voting.documents.result_paper import result_pdf
from proposals.voting.files.result_files import (
    ResultFile,
    kinds_of,
    result_csv,
    result_pabulib,
    result_xlsx,
)
from proposals.voting.result_table import result_table
from proposals.voting.result_words import euros
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.counting import result_of
from proposals.voting.rules.points import Method
from proposals.voting.rules.result import Asked, Line, Option, Result
from proposals.voting.rules.rounds import Completion, Subject
from proposals.voting.rules.sealing import sealed

TITLES = ("Deutschkurse", "=SUM(A1:A9)", 'Mit "Quote"; und\nZeile', "دورات لغة")
CLOSED = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


def result(method: Method = Method.APPROVE) -> Result:
    return result_of(
        Asked(
            number=2,
            title=Said.of(de="Was zuerst?"),
            subject=Subject.PROPOSALS,
            method=method,
            most=3,
            budget=1000,
            completion=Completion.EQUAL_SHARES,
        ),
        [
            Option(
                id=UUID(int=place),
                position=place,
                called=100 + place,
                title=Said.of(de=title),
                field=Said.of(de="Bildung", ar="التعليم") if place < 3 else Said(),
                cost=200 * place,
                language="de",
            )
            for place, title in enumerate(TITLES, 1)
        ],
        [
            Line(marks={1: 1, 2: 1}, people=5),
            Line(marks={3: 1, 4: 1}, people=5),
            Line(marks={4: 1}, people=2),
        ],
        took_part={Channel.PHONE: 12},
        shares=equal_shares,
    )


def as_text(cell: object) -> str:
    if isinstance(cell, Fraction):
        return f"{float(cell):.1f}".replace(".", ",")
    text = str(cell)
    return f"'{text}" if text.startswith("=") else text


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("language", ["de", "en", "ar"])
def test_csv_reads_back_cell_by_cell(method, language):
    with speaking(language):
        table = result_table(result(method))
        written = result_csv(result(method))

    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == list(table.headings)
    assert rows[1:] == [[as_text(cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize("method", Method)
def test_excel_reads_back_cell_by_cell_with_true_numbers(method):
    one = result(method)
    with speaking("de"):
        table = result_table(one)
        book = load_workbook(
            io.BytesIO(result_xlsx(one, digest=sealed(one).digest, closed_at=CLOSED))
        )

    rows = list(book["Ergebnis"].iter_rows())
    assert [cell.value for cell in rows[0]] == list(table.headings)
    for cells, row in zip(rows[1:], table.rows, strict=True):
        for cell, value in zip(cells, row, strict=True):
            if isinstance(value, Fraction):
                assert cell.value == pytest.approx(float(value), abs=0.05)
            else:
                assert cell.value == (value if value != "" else None)
            assert cell.data_type != "f"
    facts = {row[0].value: row[1].value for row in book["Abstimmung"].iter_rows()}
    assert facts["Prüfsumme (SHA-256)"] == sealed(one).digest
    assert facts["Personen"] == 12
    assert ("Rechenweg" in book.sheetnames) == (method is Method.BUDGET)


def test_pabulib_reads_back_with_the_same_papers_and_the_same_winners():
    one = result(Method.BUDGET)

    text = result_pabulib(one, conference="Konferenz", place="Rathaus; Saal").decode()

    file = read_pabulib(text)
    contest = pabulib_contest(file)
    assert contest.budget == 1000
    assert contest.costs == {str(place): 200 * place for place in (1, 2, 3, 4)}
    papers = sorted(
        tuple(int(name) for name, _mark in ballot.marks) for ballot in contest.ballots
    )
    assert papers == sorted([(1, 2)] * 5 + [(3, 4)] * 5 + [(4,)] * 2)
    selected = [row[0] for row in file.projects[1:] if row[4] == "1"]
    assert one.spending is not None
    assert {int(name) for name in selected} == set(one.spending.bought)


@pytest.mark.parametrize("method", Method)
def test_pabulib_is_offered_for_budgets_only(method):
    assert (ResultFile.PB in kinds_of(result(method))) == (method is Method.BUDGET)


@pytest.mark.parametrize("language", ["de", "en", "ar"])
def test_the_pdf_is_tagged_in_its_language_and_says_places_and_seal(language):
    one = result()
    made = result_pdf(
        one,
        conference="Migrationskonferenz",
        title="Was zuerst?",
        when="22. November 2026",
        digest=sealed(one).digest,
        language=language,
    )

    pdf = pypdf.PdfReader(io.BytesIO(made))
    root = pdf.trailer["/Root"]
    text = "\n".join(page.extract_text() for page in pdf.pages)
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert sealed(one).digest in text.replace("\n", "")
    assert "Deutschkurse" in text
    assert "5 =" in text or "= 5" in text or " =" in text


def test_the_same_file_again_is_the_same_to_the_byte():
    assert result_csv(result()) == result_csv(result())


def test_money_is_written_as_in_the_language():
    with speaking("de"):
        assert euros(12000) == "12.000\u00a0€"
    with speaking("en"):
        assert euros(12000) == "12,000\u00a0€"
