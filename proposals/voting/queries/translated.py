"""Read the options of a round in another language, where somebody has translated."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from lip.database import fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """An option's words in the reader's language; never instead of the own ones."""

    title: str
    text: str
    language: str
    by_machine: bool
    checked: bool


async def translations_in(one: UUID, language: str) -> Mapping[int, Translated]:
    """Find translations of a round's proposals by position; one query."""
    rows = await fetch(
        "SELECT o.position, t.title, t.text, t.language, t.by_machine, t.checked "
        "FROM round_option o JOIN proposal_translation t ON t.proposal = o.proposal "
        "JOIN proposal p ON p.id = o.proposal "
        "WHERE o.in_round = ? AND t.language = ? AND t.version = p.version",
        one,
        language,
    )
    return {
        row["position"]: Translated(
            title=row["title"],
            text=row["text"],
            language=row["language"],
            by_machine=bool(row["by_machine"]),
            checked=bool(row["checked"]),
        )
        for row in rows
    }
