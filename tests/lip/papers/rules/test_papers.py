"""Parts of papers in their order, what they lack, numbers and amounts."""

import json
from datetime import UTC, datetime
from uuid import UUID

import pytest

from lip.papers.rules.amounts import signed_cents, typed_cents
from lip.papers.rules.from_oparl import Fault, Foreign, foreign_files, read_paper
from lip.papers.rules.gaps import FORBIDDING, Gap, gaps
from lip.papers.rules.kinds import PaperKind, RelationKind, SectionKind
from lip.papers.rules.numbers import is_number
from lip.papers.rules.papers import CostLine, Paper, PaperFacts, Recipient, Section
from lip.papers.rules.printing import COST_HEADING, in_order, printed, printed_line
from lip.partial_dates import PartialDate
from lip.said import Said

TEXT, MOTION, REASONS, GENDER, COST = SectionKind
NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)


def paper(kind: PaperKind, *kinds: SectionKind, **more: object) -> Paper:
    facts = PaperFacts(
        id=UUID(int=1), key="1-2026", reference="1/2026", kind=kind, title="Titel",
        version=1, created_at=NOON, changed_at=NOON, **more,  # type: ignore[arg-type]
    )  # fmt: skip
    parts = [Section(kind=one, heading=one.value, text="Text") for one in kinds]
    return Paper(facts=facts, sections=in_order(parts, kind))


@pytest.mark.parametrize(
    "kind,order",
    [
        (PaperKind.INFORMATION, ["text", "motion", "gender", COST_HEADING]),
        (PaperKind.DECISION, ["motion", "gender", COST_HEADING, "text"]),
    ],
)
def test_parts_stand_as_the_city_prints_them(kind: PaperKind, order: list[str]):
    one = paper(kind, TEXT, GENDER, MOTION, cost_sentence="Keine.")

    assert [each.heading for each in printed(one)] == order


def test_only_papers_that_ask_for_a_decision_have_a_motion():
    parts = [Section(kind=MOTION, text="A"), Section(kind=REASONS, text="B")]

    asking = in_order(parts, PaperKind.MOTION)
    telling = in_order([*parts, Section(text=" ")], PaperKind.INFORMATION)

    assert [one.kind for one in asking] == [MOTION, GENDER, REASONS]
    assert [one.kind for one in telling] == [TEXT, TEXT, GENDER]


@pytest.mark.parametrize(
    "one,lacking",
    [
        (paper(PaperKind.INFORMATION, TEXT),
         [Gap.GENDER, Gap.COST, Gap.RECIPIENTS, Gap.DATE]),
        (paper(PaperKind.DECISION, GENDER, cost_sentence="Keine."),
         [Gap.MOTION, Gap.RECIPIENTS, Gap.DATE]),
        (paper(PaperKind.INQUIRY, dated=PartialDate(2026)), [Gap.RECIPIENTS]),
        (paper(PaperKind.INFORMATION, source_id="https://example.org/1"), []),
    ],
)  # fmt: skip
def test_what_a_paper_lacks_is_said(one: Paper, lacking: list[Gap]):
    assert gaps(one) == lacking
    assert Gap.GENDER in FORBIDDING


def test_breaks_and_brackets_of_a_recipient_stay():
    body = Recipient(body=UUID(int=1), address_as="In den", name=Said.of(de="Rat"))

    assert printed_line(body, "zur Kenntnis") == "In den Rat"
    words = "In den Ausschuss für\nIntegration (IA)"
    broken = Recipient(body=UUID(int=1), words=words)
    assert printed_line(broken, "zur Kenntnis") == words


@pytest.mark.parametrize(
    "reference,valid",
    [
        ("2088/2016", True),
        ("15-2109/2016 E1", True),
        ("2024/0027", True),
        ("2088", False),
        ("2088/16", False),
        ("2088/2016 Z9", False),
        ("", False),
    ],
)
def test_a_number_has_a_year(reference: str, valid: bool):
    assert is_number(reference) is valid


@pytest.mark.parametrize(
    "text,cents",
    [("495.016 €", 49501600), ("-25.000", -2500000), ("12,50", 1250), ("x", None)],
)
def test_amounts_are_read_as_people_write_them(text: str, cents: int | None):
    assert signed_cents(text) == cents
    assert signed_cents(typed_cents(cents) or "x") == cents
    assert CostLine(label="a", cents=cents).cents == cents


OPARL = {
    "id": "https://example.org/papers/7",
    "type": "https://schema.oparl.org/1.1/Paper",
    "name": "Vorlage",
    "reference": "2024/0027",
    "date": "2024-02-28",
    "paperType": "Beschlussvorlage",
    "created": "2024-02-01T10:00:00+01:00",
    "modified": "2024-02-02T10:00:00",
    "relatedPaper": ["https://example.org/papers/8", 7],
    "auxiliaryFile": [
        {"name": "Anlage", "accessUrl": "https://example.org/a.pdf"},
        {"name": "böse", "accessUrl": "javascript:alert(1)"},
        "kein Objekt",
    ],
}


def test_a_foreign_paper_is_read_as_far_as_it_has_a_place():
    read = read_paper(OPARL)

    assert isinstance(read, Foreign)
    assert (read.reference, read.kind) == ("2024/0027", PaperKind.DECISION)
    assert (read.kind_label, read.dated) == (
        *("Beschlussvorlage", PartialDate(2024, 2, 28)),
    )
    assert read.changed_at == datetime(2024, 2, 2, 10, tzinfo=UTC)
    assert read.related == (("https://example.org/papers/8", RelationKind.RELATED),)


@pytest.mark.parametrize(
    "value,fault",
    [
        (None, Fault.NO_PAPER),
        ([], Fault.NO_PAPER),
        ({"type": "https://schema.oparl.org/1.1/Meeting"}, Fault.NO_PAPER),
        ({"type": OPARL["type"]}, Fault.NO_ID),
        ({"type": OPARL["type"], "id": 5}, Fault.NO_ID),
        ({"type": OPARL["type"], "id": "x" * 600}, Fault.NO_ID),
    ],
)
def test_what_is_no_paper_is_named_a_fault(value: object, fault: Fault):
    assert read_paper(value) is fault


def test_impossible_dates_of_a_foreign_paper_are_left_out():
    read = read_paper({**OPARL, "date": "2024-02-31", "modified": "gestern"})

    assert isinstance(read, Foreign)
    assert (read.dated, read.changed_at) == (None, None)


def test_only_links_of_a_foreign_paper_are_shown():
    files = foreign_files(json.dumps(OPARL))

    assert [one.url for one in files] == ["https://example.org/a.pdf"]
    assert foreign_files("") == []
