"""Read what a translation service is to be asked, and how that goes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.database import fetch
from proposals.rules.handing_in import Wording
from proposals.rules.standing import Standing
from proposals.rules.translating import ErrandState, Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrandFacts:
    """One wording that is to be translated into a language."""

    id: UUID
    proposal: UUID
    key: str
    version: int
    title: str
    text: str
    source: str
    language: str
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hitch:
    """A trouble that keeps some texts from being translated, and since when."""

    trouble: Trouble
    many: int
    last: datetime
    for_good: bool


async def due_errands(
    languages: Sequence[str], *, now: datetime, most: int
) -> Sequence[ErrandFacts]:
    """List what may be asked now, the oldest first; only of wordings that stand."""
    if not languages:
        return []
    marks = ", ".join("?" * len(languages))
    rows = await fetch(
        "SELECT e.id, e.proposal, e.version, e.language, "  # noqa: S608 - marks only
        "e.tries, p.title, p.text, "
        "p.language AS source, f.key "
        "FROM translation_errand e JOIN proposal p ON p.id = e.proposal "
        "AND p.version = e.version JOIN conference f ON f.id = p.conference "
        f"WHERE e.language IN ({marks}) AND e.state = ? AND e.due_at <= ? "
        f"AND p.standing = ? ORDER BY e.due_at, p.number LIMIT {int(most)}",
        *languages,
        ErrandState.WAITING.value,
        now,
        Standing.SHOWN.value,
    )
    return [ErrandFacts(**row) for row in rows]


async def translated_before(errand: ErrandFacts) -> Wording | None:
    """Find what the machine made of exactly the same words in another proposal."""
    rows = await fetch(
        "SELECT t.title, t.text FROM proposal_translation t "
        "JOIN proposal p ON p.id = t.proposal AND p.version = t.version "
        "WHERE t.language = ? AND t.by_machine = ? AND p.title = ? AND p.text = ? "
        "AND p.language = ? LIMIT 1",
        errand.language,
        True,
        errand.title,
        errand.text,
        errand.source,
    )
    if not rows:
        return None
    return Wording(
        title=rows[0]["title"], text=rows[0]["text"], language=errand.language
    )


async def errand_counts() -> Mapping[ErrandState, int]:
    """Count errands by how far they are."""
    rows = await fetch(
        "SELECT state, count(*) AS many FROM translation_errand GROUP BY state"
    )
    found = {ErrandState(row["state"]): int(row["many"]) for row in rows}
    return {state: found.get(state, 0) for state in ErrandState}


async def hitches() -> Sequence[Hitch]:
    """Say what keeps texts from being translated, the newest trouble first."""
    rows = await fetch(
        "SELECT state, trouble, asked_at FROM translation_errand "
        "WHERE trouble <> '' AND asked_at IS NOT NULL ORDER BY asked_at DESC"
    )
    found: dict[tuple[str, str], list[datetime]] = {}
    for row in rows:
        found.setdefault((row["trouble"], row["state"]), []).append(row["asked_at"])
    return [
        Hitch(
            trouble=Trouble(trouble),
            many=len(times),
            last=times[0],
            for_good=state == ErrandState.FAILED,
        )
        for (trouble, state), times in found.items()
    ]
