"""Certificates for organisers: who is entitled, issue, print, withdraw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.attendance.actions.issue_certificates import (
    issue_all,
    issue_certificate,
    withdraw_certificate,
)
from lip.attendance.documents.bundles import zipped
from lip.attendance.documents.certificates import Paper, certificates_pdf
from lip.attendance.documents.wording import said_minutes
from lip.attendance.pages.papers import languages_of_people, paper_of
from lip.attendance.queries.certificates import certificate, certificates_of
from lip.attendance.queries.presence import Attendance, Attendee, attendance_of
from lip.attendance.queries.terms import terms_of
from lip.attendance.rules.certificates import Issued
from lip.attendance.rules.terms import Terms, certificates_open_at, was_there
from lip.conference.pages.documents import pdf
from lip.conference.pages.participants import file_answer
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound
from lip.keys import Keys
from lip.settings import Settings
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, _

PER_PAGE: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person as the list names her; `issued` where there is a certificate."""

    who: Attendee
    name: str
    time: str
    entitled: bool
    issued: Sequence[Issued]


@get("/", name="certificates.list")
async def show_list(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
    p: FromQuery[int] = 1,
) -> Template:
    """List who was there, for how long, and who has a certificate."""
    terms = await terms_of(conference)
    attendance = await attendance_of(conference, now=now)
    issued = await certificates_of(conference)
    opens = certificates_open_at(terms, attendance.ends.values())
    pages = max(1, -(-len(attendance.people) // PER_PAGE))
    number = min(max(p, 1), pages)
    return page(
        request,
        "attendance/certificates.html",
        conference=conference,
        terms=terms,
        least=said_minutes(terms.least_minutes),
        opens=opens.astimezone(conference.zone) if opens else None,
        is_open=opens is not None and now >= opens,
        lines=_lines(attendance, terms, issued)[(number - 1) * PER_PAGE :][:PER_PAGE],
        entitled=sum(was_there(one.minutes, terms) for one in attendance.people),
        people=len(attendance.people),
        issued=len(issued),
        missing=_missing(attendance, terms, issued),
        number=number,
        pages=pages,
        tongues=[(tag, one.name) for tag, one in LANGUAGES.items()],
    )


def _lines(
    attendance: Attendance, terms: Terms, issued: Sequence[Issued]
) -> list[Line]:
    by_person: dict[UUID | None, list[Issued]] = {}
    for one in issued:
        by_person.setdefault(one.participant, []).append(one)
    return [
        Line(
            who=who,
            name=who.name or _("Gast %(number)s", number=who.number),
            time=said_minutes(who.minutes),
            entitled=was_there(who.minutes, terms),
            issued=by_person.get(who.id, ()),
        )
        for who in attendance.people
    ]


def _missing(attendance: Attendance, terms: Terms, issued: Sequence[Issued]) -> int:
    served = {one.participant for one in issued}
    return sum(
        was_there(one.minutes, terms) and one.id not in served
        for one in attendance.people
    )


@post("/issue", name="certificates.issue")
async def send_issue(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
    keys: NamedDependency[Keys],
) -> Redirect:
    """Issue what is missing for everybody, or the certificate of one person."""
    form = await read_form(request)
    by = identity.actor
    if form.raw("participant"):
        await issue_certificate(
            _id(form.raw("participant")),
            conference=conference,
            by_hand=form.ticked("by_hand"),
            keys=keys,
            by=by,
            now=now,
        )
    else:
        await issue_all(conference=conference, keys=keys, by=by, now=now)
    return redirect(request, "certificates.list", key=conference.key)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("unknown_participant") from None


@post("/{one:uuid}/withdraw", name="certificates.withdraw")
async def send_withdrawal(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Withdraw a certificate; its code is unknown from now on."""
    await withdraw_certificate(one, conference=conference, by=identity.actor, now=now)
    return redirect(request, "certificates.list", key=conference.key)


@get("/{one:uuid}/certificate.pdf", name="certificates.pdf")
async def show_paper(
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
    language: FromQuery[str] = "",
) -> Response[bytes]:
    """Give one certificate to print, in the language of the person or another."""
    there = await certificate(conference, one)
    tongue = language or (await languages_of_people(conference)).get(
        there.participant, conference.language
    )
    paper = paper_of(
        there, tongue, conference=conference, keys=keys, base_url=settings.base_url
    )
    make = partial(certificates_pdf, [paper], accent=settings.accent)
    return await pdf(make, f"certificate-{there.number}.pdf")


@get("/all.pdf", name="certificates.all_pdf")
async def show_all(
    conference: NamedDependency[ConferenceFacts],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """Give all certificates in one file, each in the language of its person."""
    papers = await _all_papers(conference, keys, settings)
    make = partial(certificates_pdf, list(papers.values()), accent=settings.accent)
    return await pdf(make, f"{conference.key}-certificates.pdf")


@get("/all.zip", name="certificates.all_zip")
async def send_all(
    conference: NamedDependency[ConferenceFacts],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """Give all certificates as files of their own, in one archive."""
    papers = await _all_papers(conference, keys, settings)
    content = await zipped({
        name: partial(certificates_pdf, [paper], accent=settings.accent)
        for name, paper in papers.items()
    })
    name = f"{conference.key}-certificates.zip"
    return file_answer(content, name, "application/zip")


async def _all_papers(
    conference: ConferenceFacts, keys: Keys, settings: Settings
) -> Mapping[str, Paper]:
    issued = await certificates_of(conference)
    if not issued:
        raise NotFound("unknown_certificate")
    spoken = await languages_of_people(conference)
    return {
        f"certificate-{one.number:04}.pdf": paper_of(
            one,
            spoken.get(one.participant, conference.language),
            conference=conference,
            keys=keys,
            base_url=settings.base_url,
        )
        for one in issued
    }


router = Router(
    path="/conferences/{key:str}/certificates",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_list,
        send_issue,
        send_withdrawal,
        show_paper,
        show_all,
        send_all,
    ],
    include_in_schema=False,
)
