"""Make vectors away from the event loop, and store them."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final
from uuid import UUID

import numpy as np

from lip.database import execute_many, fetch, lock_rows, transaction
from proposals.detecting import detect_language
from proposals.embedding import embed, has_model
from proposals.queries.revisions import next_revision
from proposals.queries.vectors import (
    conferences_without_vectors,
    packed,
    texts_without_vector,
)
from proposals.rules.handing_in import Wording
from proposals.rules.kmeans import Floats
from proposals.tables import Proposal

AT_ONCE: Final = 20
BETWEEN: Final = 0.1
"""Seconds of rest, so that pages come first."""

_ANY: Final = "Kurse am Abend, auch für Eltern."
"""Words that neither letters nor a single word betray: all is loaded for them."""

_STORE = """
    INSERT INTO proposal_vector (proposal, model, meaning) VALUES (?, ?, ?)
    ON CONFLICT (proposal) DO UPDATE
    SET model = excluded.model, meaning = excluded.meaning
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a machine reads in a proposal: its meaning, and its language ("" unsure)."""

    meaning: Floats
    language: str


def model_name() -> str:
    """Name what makes the vectors, so that those of another model are made anew."""
    return "use-multilingual-3" if has_model() else "letters"


@cache
def get_ready() -> None:
    """
    Load what reads proposals, beside the event loop and once in a process.

    Pages with a form call it: seconds pass before somebody sends, and she shall not
    wait for the model. Servers that collect nothing never load it.
    """
    asyncio.get_running_loop().run_in_executor(None, _understood, Wording(text=_ANY))


async def understand(wording: Wording) -> Understood:
    """Read a proposal's words; a language that somebody chose stays."""
    return await asyncio.to_thread(_understood, wording)


def _understood(wording: Wording) -> Understood:
    return Understood(
        meaning=np.asarray(embed([f"{wording.title} {wording.text}".strip()])[0]),
        language=wording.language or detect_language(wording.text),
    )


async def store_meaning(proposal: UUID, meaning: Floats) -> None:
    """Store a vector, in the place of an earlier one."""
    await fetch(_STORE, proposal, model_name(), packed(meaning))


async def store_made(
    conference: UUID, texts: Mapping[UUID, str], made: Floats, *, most: int
) -> None:
    """
    Store the vectors of texts that lacked one, unless they were changed meanwhile.

    `most` is how many of those that lacked one were read.
    """
    async with transaction():
        await lock_rows(
            Proposal
            .select(Proposal.id)
            .where(Proposal.conference == conference, Proposal.id.is_in(list(texts)))
            .order_by(Proposal.number)
        )
        name = model_name()
        still = await texts_without_vector(conference, model=name, most=most)
        revision = await next_revision(conference)
        rows = [
            (one, packed(np.asarray(vector)))
            for (one, text), vector in zip(texts.items(), made, strict=True)
            if still.get(one) == text
        ]
        await execute_many(_STORE, [(one, name, vector) for one, vector in rows])
        await execute_many(
            "UPDATE proposal SET revision = ? WHERE id = ?",
            [(revision, one) for one, _vector in rows],
        )


async def catch_up(conference: UUID) -> int:
    """Make the vectors that are missing, few at a time; return how many it were."""
    many = 0
    while texts := await texts_without_vector(
        conference, model=model_name(), most=AT_ONCE
    ):
        made = await asyncio.to_thread(embed, list(texts.values()))
        await store_made(conference, texts, made, most=AT_ONCE)
        many += len(texts)
        await asyncio.sleep(BETWEEN)
    return many


async def catch_up_everywhere() -> int:
    """Make what is missing at any conference; return how many it were."""
    lacking = await conferences_without_vectors(model=model_name())
    return sum([await catch_up(one) for one in lacking])
