"""Make vectors away from the event loop, store them, and find what is alike."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from lip.database import fetch, transaction
from proposals.detecting import detect_language
from proposals.embedding import embed, has_model
from proposals.queries.revisions import next_revision
from proposals.queries.vectors import packed, texts_without_vector
from proposals.rules.handing_in import Wording
from proposals.rules.kmeans import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a machine reads in a proposal: its meaning, and its language ("" unsure)."""

    meaning: Floats
    language: str


def model_name() -> str:
    """Name what makes the vectors, so that those of another model are made anew."""
    return "use-multilingual-3" if has_model() else "letters"


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
    await fetch(
        "INSERT INTO proposal_vector (proposal, model, meaning) VALUES (?, ?, ?) "
        "ON CONFLICT (proposal) DO UPDATE "
        "SET model = excluded.model, meaning = excluded.meaning",
        proposal,
        model_name(),
        packed(meaning),
    )


async def catch_up(conference: UUID) -> int:
    """Make the vectors that are missing; return how many it were."""
    missing = await texts_without_vector(conference, model=model_name())
    if not missing:
        return 0
    made = await asyncio.to_thread(embed, list(missing.values()))
    async with transaction():
        await _mark(list(missing), await next_revision(conference))
        for proposal, meaning in zip(missing, made, strict=True):
            await store_meaning(proposal, np.asarray(meaning))
    return len(missing)


async def _mark(proposals: Sequence[UUID], revision: int) -> None:
    for proposal in proposals:
        await fetch("UPDATE proposal SET revision = ? WHERE id = ?", revision, proposal)
