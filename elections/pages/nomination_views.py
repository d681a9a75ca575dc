"""How nominations are shown to the election board: the queue, and one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from litestar.response import Redirect, Template

from elections.actions.admit import may_accept
from elections.actions.name_somebody import consent_token
from elections.actions.stand import nominations_closed
from elections.queries.elections import (
    ElectionFacts,
    NominationFacts,
    nominations_of,
)
from elections.queries.nominations import doubts_in, with_links
from elections.rules.eligibility import Doubt, conditions_of
from elections.rules.refusals import Grounds
from elections.rules.stages import PollStage, Standing
from elections.standing_words import DECLARATIONS, DOUBTS, STANDINGS, attribute_named
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, NotFound, Refusal, TooEarly, TooLate, TooMany, Unusable
from lip.keys import Keys
from lip.said import Said
from lip.settings import Settings
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import prefixed
from lip.web.qr_code import qr_svg_address
from lip.words import LANGUAGES, _, current_language

MAY_BE_SAID: Final = (Conflict, TooEarly, TooLate, TooMany, Unusable)
QUEUE: Final = (
    Standing.CONSENTED,
    Standing.PROPOSED,
    Standing.ADMITTED,
    Standing.REFUSED,
    Standing.WITHDRAWN,
)
"""What waits for the board comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One nomination in the queue, with what stands against it."""

    one: NominationFacts
    doubts: Sequence[str]

    @property
    def badge(self) -> tuple[str, str, str]:
        """Give kind, sign and word of its standing."""
        kind, sign, word = STANDINGS[self.one.standing]
        return kind, sign, _(word)


async def list_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    election: ElectionFacts,
    values: Mapping[str, Any],
    *,
    now: datetime,
    errors: Mapping[str, str] | None = None,
) -> Template:
    """Draw the queue; it costs the same number of queries however long it is."""
    everybody = await nominations_of(election.id, all_of_them=True)
    doubts = await doubts_in(election, everybody)
    lines = [
        _line(one, doubts[one.number])
        for one in sorted(everybody, key=lambda one: QUEUE.index(one.standing))
    ]
    return page(
        request,
        "elections/nominations.html",
        status=422 if errors else 200,
        conference=conference,
        election=election,
        lines=lines,
        waiting=sum(line.one.standing is Standing.CONSENTED for line in lines),
        prepared=election.stage is PollStage.PREPARED,
        closed=nominations_closed(election, now=now),
        values=values,
        errors=errors or {},
        request_key=uuid4(),
    )


async def one_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    election: ElectionFacts,
    stands: int,
    *,
    errors: Mapping[str, str] | None = None,
    grounds: Grounds | None = None,
) -> Template:
    """Draw one nomination with all that the board must know."""
    everybody = await nominations_of(election.id, all_of_them=True)
    one = next((one for one in everybody if one.number == stands), None)
    if one is None:
        raise NotFound("no_such_nomination", number=stands)
    doubts = (await doubts_in(election, everybody))[stands]
    if grounds is None:
        kept = Grounds.load(one.reason)
        grounds = kept or Grounds(doubts=doubts)
    return page(
        request,
        "elections/nomination.html",
        status=422 if errors else 200,
        conference=conference,
        election=election,
        line=_line(one, doubts),
        link=await _link(request, election, one),
        asked_to_accept=one.mark in await may_accept(election),
        declared=[
            _(words)
            for condition, words in DECLARATIONS.items()
            if condition in conditions_of(one.declared)
        ],
        attributes=[(attribute_named(name), v) for name, v in one.attributes.items()],
        choices=[(doubt.value, _(words)) for doubt, words in DOUBTS.items()],
        chosen=[doubt.value for doubt in grounds.doubts],
        words=Said(grounds.words),
        tongues=list(LANGUAGES.values()),
        main=current_language(),
        errors=errors or {},
    )


def _line(one: NominationFacts, doubts: Sequence[Doubt]) -> Line:
    """Say what stands against somebody who has made up her mind to stand."""
    decided = one.standing not in {Standing.PROPOSED, Standing.WITHDRAWN}
    said = [_(DOUBTS[doubt]) for doubt in doubts] if decided else []
    return Line(one=one, doubts=said)


async def _link(
    request: AnyRequest, election: ElectionFacts, one: NominationFacts
) -> Mapping[str, str] | None:
    """Show the personal link of whoever was named by others."""
    if one.number not in await with_links(election.id):
        return None
    keys: Keys = request.app.state.key_ring
    settings: Settings = request.app.state.settings
    token = consent_token(one.id, keys=keys)
    path = prefixed(request, "link_stand.show", token=token)
    address = settings.base_url.rstrip("/") + path
    return {"address": address, "picture": qr_svg_address(address)}


def errors_said(request: AnyRequest, refusal: Refusal) -> Mapping[str, str]:
    """Say a refusal above the page."""
    return {"form": request.app.state.sentences.say(refusal)}


def back_to_queue(request: AnyRequest, election: ElectionFacts) -> Redirect:
    """Lead back to the queue."""
    return redirect(
        request, "nominations.list", key=election.key, number=election.number
    )


def to_one(request: AnyRequest, election: ElectionFacts, stands: int) -> Redirect:
    """Lead to one nomination."""
    return redirect(
        request,
        "nominations.show",
        key=election.key,
        number=election.number,
        stands=stands,
    )
