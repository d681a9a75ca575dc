"""Publish the figures of a conference, and take that back."""

from dataclasses import replace
from datetime import datetime

from lip.attendance.actions.set_terms import set_terms
from lip.attendance.queries.terms import terms_of
from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


async def publish_figures(
    *, conference: ConferenceFacts, by: Actor, now: datetime
) -> bool:
    """Show the figures to everybody; doing it twice changes nothing."""
    terms = await terms_of(conference)
    if terms.figures_published_at:
        return False
    return await set_terms(
        replace(terms, figures_published_at=now),
        conference=conference,
        by=by,
        now=now,
        act=Act.FIGURES_PUBLISHED,
    )


async def hide_figures(
    *, conference: ConferenceFacts, by: Actor, now: datetime
) -> bool:
    """Show the figures to organisers only."""
    terms = await terms_of(conference)
    return await set_terms(
        replace(terms, figures_published_at=None),
        conference=conference,
        by=by,
        now=now,
        act=Act.FIGURES_HIDDEN,
    )
