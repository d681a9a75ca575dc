"""Every page of votes and results."""

from uuid import uuid4

from lip.conference.actions.register import sealed_code
from lip.conference.queries.conferences import conference_by_key
from lip.conference.queries.printing import people_to_print
from lip.conference.rules.codes import shown
from lip.journal.rules.entries import COMMAND
from lip.sample.fill_in import KEY
from proposals.voting.actions.codes import make_codes, release_package, slips_of
from proposals.voting.actions.hand_out import hand_out
from proposals.voting.queries.rounds import round_of
from proposals.voting.rules.channels import Channel
from tests.factories import KEYS, clock
from tests.journeys.places_of import Place, looked_at_by
from tests.proposals.voting.rounds_to_read import (
    FEW,
    LIVE,
    MONEY,
    OPINIONS,
    PLACES,
    SECRET,
)

NO_PAGES = {
    "vote_codes.print",
    "paper.print",
    "table_vote.ballot",
    "results.file",
}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    conference, now = await conference_by_key(KEY), clock()
    one = await round_of(conference.id, 2)
    made = {"by": COMMAND, "now": now}
    await make_codes(one, packages=1, size=2, keys=KEYS, request=uuid4(), **made)
    await release_package(one, 1, **made)
    person = (await people_to_print(conference))[-1]
    sealed = sealed_code(person.id, person.issue, keys=KEYS)
    await hand_out(one, sealed, Channel.CODE, now=now)
    return {"vote code": shown((await slips_of(one, 1, keys=KEYS))[0].code)}


FOR_ORGANISERS = {
    "rounds.list": "{place}/rounds",
    "no rounds": "/conferences/leer/rounds",
    "rounds.new": "{place}/rounds/new",
    "rounds.show": "{place}/rounds/2",
    "round in preparation": "{place}/rounds/3",
    "closed round": "{place}/rounds/1",
    "rounds.edit": "{place}/rounds/3/edit",
    "rounds.preview": "{place}/rounds/2/preview",
    "preview of money": "{place}/rounds/3/preview",
    "rounds.ask_close": "{place}/rounds/2/close",
    "round_options.show": "{place}/rounds/3/options",
    "round_options.show_costs": "{place}/rounds/3/costs",
    "vote_codes.list": "{place}/rounds/2/codes",
    "hand_out.show": "{place}/rounds/2/hand-out",
    "paper.list": "{place}/rounds/2/paper",
    "paper.show": "{place}/rounds/2/paper/1",
}
FOR_EVERYBODY = {
    "vote.enter": "/c/{key}/vote",
    "wrong code to vote with": "/c/{key}/vote?code=AAAA-AAAA-AAAA",
    "own_votes.show": "/t/{code}/vote",
    "own_vote.show": "/t/{code}/vote/2",
    "own_vote.done": "/t/{code}/vote/2/done",
    "vote in a closed round": "/t/{code}/vote/1",
    "table_vote.show": "/c/{key}/table-vote/2",
    "table_vote.done": "/c/{key}/table-vote/2/done",
    "code_vote.find": "/v",
    "code_vote.show": "/v/{vote code}",
    "results.list": "/c/{key}/rounds",
    "no votes": "/c/leer/rounds",
    "results.show": f"/c/{KEY}/rounds/{PLACES}",
    "result of a field": f"/c/{KEY}/rounds/{PLACES}?field=2",
    "result of opinions": f"/c/{KEY}/rounds/{OPINIONS}",
    "result of a budget": f"/c/{KEY}/rounds/{MONEY}",
    "live result": f"/c/{KEY}/rounds/{LIVE}",
    "secret vote": f"/c/{KEY}/rounds/{SECRET}",
    "result of too few": f"/c/{KEY}/rounds/{FEW}",
    "results.screen": f"/c/{KEY}/rounds/{PLACES}/screen",
    "opinions on the wall": f"/c/{KEY}/rounds/{OPINIONS}/screen",
    "opinions.show": f"/c/{KEY}/rounds/{OPINIONS}/opinions",
}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    return looked_at_by("admin", FOR_ORGANISERS, found) | looked_at_by(
        "nobody", FOR_EVERYBODY, found
    )
