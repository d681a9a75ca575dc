"""
A tablet at which people check themselves in.

It shows no list, no search, no settings and no way to other pages. Only a plain
welcome is said; everything else is for people to talk about, at the desk.
"""

from uuid import UUID, uuid4, uuid5

from litestar import MediaType, Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Template

from lip.accounts.guards import requires_kiosk
from lip.conference.actions.check_in import Scan, order
from lip.conference.pages.answers import shown_name
from lip.conference.pages.desk import Desk, provide_desk
from lip.conference.rules.admission import Admitted, Reason, TurnedAway
from lip.errors import TooMany
from lip.keys import Keys
from lip.web.forms import read_form
from lip.web.limits import WRONG_CODES_PER_DESK, Limits
from lip.web.page import AnyRequest, page
from lip.web.pages import page_context, prefixed
from lip.words import LANGUAGES, current_language, speaking

SECONDS_SHOWN = 12


@get("/", name="kiosk.show")
async def show_kiosk(request: AnyRequest, desk: NamedDependency[Desk]) -> Template:
    """Show where to hold the ticket, and a field for its code."""
    return page(
        request,
        "kiosk/start.html",
        conference=desk.conference,
        request_key=uuid4(),
        seconds=SECONDS_SHOWN,
    )


@post("/scan", name="kiosk.scan", status_code=200)
async def send_kiosk_scan(
    request: AnyRequest,
    desk: NamedDependency[Desk],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
) -> Response[str]:
    """Check somebody in who did it herself, and answer in her language."""
    form = await read_form(request)
    code = form.text("code", most=500)
    one = order(
        code,
        conference=desk.conference.key,
        desk=desk.identity.name,
        by=desk.identity.actor,
        now=desk.now,
        keys=keys,
        request=_request(form.request_key(), code),
    )
    scan: Scan | None = await request.app.state.check_in(one)
    if scan and scan.admission == TurnedAway(Reason.UNKNOWN):
        try:
            guesser = f"desk {desk.identity.session}"
            limits.spend(guesser, WRONG_CODES_PER_DESK, now=desk.now)
        except TooMany:
            scan = None  # said like everything else: the desk can help
    if scan and not scan.repeated:
        request.app.state.live.changed(desk.conference.key)
    return _answer(request, desk, scan)


def _request(key: UUID, code: str) -> UUID:
    return uuid5(key, f"kiosk {code}")


def _answer(request: AnyRequest, desk: Desk, scan: Scan | None) -> Response[str]:
    welcome = scan is not None and scan.admission == Admitted()
    visitor = scan.visitor if scan and welcome else None
    start = prefixed(request, "kiosk.show", key=desk.conference.key)
    engine = request.app.template_engine
    assert engine is not None
    with speaking(_tongue(scan)):
        context = {
            **page_context(request),
            "request": request,
            "status": 200,
            "conference": desk.conference,
            "name": shown_name(visitor) if visitor else "",
            "number": _number(visitor.number, desk) if visitor else None,
            "welcome": welcome,
            "start": start,
        }
        html = engine.get_template("kiosk/answer.html").render(**context)
    headers = {"Refresh": f"{SECONDS_SHOWN}; url={start}"}
    return Response(html, media_type=MediaType.HTML, headers=headers)


def _tongue(scan: Scan | None) -> str:
    """Choose the person's own language, or that of the page."""
    own = scan.visitor.language if scan and scan.visitor else ""
    short = own.partition("-")[0]
    spoken = {tag: tag for tag in LANGUAGES}
    return spoken.get(own) or spoken.get(short) or current_language()


def _number(number: int, desk: Desk) -> int | None:
    return number if desk.conference.kiosk_numbers else None


router = Router(
    path="/kiosk/{key:str}",
    guards=[requires_kiosk],
    dependencies={"desk": Provide(provide_desk)},
    route_handlers=[show_kiosk, send_kiosk_scan],
    include_in_schema=False,
)
