"""Fields of action in the words of a page."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from lip.fields.queries.fields import all_fields
from lip.said import Spoken
from lip.words import _, current_language


async def fields_in_words() -> Mapping[UUID, Spoken]:
    """Name every field in the language of the page, or the next best."""
    language = current_language()
    return {one.id: one.name.pick(language) for one in await all_fields()}


async def field_options(chosen: UUID | None = None) -> Sequence[tuple[str, str]]:
    """Offer the open fields, and the one chosen before; none where there are none."""
    language = current_language()
    offered = [
        (str(one.id), one.name.pick(language).text)
        for one in await all_fields()
        if not one.closed or one.id == chosen
    ]
    return [("", _("noch offen")), *offered] if offered else []
