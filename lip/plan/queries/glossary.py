"""Read terms that are explained: in a draft, and as a version explains them."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.plan.rules.freezing import Explained
from lip.plan.rules.glossary import Term


async def terms_in(plan: UUID, language: str) -> tuple[Term, ...]:
    """List the glossary's terms in one language, by the alphabet."""
    rows = await fetch(
        "SELECT term, forms, explanation FROM glossary_term "
        "WHERE plan = ? AND language = ? ORDER BY term",
        *(plan, language),
    )
    return tuple(map(_term, rows))


async def frozen_terms(version: UUID, language: str) -> tuple[Term, ...]:
    """List the terms of a version in one language, as they were explained then."""
    rows = await fetch(
        "SELECT term, forms, explanation FROM frozen_term "
        "WHERE version = ? AND language = ? ORDER BY term",
        *(version, language),
    )
    return tuple(map(_term, rows))


async def terms_to_freeze(plan: UUID) -> Sequence[Explained]:
    """List the terms of a glossary in all languages."""
    rows = await fetch(
        "SELECT language, term, forms, explanation FROM glossary_term "
        "WHERE plan = ? ORDER BY language, term",
        plan,
    )
    return [Explained(language=row["language"], term=_term(row)) for row in rows]


def _term(row: Mapping[str, Any]) -> Term:
    return Term(
        term=row["term"],
        forms=tuple(filter(None, row["forms"].split("\n"))),
        explanation=row["explanation"],
    )
