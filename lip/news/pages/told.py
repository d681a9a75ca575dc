"""What pages name, offered in forms and said in words."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.measures.pages.part_kinds import Part
from lip.measures.pages.told import told
from lip.news.queries.names import Names
from lip.news.rules.sheets import Sheet
from lip.said import Said
from lip.words import _, current_language


def offered(names: Names, sheet: Sheet) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Give what can be chosen; a closed body only where it stands already."""
    language, organiser = current_language(), getattr(sheet, "organiser", None)
    return {
        "bodies": [
            (str(one.id), one.name.pick(language).text)
            for one in names.bodies.values()
            if not one.closed or one.id == organiser
        ],
        "measures": _options(names.measures),
        "projects": _options(names.projects),
        "conferences": _options(names.conferences),
    }


def differences(
    part: Part, there: Sheet, values: Mapping[str, Any], names: Names
) -> Sequence[Mapping[str, str]]:
    """Say what stands there now beside what was typed, where they are not the same."""
    called = _called(names)
    return [
        {
            "label": _(label),
            "theirs": told(getattr(there, name), called),
            "mine": told(values[name], called),
        }
        for name, label in part.labels
        if getattr(there, name) != values[name]
    ]


def _options(titles: Mapping[UUID, Said]) -> Sequence[tuple[str, str]]:
    language = current_language()
    return [(str(key), one.pick(language).text) for key, one in titles.items()]


def _called(names: Names) -> Mapping[UUID, str]:
    titles = {
        **{one.id: one.name for one in names.bodies.values()},
        **names.measures,
        **names.projects,
        **names.conferences,
    }
    return {key: one.pick(current_language()).text for key, one in titles.items()}
