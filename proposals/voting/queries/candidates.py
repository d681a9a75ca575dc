"""Read what may be put to the vote: shown proposals, and clusters."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.said import Said
from proposals.rules.handing_in import Wording, heading
from proposals.rules.standing import Standing
from proposals.voting.rules.choosing import Candidate
from proposals.voting.rules.rounds import Subject

_PROPOSALS = """
SELECT p.id, p.number, p.title, p.text, p.language, p.field, f.name AS field_name,
    (SELECT count(DISTINCT s.participant) FROM support s
        JOIN proposal q ON q.id = s.proposal
        WHERE q.id = p.id OR q.merged_into = p.id) AS support
FROM proposal p LEFT JOIN field_of_action f ON f.id = p.field
WHERE p.conference = ? AND p.standing = ? AND p.merged_into IS NULL ORDER BY p.number
"""

_CLUSTERS = """
SELECT k.id, k.number, k.name, k.summary, k.words, k.field, f.name AS field_name,
    (SELECT count(DISTINCT s.participant) FROM support s
        JOIN placement l ON l.proposal = s.proposal
        JOIN proposal p ON p.id = l.proposal
        WHERE l.cluster = k.id AND p.standing = ?) AS support
FROM cluster k LEFT JOIN field_of_action f ON f.id = k.field
WHERE k.conference = ? ORDER BY k.position, k.number
"""


async def candidates_of(conference: UUID, subject: Subject) -> Sequence[Candidate]:
    """List what may be put to the vote, in its usual order; one query."""
    shown = Standing.SHOWN.value
    if subject is Subject.CLUSTERS:
        return [_cluster(row) for row in await fetch(_CLUSTERS, shown, conference)]
    return [_proposal(row) for row in await fetch(_PROPOSALS, conference, shown)]


def _proposal(row: Mapping[str, Any]) -> Candidate:
    wording = Wording(title=row["title"], text=row["text"], language=row["language"])
    head = heading(wording)
    rest = wording.text if wording.title else wording.text.removeprefix(head).strip()
    return Candidate(
        id=row["id"],
        called=row["number"],
        title=Said({row["language"] or "und": head}),
        text=rest,
        language=row["language"],
        field=row["field"],
        field_name=Said.load(row["field_name"] or ""),
        support=int(row["support"]),
    )


def _cluster(row: Mapping[str, Any]) -> Candidate:
    name = Said.load(row["name"])
    words = ", ".join(json.loads(row["words"] or "[]"))
    summary = Said.load(row["summary"]).pick("de")
    return Candidate(
        id=row["id"],
        called=row["number"],
        title=name or Said({"und": words or f"{row['number']}"}),
        text=summary.text,
        language=summary.lang,
        field=row["field"],
        field_name=Said.load(row["field_name"] or ""),
        support=int(row["support"]),
    )
