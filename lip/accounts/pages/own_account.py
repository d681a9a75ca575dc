"""One's own account: password and second factor."""

from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect, Template

from lip.accounts.actions.second_factor import (
    new_secret,
    provisioning_address,
    remove_second_factor,
    set_second_factor,
)
from lip.accounts.actions.set_password import set_password
from lip.accounts.guards import requires_account
from lip.accounts.queries import Account, account
from lip.accounts.rules.identity import Identity
from lip.errors import NotAllowed, Unusable
from lip.keys import Keys
from lip.settings import Settings
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.qr_code import qr_svg_address
from lip.words import _


async def _own(identity: Identity) -> Account:
    if identity.person is None:
        raise NotAllowed("not_your_role")
    return await account(identity.person)


@get("/account", name="own_account.show")
async def show_account(
    request: AnyRequest, identity: NamedDependency[Identity]
) -> Template:
    """Show one's own account."""
    own = await _own(identity)
    return page(request, "accounts/own_account.html", account=own, errors={})


@post("/account/password", name="own_account.password")
async def send_password(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Template | Redirect:
    """Change the password; everybody signs in anew afterwards."""
    own, form = await _own(identity), await read_form(request)
    new = form.password("new")
    if new != form.password("again"):
        form.refuse("again", _("Die beiden neuen Passwörter sind verschieden."))
    if form:
        try:
            await set_password(
                own.id, old=form.password("old"), new=new, by=identity.actor, now=now
            )
        except Unusable as refusal:
            field = "old" if refusal.code == "password_wrong" else "new"
            form.refuse(field, request.app.state.sentences.say(refusal))
    if form.errors:
        return page(
            request,
            "accounts/own_account.html",
            status=422,
            account=own,
            errors=form.errors,
        )
    return redirect(request, "sign_in")


@get("/account/second-factor", name="own_account.second_factor")
async def show_second_factor(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    settings: NamedDependency[Settings],
) -> Template:
    """Show a fresh secret as QR code for the authenticator."""
    return await _second_factor_page(request, identity, settings, secret=new_secret())


@post("/account/second-factor", name="own_account.set_second_factor")
async def send_second_factor(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    settings: NamedDependency[Settings],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Template | Redirect:
    """Set the second factor once its code is right."""
    own, form = await _own(identity), await read_form(request)
    secret = form.text("secret", most=64)
    try:
        await set_second_factor(
            own.id, secret, form.text("code", most=20), keys=keys, now=now
        )
    except Unusable as refusal:
        error = request.app.state.sentences.say(refusal)
        return await _second_factor_page(
            request, identity, settings, secret=secret, error=error
        )
    return redirect(request, "own_account.show")


@post("/account/second-factor/remove", name="own_account.remove_second_factor")
async def send_removal(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Remove the second factor."""
    own = await _own(identity)
    await remove_second_factor(own.id, by=identity.actor, now=now)
    return redirect(request, "own_account.show")


async def _second_factor_page(
    request: AnyRequest,
    identity: Identity,
    settings: Settings,
    *,
    secret: str,
    error: str = "",
) -> Template:
    own = await _own(identity)
    address = provisioning_address(secret, name=own.name, issuer=settings.site_name)
    return page(
        request,
        "accounts/second_factor.html",
        status=422 if error else 200,
        secret=secret,
        picture=qr_svg_address(address),
        error=error,
    )


router = Router(
    path="/",
    guards=[requires_account],
    route_handlers=[
        show_account,
        send_password,
        show_second_factor,
        send_second_factor,
        send_removal,
    ],
    include_in_schema=False,
)
