"""Read council papers: heads, and whole ones many at once."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from lip.bodies.rules.references import normal
from lip.database import fetch, fetch_in
from lip.database.rows import first_of
from lip.journal.queries import Filter, number_of_entries
from lip.journal.rules.acts import Act
from lip.papers.queries.parts import parts_of
from lip.papers.rules.kinds import PaperKind
from lip.papers.rules.papers import Paper, PaperFacts
from lip.partial_dates import PartialDate

COLUMNS: Final = (
    "id, key, reference, kind, kind_label, city, title, subtitle, stamp, agenda_item, "
    "files_said, cost_sentence, signer, place, dated, language, source, source_id, "
    "version, public_from, removed_at, created_at, changed_at"
)
_FACTS: Final = f"SELECT {COLUMNS} FROM council_paper "  # noqa: S608 - our own names
_NEWEST: Final = "ORDER BY dated DESC, reference DESC, id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which papers to list; an empty field does not narrow."""

    kind: PaperKind | None = None
    year: str = ""
    body: UUID | None = None
    text: str = ""
    public_at: datetime | None = None
    removed: bool = False


async def papers(
    wanted: Wanted, *, limit: int = 50, offset: int = 0
) -> Sequence[PaperFacts]:
    """List heads of papers, newest first."""
    where, values = _conditions(wanted)
    rows = await fetch(
        f"{_FACTS} WHERE {where} {_NEWEST} LIMIT ? OFFSET ?",
        *(*values, limit, offset),
    )
    return [_facts(row) for row in rows]


async def number_of_papers(wanted: Wanted) -> int:
    """Count the papers of a filter."""
    where, values = _conditions(wanted)
    rows = await fetch(
        f"SELECT count(*) AS number FROM council_paper WHERE {where}",  # noqa: S608
        *values,
    )
    return int(rows[0]["number"])


async def years_of_papers(wanted: Wanted) -> Sequence[str]:
    """List the years of papers, newest first."""
    where, values = _conditions(wanted)
    rows = await fetch(
        "SELECT DISTINCT substr(dated, 1, 4) AS year FROM council_paper "  # noqa: S608
        f"WHERE dated <> '' AND {where} ORDER BY year DESC",
        *values,
    )
    return [row["year"] for row in rows]


async def paper_by_id(paper: UUID) -> PaperFacts:
    """Find one, or raise NotFound."""
    rows = await fetch(_FACTS + "WHERE id = ?", paper)
    return _facts(first_of(rows, "unknown_paper"))


async def was_public(paper: PaperFacts) -> bool:
    """Tell whether everybody can read a paper, or could once."""
    shown = frozenset({Act.PAPER_RELEASED, Act.PAPER_HIDDEN})
    once = Filter(subject=paper.id, acts=shown)
    return paper.public_from is not None or await number_of_entries(once) > 0


async def papers_by_ids(ids: Collection[UUID]) -> Sequence[PaperFacts]:
    """Find many, those that are not there left out."""
    rows = await fetch_in(f"{_FACTS} WHERE id IN", ids, _NEWEST)
    return [_facts(row) for row in rows]


async def papers_at(key: str) -> Sequence[PaperFacts]:
    """Find the paper that stands at an address now, then the one that once did."""
    once = "SELECT paper FROM paper_address WHERE key = ?"
    now_first = "ORDER BY CASE WHEN key = ? THEN 0 ELSE 1 END"
    rows = await fetch(
        f"{_FACTS} WHERE key = ? OR id IN ({once}) {now_first}", *(key, key, key)
    )
    return [_facts(row) for row in rows]


async def papers_called(references: Collection[str]) -> Mapping[str, UUID]:
    """Find papers by what they are called, removed ones left out."""
    rows = await fetch_in(
        "SELECT id, reference FROM council_paper "
        "WHERE removed_at IS NULL AND reference IN",
        {normal(one) for one in references},
    )
    return {row["reference"]: row["id"] for row in rows}


async def papers_from(source_ids: Collection[str]) -> Mapping[str, PaperFacts]:
    """Find papers that were taken in, by what they are called where they came from."""
    rows = await fetch_in(f"{_FACTS} WHERE source_id IN", set(source_ids))
    return {row["source_id"]: _facts(row) for row in rows}


async def whole_paper(facts: PaperFacts) -> Paper:
    """Give a paper with all its parts."""
    return (await whole([facts]))[0]


async def whole(heads: Sequence[PaperFacts]) -> Sequence[Paper]:
    """Give papers with all their parts, in one statement for each kind of part."""
    parts = await parts_of([one.id for one in heads])
    return [
        Paper(
            facts=one,
            sections=parts.sections.get(one.id, ()),
            costs=parts.costs.get(one.id, ()),
            recipients=parts.recipients.get(one.id, ()),
            log=parts.log.get(one.id, ()),
            related=parts.related.get(one.id, ()),
            files=parts.files.get(one.id, ()),
        )
        for one in heads
    ]


def _conditions(wanted: Wanted) -> tuple[str, Sequence[object]]:
    parts: list[tuple[str, Sequence[object]]] = []
    if not wanted.removed:
        parts.append(("removed_at IS NULL", ()))
    if wanted.public_at is not None:
        parts.append(("public_from <= ?", (wanted.public_at,)))
    if wanted.kind is not None:
        parts.append(("kind = ?", (wanted.kind.value,)))
    if wanted.year:
        parts.append(("substr(dated, 1, 4) = ?", (wanted.year,)))
    if wanted.body is not None:
        parts.append((_WITH_BODY, (wanted.body, wanted.body)))
    parts.extend(
        (_WITH_WORD, (_pattern(word),) * 4) for word in wanted.text.split()[:8]
    )
    where = " AND ".join(f"({text})" for text, _values in parts) or "1 = 1"
    return where, [value for _text, values in parts for value in values]


_WITH_BODY: Final = (
    "EXISTS (SELECT 1 FROM paper_recipient WHERE paper = council_paper.id AND body = ?)"
    " OR EXISTS (SELECT 1 FROM consultation WHERE paper = council_paper.id "
    "AND body = ?)"
)


def _holds(column: str) -> str:
    """Find a word whatever its case; SQLite knows no umlauts when it lowers."""
    for great, small in ("Ää", "Öö", "Üü"):
        column = f"replace({column}, '{great}', '{small}')"
    return f"lower({column}) LIKE ? ESCAPE '!'"


_IN_TEXT: Final = (
    "EXISTS (SELECT 1 FROM paper_section "  # noqa: S608 - our own words
    f"WHERE paper = council_paper.id AND {_holds('paper_section.text')})"
)
_WITH_WORD: Final = " OR ".join((
    *(_holds(column) for column in ("title", "subtitle", "reference")),
    _IN_TEXT,
))


def _pattern(word: str) -> str:
    plain = re.sub("([!%_])", "!\\g<1>", word.lower())
    return f"%{plain}%"


def _facts(row: Mapping[str, Any]) -> PaperFacts:
    same = {name: row[name] for name in _SAME}
    return PaperFacts(
        **same,
        kind=PaperKind(row["kind"]),
        dated=PartialDate.load(row["dated"]) if row["dated"] else None,
    )


_SAME: Final = [one for one in COLUMNS.split(", ") if one not in {"kind", "dated"}]
