import pytest

from lip.conference.documents.wording import format_label
from lip.conference.rules.badges import FORMATS


@pytest.mark.parametrize(
    "name,label",
    [
        (
            "a4-10-80x50",
            (
                "A4 mit 10 Schildern, 80 × 50 mm · "
                "HERMA 4412, Avery Zweckform L4784, L4785, L4786, L4787"
            ),
        ),
        ("a6", "A6, ein Schild je Blatt"),
        ("a4-8-a7", "A4 mit 8 Schildern, A7 · einfaches Papier zum Schneiden"),
        (
            "a6-duplex",
            "A6, ein Schild je Blatt · beidseitig, über die lange Kante gewendet",
        ),
        (
            "a4-2-a6-fold",
            (
                "A4 mit 2 Schildern, A6 · zum Falten, auf beiden Seiten lesbar · "
                "einfaches Papier zum Schneiden"
            ),
        ),
    ],
)
def test_a_format_is_described_for_choosing(name, label):
    assert format_label(FORMATS[name]) == label


def test_no_two_formats_read_the_same():
    labels = [format_label(format_) for format_ in FORMATS.values()]

    assert len(set(labels)) == len(labels)
