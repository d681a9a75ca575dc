"""By ticket: see which elections there are, and fetch a credential."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

import msgspec
from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath
from litestar.response import Template

from elections import sealing
from elections.actions.give_credential import give_credential
from elections.pages.voters import SOMEBODY, Voter, provide_voter
from elections.queries.elections import (
    ElectionFacts,
    election_of,
    elections_of,
    voter_of,
)
from elections.queries.lost import annulled_in, voters_for
from elections.queries.nominations import stands_in
from elections.rules.remarks import FEWEST_TOGETHER
from elections.rules.stages import PollStage
from elections.words import STAGES, rule_in_words
from lip.conference.pages.tickets import provide_held
from lip.errors import NotAllowed, Unusable
from lip.keys import Keys
from lip.web.page import AnyRequest, page
from lip.words import _


class Blinded(msgspec.Struct):
    """What a browser wants to have signed, in base64url."""

    blinded: Annotated[str, msgspec.Meta(max_length=400)]


@get("/", name="own_elections.list")
async def list_elections(
    request: AnyRequest, voter: NamedDependency[Voter]
) -> Template:
    """List the elections of the conference."""
    elections = await elections_of(voter.conference.id)
    return page(
        request,
        "elections/own_list.html",
        conference=voter.conference,
        code=voter.code,
        elections=[
            (one, _(STAGES[one.stage])) for one in sorted(elections, key=_urgency)
        ],
        mine=await stands_in(voter.participant),
    )


def _urgency(election: ElectionFacts) -> tuple[int, int]:
    """Put first where she can vote now, then where she can stand."""
    first = (PollStage.OPEN, PollStage.PREPARED)
    stage = election.stage
    return (first.index(stage) if stage in first else len(first), election.number)


@get("/{number:int}", name="own_election.show")
async def show_election(
    request: AnyRequest, voter: NamedDependency[Voter], number: FromPath[int]
) -> Template:
    """Show the way to the ballot; the browser fetches the credential by itself."""
    election = await election_of(voter.conference.id, number)
    known = await voter_of(election.id, voter.participant)
    group = known.association if known else ""
    group = group if group in election.public_keys else ""
    return page(
        request,
        "elections/own.html",
        conference=voter.conference,
        code=voter.code,
        election=election,
        is_open=election.stage is PollStage.OPEN,
        stage=_(STAGES[election.stage]),
        listed=known is not None,
        given=known is not None and known.given,
        on_paper=known is not None and known.on_paper,
        group=group,
        few=bool(group) and await voters_for(election.id, group) < FEWEST_TOGETHER,
        annulled=await annulled_in(election.id),
        modulus=election.public_keys.get(group, ""),
        rule=rule_in_words(election),
        exponent=sealing.EXPONENT,
    )


@post("/{number:int}/credential", name="own_election.credential", status_code=200)
async def send_credential(
    voter: NamedDependency[Voter],
    number: FromPath[int],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
    data: Annotated[Blinded, Body(media_type=RequestEncodingType.JSON)],
) -> Mapping[str, str]:
    """Sign what cannot be read; the same question has the same answer."""
    election = await election_of(voter.conference.id, number)
    known = await voter_of(election.id, voter.participant)
    if known is None:
        raise NotAllowed("not_on_the_roll")
    signed = await give_credential(
        election,
        known.entry,
        decoded(data.blinded),
        keys=keys,
        by=SOMEBODY,
        now=now,
    )
    return {"signed": encoded(signed)}


def decoded(text: str) -> bytes:
    """Read base64url without padding; raises Unusable."""
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        raise Unusable("credential_unreadable") from None


def encoded(content: bytes) -> str:
    """Write base64url without padding."""
    return urlsafe_b64encode(content).rstrip(b"=").decode()


router = Router(
    path="/t/{code:str}/elections",
    dependencies={"held": Provide(provide_held), "voter": Provide(provide_voter)},
    route_handlers=[list_elections, show_election, send_credential],
    include_in_schema=False,
)
