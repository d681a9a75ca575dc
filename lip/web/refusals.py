"""Turn a refusal into a page, or for programs into JSON, with the right status."""

import logging
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.routes import HTTPRoute

from lip.errors import (
    Conflict,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Refusal,
    TooEarly,
    TooLate,
    TooMany,
    Unusable,
)
from lip.web.page import AnyRequest, local_path, page
from lip.web.visit import visit_of
from lip.words import N_, _

log = logging.getLogger(__name__)

STATUS: Final[Mapping[type[Refusal], int]] = {
    NotFound: 404,
    NotSignedIn: 401,
    NotAllowed: 403,
    TooEarly: 409,
    TooLate: 410,
    Conflict: 409,
    TooMany: 429,
    Unusable: 422,
}

SENTENCES: Final[Mapping[str, str]] = {
    "bad_request": N_("Die Anfrage war unvollständig oder fehlerhaft."),
    "page_not_found": N_(
        "Diese Seite gibt es nicht. Vielleicht ist die Adresse unvollständig."
    ),
    "method_not_allowed": N_("Diese Adresse kann so nicht aufgerufen werden."),
    "too_large_request": N_("Das ist zu groß. Eine Datei darf höchstens 10 MB haben."),
    "something_broke": N_(
        "Bei uns ist etwas schiefgegangen. Ihre Daten sind unverändert. "
        "Bitte versuchen Sie es in einer Minute noch einmal."
    ),
    "came_from_elsewhere": N_(
        "Dieses Formular wurde von einer anderen Seite abgeschickt. "
        "Zu Ihrem Schutz wurde nichts geändert."
    ),
    "form_expired": N_(
        "Dieses Formular gehört zu einer früheren Anmeldung. Es wurde nichts geändert. "
        "Bitte laden Sie die Seite neu und schicken Sie es noch einmal ab."
    ),
    "sign_in_first": N_("Bitte melden Sie sich zuerst an."),
    "not_your_role": N_(
        "Ihre Rolle erlaubt das nicht. "
        "Wenn Sie es für Ihre Aufgabe brauchen, fragen Sie die Administration."
    ),
    "metrics_need_token": N_("Für die Messwerte braucht es das Token des Betriebs."),
    "too_many_attempts": N_(
        "Zu viele Versuche. Bitte warten Sie %(seconds)s Sekunden."
    ),
}


def status_of(refusal: Refusal) -> int:
    """Give the HTTP status of a refusal."""
    return next(
        (status for kind, status in STATUS.items() if isinstance(refusal, kind)), 400
    )


class Sentences:
    """The sentences of all areas, by refusal code."""

    def __init__(self, *parts: Mapping[str, str]) -> None:
        self.by_code: dict[str, str] = {}
        for part in (SENTENCES, *parts):
            self.by_code |= part

    def say(self, refusal: Refusal) -> str:
        """Put a refusal into the current language."""
        sentence = self.by_code.get(refusal.code, refusal.code)
        return _(sentence, **refusal.facts) if refusal.facts else _(sentence)


def answer_refusal(request: AnyRequest, refusal: Refusal) -> Response[Any]:
    """Answer a refusal of our own."""
    sentences: Sentences = request.app.state.sentences
    status = status_of(refusal)
    headers = {}
    if isinstance(refusal, TooMany):
        headers["Retry-After"] = str(refusal.facts.get("seconds", 60))
    if isinstance(refusal, NotSignedIn):
        headers["WWW-Authenticate"] = "Bearer"
    return _answer(
        request, status, refusal.code, sentence=sentences.say(refusal), headers=headers
    )


HTTP_CODES: Final[Mapping[int, str]] = {
    400: "bad_request",
    401: "sign_in_first",
    403: "not_your_role",
    404: "page_not_found",
    405: "method_not_allowed",
    413: "too_large_request",
}


def answer_http_exception(
    request: AnyRequest, exception: HTTPException
) -> Response[Any]:
    """Answer what the framework itself refuses."""
    status = exception.status_code
    if status >= 500:
        return answer_breakdown(request, exception)
    code = HTTP_CODES.get(status, "bad_request")
    headers = {name.title(): text for name, text in (exception.headers or {}).items()}
    if status == 405:
        headers["Allow"] = ", ".join(_methods_of(request))
    return _answer(request, status, code, sentence=_(SENTENCES[code]), headers=headers)


def answer_unreadable(request: AnyRequest, _error: UnicodeDecodeError) -> Response[Any]:
    """Answer bytes that should have been UTF-8 and are not."""
    code = HTTP_CODES[400]
    return _answer(request, 400, code, sentence=_(SENTENCES[code]), headers={})


def answer_breakdown(request: AnyRequest, exception: Exception) -> Response[Any]:
    """Answer a mistake of ours: logged with its trace, shown without it."""
    log.error("page broke", exc_info=exception, extra={"path": visit_of(request).path})
    code = "something_broke"
    return _answer(request, 500, code, sentence=_(SENTENCES[code]), headers={})


def _methods_of(request: AnyRequest) -> list[str]:
    path = visit_of(request).path
    steps = [step for step in path.split("/") if step]
    found: set[str] = set()
    for route in request.app.routes:
        if isinstance(route, HTTPRoute) and _leads_to(route, steps):
            found |= set(route.methods)
    return sorted(found | ({"HEAD"} if "GET" in found else set()))


def _leads_to(route: HTTPRoute, steps: list[str]) -> bool:
    parts = route.path_components
    return len(parts) == len(steps) and all(
        not isinstance(part, str) or part == step
        for part, step in zip(parts, steps, strict=True)
    )


def _answer(
    request: AnyRequest,
    status: int,
    code: str,
    *,
    sentence: str,
    headers: dict[str, str],
) -> Response[Any]:
    if _is_program(request):
        content = {"status": status, "code": code, "detail": sentence}
        return Response(
            content,
            status_code=status,
            headers=headers,
            media_type="application/problem+json",
        )
    answer = page(
        request,
        "refusal.html",
        status=status,
        sentence=sentence,
        way_back=_way_back(request),
    )
    answer.headers.update(headers)
    return answer


def _way_back(request: AnyRequest) -> str:
    """Give the path to return to after signing in."""
    if request.method not in {"GET", "HEAD"}:
        return ""
    query = request.scope["query_string"].decode("latin-1")
    return local_path(quote(visit_of(request).path) + (f"?{query}" if query else ""))


def _is_program(request: Request[Any, Any, Any]) -> bool:
    if visit_of(request).path.startswith("/api/"):
        return True
    accept = request.headers.get("accept", "")
    return "application/json" in accept and "text/html" not in accept
