"""
What others wrote of the same, and which field of action fits, while somebody types.

Both are kept in memory: the proposals of a conference as of a revision, so that every
worker knows when it must read on; the fields as vectors of what is said of them.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeAlias
from uuid import UUID

import numpy as np

from lip.fields.queries.fields import fields_offered
from lip.fields.rules.fields import FieldFacts
from proposals.actions.vectors import model_name
from proposals.embedding import embed
from proposals.queries.revisions import Changed, changed_since, revision_of
from proposals.queries.vectors import stored_meanings, unpacked
from proposals.rules.field_hint import nearest_field
from proposals.rules.grams import gram_vectors
from proposals.rules.kmeans import Floats
from proposals.rules.shelf import Alike, Shelf
from proposals.rules.wording import clean

FEWEST_LETTERS: Final = 12
"""Below that a text says too little to be compared."""

MOST_SHELVES: Final = 8
"""Conferences whose proposals stay in memory; 10,000 proposals take 40 MB."""

_Fields: TypeAlias = tuple[tuple[UUID, tuple[str, ...]], ...]


@dataclass(slots=True)
class _Kept:
    shelf: Shelf = field(default_factory=Shelf)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


_KEPT: OrderedDict[UUID, _Kept] = OrderedDict()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is alike, nearest first, and the field of action that fits, if one does."""

    alike: Sequence[Alike] = ()
    field: UUID | None = None


async def hints(
    text: str,
    conference: UUID,
    *,
    most: int = 5,
    without: frozenset[UUID] = frozenset(),
) -> Hints:
    """Give what helps somebody who types a text."""
    if sum(sign.isalpha() for sign in text) < FEWEST_LETTERS:
        return Hints()
    shelf = await _shelf(conference)
    fields = _known(await fields_offered())
    return await asyncio.to_thread(
        _look, text, shelf, fields, most=most, without=without
    )


async def suggested_fields(proposals: Sequence[UUID]) -> Mapping[UUID, UUID]:
    """Suggest a field of action for each of these proposals, where one fits."""
    fields = _known(await fields_offered()) if proposals else ()
    if not fields:
        return {}
    meanings = await stored_meanings(proposals, model=model_name())
    return await asyncio.to_thread(_fields_near, meanings, fields)


def _look(
    text: str,
    shelf: Shelf,
    fields: _Fields,
    *,
    most: int,
    without: frozenset[UUID],
) -> Hints:
    meaning = np.asarray(embed([text])[0])
    letters = np.asarray(gram_vectors([clean(text)])[0])
    return Hints(
        alike=shelf.nearest(meaning, letters, most=most, without=without),
        field=_fit(meaning, fields),
    )


async def _shelf(conference: UUID) -> Shelf:
    """Give the shelf of a conference, with all that is committed by now."""
    kept = _KEPT.setdefault(conference, _Kept())
    _KEPT.move_to_end(conference)
    while len(_KEPT) > MOST_SHELVES:
        _KEPT.popitem(last=False)
    async with kept.turn:
        revision = await revision_of(conference)
        if revision < kept.shelf.revision:  # a backup was played back
            kept.shelf = Shelf()
        if revision != kept.shelf.revision:
            changed = await changed_since(
                conference, kept.shelf.revision, model=model_name()
            )
            await asyncio.to_thread(_sort_in, kept.shelf, changed)
            kept.shelf.revision = revision
    return kept.shelf


def _sort_in(shelf: Shelf, changed: Sequence[Changed]) -> None:
    found = [one for one in changed if one.shown and one.meaning]
    letters = gram_vectors([clean(one.text) for one in found])
    for one, each in zip(found, letters, strict=True):
        shelf.put(one.id, unpacked(one.meaning), np.asarray(each))
    for one in changed:
        if not (one.shown and one.meaning):
            shelf.take_away(one.id)


def _known(fields: Sequence[FieldFacts]) -> _Fields:
    return tuple((one.id, tuple(one.sayings())) for one in fields)


def _fit(meaning: Floats, fields: _Fields) -> UUID | None:
    sayings, owners = _field_vectors(fields)
    place = nearest_field(meaning, sayings, owners)
    return None if place is None else fields[place][0]


def _fields_near(
    meanings: Mapping[UUID, bytes], fields: _Fields
) -> Mapping[UUID, UUID]:
    fits = {one: _fit(unpacked(content), fields) for one, content in meanings.items()}
    return {one: fit for one, fit in fits.items() if fit is not None}


@lru_cache(maxsize=4)
def _field_vectors(fields: _Fields) -> tuple[Floats, tuple[int, ...]]:
    owners = tuple(at for at, (_id, said) in enumerate(fields) for _ in said)
    return embed([text for _id, said in fields for text in said]), owners
