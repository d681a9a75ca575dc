"""Name papers for whoever links to them, and list the public ones."""

from collections.abc import AsyncIterator, Collection, Mapping
from typing import Final
from uuid import UUID

from lip.database import fetch
from lip.database.titles import Titled, titles_of
from lip.papers.queries.papers import papers_by_ids
from lip.papers.rules.papers import PaperFacts
from lip.said import Said
from lip.subjects import Document, Subject, SubjectKind

_PUBLIC: Final = (
    "FROM council_paper WHERE public_from IS NOT NULL AND removed_at IS NULL "
)


async def papers_as_subjects(ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Name papers by their ids; removed ones are left out."""
    there = await papers_by_ids(ids)
    return {one.id: _subject(one) for one in there if one.removed_at is None}


async def names_of_papers(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Name papers and their attachments, as the journal does."""
    return await titles_of(
        ids,
        Titled(table="council_paper", column="reference", said=False),
        Titled(table="paper_file", said=False),
    )


async def paper_documents() -> AsyncIterator[Document]:
    """List all papers that everybody may read, with their words."""
    words = await _words()
    rows = await fetch(
        "SELECT id, key, reference, title, subtitle, language, cost_sentence, source, "
        f"changed_at {_PUBLIC} ORDER BY key"
    )
    for row in rows:
        path = f"/papers/{row['key']}"
        heads = (row["reference"], row["subtitle"], row["cost_sentence"])
        yield Document(
            kind=SubjectKind.PAPER,
            id=row["id"],
            path=path,
            title=row["title"] or row["reference"],
            language=row["language"],
            text="\n".join(filter(None, (*heads, words.get(row["id"], "")))),
            changed_at=row["changed_at"],
            more_paths=() if row["source"] else (f"{path}/print.pdf",),
        )


async def _words() -> Mapping[UUID, str]:
    rows = await fetch(
        "SELECT paper, heading, text FROM paper_section "  # noqa: S608 - our own words
        f"WHERE paper IN (SELECT id {_PUBLIC}) ORDER BY paper, position"
    )
    found: dict[UUID, str] = {}
    for row in rows:
        before = found.get(row["paper"], "")
        found[row["paper"]] = f"{before}\n{row['heading']}\n{row['text']}".strip()
    return found


def _subject(one: PaperFacts) -> Subject:
    return Subject(
        kind=SubjectKind.PAPER,
        id=one.id,
        title=Said({one.language: one.name or one.reference}),
        path=f"/papers/{one.key}" if one.public_from else "",
        code=one.reference,
        public=one.public_from is not None,
    )
