"""The accounts of others, for administrators."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.actions.create_account import create_account
from lip.accounts.actions.grant_role import (
    close_account,
    grant_role,
    open_account,
    withdraw_role,
)
from lip.accounts.actions.set_password import reset_password
from lip.accounts.guards import requires_administrator
from lip.accounts.queries import account, accounts
from lip.accounts.rules.identity import Identity
from lip.accounts.rules.roles import PASS_ONLY, Grant, Role
from lip.accounts.sentences import ROLE_MEANINGS, ROLE_WORDS
from lip.errors import Conflict, Refusal, Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.refusals import status_of

Scopes = Mapping[str, str]
"""What a role may be limited to: titles of conferences by key."""


PERSONAL = {role: word for role, word in ROLE_WORDS.items() if role not in PASS_ONLY}
"""The roles that people have, in words."""


@get("/accounts", name="accounts.list")
async def show_accounts(
    request: AnyRequest, scopes: NamedDependency[Scopes]
) -> Template:
    """List all accounts with their roles."""
    return page(
        request,
        "accounts/accounts.html",
        accounts=await accounts(),
        roles=PERSONAL,
        scopes=scopes,
    )


@get("/accounts/new", name="accounts.new")
async def show_new_account(request: AnyRequest) -> Template:
    """Show the form for a new account."""
    return page(request, "accounts/new_account.html", form=Form({}), errors={})


@post("/accounts/new", name="accounts.create")
async def send_new_account(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Template | Redirect:
    """Create an account."""
    form = await read_form(request)
    try:
        person = await create_account(
            name=form.text("name", most=80),
            display_name=form.text("display_name", most=120),
            password=form.password("password"),
            by=identity.actor,
            now=now,
        )
    except (Unusable, Conflict) as refusal:
        field = "password" if refusal.code.startswith("password") else "name"
        form.refuse(field, request.app.state.sentences.say(refusal))
        return page(
            request,
            "accounts/new_account.html",
            status=422,
            form=form,
            errors=form.errors,
        )
    return redirect(request, "accounts.show", person=person)


@get("/accounts/{person:uuid}", name="accounts.show")
async def show_one_account(
    request: AnyRequest, person: FromPath[UUID], scopes: NamedDependency[Scopes]
) -> Template:
    """Show one account: its roles, and what can be done."""
    return await _one(request, person, scopes)


async def _one(
    request: AnyRequest,
    person: UUID,
    scopes: Scopes,
    *,
    new_password: str = "",
    refusal: Refusal | None = None,
) -> Template:
    return page(
        request,
        "accounts/account.html",
        status=200 if refusal is None else status_of(refusal),
        account=await account(person),
        roles=PERSONAL,
        meanings=ROLE_MEANINGS,
        scopes=scopes,
        new_password=new_password,
        error="" if refusal is None else request.app.state.sentences.say(refusal),
    )


@post("/accounts/{person:uuid}/grant", name="accounts.grant")
async def send_grant(
    request: AnyRequest,
    person: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
    scopes: NamedDependency[Scopes],
) -> Template | Redirect:
    """Grant a role."""
    grant = await _grant(request)
    try:
        if grant.scope and grant.scope not in scopes:
            raise Unusable("unknown_scope")  # noqa: TRY301 - shown like the others
        await grant_role(person, grant, by=identity.actor, now=now)
    except Unusable as refusal:
        return await _one(request, person, scopes, refusal=refusal)
    return redirect(request, "accounts.show", person=person)


@post("/accounts/{person:uuid}/withdraw", name="accounts.withdraw")
async def send_withdrawal(
    request: AnyRequest,
    person: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
    scopes: NamedDependency[Scopes],
) -> Template | Redirect:
    """Withdraw a role."""
    grant = await _grant(request)
    try:
        await withdraw_role(person, grant, by=identity.actor, now=now)
    except Conflict as refusal:
        return await _one(request, person, scopes, refusal=refusal)
    return redirect(request, "accounts.show", person=person)


async def _grant(request: AnyRequest) -> Grant:
    form = await read_form(request)
    role = form.choice("role", Role, default=Role.DOOR_HELPER)
    if form.errors or not form.raw("role"):
        raise Unusable("bad_request")
    return Grant(role, form.text("scope", most=60))


@post("/accounts/{person:uuid}/reset", name="accounts.reset")
async def send_reset(
    request: AnyRequest,
    person: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
    scopes: NamedDependency[Scopes],
) -> Template:
    """Give a new password and show it once."""
    new = await reset_password(person, by=identity.actor, now=now)
    return await _one(request, person, scopes, new_password=new)


@post("/accounts/{person:uuid}/close", name="accounts.close")
async def send_closing(
    request: AnyRequest,
    person: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
    scopes: NamedDependency[Scopes],
) -> Template | Redirect:
    """Close the account."""
    try:
        await close_account(person, by=identity.actor, now=now)
    except Conflict as refusal:
        return await _one(request, person, scopes, refusal=refusal)
    return redirect(request, "accounts.show", person=person)


@post("/accounts/{person:uuid}/open", name="accounts.open")
async def send_opening(
    request: AnyRequest,
    person: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Open the account again."""
    await open_account(person, by=identity.actor, now=now)
    return redirect(request, "accounts.show", person=person)


router = Router(
    path="/",
    guards=[requires_administrator],
    route_handlers=[
        show_accounts,
        show_new_account,
        send_new_account,
        show_one_account,
        send_grant,
        send_withdrawal,
        send_reset,
        send_closing,
        send_opening,
    ],
    include_in_schema=False,
)
