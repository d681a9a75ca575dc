"""Change a password: by its owner, or anew by an administrator."""

import secrets
from datetime import datetime
from uuid import UUID

from lip.accounts.actions.sessions import end_sessions_of
from lip.accounts.passwords import hash_password, password_fits
from lip.accounts.queries import account
from lip.accounts.rules.passwords import weakness
from lip.accounts.tables import Person
from lip.database import transaction
from lip.errors import Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry


async def set_password(
    person: UUID, *, old: str, new: str, by: Actor, now: datetime
) -> None:
    """Change one's own password; all sessions of the person end."""
    await confirm_password(person, old)
    await _store(person, new, act=Act.PASSWORD_CHANGED, by=by, now=now)


async def confirm_password(person: UUID, password: str) -> None:
    """Refuse whoever does not know the password, before something grave."""
    stored = await Person.select(Person.password).where(Person.id == person).first()
    if stored is None or not await password_fits(stored["password"], password):
        raise Unusable("password_wrong")


async def reset_password(person: UUID, *, by: Actor, now: datetime) -> str:
    """Give an account a new password and return it, to be shown once."""
    new = random_password()
    await _store(person, new, act=Act.PASSWORD_RESET, by=by, now=now)
    return new


def random_password() -> str:
    """Make a password of five groups that can be read out."""
    return "-".join(secrets.token_hex(2) for _ in range(5))


async def _store(person: UUID, new: str, *, act: Act, by: Actor, now: datetime) -> None:
    name = (await account(person)).name
    if weak := weakness(new, name=name):
        raise Unusable(weak)
    hashed = await hash_password(new)
    async with transaction():
        changes: dict[str, object] = {"password": hashed}
        if act is Act.PASSWORD_RESET:
            changes |= {"second_factor": "", "second_factor_step": 0}
        await Person.update(changes).where(Person.id == person)  # type: ignore[arg-type]  # Piccolo takes names too
        await end_sessions_of([person])
        await record(Entry(at=now, by=by, act=act, subject=person))
