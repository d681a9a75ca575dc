"""The list of associations: who may send delegates, and how many."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from elections.actions.associations import (
    MOST_DELEGATES,
    Asked,
    AssociationWish,
    add_association,
    change_association,
    remove_association,
)
from elections.queries.associations import (
    association_of,
    associations_of,
    delegates_each,
    delegates_of,
)
from elections.queries.elections import elections_of
from elections.rules.stages import PollStage
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _, current_language

FIELDS: Mapping[str, str] = {
    "association_has_more_delegates": "delegates",
    "association_delegates": "delegates",
    "ruling_unasked": "question",
    "ruling_undecided": "decision",
}
"""Where a refusal stands in the form; the others stand beside the name."""


@get("/", name="associations.list")
async def list_associations(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    new: FromQuery[int] = -1,
    known: FromQuery[int] = 0,
) -> Template:
    """List the associations of a conference with their delegates."""
    return await list_page(request, conference, Form({}), read=(new, known))


@post("/", name="associations.add", status_code=200)
async def send_association(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Put an association on the list, on request with a ruling of the board."""
    form = await read_form(request)
    wish = read_association(form)
    asked = await _asked(form, conference, identity)
    if form:
        try:
            one = await add_association(
                wish,
                conference=conference,
                by=identity.actor,
                now=now,
                request=form.request_key(),
                asked=asked,
            )
        except Unusable as refusal:
            refuse(request, form, refusal)
        else:
            return redirect(
                request, "associations.show", key=conference.key, association=one
            )
    return await list_page(request, conference, form)


@get("/{association:uuid}", name="associations.show")
async def show_association(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    association: FromPath[UUID],
) -> Template:
    """Show an association, its delegates, and the form to change it."""
    return await association_page(request, conference, association, Form({}))


@post("/{association:uuid}", name="associations.change", status_code=200)
async def send_change(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    association: FromPath[UUID],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change what is known of an association."""
    form = await read_form(request)
    wish = read_association(form)
    if form:
        try:
            await change_association(
                association, wish, conference=conference, by=identity.actor, now=now
            )
        except Unusable as refusal:
            refuse(request, form, refusal)
        else:
            return redirect(request, "associations.list", key=conference.key)
    return await association_page(request, conference, association, form)


@post("/{association:uuid}/remove", name="associations.remove", status_code=200)
async def send_removal(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    association: FromPath[UUID],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take an association off the list."""
    await remove_association(
        association, conference=conference, by=identity.actor, now=now
    )
    return redirect(request, "associations.list", key=conference.key)


def read_association(form: Form) -> AssociationWish:
    """Read the fields of an association."""
    return AssociationWish(
        name=form.text("name", most=200),
        register_number=form.text("register_number", most=60),
        seat=form.text("seat", most=120),
        umbrella=form.ticked("umbrella"),
        delegates=form.whole_number(
            "delegates", least=1, most=MOST_DELEGATES, default=1
        ),
    )


async def _asked(
    form: Form, conference: ConferenceFacts, identity: Identity
) -> Asked | None:
    """Read the ruling by which a missing association is added, if there is one."""
    question = form.text("question", most=500)
    decision = form.text("decision", most=1000, lines=True)
    number = form.raw("election")
    if not (question or decision or number):
        return None
    for one in await elections_of(conference.id):
        if str(one.number) == number and one.stage is PollStage.PREPARED:
            return Asked(
                election=one,
                question=question,
                decision=decision,
                officer=identity.person,
            )
    form.refuse(
        "election", _("Bitte wählen Sie, für welche Wahl das entschieden wird.")
    )
    return None


def refuse(request: AnyRequest, form: Form, refusal: Unusable) -> None:
    """Put a refusal beside the field that it is about."""
    said = request.app.state.sentences.say(refusal)
    form.refuse(FIELDS.get(refusal.code, "name"), said)


async def list_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    form: Form,
    *,
    read: tuple[int, int] = (-1, 0),
) -> Template:
    """Draw the list; five queries, whatever its length."""
    elections = await elections_of(conference.id)
    language = current_language()
    return page(
        request,
        "elections/associations.html",
        status=422 if form.errors else 200,
        conference=conference,
        associations=await associations_of(conference.id),
        delegates=await delegates_of(conference.id),
        elections=[
            (str(one.number), one.title.pick(language, conference.language).text)
            for one in elections
            if one.stage is PollStage.PREPARED
        ],
        errors=form.errors,
        typed=_typed(form, each=await delegates_each(conference.id)),
        read=read,
        request_key=uuid4(),
    )


async def association_page(
    request: AnyRequest, conference: ConferenceFacts, association: UUID, form: Form
) -> Template:
    """Draw one association with what was typed."""
    one = await association_of(conference.id, association)
    known = {
        "name": one.name,
        "register_number": one.register_number,
        "seat": one.seat,
        "umbrella": one.umbrella,
        "delegates": one.delegates,
        "who": "",
    }
    return page(
        request,
        "elections/association.html",
        status=422 if form.errors else 200,
        conference=conference,
        association=one,
        delegates=(await delegates_of(conference.id)).get(one.id, ()),
        errors=form.errors,
        typed=known
        | (_typed(form, each=one.delegates) if "name" in form.names() else {})
        | {"who": form.raw("who")[:100]},
    )


def _typed(form: Form, *, each: int) -> dict[str, object]:
    names = ("name", "register_number", "seat", "election", "question", "decision")
    return {
        **{name: form.raw(name)[:1000] for name in names},
        "umbrella": form.ticked("umbrella"),
        "delegates": form.raw("delegates")[:10] or str(each),
    }


router = Router(
    path="/conferences/{key:str}/associations",
    guards=[requires_election_board],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        list_associations,
        send_association,
        show_association,
        send_change,
        send_removal,
    ],
    include_in_schema=False,
)
