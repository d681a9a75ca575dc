"""Check a certificate: by its code alone, and no more than what is printed."""

from datetime import datetime

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.attendance.actions.issue_certificates import seal_certificate_code
from lip.attendance.documents.wording import (
    said_clock,
    said_date_of,
    said_day,
    said_minutes,
)
from lip.attendance.queries.certificates import certificate_by_code
from lip.conference.rules.codes import read_code, shown
from lip.keys import Keys
from lip.web.address import sealed_address
from lip.web.limits import WRONG_CODES_PER_ADDRESS, Limits
from lip.web.page import AnyRequest, page, redirect
from lip.words import current_language


@get("/", name="check.find")
async def find_certificate(
    request: AnyRequest, code: FromQuery[str] = ""
) -> Redirect | Template:
    """Take a code as typed, and go to what it stands for."""
    if signs := read_code(code[:500]):
        return redirect(request, "check.show", code=shown(signs))
    return _unknown(request, code, status=422 if code else 200)


@get("/{code:str}", name="check.show")
async def show_certificate(
    request: AnyRequest,
    code: FromPath[str],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Template:
    """Show what is printed on a certificate to whoever has its code."""
    signs = read_code(code)
    sealed = seal_certificate_code(signs, keys=keys) if signs else ""
    found = await certificate_by_code(sealed) if sealed else None
    if found is None or signs is None:
        limits.spend(sealed_address(request, keys), WRONG_CODES_PER_ADDRESS, now=now)
        return _unknown(request, code, status=404)
    issued, home = found.issued, found.language
    facts, language = issued.facts, current_language()
    answer = page(
        request,
        "attendance/check.html",
        code=shown(signs),
        number=issued.number,
        facts=facts,
        title=facts.title.pick(language, home),
        text=facts.text.pick(language, home),
        days=[
            (
                said_day(day.day),
                said_clock(day.came),
                said_clock(day.left),
                said_minutes(day.minutes),
            )
            for day in facts.days
        ],
        total=said_minutes(facts.minutes),
        sessions=[
            (one.title.pick(language, home), said_minutes(one.minutes))
            for one in facts.sessions
        ],
        issued_on=said_date_of(issued.issued_at.astimezone(found.zone)),
    )
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def _unknown(request: AnyRequest, code: str, *, status: int) -> Template:
    return page(
        request,
        "attendance/check_unknown.html",
        status=status,
        code=code[:40] if status != 200 else "",
    )


router = Router(
    path="/check",
    route_handlers=[find_certificate, show_certificate],
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)
