"""The languages offered at the door and at registration by hand."""

from collections.abc import Sequence

from lip.words import language_of

TONGUES = (
    *("de", "en", "tr", "ar", "fa", "uk", "ru", "pl", "ku", "fr", "es"),
    *("sq", "sr", "vi", "ti", "ro", "bg", "ps", "so", "am", "it"),
)
"""The languages offered for a walk-in: those heard most in a German city."""


def offered_tongues() -> Sequence[tuple[str, str]]:
    """Give tag and own name of each."""
    return [(tag, language_of(tag).name) for tag in TONGUES]
