"""Writers are told what of a text is shown otherwise than it is written."""

import pytest

from lip.plan.rules.advice import MOST, AdviceKind, advice_on


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("# Eins\n\n## Zwei\n\n# Drei\n\n## Vier", []),
        ("### Zuerst tief\n\nText", []),
        ("# Eins\n\n### Drei", [AdviceKind.SKIPPED]),
        ("Eins\n====\n\n#### Vier", [AdviceKind.SKIPPED]),
        ("![Bild](https://example.org/b.png)", [AdviceKind.PICTURE]),
        ("![Bild][b]\n\n[b]: https://example.org/b.png", [AdviceKind.PICTURE]),
        ("Achtung! [Hier](https://example.org) lesen", []),
        ("<script>alert(1)</script>", [AdviceKind.MARKUP]),
        ("Ein <b>fettes</b> Wort", [AdviceKind.MARKUP]),
        ("3 < 5 und 7 > 6, `<b>`", []),
        ("    <b>Programm</b>", []),
        ("[x](javascript:alert(1))", [AdviceKind.BAD_LINK]),
        ("[x]( DATA:text/html;base64,xx)", [AdviceKind.BAD_LINK]),
        ("[x](https://example.org)", []),
    ],
)
def test_only_what_is_shown_otherwise_is_told(
    text: str, kinds: list[AdviceKind]
) -> None:
    assert [one.kind for one in advice_on(text)] == kinds


def test_the_list_stays_short() -> None:
    told = advice_on("\n\n".join(["<i>" + "x" * 500 + "</i>"] * 50))

    assert len(told) == MOST
    assert all(len(one.words) < 80 for one in told)
