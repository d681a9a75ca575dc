"""Languages to choose from, named in the language of the page."""

from collections.abc import Sequence

from lip.conference.pages.language_names import said_language
from lip.words import LANGUAGES, current_language
from proposals.rules.tongues import TONGUES


def known_tongue(tag: str) -> str:
    """Give a language that can be chosen, or nothing."""
    return tag if tag in TONGUES or tag in LANGUAGES else ""


def tongue_choices(*, without: str = "") -> Sequence[tuple[str, str]]:
    """Offer languages: that of the page first, then those of the house."""
    here = current_language()
    tags = dict.fromkeys([here, *LANGUAGES, *TONGUES])
    return [(tag, said_language(tag)) for tag in tags if tag != without]
