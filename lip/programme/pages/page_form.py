"""The form for what a conference says of itself, in all languages."""

from collections.abc import Mapping
from typing import Any, Final

from lip.conference.pages.language_names import read_languages, said_languages
from lip.errors import Refusal
from lip.mail.rules.addresses import cleaned
from lip.programme.queries.pages import PLAIN, SAID
from lip.programme.rules.public_page import PublicPage
from lip.said import Said
from lip.web.forms import Form
from lip.words import LANGUAGES, _

LONGEST: Final[Mapping[str, int]] = {
    "title": 200,
    "subtitle": 200,
    "summary": 500,
    "text": 20_000,
    "access": 5_000,
    "interpreting": 5_000,
    "funders": 500,
    "address": 500,
    "map_url": 500,
    "contact_name": 200,
    "contact_email": 254,
    "contact_phone": 60,
    "languages": 500,
    "organiser_address": 500,
    "organiser_represented_by": 300,
}
LINES: Final = frozenset({
    *("summary", "text", "access", "interpreting", "funders"),
    *("address", "organiser_address"),
})
FIELDS: Final[Mapping[str, str]] = {
    "map_link_unusable": "map_url",
    "contact_email_unusable": "contact_email",
}
"""At which field a refusal is said; all others stand above the form."""


def field_of(refusal: Refusal) -> str:
    """Say at which field a refusal belongs."""
    return FIELDS.get(refusal.code, "")


def read_page(form: Form, *, main: str) -> PublicPage | None:
    """Read the texts of a page; None where something is wrong."""
    texts: dict[str, Any] = {
        name: form.said(name, most=LONGEST[name], lines=name in LINES) for name in SAID
    }
    texts["title"] = Said({
        tag: text for tag, text in texts["title"].items() if tag != main
    })
    texts |= {
        name: form.text(name, most=LONGEST[name], lines=name in LINES) for name in PLAIN
    }
    texts["contact_email"] = cleaned(texts["contact_email"])
    languages, unknown = read_languages(
        form.text("languages", most=LONGEST["languages"])
    )
    if unknown:
        form.refuse(
            "languages",
            _(
                "Diese Sprachen sind nicht bekannt: %(unknown)s. Bitte prüfen Sie die "
                "Schreibweise.",
                unknown=", ".join(unknown),
            ),
        )
    page = PublicPage(**texts, languages=languages)
    return None if form.errors else page


def fields_of(page: PublicPage) -> Mapping[str, Any]:
    """Write a page as the fields of its form."""
    return {
        **{name: dict(getattr(page, name)) for name in SAID},
        **{name: getattr(page, name) for name in PLAIN},
        "languages": said_languages(page.languages),
    }


def typed(form: Form) -> Mapping[str, Any]:
    """Give the fields as they were typed."""
    return {
        **{name: _typed_said(form, name) for name in SAID},
        **{name: form.raw(name)[: LONGEST[name] * 2] for name in PLAIN},
        "languages": form.raw("languages")[:1000],
    }


def _typed_said(form: Form, name: str) -> dict[str, str]:
    return {
        tag: text[: LONGEST[name] * 2]
        for tag in LANGUAGES
        if (text := form.raw(f"{name}-{tag}"))
    }
