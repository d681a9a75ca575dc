"""The second factor: time-based one-time passwords (RFC 6238), each used once."""

import hmac
import re
from base64 import urlsafe_b64encode
from datetime import datetime
from uuid import UUID

import pyotp
from cryptography.fernet import Fernet, InvalidToken

from lip.accounts.actions.locks import lock_account
from lip.accounts.tables import Person
from lip.database import transaction
from lip.errors import Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, ActorKind, Entry
from lip.keys import Keys

STEP_SECONDS = 30
SECRET_FORM = re.compile(r"[A-Z2-7]{32}")


def new_secret() -> str:
    """Make a secret for an authenticator, in base32."""
    return pyotp.random_base32()


def shown_secret(sent: str) -> str:
    """Give the secret that a form sent back, or a new one for what is none."""
    return sent if SECRET_FORM.fullmatch(sent) else new_secret()


def provisioning_address(secret: str, *, name: str, issuer: str) -> str:
    """Build the `otpauth://` address that authenticators scan."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=issuer)


async def set_second_factor(
    person: UUID, secret: str, code: str, *, keys: Keys, now: datetime
) -> None:
    """Keep the secret, sealed, once a code proves that the authenticator has it."""
    if not SECRET_FORM.fullmatch(secret):
        raise Unusable("second_factor_wrong")
    step = matching_step(secret, code, after=0, now=now)
    if step is None:
        raise Unusable("second_factor_wrong")
    sealed = _box(keys).encrypt(secret.encode()).decode()
    by = Actor(ActorKind.PERSON, person)
    async with transaction():
        await Person.update({
            Person.second_factor: sealed,
            Person.second_factor_step: step,
        }).where(Person.id == person)
        await record(Entry(at=now, by=by, act=Act.SECOND_FACTOR_SET, subject=person))


async def remove_second_factor(person: UUID, *, by: Actor, now: datetime) -> None:
    """Remove the second factor of an account; without one, nothing changes."""
    async with transaction():
        if not (await lock_account(person)).second_factor:
            return
        await Person.update({Person.second_factor: ""}).where(Person.id == person)
        await record(
            Entry(at=now, by=by, act=Act.SECOND_FACTOR_REMOVED, subject=person)
        )


async def use_second_factor(
    person: Person, code: str, *, keys: Keys, now: datetime
) -> bool:
    """Check a code and mark its time step as used; False when it will not do."""
    try:
        secret = _box(keys).decrypt(person.second_factor.encode()).decode()
    except InvalidToken:  # sealed with another secret of the operator
        return False
    step = matching_step(secret, code, after=person.second_factor_step, now=now)
    if step is None:
        return False
    marked = (
        await Person
        .update({Person.second_factor_step: step})
        .where((Person.id == person.id) & (Person.second_factor_step < step))
        .returning(Person.id)
    )
    return bool(marked)


def matching_step(secret: str, code: str, *, after: int, now: datetime) -> int | None:
    """Find the time step of a code, one step of clock drift allowed either way."""
    digits = "".join(code.split())
    totp = pyotp.TOTP(secret)
    here = int(now.timestamp()) // STEP_SECONDS
    for step in (here - 1, here, here + 1):
        if step > after and hmac.compare_digest(
            totp.at(step * STEP_SECONDS).encode(), digits.encode()
        ):
            return step
    return None


def _box(keys: Keys) -> Fernet:
    return Fernet(urlsafe_b64encode(keys.part("second factor")))
