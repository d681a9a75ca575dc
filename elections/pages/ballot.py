"""
The ballot and the urn: pages that know no ticket and no session.

Who opens them is not asked for; the credential lies in the browser.
"""

from collections.abc import Mapping
from typing import Annotated, Final

import msgspec
from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Template

from elections.actions.cast_ballot import cast_ballot
from elections.pages.ballot_paper import paper_of
from elections.pages.credentials import decoded
from elections.pages.place import provide_election
from elections.queries.elections import ElectionFacts
from elections.rules.cast import Cast, Credential
from elections.rules.planning import MOST_STANDING
from elections.rules.stages import PollStage
from elections.words import rule_in_words
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Refusal, Unusable
from lip.keys import Keys
from lip.programme.pages.public_conference import provide_public_conference
from lip.web.page import AnyRequest, page

MOST_MARKS: Final = 2 * MOST_STANDING
"""People, and lists where there are any."""
Mark = Annotated[str, msgspec.Meta(max_length=12)]
Number = Annotated[int, msgspec.Meta(ge=0, le=1000)]
Part = Annotated[str, msgspec.Meta(max_length=400)]


class SentBallot(msgspec.Struct):
    """A ballot as a browser sends it; bytes in base64url."""

    serial: Part
    prefix: Part
    signature: Part
    nonce: Part
    marks: Annotated[list[tuple[Mark, Number]], msgspec.Meta(max_length=MOST_MARKS)]
    group: Annotated[str, msgspec.Meta(max_length=200)] = ""


@get("/ballot", name="ballot.show")
async def show_ballot(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
) -> Template:
    """Show the ballot paper; the script fills in what the browser holds."""
    return page(
        request,
        "elections/ballot.html",
        conference=conference,
        election=election,
        paper=await paper_of(election),
        is_open=election.stage is PollStage.OPEN,
        rule=rule_in_words(election),
    )


@post("/urn", name="ballot.cast", status_code=200)
async def send_ballot(
    election: NamedDependency[ElectionFacts],
    keys: NamedDependency[Keys],
    data: Annotated[SentBallot, Body(media_type=RequestEncodingType.JSON)],
) -> Mapping[str, str]:
    """Take a ballot; who sends it is not known and not asked."""
    answer = await cast_ballot(election, _cast(data), keys=keys)
    return {
        "digest": answer.digest,
        "code": answer.code,
        "signature": answer.signature,
    }


def _cast(sent: SentBallot) -> Cast:
    try:
        return Cast(
            credential=Credential(
                serial=decoded(sent.serial),
                prefix=decoded(sent.prefix),
                signature=decoded(sent.signature),
                group=sent.group,
            ),
            marks=tuple(sent.marks),
            nonce=_nonce(decoded(sent.nonce)),
        )
    except Refusal:
        raise Unusable("ballot_unreadable") from None


def _nonce(content: bytes) -> bytes:
    if len(content) != 32:
        raise Unusable("ballot_unreadable")
    return content


router = Router(
    path="/c/{key:str}/elections/{number:int}",
    dependencies={
        "conference": Provide(provide_public_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[show_ballot, send_ballot],
    include_in_schema=False,
)
