"""
Passes: one-time links for helpers with borrowed phones, tokens for scanners.

A link's secret is derived from the pass's id under the operator's secret, as ticket
codes are (ADR 0012): until it is used, its QR code can be shown again. A token is
random and shown once.
"""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4, uuid5

from lip.accounts.actions.sessions import Begun, Holder, begin_session, fresh_token
from lip.accounts.queries import IssuedPass, pass_of_token
from lip.accounts.rules.identity import SessionKind
from lip.accounts.rules.roles import Grant, Role
from lip.accounts.tables import Pass, Session
from lip.database import lock_rows, transaction
from lip.errors import NotFound, TooLate, Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, ActorKind, Entry
from lip.keys import Keys

LONGEST_PASS: Final = timedelta(days=14)
FOR_PASSES: Final = frozenset({Role.DOOR_HELPER, Role.KIOSK})


@dataclass(frozen=True, slots=True, kw_only=True)
class PassWish:
    """What a pass is to be: for which desk, role and conference, and how long."""

    label: str
    scope: str
    until: datetime
    role: Role = Role.DOOR_HELPER


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePass:
    """A pass that has just been made; `token` is shown this once."""

    id: UUID
    token: str


async def make_link(
    wish: PassWish, *, keys: Keys, by: Actor, now: datetime, one: UUID | None = None
) -> MadePass:
    """
    Make a link that signs in one helper, once, until the wished moment.

    `one` is its id, if the caller chose it; making the same link again changes nothing.
    """
    _check(wish, now=now)
    one = one or uuid4()
    token = link_token(one, keys=keys)
    if not await Pass.exists().where(Pass.id == one):
        row = _row(wish, SessionKind.LINK, keys.seal("link", token), now=now, one=one)
        async with transaction():
            await row.save()
            await record(_entry(Act.LINK_MADE, one, wish.scope, by=by, now=now))
    return MadePass(id=one, token=token)


async def make_links(
    wishes: Sequence[PassWish], *, request: UUID, keys: Keys, by: Actor, now: datetime
) -> Sequence[MadePass]:
    """Make several links, all or none; the same request makes no second ones."""
    async with transaction():
        return [
            await make_link(
                wish, keys=keys, by=by, now=now, one=uuid5(request, str(place))
            )
            for place, wish in enumerate(wishes)
        ]


def link_token(one: UUID, *, keys: Keys) -> str:
    """Derive the secret in the address of a link."""
    return urlsafe_b64encode(
        hmac.digest(keys.part("pass link"), one.bytes, "sha256")[:24]
    ).decode()


async def make_token(
    wish: PassWish, *, keys: Keys, by: Actor, now: datetime, one: UUID | None = None
) -> MadePass:
    """
    Make a token for a scanner that uses the interface.

    `one` is its id, if the caller chose it; a second try is refused, since the first
    token may be in use already.
    """
    _check(wish, now=now)
    one = one or uuid4()
    if await Pass.exists().where(Pass.id == one):
        raise TooLate("token_shown_already")
    token = fresh_token()
    sealed = keys.seal("token", token)
    row = _row(wish, SessionKind.TOKEN, sealed, now=now, one=one)
    async with transaction():
        await row.save()
        await begin_session(
            _holder(
                SessionKind.TOKEN, row.id, wish.label, Grant(wish.role, wish.scope)
            ),
            token,
            until=wish.until,
            keys=keys,
            now=now,
        )
        await record(_entry(Act.TOKEN_MADE, row.id, wish.scope, by=by, now=now))
    return MadePass(id=row.id, token=token)


async def show_link(token: str, *, keys: Keys, now: datetime) -> IssuedPass:
    """Look at a link without using it up; refuse one that has ended."""
    link = await pass_of_token(keys.seal("link", token))
    if link.withdrawn_at is not None:
        raise TooLate("link_withdrawn")
    if link.used_at is not None:
        raise TooLate("link_used")
    if link.expires_at <= now:
        raise TooLate("link_expired")
    return link


async def use_link(token: str, *, keys: Keys, now: datetime) -> Begun:
    """Sign in with a link; of two phones that try at once, one gets in."""
    link = await show_link(token, keys=keys, now=now)
    grant = Grant(link.role, link.scope)
    async with transaction():
        won = (
            await Pass
            .update({Pass.used_at: now})
            .where(
                (Pass.id == link.id)
                & Pass.used_at.is_null()
                & Pass.withdrawn_at.is_null()
            )
            .returning(Pass.id)
        )
        if not won:
            raise TooLate("link_used")
        begun = await begin_session(
            _holder(SessionKind.LINK, link.id, link.label, grant),
            fresh_token(),
            until=link.expires_at,
            keys=keys,
            now=now,
        )
        by = Actor(ActorKind.PASS, link.id)
        await record(_entry(Act.LINK_USED, link.id, link.scope, by=by, now=now))
    return begun


async def withdraw_pass(one: UUID, *, scope: str, by: Actor, now: datetime) -> None:
    """Withdraw a link or a token; a session begun with it ends at once."""
    async with transaction():
        mine = (Pass.id == one) & (Pass.scope == scope)
        row = await lock_rows(Pass.select(Pass.kind, Pass.withdrawn_at).where(mine))
        if not row:
            raise NotFound("unknown_pass")
        if row[0]["withdrawn_at"] is not None:
            return
        await Pass.update({Pass.withdrawn_at: now}).where(mine)
        await Session.delete().where(Session.granted_by == one)
        is_link = row[0]["kind"] == SessionKind.LINK.value
        act = Act.LINK_WITHDRAWN if is_link else Act.TOKEN_WITHDRAWN
        await record(_entry(act, one, scope, by=by, now=now))


def _check(wish: PassWish, *, now: datetime) -> None:
    if wish.role not in FOR_PASSES:
        raise Unusable("role_needs_account")
    if not 1 <= len(wish.label.strip()) <= 80:
        raise Unusable("pass_needs_label")
    if not now < wish.until <= now + LONGEST_PASS:
        raise Unusable("pass_lasts_wrong")


def _row(
    wish: PassWish, kind: SessionKind, sealed: str, *, now: datetime, one: UUID
) -> Pass:
    return Pass(
        id=one,
        kind=kind.value,
        sealed_token=sealed,
        label=wish.label.strip(),
        role=wish.role.value,
        scope=wish.scope,
        made_at=now,
        expires_at=wish.until,
    )


def _holder(kind: SessionKind, one: UUID, label: str, grant: Grant) -> Holder:
    return Holder(kind=kind, label=label.strip(), grants=(grant,), granted_by=one)


def _entry(act: Act, one: UUID, scope: str, *, by: Actor, now: datetime) -> Entry:
    return Entry(at=now, by=by, act=act, subject=one, scope=scope)
