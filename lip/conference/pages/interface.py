"""
The interface for other scanners: `POST /api/conferences/{key}/check-ins`.

A helper's token stands in `Authorization: Bearer …`; `Idempotency-Key` names the
request, and repeating it changes nothing and answers the same.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, assert_never
from uuid import UUID, uuid5

import msgspec
from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.enums import RequestEncodingType
from litestar.openapi import ResponseSpec
from litestar.params import Body, FromPath, HeaderParameter

from lip.accounts.guards import provide_identity, requires_door_keeper
from lip.accounts.rules.identity import Identity
from lip.conference.actions.check_in import Scan, order
from lip.conference.pages.answers import Outcome, answer_of, outcome_of
from lip.conference.queries.conferences import conference_by_key, counts_of
from lip.conference.rules.admission import (
    Admission,
    Admitted,
    AlreadyInside,
    Reason,
    SteppedOut,
    TurnedAway,
)
from lip.keys import Keys
from lip.web.deps import now
from lip.web.limits import WRONG_CODES_PER_DESK, Limits
from lip.web.page import AnyRequest
from lip.web.refusals import answer_unreadable


class CheckInRequest(msgspec.Struct, forbid_unknown_fields=True):
    """One scan: what the QR code holds, or the code as typed."""

    code: Annotated[str, msgspec.Meta(max_length=500, examples=["ABCD-EFGH-JKMN"])]


class GuestAnswer(msgspec.Struct):
    """Whom the ticket belongs to."""

    id: UUID
    number: int | None
    name: str
    organisation: str
    role: str


class CheckInAnswer(msgspec.Struct):
    """
    What the scan came to.

    Only `welcome` has just let somebody in; with `repeated` it did so when the same
    request was sent before. `since` is when the person came in (`inside`), went out
    (`out`), or when the doors open or closed (`early`, `late`); `day` is the day for
    which the ticket is good (`other_day`).
    """

    outcome: Outcome
    repeated: bool
    guest: GuestAnswer | None
    hand_out: list[str]
    notes: list[str]
    since: datetime | None
    desk: str
    day: date | None


class CountsAnswer(msgspec.Struct):
    """How many are expected, have arrived today, and are inside now."""

    expected: int
    arrived: int
    present: int


class Problem(msgspec.Struct):
    """Why nothing was done (RFC 9457); `code` stays, `detail` is a sentence."""

    status: int
    code: str
    detail: str


def _problem(description: str) -> ResponseSpec:
    return ResponseSpec(
        data_container=Problem,
        generate_examples=False,
        description=description,
        media_type="application/problem+json",
    )


PROBLEMS = {
    400: _problem("The request is not what is described here."),
    401: _problem("The token is missing, has expired or was withdrawn."),
    403: _problem("The token belongs to another conference."),
    404: _problem("There is no such conference."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanner:
    """Who scans, and with what; one dependency, because this path is hot."""

    identity: Identity
    keys: Keys
    limits: Limits
    now: datetime

    @property
    def guesser(self) -> str:
        """Name whoever guesses codes, for the limits."""
        return f"desk {self.identity.session}"


async def provide_scanner(request: AnyRequest) -> Scanner:
    """Gather what a scan needs."""
    state = request.app.state
    return Scanner(
        identity=await provide_identity(request),
        keys=state.key_ring,
        limits=state.limits,
        now=now(),
    )


@post(
    "/check-ins",
    name="interface.check_in",
    status_code=200,
    summary="Check in the holder of a ticket",
    tags=["door"],
    responses=PROBLEMS
    | {
        409: _problem("The idempotency key was used for another ticket."),
        413: _problem("The request is too large."),
        429: _problem("Too many unknown codes; known ones are answered meanwhile."),
    },
)
async def send_check_in(
    request: AnyRequest,
    key: FromPath[str],
    data: Annotated[
        CheckInRequest,
        Body(
            media_type=RequestEncodingType.JSON,
            schema_extra={"additional_properties": False},
        ),
    ],
    scanner: NamedDependency[Scanner],
    idempotency_key: Annotated[
        str | None, HeaderParameter(name="Idempotency-Key", max_length=200)
    ] = None,
) -> CheckInAnswer:
    """Check in the holder of a ticket; scanning twice changes nothing."""
    one = order(
        data.code,
        conference=key,
        desk=scanner.identity.name,
        by=scanner.identity.actor,
        now=scanner.now,
        keys=scanner.keys,
        request=_request(scanner.identity, idempotency_key),
    )
    scan: Scan = await request.app.state.check_in(one)
    if scan.admission == TurnedAway(Reason.UNKNOWN):
        scanner.limits.spend(scanner.guesser, WRONG_CODES_PER_DESK, now=scanner.now)
    elif not scan.repeated:
        request.app.state.live.changed(key)
    return _in_words(scan)


@get(
    "/counts",
    name="interface.counts",
    summary="Count the expected, the arrived and the present",
    tags=["door"],
    responses=PROBLEMS,
)
async def show_counts(
    key: FromPath[str], scanner: NamedDependency[Scanner]
) -> CountsAnswer:
    """Count the expected, the arrived and the present."""
    counts = await counts_of(await conference_by_key(key), now=scanner.now)
    return CountsAnswer(
        expected=counts.expected, arrived=counts.arrived, present=counts.present
    )


def _request(identity: Identity, name: str | None) -> UUID | None:
    """Make the key of a request unique to the pass that used it."""
    if not name:
        return None
    return uuid5(identity.granted_by or identity.person or identity.session, name)


def _in_words(scan: Scan) -> CheckInAnswer:
    answer = answer_of(scan)
    guest = None
    if answer.participant_id is not None:
        guest = GuestAnswer(
            id=answer.participant_id,
            number=answer.number,
            name=answer.name,
            organisation=answer.organisation,
            role=answer.role,
        )
    return CheckInAnswer(
        outcome=outcome_of(scan.admission),
        repeated=scan.repeated,
        guest=guest,
        hand_out=list(answer.hand_out),
        notes=list(answer.notes),
        since=_since(scan.admission),
        desk=answer.desk,
        day=scan.admission.day if isinstance(scan.admission, TurnedAway) else None,
    )


def _since(admission: Admission) -> datetime | None:
    match admission:
        case Admitted():
            return None
        case AlreadyInside(arrival):
            return arrival.since
        case SteppedOut(arrival):
            return arrival.out_since
        case TurnedAway(at=moment):
            return moment
        case never:
            assert_never(never)


router = Router(
    path="/api/conferences/{key:str}",
    guards=[requires_door_keeper],
    dependencies={"scanner": Provide(provide_scanner)},
    route_handlers=[send_check_in, show_counts],
    exception_handlers={UnicodeDecodeError: answer_unreadable},
    security=[{"token": []}],
)
