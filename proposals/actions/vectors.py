"""Make vectors away from the event loop, store them, and find what is alike."""

import asyncio
from uuid import UUID

import numpy as np

from lip.database import fetch, transaction
from proposals.embedding import embed, has_model
from proposals.queries.vectors import Vectors, packed, texts_without_vector, vectors_of
from proposals.rules.handing_in import Wording
from proposals.rules.kmeans import Floats
from proposals.rules.similarity import LIKELY_THE_SAME

FEWEST_LETTERS = 12
"""Below that a text says too little to be compared."""


def model_name() -> str:
    """Name what makes the vectors, so that those of another model are made anew."""
    return "use-multilingual-3" if has_model() else "letters"


async def meaning_of(wording: Wording) -> Floats:
    """Turn a proposal's words into a vector."""
    text = f"{wording.title} {wording.text}".strip()
    vectors = await asyncio.to_thread(embed, [text])
    return np.asarray(vectors[0])


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
        for proposal, meaning in zip(missing, made, strict=True):
            await store_meaning(proposal, np.asarray(meaning))
    return len(missing)


async def alike(
    text: str, conference: UUID, *, most: int = 5, near: float = LIKELY_THE_SAME
) -> list[UUID]:
    """Find shown proposals that say much the same, in whatever language."""
    if sum(sign.isalpha() for sign in text) < FEWEST_LETTERS:
        return []
    found: Vectors = await vectors_of(conference, model=model_name())
    if not found.ids:
        return []
    query = (await asyncio.to_thread(embed, [text]))[0]
    nearness = found.meanings @ query
    order = np.argsort(-nearness, kind="stable")[:most]
    return [found.ids[place] for place in order if nearness[place] >= near]
