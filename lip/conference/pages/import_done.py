"""What an import came to, and the report on it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from litestar import Response, Router, get
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.conference.actions.store_upload import report_of
from lip.conference.files.report import report_csv, sentences_of
from lip.conference.files.wording import STATUSES
from lip.conference.pages.import_preview import (
    ROWS_PER_PAGE,
    judged_upload,
    verdicts,
)
from lip.conference.pages.import_words import STATUS_SIGNS
from lip.conference.pages.participants import file_answer
from lip.conference.queries.conferences import conference_by_key
from lip.conference.queries.uploads import upload_of
from lip.conference.rules.guest_list import RowStatus
from lip.web.page import AnyRequest, page, redirect
from lip.words import _

_MOST_TELLING = (
    RowStatus.FAULTY,
    RowStatus.POSSIBLE_DUPLICATE,
    RowStatus.CHANGED,
    RowStatus.NEW,
    RowStatus.ALREADY_THERE,
)


@get("/done", name="imports.done")
async def show_done(
    request: AnyRequest,
    key: FromPath[str],
    upload: FromPath[UUID],
    p: FromQuery[int] = 1,
) -> Template | Redirect:
    """Show what came in, what stayed out and why, and what to do next."""
    conference = await conference_by_key(key)
    found = await upload_of(conference, upload)
    outcome = found.plan.outcome
    if outcome is None:
        return redirect(request, "imports.preview", key=key, upload=upload)
    left = [row for row in _rows(found.content) if row["outcome"] == "left_out"]
    left.sort(key=lambda row: _MOST_TELLING.index(row["status"]))
    pages = max(1, -(-len(left) // ROWS_PER_PAGE))
    number = min(max(p, 1), pages)
    start = (number - 1) * ROWS_PER_PAGE
    return page(
        request,
        "conference/import_done.html",
        conference=conference,
        upload=found,
        outcome=outcome,
        left_out=sum(outcome.left_out.values()),
        verdicts=[one for one in verdicts(outcome.left_out) if one[3]],
        rows=[_left_out(row) for row in left[start : start + ROWS_PER_PAGE]],
        number=number,
        pages=pages,
    )


def _left_out(row: Mapping[str, Any]) -> Mapping[str, object]:
    status = RowStatus(row["status"])
    kind, icon = STATUS_SIGNS[status]
    return {
        "line": row["line"],
        "name": row["name"] or _("ohne Namen"),
        "kind": kind,
        "icon": icon,
        "verdict": _(STATUSES[status]),
        "sentences": sentences_of(row),
    }


@get("/report", name="imports.report")
async def send_report(
    key: FromPath[str],
    upload: FromPath[UUID],
    kind: FromQuery[str] = "csv",
) -> Response[bytes]:
    """Hand out the report, of the dry run or of the import, as CSV or JSON."""
    conference = await conference_by_key(key)
    found = await upload_of(conference, upload)
    content = found.content
    if found.plan.outcome is None:
        report = report_of(await judged_upload(found, conference))
        content = json.dumps(report, ensure_ascii=False).encode()
    name = f"{conference.key}-import"
    if kind == "json":
        return file_answer(content, f"{name}.json", "application/json")
    return file_answer(
        report_csv(_rows(content)), f"{name}.csv", "text/csv; charset=utf-8"
    )


def _rows(content: bytes) -> Sequence[Mapping[str, Any]]:
    rows: Sequence[Mapping[str, Any]] = json.loads(content)["rows"]
    return rows


router = Router(
    path="/conferences/{key:str}/participants/import/{upload:uuid}",
    guards=[requires_organiser],
    route_handlers=[show_done, send_report],
    include_in_schema=False,
)
