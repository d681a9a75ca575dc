"""Stars within words stay, emphasis beside words still works."""

import pytest

from lip.web.markdown import rendered


@pytest.mark.parametrize(
    "text, html",
    [
        ("Migrant*innen und Lehrer*innen", "Migrant*innen und Lehrer*innen"),
        ("*Lots*innen* kommen", "<em>Lots*innen</em> kommen"),
        ("**Lots*innen** kommen", "<strong>Lots*innen</strong> kommen"),
        ("ein *betontes* Wort", "ein <em>betontes</em> Wort"),
        ("مترجم*ة و مدرس*ة", "مترجم*ة و مدرس*ة"),
        ("2*3*4", "2*3*4"),
        ("a * b *", "a * b *"),
    ],
)
def test_a_star_within_a_word_is_a_letter(text: str, html: str) -> None:
    assert str(rendered(text)).strip() == f"<p>{html}</p>"
