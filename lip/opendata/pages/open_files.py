"""Hand out public files under the addresses that programs were told."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from litestar import Response

from lip.errors import NotFound
from lip.opendata.pages.answers import disposition, error_answer, open_answer
from lip.opendata.queries.contents import content_of_file
from lip.opendata.queries.told import object_told
from lip.opendata.rules.oparl import OparlType
from lip.web.page import AnyRequest
from lip.words import N_, _

GONE: Final = N_("Diese Datei gibt es nicht mehr. Sie wurde entfernt.")
_LOCKED_UP: Final = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
_FOR_PDF: Final = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'"
"""Viewers of PDF files do not run in a sandbox; such files have no scripts here."""


async def file_answer(
    request: AnyRequest, file: UUID, *, download: bool, now: datetime
) -> Response[bytes]:
    """Send a file that is public; one that was says that it is gone (410)."""
    told = await object_told(OparlType.FILE, file)
    if told is not None and told.deleted:
        return error_answer(410, _(GONE), "file deleted")
    found = await content_of_file(file, now=now)
    if found is None:
        raise NotFound("no_such_open_object")
    return open_answer(
        request,
        found.content,
        found.media_type,
        changed=found.changed,
        headers=_headers(found.media_type, found.filename, download=download),
    )


def _headers(media_type: str, filename: str, *, download: bool) -> Mapping[str, str]:
    pdf = media_type == "application/pdf"
    return {
        "Content-Disposition": disposition(filename, download=download),
        "Content-Security-Policy": _FOR_PDF if pdf else _LOCKED_UP,
        "X-Content-Type-Options": "nosniff",
    }
