"""What holds after a conference: from when certificates, for whom, what they say."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.attendance.actions.set_terms import set_terms
from lip.attendance.queries.terms import terms_of
from lip.attendance.rules.terms import MOST_KEPT_MONTHS, Terms
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, spoken

Values = Mapping[str, Any]


@get("/terms", name="certificates.terms")
async def show_terms(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the terms of certificates, to change them."""
    return _form_page(
        request, conference, _values(await terms_of(conference), conference)
    )


@post("/terms", name="certificates.set_terms", status_code=200)
async def send_terms(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Set the terms of certificates."""
    form = await read_form(request)
    terms = replace(
        await terms_of(conference),
        least_minutes=form.whole_number("least_minutes", least=1, most=6000, default=1),
        certificates_from=form.moment("certificates_from", conference.zone),
        certificates_kept_months=form.whole_number(
            "certificates_kept_months", least=1, most=MOST_KEPT_MONTHS, default=24
        ),
        text=form.said("text", most=600, lines=True),
        signed_by=form.text("signed_by", most=200),
    )
    if form.errors:
        return _form_page(request, conference, _typed(form), form.errors)
    await set_terms(terms, conference=conference, by=identity.actor, now=now)
    return redirect(request, "certificates.list", key=conference.key)


def local_value(moment: datetime | None, conference: ConferenceFacts) -> str:
    """Write a moment for `<input type="datetime-local">`."""
    if moment is None:
        return ""
    return moment.astimezone(conference.zone).strftime("%Y-%m-%dT%H:%M")


def _values(terms: Terms, conference: ConferenceFacts) -> Values:
    return {
        "least_minutes": str(terms.least_minutes),
        "certificates_from": local_value(terms.certificates_from, conference),
        "certificates_kept_months": str(terms.certificates_kept_months),
        "text": terms.text,
        "signed_by": terms.signed_by,
    }


def _typed(form: Form) -> Values:
    return {
        "least_minutes": form.raw("least_minutes")[:20],
        "certificates_from": form.raw("certificates_from")[:40],
        "certificates_kept_months": form.raw("certificates_kept_months")[:20],
        "text": {tag: form.raw(f"text-{tag}")[:2000] for tag in LANGUAGES},
        "signed_by": form.raw("signed_by")[:400],
    }


def _form_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    values: Values,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "attendance/terms.html",
        status=422 if errors else 200,
        conference=conference,
        values=values,
        errors=errors or {},
        main=spoken(conference.language),
    )


router = Router(
    path="/conferences/{key:str}/certificates",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_terms, send_terms],
    include_in_schema=False,
)
