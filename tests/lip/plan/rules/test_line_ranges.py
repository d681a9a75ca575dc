"""Lines that an address names."""

import pytest

from lip.plan.rules.line_ranges import LineRange, range_of, with_marks


@pytest.mark.parametrize(
    "text, expected",
    [
        ("70-73", "70-73"),
        (" 73 – 70 ", "70-73"),
        ("12", "12"),
        ("12-12", "12"),
        ("999999-1", "1-999999"),
        *((bad, None) for bad in ("", "0", "0-3", "-3", "z12", "1-2-3", "1e3")),
        *((bad, None) for bad in ("1000000", "١٢", '1"><script>', "1-", "7" * 5000)),
    ],
)
def test_a_range_is_read_or_nothing(text: str, expected: str | None) -> None:
    found = range_of(text)

    assert (None if found is None else str(found)) == expected


def test_only_the_named_lines_are_marked() -> None:
    html = "".join(f'<span class="z" id="z{one}">{one}</span>' for one in range(5, 13))

    marked = with_marks(html, LineRange(first=9, last=10))

    assert marked.count("marked") == 2
    assert '<span class="z marked" id="z9">' in marked
    assert '<span class="z marked" id="z10">' in marked
