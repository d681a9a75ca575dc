"""A person's own certificate, by the code of her ticket."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from lip.attendance.actions.issue_certificates import issue_certificate
from lip.attendance.documents.certificates import certificates_pdf
from lip.attendance.documents.wording import said_minutes
from lip.attendance.pages.papers import paper_of, spoken_here
from lip.attendance.queries.certificates import certificate_for
from lip.attendance.queries.presence import Attendee, attendance_of
from lip.attendance.queries.terms import terms_of
from lip.attendance.rules.terms import Terms, certificates_open_at, was_there
from lip.conference.documents.people import said_name
from lip.conference.pages.documents import pdf
from lip.conference.pages.tickets import Held, provide_held
from lip.conference.rules.codes import shown
from lip.errors import NotFound
from lip.journal.rules.entries import Actor, ActorKind
from lip.keys import Keys
from lip.settings import Settings
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Entitlement:
    """Where somebody stands with her certificate."""

    who: Attendee | None
    terms: Terms
    opens: datetime | None
    now: datetime

    @property
    def is_open(self) -> bool:
        """Tell whether there are certificates by now."""
        return self.opens is not None and self.now >= self.opens

    @property
    def earned(self) -> bool:
        """Tell whether she was there long enough."""
        return self.who is not None and was_there(self.who.minutes, self.terms)


async def entitlement_of(held: Held, *, now: datetime) -> Entitlement:
    """Find out where the holder of a ticket stands."""
    attendance = await attendance_of(held.conference, now=now, only=held.person.id)
    terms = await terms_of(held.conference)
    return Entitlement(
        who=attendance.find(held.person.id),
        terms=terms,
        opens=certificates_open_at(terms, attendance.ends.values()),
        now=now,
    )


@get("/", name="own_certificate.show")
async def show_own(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    now: NamedDependency[datetime],
) -> Template:
    """Show from when on there is a certificate, or offer it."""
    mine = _known(held)
    standing = await entitlement_of(mine, now=now)
    zone = mine.conference.zone
    answer = page(
        request,
        "attendance/own_certificate.html",
        conference=mine.conference,
        code=shown(mine.code),
        name=said_name(mine.person),
        standing=standing,
        opens=standing.opens.astimezone(zone) if standing.opens else None,
        time=said_minutes(standing.who.minutes) if standing.who else "",
        least=said_minutes(standing.terms.least_minutes),
        tongues=[(tag, one.name) for tag, one in LANGUAGES.items()],
        wished=spoken_here(current_language(), mine.conference),
    )
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


@post("/", name="own_certificate.issue")
async def send_own(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    now: NamedDependency[datetime],
    keys: NamedDependency[Keys],
) -> Redirect:
    """Issue the certificate, once, and lead to the paper."""
    mine = _known(held)
    form = await read_form(request)
    by_hand = form.ticked("by_hand") or not mine.person.name
    await issue_certificate(
        mine.person.id,
        conference=mine.conference,
        by_hand=by_hand,
        keys=keys,
        by=Actor(ActorKind.PARTICIPANT, mine.person.id),
        now=now,
    )
    answer = redirect(request, "own_certificate.pdf", code=shown(mine.code))
    language = spoken_here(form.raw("language"), mine.conference)
    answer.url += f"?language={language}" + ("&by_hand=1" if by_hand else "")
    return answer


@get("/certificate.pdf", name="own_certificate.pdf")
async def show_own_paper(
    held: NamedDependency[Held | None],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
    language: FromQuery[str] = "",
    by_hand: FromQuery[bool] = False,
) -> Response[bytes]:
    """Give the certificate that was issued, in the wished language."""
    mine = _known(held)
    issued = await certificate_for(mine.person.id, by_hand=by_hand)
    if issued is None:
        raise NotFound("unknown_certificate")
    paper = paper_of(
        issued,
        language or mine.person.language,
        conference=mine.conference,
        keys=keys,
        base_url=settings.base_url,
    )
    make = partial(certificates_pdf, [paper], accent=settings.accent)
    return await pdf(make, f"certificate-{issued.number}.pdf")


def _known(held: Held | None) -> Held:
    if held is None:
        raise NotFound("unknown_ticket")
    return held


router = Router(
    path="/t/{code:str}/certificate",
    dependencies={"held": Provide(provide_held)},
    route_handlers=[show_own, send_own, show_own_paper],
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)
