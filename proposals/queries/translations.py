"""Read translations as values: of one proposal, and what waits for one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch
from proposals.rules.handing_in import Wording
from proposals.rules.standing import Standing
from proposals.rules.translating import Written, mark_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationFacts:
    """
    A translation; `own` tells the reader that she wrote it.

    `mark` names exactly these words, so that nobody checks others than she has read.
    """

    id: UUID
    language: str
    wording: Wording
    by_machine: bool
    checked: bool
    earlier_wording: bool
    by_participant: bool
    own: bool
    made_at: datetime

    @property
    def written(self) -> Written:
        """Give what rules decide by."""
        return Written(
            by_machine=self.by_machine,
            checked=self.checked,
            own=self.own,
            earlier_wording=self.earlier_wording,
        )

    @property
    def mark(self) -> str:
        """Name exactly these words."""
        return mark_of(self.wording)


@dataclass(frozen=True, slots=True, kw_only=True)
class Untranslated:
    """A proposal that waits for a translation, with the one there is, if any."""

    number: int
    version: int
    wording: Wording
    there: TranslationFacts | None = None


_TRANSLATION = """
    t.id, t.language, t.title, t.text, t.version, t.by_machine, t.checked,
    t.participant, t.made_at
"""
_ABOUT = """
    p.number, p.version AS now_version, p.language AS own_language,
    p.title AS own_title, p.text AS own_text
"""


async def translations_of(
    proposal: UUID, *, participant: UUID | None = None
) -> Sequence[TranslationFacts]:
    """List the translations of a proposal by language."""
    rows = await fetch(
        f"SELECT {_TRANSLATION}, {_ABOUT} FROM proposal_translation t "  # noqa: S608
        "JOIN proposal p ON p.id = t.proposal WHERE t.proposal = ? ORDER BY t.language",
        proposal,
    )
    return [_translation(row, participant) for row in rows]


async def untranslated(
    conference: UUID, language: str, *, after: int = 0, most: int = 1
) -> Sequence[Untranslated]:
    """List shown proposals without a translation of their present wording."""
    rows = await fetch(
        f"SELECT {_ABOUT} FROM proposal p {_MISSING} AND p.number > ? "  # noqa: S608
        f"ORDER BY p.number LIMIT {int(most)}",
        language,
        conference,
        Standing.SHOWN.value,
        language,
        after,
    )
    return [_untranslated(row) for row in rows]


async def number_untranslated(conference: UUID, language: str) -> int:
    """Count shown proposals without a translation of their present wording."""
    (row,) = await fetch(
        f"SELECT count(*) AS many FROM proposal p {_MISSING}",  # noqa: S608 - our text
        language,
        conference,
        Standing.SHOWN.value,
        language,
    )
    return int(row["many"])


_MISSING = """
    LEFT JOIN proposal_translation t
        ON t.proposal = p.id AND t.language = ? AND t.version = p.version
    WHERE p.conference = ? AND p.standing = ? AND p.language <> ? AND t.id IS NULL
"""


async def unchecked(
    conference: UUID, language: str, *, most: int = 100
) -> Sequence[Untranslated]:
    """List translations of a present wording that nobody has checked yet."""
    rows = await fetch(
        f"SELECT {_TRANSLATION}, {_ABOUT} FROM proposal_translation t "  # noqa: S608
        "JOIN proposal p ON p.id = t.proposal WHERE p.conference = ? "
        "AND p.standing = ? AND t.language = ? AND t.checked = ? "
        f"AND t.version = p.version ORDER BY p.number LIMIT {int(most)}",
        conference,
        Standing.SHOWN.value,
        language,
        False,
    )
    return [_untranslated(row, there=_translation(row, None)) for row in rows]


async def translated_by(participant: UUID) -> Sequence[dict[str, Any]]:
    """List what a person has translated."""
    return await fetch(
        "SELECT p.number, t.language, t.title, t.text, t.made_at "
        "FROM proposal_translation t JOIN proposal p ON p.id = t.proposal "
        "WHERE t.participant = ? ORDER BY t.made_at",
        participant,
    )


async def translated_lately(participant: UUID, *, since: datetime) -> list[datetime]:
    """Give the times of what a person has translated since a moment."""
    rows = await fetch(
        "SELECT made_at FROM proposal_translation "
        "WHERE participant = ? AND made_at > ?",
        participant,
        since,
    )
    return [row["made_at"] for row in rows]


def _translation(row: Mapping[str, Any], participant: UUID | None) -> TranslationFacts:
    return TranslationFacts(
        id=row["id"],
        language=row["language"],
        wording=Wording(title=row["title"], text=row["text"], language=row["language"]),
        by_machine=bool(row["by_machine"]),
        checked=bool(row["checked"]),
        earlier_wording=row["version"] < row["now_version"],
        by_participant=row["participant"] is not None,
        own=participant is not None and row["participant"] == participant,
        made_at=row["made_at"],
    )


def _untranslated(
    row: Mapping[str, Any], *, there: TranslationFacts | None = None
) -> Untranslated:
    return Untranslated(
        number=row["number"],
        version=row["now_version"],
        wording=Wording(
            title=row["own_title"], text=row["own_text"], language=row["own_language"]
        ),
        there=there,
    )
