"""What organisers write becomes HTML that can do no harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.web.markdown import rendered


@pytest.mark.parametrize(
    "written",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        "![Bild](https://elsewhere.example/pixel.png)",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
    ],
)
def test_what_could_run_or_load_stays_text(written: str):
    html = rendered(written)

    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert 'href="data' not in html
    assert 'href="vbscript' not in html


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=400))
def test_no_text_breaks_out(written: str):
    html = rendered(written)

    assert "<script" not in html.lower()
    assert "<iframe" not in html.lower()
    assert "<style" not in html.lower()


@given(st.lists(st.sampled_from(["# ", "## ", "### ", "#### ", "###### "]), min_size=1))
def test_headings_stand_below_those_of_the_page(levels: list[str]):
    html = rendered("\n\n".join(f"{level}Wort" for level in levels))

    assert "<h3>" in html
    assert "<h1" not in html
    assert "<h2" not in html


def test_a_link_to_another_site_says_so_and_takes_nothing_along():
    html = rendered("[Stadt](https://stadt.example) und [hier](/c/eins)")

    assert (
        '<a href="https://stadt.example" rel="noopener noreferrer" class="external">'
        'Stadt<span class="unseen"> (andere Website)</span></a>'
    ) in html
    assert '<a href="/c/eins">hier</a>' in html
