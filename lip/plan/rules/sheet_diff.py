"""What changed in measures between two versions, field by field, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from lip.plan.rules.diff import Passage, PassageKind, compare
from lip.said import Spoken

_NOTHING: Final = Spoken()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What a sheet says under one heading, a paragraph for each line."""

    name: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeSheet:
    """A measure of a version; `id` is the same in all versions."""

    id: UUID
    key: str
    title: Spoken
    fields: Sequence[Field]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """What a field said before and says now, as paragraphs with their words."""

    heading: str
    passages: Sequence[Passage]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChange:
    """
    What became of a measure; a title is empty where a version has it not.

    Without fields, only what is said in another language is different.
    """

    key: str
    old_title: Spoken = _NOTHING
    new_title: Spoken = _NOTHING
    fields: Sequence[FieldChange] = ()


def compare_sheets(
    old: Sequence[WholeSheet], new: Sequence[WholeSheet]
) -> Sequence[SheetChange]:
    """
    Compare measures of which anything is different.

    In the order of the new version; measures that are gone stand at the end.
    """
    before = {one.id: one for one in old}
    changes = [_change(before.pop(one.id, None), one) for one in new]
    gone = [SheetChange(key=one.key, old_title=one.title) for one in before.values()]
    return [*changes, *gone]


def _change(old: WholeSheet | None, new: WholeSheet) -> SheetChange:
    if old is None:
        return SheetChange(key=new.key, new_title=new.title)
    return SheetChange(
        key=new.key,
        old_title=old.title,
        new_title=new.title,
        fields=_fields(old.fields, new.fields),
    )


def _fields(old: Sequence[Field], new: Sequence[Field]) -> Sequence[FieldChange]:
    before = {one.name: one for one in old}
    after = {one.name: one for one in new}
    return [
        FieldChange(
            heading=(after.get(name) or before[name]).heading,
            passages=_told(_text(before, name), _text(after, name)),
        )
        for name in {**after, **before}
        if _text(before, name) != _text(after, name)
    ]


def _text(fields: dict[str, Field], name: str) -> str:
    return fields[name].text if name in fields else ""


def _told(old: str, new: str) -> Sequence[Passage]:
    silent = {PassageKind.SAME, PassageKind.MOVED_AWAY}
    return [one for one in compare(old, new) if one.kind not in silent]
