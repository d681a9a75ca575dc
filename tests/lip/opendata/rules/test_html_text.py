"""HTML of motion software as Markdown."""

import pytest

from lip.opendata.rules.html_text import markdown_of
from lip.plan.rules.markdown import html_of


@pytest.mark.parametrize(
    "html, markdown",
    [
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<h2>Ziele &amp; Wege</h2>", "## Ziele & Wege"),
        ("<p>ein<br>zwei</p>", "ein\\\nzwei"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<blockquote><p>Zitat</p></blockquote>", "> Zitat"),
        ('<p><a href="https://a.de/x y">da</a></p>', "[da](https://a.de/x%20y)"),
        ('<p><a href="javascript:x()">da</a></p>', "da"),
        ("<script>alert(1)</script><p>gut</p>", "gut"),
        ('<p><span class="lineNumber">1</span>Wort</p>', "Wort"),
        (
            "<p>*kein* [Link] 1. und &lt;b&gt;</p>",
            "\\*kein\\* \\[Link\\] 1. und \\<b\\>",
        ),
        ("<p>1. kein Punkt</p>", "1\\. kein Punkt"),
        ("", ""),
    ],
)
def test_each_element_has_its_marks(html: str, markdown: str):
    assert markdown_of(html) == markdown


@pytest.mark.parametrize(
    "markdown",
    [
        "Ein **starker** und *betonter* Satz.",
        "## Ziele\n\n- **Kurse**\n- Räume\n\nDanach.",
        "1. eins\n2. zwei",
        "> Wer fragt, lernt.",
        "2\\. ist keine Liste\n\n\\# ist keine Überschrift",
    ],
)
def test_what_we_write_is_read_as_it_was(markdown: str):
    assert html_of(markdown_of(html_of(markdown))) == html_of(markdown)
