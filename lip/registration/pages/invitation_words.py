"""The words of an invitation in each language, and what it looks like."""

from collections.abc import Mapping
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.documents.people import when_said
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.registration.actions.change_form import needed_form, word_invitations
from lip.registration.pages.invitation_lists import invitation_words
from lip.registration.pages.sent import typed_said
from lip.registration.rules.forms import FormFacts
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, _, speaking


@get("/", name="invitations.wording")
async def show_words(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the words of the invitation, and how it reads in each language."""
    return await _words(request, conference, await needed_form(conference))


async def _words(
    request: AnyRequest,
    conference: ConferenceFacts,
    form: FormFacts,
    sent: Form | None = None,
) -> Template:
    return page(
        request,
        "registration/invitation_words.html",
        status=200 if sent is None else 422,
        conference=conference,
        **_texts(form, sent),
        errors={} if sent is None else sent.errors,
        previews=await _previews(conference, form),
    )


def _texts(form: FormFacts, sent: Form | None) -> Mapping[str, object]:
    if sent is None:
        return {"subject": form.invitation_subject, "text": form.invitation_text}
    return {"subject": typed_said(sent, "subject"), "text": typed_said(sent, "text")}


async def _previews(
    conference: ConferenceFacts, form: FormFacts
) -> list[Mapping[str, object]]:
    """Word the invitation in every language that LIP speaks."""
    words = await invitation_words(conference, form)
    found: list[Mapping[str, object]] = []
    for tag, one in LANGUAGES.items():
        with speaking(tag):
            when = when_said(conference)
            greeting = _("Guten Tag %(name)s,", name="…")
        found.append({
            "language": one,
            "subject": words.subject_in(tag),
            "text": words.text_in(tag),
            "greeting": greeting,
            "when": when,
        })
    return found


@post("/", name="invitations.word", status_code=200)
async def send_words(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change the words of the invitation."""
    sent = await read_form(request)
    subject = sent.said("subject", most=150)
    text = sent.said("text", most=5000, lines=True)
    if not sent:
        form = await needed_form(conference)
        return await _words(request, conference, form, sent)
    await word_invitations(conference, subject, text, by=identity.actor, now=now)
    return redirect(request, "invitations.wording", key=conference.key)


router = Router(
    path="/conferences/{key:str}/registration/invitations/words",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_words, send_words],
    include_in_schema=False,
)
