"""Read what is public of all conferences; drafts are a secret."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from lip.conference.queries.conferences import (
    ConferenceFacts,
    all_conferences,
    made_at,
)
from lip.conference.rules.stages import Stage
from lip.journal.queries import times_of
from lip.opendata.rules.dated import Dated, Times, dated_by
from lip.programme.queries.files import DocumentFacts, content_of, documents_of
from lip.programme.queries.pages import page_of
from lip.programme.queries.sessions import programme_of
from lip.programme.rules.public_page import StoredPage, titles_of
from lip.programme.rules.sessions import SessionFacts
from lip.said import Said
from proposals.voting.queries.results import shown_rounds
from proposals.voting.queries.rounds import RoundFacts

_SUMS: Final[dict[UUID, str]] = {}
"""Digests of documents, whose content never changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenConference:
    """All that is public of a conference; `times` says when its parts were made."""

    conference: ConferenceFacts
    stored: StoredPage
    sessions: Sequence[SessionFacts]
    files: Sequence[tuple[DocumentFacts, str]]
    rounds: Sequence[RoundFacts]
    dated: Dated
    times: Times

    @property
    def title(self) -> Said:
        """Give its title in all its languages."""
        one = self.conference
        return titles_of(one.title, one.language, self.stored.page)

    def dated_part(self, one: UUID, changed: datetime | None = None) -> Dated:
        """Say when a part of it was made and changed."""
        return dated_by(self.times, one, self.dated.created, changed)


async def public_conferences() -> Sequence[ConferenceFacts]:
    """List conferences that everybody may know of, the latest first."""
    return [one for one in await all_conferences() if one.stage is not Stage.DRAFT]


async def open_conferences() -> Sequence[OpenConference]:
    """Read all that is public of conferences, the latest first."""
    made = await made_at()
    return [await _open(one, made[one.id]) for one in await public_conferences()]


async def _open(one: ConferenceFacts, made: datetime) -> OpenConference:
    stored = await page_of(one.id)
    sessions, rounds = await programme_of(one.id), await shown_rounds(one.id)
    parts = [it.id for it in sessions] + [it.id for it in rounds]
    times = await times_of([one.id, *parts])
    return OpenConference(
        conference=one,
        stored=stored,
        sessions=sessions,
        files=[(it, await _sum(it.id)) for it in await documents_of(one.id)],
        rounds=rounds,
        dated=dated_by(times, one.id, made, stored.changed_at),
        times=times,
    )


async def _sum(document: UUID) -> str:
    if document not in _SUMS:
        _SUMS[document] = hashlib.sha512(await content_of(document)).hexdigest()
    return _SUMS[document]
