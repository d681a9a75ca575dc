"""Keep others away from an account while it changes, so that rights never lag."""

from uuid import UUID

from lip.accounts.rules.roles import Role
from lip.accounts.tables import Person, RoleGrant
from lip.database import fetch, lock_rows
from lip.errors import Conflict, NotFound


async def lock_account(person: UUID) -> Person:
    """Hold an account until the transaction ends; refuse an unknown one."""
    query = lock_rows(Person.objects().where(Person.id == person))
    row: Person | None = await query.first()
    if row is None:
        raise NotFound("unknown_account")
    return row


async def refuse_without_administrator(leaving: UUID) -> None:
    """Refuse to leave nobody who could give roles; two who leave wait in turn."""
    grants = RoleGrant.select(RoleGrant.person).where(
        RoleGrant.role == Role.ADMINISTRATOR.value
    )
    held = [row["person"] for row in await lock_rows(grants)]
    (others,) = await fetch(
        "SELECT count(*) AS many FROM role_grant g JOIN person p ON p.id = g.person "
        "WHERE g.role = ? AND NOT p.closed AND p.id <> ?",
        Role.ADMINISTRATOR.value,
        leaving,
    )
    if leaving in held and not others["many"]:
        raise Conflict("last_administrator")
