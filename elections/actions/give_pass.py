"""Give a voting pass to somebody on the roll who has no ticket or no phone."""

from datetime import datetime
from uuid import UUID

from elections.actions.give_credential import refuse_unless_open
from elections.actions.noting import note
from elections.actions.prepare import locked
from elections.queries.elections import ElectionFacts
from elections.rules.stages import Channel
from lip.conference.rules.codes import code_of
from lip.database import fetch, transaction
from lip.errors import Conflict, NotFound
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys

PURPOSE = "voting pass"


async def give_pass(
    election: ElectionFacts, entry: UUID, *, keys: Keys, by: Actor, now: datetime
) -> str:
    """
    Issue a pass and return its code; an earlier one of the same person ends.

    Raises Conflict for who has a credential or a paper: she votes with that.
    """
    async with transaction():
        known = await locked(election.id)
        refuse_unless_open(known)
        rows = await fetch(
            "SELECT channel, blinded, pass_issue FROM roll_entry "
            "WHERE election = ? AND id = ?",
            known.id,
            entry,
        )
        if not rows:
            raise NotFound("no_such_entry")
        if rows[0]["blinded"]:
            raise Conflict("voter_has_a_credential")
        if rows[0]["channel"] == Channel.PAPER.value:
            raise Conflict("voter_has_a_paper")
        issue = int(rows[0]["pass_issue"]) + 1
        code = code_of(keys.part(PURPOSE), entry, issue)
        await fetch(
            "UPDATE roll_entry SET pass_issue = ?, pass_seal = ? WHERE id = ?",
            issue,
            keys.seal(PURPOSE, code),
            entry,
        )
        await note(Act.VOTER_CARD_GIVEN, known, by=by, now=now)
    return code
