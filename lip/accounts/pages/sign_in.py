"""Sign in by password or by a helper's link, and out again."""

import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from litestar import Response, Router, get, post
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.actions.passes import show_link, use_link
from lip.accounts.actions.sessions import Begun, end_session
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
from lip.accounts.rules.identity import SessionKind
from lip.accounts.rules.roles import Right
from lip.errors import TooLate
from lip.keys import Keys
from lip.web.address import sealed_address
from lip.web.forms import Form, read_form
from lip.web.limits import SIGN_IN_PER_ACCOUNT, SIGN_IN_PER_ADDRESS, Limits
from lip.web.page import AnyRequest, local_path, page, redirect, redirect_to
from lip.words import _

SECOND_STEP_LASTS = timedelta(minutes=5)
UNSENT = "lip-unsent"
"""A cookie set by the door's script: where scans wait that are not sent yet."""
AT_DOOR = Right.KEEP_THE_DOOR

Answer = Response[bytes] | Redirect | Template


@get("/sign-in", name="sign_in")
async def show_sign_in(request: AnyRequest) -> Template:
    """Show the form for name and password; `?next=` says where to go afterwards."""
    way = local_path(request.query_params.get("next", ""))
    return page(request, "accounts/sign_in.html", error="", name="", next=way)


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
    account = f"account {keys.seal('account', folded(name))}"
    address = sealed_address(request, keys)
    limits.spend(account, SIGN_IN_PER_ACCOUNT, now=now)
    limits.spend(address, SIGN_IN_PER_ADDRESS, now=now)
    result = await sign_in(name, password, keys=keys, now=now)
    if not isinstance(result, WrongPassword):
        limits.forget(account, SIGN_IN_PER_ACCOUNT)
        limits.give_back(address, SIGN_IN_PER_ADDRESS)
    return await _answer(request, form, result, now=now)


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
    limits.spend(f"second {person}", SIGN_IN_PER_ACCOUNT, now=now)
    code = form.text("code", most=20)
    result = await sign_in_second_step(person, code, keys=keys, now=now)
    if isinstance(result, Begun):
        limits.forget(f"second {person}", SIGN_IN_PER_ACCOUNT)
    return await _answer(request, form, result, now=now)


async def _answer(
    request: AnyRequest, form: Form, result: SignIn, *, now: datetime
) -> Answer:
    way = local_path(form.raw("next"))
    match result:
        case Begun():
            return await _welcome(request, result, way=way)
        case SecondFactorNeeded(person):
            return _second_step(request, person, way=way, now=now)
        case WrongSecondFactor(person):
            error = _("Dieser Code stimmt nicht oder wurde schon benutzt.")
            return _second_step(request, person, way=way, now=now, error=error)
        case WrongPassword():
            return page(
                request,
                "accounts/sign_in.html",
                status=422,
                error=_("Name oder Passwort stimmt nicht."),
                name=form.text("name"),
                next=way,
            )


def _second_step(
    request: AnyRequest, person: UUID, *, way: str, now: datetime, error: str = ""
) -> Template:
    return page(
        request,
        "accounts/second_step.html",
        status=422 if error else 200,
        step=_write_step(person, keys=request.app.state.key_ring, now=now),
        error=error,
        next=way,
    )


@get("/sign-in/link/{token:str}", name="sign_in.link")
async def show_helper_link(
    request: AnyRequest,
    token: FromPath[str],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
    scopes: NamedDependency[Mapping[str, str]],
) -> Template:
    """Show what the link is for; only the button uses it up."""
    link = await show_link(token, keys=keys, now=now)
    place = scopes.get(link.scope, link.scope)
    return page(request, "accounts/link.html", link=link, place=place, token=token)


@post("/sign-in/link/{token:str}", name="sign_in.use_link")
async def use_helper_link(
    request: AnyRequest,
    token: FromPath[str],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Answer:
    """Sign in the helper's phone."""
    begun = await use_link(token, keys=keys, now=now)
    seconds = int((begun.until - now).total_seconds())
    return await _welcome(request, begun, seconds=seconds)


@post("/sign-out", name="sign_out")
async def send_sign_out(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Redirect:
    """
    End this session, and leave nothing on the device.

    While scans made without network wait there, the door is shown first, which says
    so; whoever then signs out all the same keeps those, locked for the server.
    """
    identity = await find_identity(request)
    keep = (await read_form(request)).ticked("keep")
    unsent = local_path(request.cookies.get(UNSENT, ""))
    place = unsent.rpartition("/")[2]
    if unsent and not keep and identity and identity.may(AT_DOOR, scope=place):
        return redirect_to(request, unsent)
    if identity is not None:
        await sign_out(identity, now=now)
    answer = redirect(request, "home")
    answer.set_cookie(_cookie(request, "", seconds=0))
    answer.headers["Clear-Site-Data"] = '"cache"' if keep else '"cache", "storage"'
    return answer


async def _welcome(
    request: AnyRequest, begun: Begun, *, way: str = "", seconds: int | None = None
) -> Redirect:
    """End what was before, and begin under a fresh token."""
    before = await find_identity(request)
    if before is not None and before.kind is not SessionKind.TOKEN:
        await end_session(before.session)
    answer = redirect_to(request, way) if way else redirect(request, "desk.show")
    answer.set_cookie(_cookie(request, begun.token, seconds=seconds))
    return answer


def _cookie(request: AnyRequest, token: str, *, seconds: int | None) -> Cookie:
    """Without `seconds` it ends with the browser, which phones end on their own."""
    return Cookie(
        key=cookie_name(request),
        value=token,
        path="/",
        httponly=True,
        secure=request.app.state.settings.secure,
        samesite="lax",
        max_age=seconds,
    )


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
