"""What a part of a sheet says, as plain words: to show two wordings side by side."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from lip.measures.queries.names import Names
from lip.partial_dates import PartialDate
from lip.said import Said
from lip.web.partial_dates import said as date_in_words
from lip.words import _, current_language


def told(value: Any, names: Mapping[UUID, str]) -> str:
    """Say a value in words, lists line by line."""
    if isinstance(value, tuple):
        return "\n".join(f"{n}. {told(one, names)}" for n, one in enumerate(value, 1))
    if isinstance(value, Said):
        return " / ".join(value.values())
    if isinstance(value, PartialDate):
        return date_in_words(value)
    if isinstance(value, bool):
        return _("ja") if value else _("nein")
    if isinstance(value, UUID):
        return names.get(value, "")
    if is_dataclass(value):
        parts = (
            told(getattr(value, one.name), names)
            for one in fields(value)
            if one.name != "id" and not isinstance(getattr(value, one.name), bool)
        )
        return " · ".join(one for one in parts if one and one != "0")
    if value is None:
        return ""
    return str(value.value) if isinstance(value, StrEnum) else str(value)


def names_by_id(names: Names) -> Mapping[UUID, str]:
    """Name everything that a sheet can name."""
    language = current_language()
    return {
        **{one.id: one.name for one in names.districts.values()},
        **{one.id: one.name.pick(language).text for one in names.fields.values()},
        **{one.id: one.name.pick(language).text for one in names.bodies.values()},
        **{key: one.title.pick(language).text for key, one in names.measures.items()},
    }
