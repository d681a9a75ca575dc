"""Create an account."""

from datetime import datetime
from uuid import UUID, uuid4

from lip.accounts.passwords import hash_password
from lip.accounts.queries import folded
from lip.accounts.rules.passwords import weakness
from lip.accounts.tables import Person
from lip.database import refused_if_taken, transaction
from lip.errors import Conflict, Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry


async def create_account(
    *, name: str, display_name: str, password: str, by: Actor, now: datetime
) -> UUID:
    """Create an account without any role."""
    name = " ".join(name.split())
    if not name or len(name) > 80:
        raise Unusable("account_name_unusable")
    if weak := weakness(password, name=name):
        raise Unusable(weak)
    person = Person(
        id=uuid4(),
        name=name,
        folded_name=folded(name),
        display_name=" ".join(display_name.split())[:120] or name,
        password=await hash_password(password),
        created_at=now,
    )
    taken = Conflict("account_name_taken", name=name)
    with refused_if_taken(taken, "folded_name"):
        async with transaction():
            await person.save()
            await record(
                Entry(at=now, by=by, act=Act.ACCOUNT_CREATED, subject=person.id)
            )
    return person.id
