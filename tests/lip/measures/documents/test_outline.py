"""What a sheet says in words: money as each language writes it, once."""

from uuid import UUID

import pytest

from lip.measures.documents.blocks import money
from lip.measures.documents.outline import blocks
from lip.measures.queries.names import Names
from lip.measures.rules.kinds import Period
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.sheet import CostLine, Sheet
from lip.said import Said
from lip.words import speaking
from tests.factories import clock

NAMES = Names(districts={}, fields={}, bodies={}, measures={})


@pytest.mark.parametrize(
    "language, cents, words",
    [
        ("de", 49_501_600, "495.016 €"),
        ("de", 1_250, "12,50 €"),
        ("en", 49_501_600, "495,016 €"),
        ("en", 1_205, "€12.05"),
    ],
)
def test_amounts_are_written_as_a_language_does(
    language: str, cents: int, words: str
) -> None:
    with speaking(language):
        assert money(cents).replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(
    "sentence, said",
    [
        ("Es sind jährliche Mittel in Höhe von 495.016 € vorgesehen.", []),
        ("Mittel sind eingeplant.", ["495.016 € jährlich (2017)"]),
        ("", ["495.016 € jährlich (2017)"]),
    ],
)
def test_an_amount_is_told_once(sentence: str, said: list[str]) -> None:
    cost = CostLine(
        sentence=Said.of(de=sentence) if sentence else Said(),
        cents=49_501_600,
        period=Period.YEARLY,
        year=2017,
    )
    facts = MeasureFacts(
        id=UUID(int=1),
        key="kurse",
        sheet=Sheet(title=Said.of(de="Kurse"), costs=(cost,)),
        version=1,
        created_at=clock(),
        changed_at=clock(),
    )

    with speaking("de"):
        (block,) = [one for one in blocks(facts, NAMES) if one.name == "costs"]

    texts = [one.text.replace("\N{NO-BREAK SPACE}", " ") for one in block.texts]
    assert texts == [*([sentence] if sentence else []), *said]
