"""Sign in by password or by a helper's link, and out again."""

import hmac
from datetime import datetime, timedelta
from uuid import UUID

from litestar import Response, Router, get, post
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.actions.passes import show_link, use_link
from lip.accounts.actions.sessions import Begun
from lip.accounts.actions.sign_in import (
    SecondFactorNeeded,
    SignIn,
    WrongPassword,
    WrongSecondFactor,
    sign_in,
    sign_in_second_step,
    sign_out,
)
from lip.accounts.guards import cookie_name, find_identity
from lip.accounts.queries import folded
from lip.errors import TooLate
from lip.keys import Keys
from lip.web.address import sealed_address
from lip.web.forms import read_form
from lip.web.limits import SIGN_IN_PER_ACCOUNT, SIGN_IN_PER_ADDRESS, Limits
from lip.web.page import AnyRequest, page, redirect
from lip.words import _

SECOND_STEP_LASTS = timedelta(minutes=5)

Answer = Response[bytes] | Redirect | Template


@get("/sign-in", name="sign_in")
async def show_sign_in(request: AnyRequest) -> Template:
    """Show the form for name and password."""
    return page(request, "accounts/sign_in.html", error="", name="")


@post("/sign-in", name="sign_in.send", status_code=200)
async def send_sign_in(
    request: AnyRequest,
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Answer:
    """Check name and password; wrong ones are counted per account first."""
    form = await read_form(request)
    name, password = form.text("name", most=80), form.password("password")
    account, address = f"account {folded(name)}", sealed_address(request, keys)
    limits.check(account, SIGN_IN_PER_ACCOUNT, now=now)
    limits.check(address, SIGN_IN_PER_ADDRESS, now=now)
    result = await sign_in(name, password, keys=keys, now=now)
    if isinstance(result, WrongPassword):
        limits.count(account, SIGN_IN_PER_ACCOUNT, now=now)
        limits.count(address, SIGN_IN_PER_ADDRESS, now=now)
    return _answer(request, result, keys=keys, now=now, name=name)


@post("/sign-in/second-step", name="sign_in.second_step", status_code=200)
async def send_second_step(
    request: AnyRequest,
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Answer:
    """Check the code of the authenticator."""
    form = await read_form(request)
    person = _read_step(form.raw("step"), keys=keys, now=now)
    limits.check(f"second {person}", SIGN_IN_PER_ACCOUNT, now=now)
    result = await sign_in_second_step(
        person, form.text("code", most=20), keys=keys, now=now
    )
    if isinstance(result, WrongSecondFactor):
        limits.count(f"second {person}", SIGN_IN_PER_ACCOUNT, now=now)
    return _answer(request, result, keys=keys, now=now)


def _answer(
    request: AnyRequest, result: SignIn, *, keys: Keys, now: datetime, name: str = ""
) -> Answer:
    match result:
        case Begun():
            return _welcome(request, result)
        case SecondFactorNeeded(person):
            step = _write_step(person, keys=keys, now=now)
            return page(request, "accounts/second_step.html", step=step, error="")
        case WrongSecondFactor(person):
            step = _write_step(person, keys=keys, now=now)
            error = _("Dieser Code stimmt nicht oder wurde schon benutzt.")
            return page(
                request, "accounts/second_step.html", status=422, step=step, error=error
            )
        case WrongPassword():
            error = _("Name oder Passwort stimmt nicht.")
            return page(
                request, "accounts/sign_in.html", status=422, error=error, name=name
            )


@get("/sign-in/link/{token:str}", name="sign_in.link")
async def show_helper_link(
    request: AnyRequest,
    token: FromPath[str],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Template:
    """Show what the link is for; only the button uses it up."""
    link = await show_link(token, keys=keys, now=now)
    return page(request, "accounts/link.html", link=link, token=token)


@post("/sign-in/link/{token:str}", name="sign_in.use_link")
async def use_helper_link(
    request: AnyRequest,
    token: FromPath[str],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Answer:
    """Sign in the helper's phone."""
    begun = await use_link(token, keys=keys, now=now)
    return _welcome(request, begun)


@post("/sign-out", name="sign_out")
async def send_sign_out(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Redirect:
    """End this session."""
    identity = await find_identity(request)
    if identity is not None:
        await sign_out(identity, now=now)
    answer = redirect(request, "home")
    answer.delete_cookie(cookie_name(request), path="/")
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _welcome(request: AnyRequest, begun: Begun) -> Redirect:
    answer = redirect(request, "desk.show")
    answer.set_cookie(
        Cookie(
            key=cookie_name(request),
            value=begun.token,
            path="/",
            httponly=True,
            secure=request.app.state.settings.secure,
            samesite="lax",
            expires=None,
        )
    )
    return answer


def _write_step(person: UUID, *, keys: Keys, now: datetime) -> str:
    until = int((now + SECOND_STEP_LASTS).timestamp())
    text = f"{person}.{until}"
    return f"{text}.{keys.seal('second step', text)}"


def _read_step(step: str, *, keys: Keys, now: datetime) -> UUID:
    text, _dot, proof = step.rpartition(".")
    expected = keys.seal("second step", text)
    person, _dot, until = text.partition(".")
    if not hmac.compare_digest(expected.encode(), proof.encode()):
        raise TooLate("second_step_expired")
    if int(until) < now.timestamp():
        raise TooLate("second_step_expired")
    return UUID(person)


router = Router(
    path="/",
    route_handlers=[
        show_sign_in,
        send_sign_in,
        send_second_step,
        show_helper_link,
        use_helper_link,
        send_sign_out,
    ],
    include_in_schema=False,
)
