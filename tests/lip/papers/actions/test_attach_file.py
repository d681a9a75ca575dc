"""Attachments: what they say they are, of a size, and gone when taken away."""

from hashlib import sha512
from uuid import uuid4

import pytest

from lip.database import StoreEngine
from lip.errors import NotFound, Unusable
from lip.journal.rules.entries import COMMAND
from lip.papers.actions.attach_file import attach_file, remove_file
from lip.papers.queries.papers import paper_by_id, whole_paper
from lip.papers.queries.parts import content_of, file_by_id
from lip.papers.rules.papers import Paper
from tests.factories import clock
from tests.lip.papers.factories import make_paper

pytestmark = pytest.mark.anyio

PDF = b"%PDF-1.7\n%%EOF"


async def whole_of(paper: object) -> Paper:
    return await whole_paper(await paper_by_id(paper))  # type: ignore[arg-type]


async def test_an_attachment_is_kept_once_and_counted(db: StoreEngine):
    paper, request = await make_paper(), uuid4()
    for _time in range(2):
        file = await attach_file(
            paper, PDF, "../Anlage 1.PDF", by=COMMAND, now=clock(), request=request
        )

    there = (await whole_of(paper)).files

    assert [(one.id, one.title, one.filename) for one in there] == [
        (file, "Anlage 1", "Anlage 1.pdf")
    ]
    assert there[0].sha512 == sha512(PDF).hexdigest()
    assert (await whole_of(paper)).files_counted == "1"
    assert await content_of(file) == PDF
    await remove_file(paper, file, by=COMMAND, now=clock())
    assert (await whole_of(paper)).files_counted == "0"
    assert (await file_by_id(file)).removed_at is not None
    with pytest.raises(NotFound, match="unknown_paper_file"):
        await content_of(file)
    with pytest.raises(NotFound, match="unknown_paper_file"):
        await remove_file(paper, file, by=COMMAND, now=clock())


@pytest.mark.parametrize(
    "content,filename,code",
    [
        (b"", "leer.pdf", "document_empty"),
        (b"<script>alert(1)</script>", "seite.html", "document_kind_unknown"),
        (b"MZ\x90\x00", "bericht.pdf", "document_not_what_it_says"),
        (b"PK\x03\x04", "bericht.docx", "document_not_what_it_says"),
        (b"%PDF-" + bytes(10 * 1024 * 1024), "gross.pdf", "document_too_large"),
    ],
)
async def test_wrong_files_are_refused(
    db: StoreEngine, content: bytes, filename: str, code: str
):
    paper = await make_paper()

    with pytest.raises(Unusable, match=code):
        await attach_file(paper, content, filename, by=COMMAND, now=clock())

    assert (await whole_of(paper)).files == ()
