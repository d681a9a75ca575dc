"""What the server does by itself with invitations: remind, tell, and forget."""

from datetime import datetime

from lip.conference.queries.conferences import conference_by_key
from lip.journal.rules.entries import SYSTEM
from lip.keys import Keys
from lip.registration.actions.forget_invitations import forget_invited
from lip.registration.actions.remind import due_reminders
from lip.registration.actions.tell_of_calling_off import tell_of_calling_off
from lip.registration.queries.invitations import conferences_with_names


async def invitation_round(*, keys: Keys, base_url: str, now: datetime) -> int:
    """Remind, tell of calling off, forget whom nobody can invite; say how many."""
    done = await due_reminders(keys=keys, base_url=base_url, now=now)
    done += await tell_of_calling_off(keys=keys, base_url=base_url, now=now)
    for key in await conferences_with_names():
        conference = await conference_by_key(key)
        done += await forget_invited(conference, by=SYSTEM, now=now)
    return done
