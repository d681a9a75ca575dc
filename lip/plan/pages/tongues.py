"""Languages of texts, as pages name them and set them."""

from lip.conference.pages.language_names import languages_offered, said_language
from lip.plan.rules.tongues import SIMPLE, direction_of
from lip.words import _

__all__ = ["direction_of", "language_name", "languages_to_write"]


def language_name(tag: str) -> str:
    """Name the language of a text in the language of the page."""
    if tag == f"de{SIMPLE}":
        return _("Einfache Sprache")
    if tag.endswith(SIMPLE):
        name = said_language(tag.removesuffix(SIMPLE))
        return _("%(language)s, einfach", language=name)
    return said_language(tag)


def languages_to_write(*present: str) -> list[tuple[str, str]]:
    """List the languages in which a text can be begun, those of the house first."""
    offered = languages_offered("de", "en", "ar")
    simple = (f"de{SIMPLE}", language_name(f"de{SIMPLE}"))
    return [one for one in [simple, *offered] if one[0] not in present]
