"""Explain terms of a plan, in one language each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from piccolo.columns.combination import And

from lip.database import lock_rows, transaction
from lip.errors import Conflict, Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.plan.queries.glossary import terms_in
from lip.plan.rules.chapters import usable_language
from lip.plan.rules.glossary import MOST_TERMS, Term
from lip.plan.tables import GlossaryTerm, Plan


async def save_term(
    plan: UUID, language: str, term: Term, *, by: Actor, now: datetime
) -> bool:
    """Explain a term, or explain it otherwise; tell whether anything is different."""
    _check(language, term)
    async with transaction():
        there = await _locked(plan, language)
        if term in there:
            return False
        known = any(one.term == term.term for one in there)
        if not known and len(there) >= MOST_TERMS:
            raise Conflict("too_many_terms", most=MOST_TERMS)
        values: dict[Any, Any] = {
            "forms": "\n".join(term.forms),
            "explanation": term.explanation,
            "changed_at": now,
        }
        if known:
            await GlossaryTerm.update(values).where(_is(plan, language, term.term))
        else:
            await GlossaryTerm.insert(
                GlossaryTerm(
                    id=uuid4(), plan=plan, language=language, term=term.term, **values
                )
            )
        await record(_entry(Act.TERM_EXPLAINED, plan, language, by, now))
    return True


async def remove_term(
    plan: UUID, language: str, term: str, *, by: Actor, now: datetime
) -> bool:
    """Explain a term no more; tell whether it was there."""
    async with transaction():
        there = await _locked(plan, language)
        if all(one.term != term for one in there):
            return False
        await GlossaryTerm.delete().where(_is(plan, language, term))
        await record(_entry(Act.TERM_REMOVED, plan, language, by, now))
    return True


async def _locked(plan: UUID, language: str) -> Sequence[Term]:
    await lock_rows(Plan.select(Plan.id).where(Plan.id == plan))
    return await terms_in(plan, language)


def _is(plan: UUID, language: str, term: str) -> And:
    return (
        (GlossaryTerm.plan == plan)
        & (GlossaryTerm.language == language)
        & (GlossaryTerm.term == term)
    )


def _check(language: str, term: Term) -> None:
    if not usable_language(language):
        raise Unusable("language_unusable", language=language)
    if not term.term or not term.explanation:
        raise Unusable("term_needs_explanation")


def _entry(  # noqa: PLR0917 - a short form
    act: Act, plan: UUID, language: str, by: Actor, now: datetime
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=plan, facts={"language": language})
