"""One's own account: password and second factor."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.accounts.actions.second_factor import (
    new_secret,
    provisioning_address,
    remove_second_factor,
    set_second_factor,
    shown_secret,
)
from lip.accounts.actions.set_password import confirm_password, set_password
from lip.accounts.guards import requires_account
from lip.accounts.queries import Account, account
from lip.accounts.rules.identity import Identity
from lip.accounts.sentences import ROLE_WORDS
from lip.errors import NotAllowed, Unusable
from lip.journal.rules.entries import Actor
from lip.keys import Keys
from lip.settings import Settings
from lip.web.forms import Form, read_form
from lip.web.limits import PASSWORD_PER_ACCOUNT, Limits
from lip.web.page import AnyRequest, page, redirect
from lip.web.qr_code import qr_svg_address
from lip.words import _

FIELDS: Mapping[str, str] = {
    "password_wrong": "password",
    "second_factor_wrong": "code",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose account it is, and what the pages need to change it."""

    account: Account
    by: Actor
    limits: Limits
    now: datetime

    async def attempt(self, change: Callable[[], Awaitable[None]]) -> None:
        """Try a change that needs the password; guesses are counted."""
        key = f"password {self.account.id}"
        self.limits.spend(key, PASSWORD_PER_ACCOUNT, now=self.now)
        await change()
        self.limits.forget(key, PASSWORD_PER_ACCOUNT)


async def provide_owner(
    identity: NamedDependency[Identity],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Owner:
    """Find the account of whoever is signed in."""
    if identity.person is None:
        raise NotAllowed("not_your_role")
    own = await account(identity.person)
    return Owner(account=own, by=identity.actor, limits=limits, now=now)


@get("/account", name="own_account.show")
async def show_account(
    request: AnyRequest,
    owner: NamedDependency[Owner],
    scopes: NamedDependency[Mapping[str, str]],
) -> Template:
    """Show one's own account."""
    return _own_page(request, owner, scopes, Form({}))


@post("/account/password", name="own_account.password")
async def send_password(
    request: AnyRequest,
    owner: NamedDependency[Owner],
    scopes: NamedDependency[Mapping[str, str]],
) -> Template | Redirect:
    """Change the password; everybody signs in anew afterwards."""
    form = await read_form(request)
    old, new = form.password("old"), form.password("new")
    if new != form.password("again"):
        form.refuse("again", _("Die beiden neuen Passwörter sind verschieden."))
        return _own_page(request, owner, scopes, form)
    try:
        await owner.attempt(
            lambda: set_password(
                owner.account.id, old=old, new=new, by=owner.by, now=owner.now
            )
        )
    except Unusable as refusal:
        field = "old" if refusal.code == "password_wrong" else "new"
        form.refuse(field, request.app.state.sentences.say(refusal))
        return _own_page(request, owner, scopes, form)
    return redirect(request, "sign_in")


@get("/account/second-factor", name="own_account.second_factor")
async def show_second_factor(
    request: AnyRequest,
    owner: NamedDependency[Owner],
    settings: NamedDependency[Settings],
) -> Template:
    """Show a fresh secret as QR code for the authenticator."""
    return _factor_page(request, owner, settings, Form({}), secret=new_secret())


@post("/account/second-factor", name="own_account.set_second_factor")
async def send_second_factor(
    request: AnyRequest,
    owner: NamedDependency[Owner],
    settings: NamedDependency[Settings],
    keys: NamedDependency[Keys],
) -> Template | Redirect:
    """Set the second factor once its code and the password are right."""
    form = await read_form(request)
    secret, code = shown_secret(form.raw("secret")), form.text("code", most=20)
    person = owner.account.id
    try:
        await owner.attempt(lambda: confirm_password(person, form.password("password")))
        await set_second_factor(person, secret, code, keys=keys, now=owner.now)
    except Unusable as refusal:
        form.refuse(FIELDS[refusal.code], request.app.state.sentences.say(refusal))
        return _factor_page(request, owner, settings, form, secret=secret)
    return redirect(request, "own_account.show")


@post("/account/second-factor/remove", name="own_account.remove_second_factor")
async def send_removal(
    request: AnyRequest,
    owner: NamedDependency[Owner],
    scopes: NamedDependency[Mapping[str, str]],
) -> Template | Redirect:
    """Remove the second factor, if the password is right."""
    form = await read_form(request)
    person = owner.account.id
    try:
        await owner.attempt(lambda: confirm_password(person, form.password("password")))
    except Unusable as refusal:
        form.refuse(FIELDS[refusal.code], request.app.state.sentences.say(refusal))
        return _own_page(request, owner, scopes, form)
    await remove_second_factor(person, by=owner.by, now=owner.now)
    return redirect(request, "own_account.show")


def _own_page(
    request: AnyRequest, owner: Owner, scopes: Mapping[str, str], form: Form
) -> Template:
    return page(
        request,
        "accounts/own_account.html",
        status=422 if form.errors else 200,
        account=owner.account,
        roles=ROLE_WORDS,
        scopes=scopes,
        errors=form.errors,
    )


def _factor_page(
    request: AnyRequest, owner: Owner, settings: Settings, form: Form, *, secret: str
) -> Template:
    address = provisioning_address(
        secret, name=owner.account.name, issuer=settings.site_name
    )
    return page(
        request,
        "accounts/second_factor.html",
        status=422 if form.errors else 200,
        secret=secret,
        picture=qr_svg_address(address),
        errors=form.errors,
    )


router = Router(
    path="/",
    guards=[requires_account],
    dependencies={"owner": Provide(provide_owner)},
    route_handlers=[
        show_account,
        send_password,
        show_second_factor,
        send_second_factor,
        send_removal,
    ],
    include_in_schema=False,
)
