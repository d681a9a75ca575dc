"""Read a proposal as it was typed."""

from collections.abc import Mapping, Sequence
from typing import Final

from lip.errors import Refusal
from lip.web.forms import Form
from lip.web.page import AnyRequest
from lip.words import language_of
from proposals.rules.handing_in import Wording, tidy

TONGUES: Final = (
    *("de", "en", "tr", "ar", "fa", "uk", "ru", "pl", "ku", "fr", "es"),
    *("sq", "sr", "vi", "ti", "ro", "bg", "ps", "so", "am", "it"),
)
FIELDS: Final[Mapping[str, str]] = {
    "proposal_title_too_long": "title",
    "collecting_most_each": "most_each",
}
"""At which field a refusal is said; all others belong to the text."""


def read_wording(form: Form) -> Wording:
    """Read title, text and language; nothing chosen means that it is guessed."""
    language = form.raw("language")
    return Wording(
        title=" ".join(tidy(form.raw("title")).split()),
        text=tidy(form.raw("text")),
        language=language if language in TONGUES else "",
    )


def typed(form: Form) -> Mapping[str, str]:
    """Give what was typed, to show it again."""
    names = ("title", "text", "language", "author_name", "place")
    return {name: form.raw(name)[:25_000] for name in names}


def said(request: AnyRequest, refusal: Refusal) -> Mapping[str, str]:
    """Say a refusal at its field."""
    sentence: str = request.app.state.sentences.say(refusal)
    return {FIELDS.get(refusal.code, "text"): sentence}


def tongues(first: str) -> Sequence[tuple[str, str]]:
    """Offer the languages heard most, that of this page first."""
    order = sorted(TONGUES, key=lambda tag: tag != first)
    return [(tag, language_of(tag).name) for tag in order]
