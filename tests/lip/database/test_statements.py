"""SQL for every engine."""

from hypothesis import given
from hypothesis import strategies as st

from lip.database import padded


@given(st.lists(st.integers(), max_size=70))
def test_padding_adds_no_value_and_makes_few_lengths(values: list[int]):
    result = padded(values)

    assert list(result[: len(values)]) == values
    assert set(result) == set(values)
    assert len(result) in {0, 1, 2, 4, 8, 16, 32, 64, 128}
    assert len(result) < 2 * max(1, len(values))
