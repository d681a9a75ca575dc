"""Elections for everybody: who stands, by which rule, and what came out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from elections.actions.count_ballots import tally_of
from elections.files.bundle import Bundle, board_of, casts_of, listed_of
from elections.files.result import as_plain
from elections.queries.elections import (
    NominationFacts,
    bundle_text,
    election_of,
    elections_of,
    nominations_of,
)
from elections.records import record_of
from elections.rules.cast import CODE_LENGTH, tracking_code
from elections.rules.record import Board, Kind
from elections.rules.stages import PollStage
from elections.words import BOARD_HINTS, BOARDS, STAGES, rule_in_words
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import TooEarly
from lip.programme.pages.public_conference import provide_public_conference
from lip.web.page import AnyRequest, page
from lip.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the result."""

    nomination: NominationFacts
    votes: int
    share: int
    elected: bool
    tied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a closed election shows."""

    lines: Sequence[Line]
    valid: int
    abstained: int
    spoiled: int
    ballots: int
    given: int
    entitled: int
    tied: bool
    signer: str


@get("/", name="elections.list")
async def list_elections(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """List the elections of a conference."""
    elections = await elections_of(conference.id)
    return page(
        request,
        "elections/all.html",
        conference=conference,
        elections=[(one, _(STAGES[one.stage])) for one in elections],
    )


@get("/secrecy", name="elections.secrecy")
async def show_secrecy(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Say in plain words how secret and how sure this is."""
    return page(request, "elections/secrecy.html", conference=conference)


@get("/{number:int}", name="election.show")
async def show_election(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
    code: FromQuery[str] = "",
) -> Template:
    """Show one election; after the close with result and a check of one's code."""
    election = await election_of(conference.id, number)
    standing = await nominations_of(election.id)
    bundle = await record_of(election)
    return page(
        request,
        "elections/public.html",
        conference=conference,
        election=election,
        standing=standing,
        stage=_(STAGES[election.stage]),
        rule=rule_in_words(election),
        board=_(BOARDS[election.board]),
        board_hint=_(BOARD_HINTS[election.board]),
        outcome=outcome_of(bundle, standing) if bundle else None,
        asked=code.strip()[:40],
        found=found_by(bundle, code, standing) if bundle and code.strip() else None,
    )


@get("/{number:int}/bundle", name="election.bundle")
async def send_bundle(
    conference: NamedDependency[ConferenceFacts], number: FromPath[int]
) -> Response[str]:
    """Send the public record, as it was written when the polls closed."""
    election = await election_of(conference.id, number)
    if election.stage is not PollStage.FINAL:
        raise TooEarly("result_not_final")
    name = f"{election.round}.json"
    return Response(
        await bundle_text(election.id),
        media_type="application/json",
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


def outcome_of(bundle: Bundle, standing: Sequence[NominationFacts]) -> Outcome:
    """Draw together what the record says, the most votes first."""
    result: dict[str, Any] = as_plain(tally_of(bundle))
    closed = bundle.the(Kind.CLOSED)
    votes = _votes(result)
    most = max(votes.values(), default=0)
    tied = {name for tie in result["ties"] for name in tie["candidates"]}
    lines = [
        Line(
            nomination=one,
            votes=votes.get(one.mark, 0),
            share=round(100 * votes.get(one.mark, 0) / most) if most else 0,
            elected=one.mark in result["winners"],
            tied=one.mark in tied,
        )
        for one in standing
    ]
    return Outcome(
        lines=sorted(lines, key=lambda line: -line.votes),
        valid=result["valid"],
        abstained=result["abstained"],
        spoiled=sum(result["spoiled"].values()),
        ballots=len(listed_of(bundle)),
        given=closed["credentials"],
        entitled=bundle.the(Kind.ROLL)["size"],
        tied=not result["decided"],
        signer=bundle.signer.hex(),
    )


def found_by(
    bundle: Bundle, code: str, standing: Sequence[NominationFacts]
) -> Mapping[str, object]:
    """Look for a tracking code among the counted ballots."""
    wanted = "".join(sign for sign in code.upper() if sign.isalnum())
    names = {one.mark: one.name for one in standing}
    for one in listed_of(bundle):
        if tracking_code(one.digest).replace("-", "") == wanted:
            return {
                "found": True,
                "digest": one.digest,
                **_marked(bundle, one.digest, names),
            }
    return {"found": False, "well_formed": len(wanted) == CODE_LENGTH}


def _marked(
    bundle: Bundle, digest: str, names: Mapping[str, str]
) -> Mapping[str, object]:
    """Name what stands on a published ballot; nothing where only digests are."""
    if board_of(bundle) is Board.DIGESTS:
        return {}
    [cast] = [cast for cast in casts_of(bundle) if cast.digest == digest]
    return {"marked": [names.get(mark, mark) for mark, _times in cast.marks]}


def _votes(result: Mapping[str, object]) -> Mapping[str, int]:
    stages = result["stages"]
    assert isinstance(stages, list)
    return {name: int(votes) for name, votes in stages[0]["votes"].items()}


router = Router(
    path="/c/{key:str}/elections",
    dependencies={"conference": Provide(provide_public_conference)},
    route_handlers=[list_elections, show_secrecy, show_election, send_bundle],
    include_in_schema=False,
)
