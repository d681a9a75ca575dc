"""Keep an uploaded list between upload and import, and no longer than a day."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from lip.conference.actions.import_participants import (
    ImportDone,
    Judged,
    import_participants,
)
from lip.conference.files.wording import finding_sentence, twin_sentence
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.uploads import Upload, upload_of
from lip.conference.rules.guest_list import Choice
from lip.conference.rules.guest_report import as_plain
from lip.conference.rules.import_plan import ImportPlan, Outcome, plan_text
from lip.conference.tables import UploadedList
from lip.database import lock_rows, transaction
from lip.journal.rules.entries import Actor
from lip.keys import Keys

KEPT = timedelta(days=1)
"""How long a list lies here at most."""


async def store_upload(
    content: bytes, filename: str, *, conference: ConferenceFacts, now: datetime
) -> UUID:
    """Store a list, and throw away every one that is older than a day."""
    upload = uuid4()
    row = UploadedList(
        id=upload,
        conference=conference.id,
        filename=filename[:200],
        content=content,
        mapping=plan_text(ImportPlan()),
        uploaded_at=now,
    )
    async with transaction():
        await UploadedList.delete().where(UploadedList.uploaded_at < now - KEPT)
        await row.save()
    return upload


async def drop_upload(upload: UUID, *, conference: ConferenceFacts) -> None:
    """Throw a list away; throwing it away twice changes nothing."""
    await (
        UploadedList
        .delete()
        .where(UploadedList.id == upload)
        .where(UploadedList.conference == conference.id)
    )


async def change_plan(upload: UUID, plan: ImportPlan, *, sheet: str) -> None:
    """Note how a list is to be read and which lines are ticked."""
    await UploadedList.update({
        UploadedList.mapping: plan_text(plan),
        UploadedList.sheet: sheet,
    }).where(UploadedList.id == upload)


async def import_upload(
    upload: Upload,
    judged: Judged,
    choice: Choice,
    *,
    conference: ConferenceFacts,
    keys: Keys,
    by: Actor,
    now: datetime,
) -> None:
    """Import an uploaded list and put its report in its place; once only."""
    async with transaction():
        await lock_rows(
            UploadedList.select(UploadedList.id).where(UploadedList.id == upload.id)
        )
        if (await upload_of(conference, upload.id)).plan.outcome is not None:
            return
        done = await import_participants(
            judged,
            choice,
            upload.plan.ticked,
            conference=conference,
            keys=keys,
            by=by,
            now=now,
        )
        outcome = Outcome(
            added=done.added, updated=done.updated, left_out=done.left_out
        )
        await UploadedList.update({
            UploadedList.content: _report(judged, done),
            UploadedList.mapping: plan_text(replace(upload.plan, outcome=outcome)),
        }).where(UploadedList.id == upload.id)


def _report(judged: Judged, done: ImportDone) -> bytes:
    """Write what became of every row as JSON."""
    return json.dumps(report_of(judged, done), ensure_ascii=False).encode()


def report_of(judged: Judged, done: ImportDone | None = None) -> dict[str, object]:
    """
    Write the report as plain values, with a sentence for everything found.

    With an import each row has its `outcome`: added, updated or left out.
    """
    plain = as_plain(judged.report, say=finding_sentence)
    rows: list[dict[str, Any]] = plain["rows"]  # type: ignore[assignment]  # plain values
    for row, one in zip(rows, judged.report.rows, strict=True):
        for twin, known in zip(row["twins"], one.twins, strict=True):
            twin["sentence"] = twin_sentence(known)
        if done is not None:
            row["outcome"] = _outcome(one.line, done)
    counts = {} if done is None else {"added": done.added, "updated": done.updated}
    return {**plain, **counts}


def _outcome(line: int, done: ImportDone) -> str:
    if line in done.lines_added:
        return "added"
    return "updated" if line in done.lines_updated else "left_out"
