"""A person's copy of what is stored of her, and its erasure, by ticket link."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.conference.documents.people import said_name
from lip.conference.pages.tickets import Held, provide_held
from lip.conference.rules.codes import shown
from lip.errors import NotFound
from lip.journal.rules.entries import Actor, ActorKind
from lip.keys import Keys
from lip.retention.actions.erase import erase_person
from lip.retention.pages.person import data_file
from lip.retention.pages.proof import Proof, proof_asked_for, proof_of, provide_proof
from lip.retention.pages.said_facts import said_kind
from lip.retention.queries.own_data import contact_of, everything_of
from lip.retention.rules.ownership import knows
from lip.web.attempts import Allowance
from lip.web.forms import read_form
from lip.web.limits import Limits
from lip.web.page import AnyRequest, page, redirect, redirect_to
from lip.words import _

ROUTES: Final = {"data": "own_data.show", "erase": "own_data.erase"}
PROOFS: Final = Allowance(attempts=10, within=timedelta(minutes=10))


@get("/{code:str}/data", name="own_data.show")
async def show_data(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    proof: NamedDependency[Proof | None],
) -> Template:
    """Show a person everything that is stored of her."""
    if held is None:
        raise NotFound("unknown_ticket")
    if proof is None:
        return _ask(request, held, "data")
    zone = held.conference.zone
    stored = await everything_of(held.person.id, request.app.state.kinds)
    kinds = [said_kind(one, zone=zone) for one in stored]
    return page(
        request,
        "retention/own_data.html",
        conference=held.conference,
        code=shown(held.code),
        name=said_name(held.person),
        proof=proof.text,
        full=[kind for kind in kinds if kind.rows],
        empty=[kind for kind in kinds if kind.of_conference and not kind.rows],
    )


@get("/{code:str}/data.json", name="own_data.json")
async def give_data(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    proof: NamedDependency[Proof | None],
    now: NamedDependency[datetime],
) -> Response[bytes]:
    """Give the same to a program."""
    if held is None or proof is None:
        raise NotFound("unknown_ticket" if held is None else "own_data_proof_missing")
    return await data_file(
        held.person.id, held.conference, kinds=request.app.state.kinds, now=now
    )


@post("/{code:str}/data", name="own_data.prove", status_code=200)
async def send_proof(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Take what only the holder knows, and let her go on for a day."""
    if held is None:
        raise NotFound("unknown_ticket")
    form = await read_form(request)
    wanted = form.raw("next") if form.raw("next") in ROUTES else "data"
    contact = await contact_of(held.person.id)
    limits.check(f"proof {held.person.id}", PROOFS, now=now)
    if not knows(form.raw("known")[:300], email=contact.email, phone=contact.phone):
        limits.count(f"proof {held.person.id}", PROOFS, now=now)
        form.refuse("known", _("Das passt nicht zu Ihrer Anmeldung."))
        return _ask(request, held, wanted, errors=form.errors)
    path = request.app.route_reverse(ROUTES[wanted], code=shown(held.code))
    return redirect_to(request, f"{path}?p={proof_of(held.person.id, keys, now)}")


@get("/{code:str}/erase", name="own_data.erase")
async def show_erasure(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    proof: NamedDependency[Proof | None],
) -> Template:
    """Say what goes and what stays, before a person is erased."""
    if held is None:
        raise NotFound("unknown_ticket")
    if proof is None:
        return _ask(request, held, "erase")
    stored = await everything_of(held.person.id, request.app.state.kinds)
    kinds = [said_kind(one, zone=held.conference.zone) for one in stored]
    return page(
        request,
        "retention/own_erasure.html",
        conference=held.conference,
        code=shown(held.code),
        name=said_name(held.person),
        proof=proof.text,
        going=[kind for kind in kinds if kind.rows and kind.of_conference],
        staying=[kind for kind in kinds if kind.stays],
    )


@post("/{code:str}/erase", name="own_data.send_erasure", status_code=200)
async def send_erasure(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Erase a person on her own wish; sent twice, she is told that it is done."""
    if held is None:
        raise NotFound("unknown_ticket")
    form = await read_form(request)
    given = form.raw("p")
    if await proof_asked_for(held.person.id, given, keys, now) is None:
        return _ask(request, held, "erase")
    await erase_person(
        held.person.id,
        conference=held.conference,
        kinds=request.app.state.kinds,
        keys=keys,
        by=Actor(ActorKind.PARTICIPANT, held.person.id),
        now=now,
    )
    request.app.state.live.changed(held.conference.key)
    return redirect(request, "own_data.erased")


@get("/gone", name="own_data.erased")
async def show_erased(request: AnyRequest) -> Template:
    """Say that everything is gone."""
    return page(request, "retention/erased.html")


def _ask(
    request: AnyRequest,
    held: Held,
    wanted: str,
    *,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "retention/proof.html",
        status=422 if errors else 200,
        conference=held.conference,
        code=shown(held.code),
        wanted=wanted,
        errors=errors or {},
    )


router = Router(
    path="/t",
    dependencies={"held": Provide(provide_held), "proof": Provide(provide_proof)},
    route_handlers=[
        show_data,
        give_data,
        send_proof,
        show_erased,
        show_erasure,
        send_erasure,
    ],
    response_headers={"X-Robots-Tag": "noindex", "Referrer-Policy": "same-origin"},
    include_in_schema=False,
)
