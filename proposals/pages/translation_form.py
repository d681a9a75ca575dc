"""Read a translation as it was typed."""

from collections.abc import Mapping

from lip.web.forms import Form
from proposals.pages.tongue_choices import known_tongue
from proposals.queries.translations import TranslationFacts
from proposals.rules.handing_in import Wording, tidy


def read_translation(form: Form) -> Wording:
    """Read title, text and the language it was translated into."""
    return Wording(
        title=" ".join(tidy(form.raw("title")).split()),
        text=tidy(form.raw("text")),
        language=known_tongue(form.raw("language")),
    )


def seen_version(form: Form) -> int:
    """Read which wording of the original was translated."""
    text = form.raw("version")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def typed_translation(
    form: Form | None, there: TranslationFacts | None
) -> Mapping[str, str]:
    """Give what was typed, or the words that are there to begin with."""
    if form is not None:
        return {name: form.raw(name)[:25_000] for name in ("title", "text")}
    if there is None:
        return {"title": "", "text": ""}
    return {"title": there.wording.title, "text": there.wording.text}
