"""The booth's tablet: several people vote on it in secret, one after the other."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath
from litestar.response import Template

from elections import sealing
from elections.actions.give_credential import give_credential, refuse_unless_open
from elections.actions.give_pass import PURPOSE, give_pass
from elections.pages.credentials import decoded, encoded
from elections.pages.place import provide_election
from elections.pages.voters import SOMEBODY
from elections.queries.at_booth import at_booth
from elections.queries.elections import ElectionFacts, Voter
from elections.rules.stages import Channel, PollStage
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.codes import read_code, shown
from lip.errors import Conflict, NotAllowed, NotFound
from lip.keys import Keys
from lip.programme.pages.public_conference import provide_public_conference
from lip.web.address import sealed_address
from lip.web.limits import WRONG_CODES_PER_ADDRESS, Limits
from lip.web.page import AnyRequest, page
from lip.web.pages import prefixed
from lip.web.qr_code import qr_svg_address


class Typed(msgspec.Struct):
    """A code as it was typed or scanned."""

    code: Annotated[str, msgspec.Meta(max_length=500)]


class Asked(msgspec.Struct):
    """A code, and what the tablet wants to have signed, in base64url."""

    code: Annotated[str, msgspec.Meta(max_length=500)]
    blinded: Annotated[str, msgspec.Meta(max_length=400)]


@get("/booth", name="booth.show")
async def show_booth(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
) -> Template:
    """Ask for a ticket or a voting pass."""
    return page(
        request,
        "elections/booth.html",
        conference=conference,
        election=election,
        is_open=election.stage is PollStage.OPEN,
        exponent=sealing.EXPONENT,
    )


@post("/booth/begin", name="booth.begin", status_code=200)
async def send_code(
    request: AnyRequest,
    election: NamedDependency[ElectionFacts],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
    data: Annotated[Typed, Body(media_type=RequestEncodingType.JSON)],
) -> Mapping[str, str]:
    """Say by which key somebody will be signed for, or why she cannot vote here."""
    voter = await _voter(
        request, election, data.code, keys=keys, limits=limits, now=now
    )
    if voter.given:
        raise Conflict("credential_given_elsewhere")
    if voter.on_paper:
        raise Conflict("voter_has_a_paper")
    group = voter.association if voter.association in election.public_keys else ""
    return {"group": group, "modulus": election.public_keys[group]}


@post("/booth/credential", name="booth.credential", status_code=200)
async def send_credential(
    request: AnyRequest,
    election: NamedDependency[ElectionFacts],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
    data: Annotated[Asked, Body(media_type=RequestEncodingType.JSON)],
) -> Mapping[str, str]:
    """Sign what cannot be read, for whoever holds this code."""
    voter = await _voter(
        request, election, data.code, keys=keys, limits=limits, now=now
    )
    signed = await give_credential(
        election,
        voter.entry,
        decoded(data.blinded),
        keys=keys,
        by=SOMEBODY,
        now=now,
        channel=Channel.BOOTH,
    )
    return {"signed": encoded(signed)}


@post("/{number:int}/roll/{entry:uuid}/pass", name="booth.give_pass", status_code=200)
async def send_pass(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    entry: FromPath[UUID],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Template:
    """Show a voting pass once, to be printed or copied."""
    code = await give_pass(election, entry, keys=keys, by=identity.actor, now=now)
    path = prefixed(request, "booth.show", key=conference.key, number=election.number)
    address = f"{request.app.state.settings.base_url}{path}#{code}"
    return page(
        request,
        "elections/pass.html",
        conference=conference,
        election=election,
        code=shown(code),
        picture=qr_svg_address(address),
        address=address.partition("#")[0],
    )


async def _voter(
    request: AnyRequest,
    election: ElectionFacts,
    typed: str,
    *,
    keys: Keys,
    limits: Limits,
    now: datetime,
) -> Voter:
    """Find who types this; only wrong codes are counted, by address."""
    refuse_unless_open(election)
    signs = read_code(typed)
    if signs is not None:
        found = await at_booth(
            election,
            ticket_seal=keys.seal("code", signs),
            pass_seal=keys.seal(PURPOSE, signs),
        )
        if found.voter is not None:
            return found.voter
        if found.known:
            raise NotAllowed("not_on_the_roll")
    limits.spend(sealed_address(request, keys), WRONG_CODES_PER_ADDRESS, now=now)
    raise NotFound("unknown_voting_code")


router = Router(
    path="/c/{key:str}/elections/{number:int}",
    dependencies={
        "conference": Provide(provide_public_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[show_booth, send_code, send_credential],
    include_in_schema=False,
)
board_router = Router(
    path="/conferences/{key:str}/elections",
    guards=[requires_election_board],
    dependencies={
        "conference": Provide(provide_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[send_pass],
    include_in_schema=False,
)
