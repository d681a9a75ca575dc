"""Read a proposal as it was typed."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from lip.errors import NotFound, Refusal, Unusable
from lip.web.forms import Form
from lip.web.page import AnyRequest
from lip.words import language_of
from proposals.actions.photos import LONGEST_SHOWS
from proposals.photo_files import NewPhoto, photo_from
from proposals.rules.handing_in import Wording, tidy
from proposals.rules.tongues import TONGUES

FIELDS: Final[Mapping[str, str]] = {
    "proposal_title_too_long": "title",
    "collecting_most_each": "most_each",
    "unknown_field_of_action": "field",
    "photo_empty": "photo",
    "photo_too_large": "photo",
    "photo_has_too_many_pixels": "photo",
    "photo_unreadable": "photo",
    "photo_needs_words": "shows",
    "enough_photos": "photo",
    "photos_not_wanted": "photo",
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


def read_field(form: Form) -> UUID | None:
    """Read which field of action was chosen, if one was."""
    text = form.raw("field")
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound("unknown_field_of_action") from error


async def read_photo(form: Form) -> NewPhoto | None:
    """Make a photo that was sent anew, away from the event loop; None: none was."""
    upload = form.upload("photo")
    if upload is None:
        return None
    content = await upload.read()
    shows = form.text("shows", most=LONGEST_SHOWS)[:LONGEST_SHOWS]
    if not shows:
        raise Unusable("photo_needs_words")
    return await asyncio.to_thread(photo_from, content, shows=shows)


def typed(form: Form) -> Mapping[str, str]:
    """Give what was typed, to show it again."""
    names = ("title", "text", "language", "author_name", "place", "field", "shows")
    return {name: form.raw(name)[:25_000] for name in names}


def said(request: AnyRequest, refusal: Refusal) -> Mapping[str, str]:
    """Say a refusal at its field."""
    sentence: str = request.app.state.sentences.say(refusal)
    return {FIELDS.get(refusal.code, "text"): sentence}


def tongues(first: str) -> Sequence[tuple[str, str]]:
    """Offer the languages heard most, that of this page first."""
    order = sorted(TONGUES, key=lambda tag: tag != first)
    return [(tag, language_of(tag).name) for tag in order]
