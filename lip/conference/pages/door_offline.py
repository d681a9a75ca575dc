"""
The door without network: what a device keeps.

The shell is the door's page without anybody's name, with an empty answer of every
kind for the script to fill in. The list is locked line by line (ADR 0016).
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import uuid4

from litestar import MediaType, Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Template

from lip.accounts.guards import requires_door_keeper
from lip.conference.actions.register import ticket_code
from lip.conference.files.offline_acts import public_key
from lip.conference.files.offline_list import OfflineLine, lock_list
from lip.conference.files.wire import from_text, to_text
from lip.conference.pages.answers import Answer, shown_name, welcome_words
from lip.conference.pages.conflict_words import conflict_lines
from lip.conference.pages.desk import Desk, provide_desk
from lip.conference.pages.tongues import offered_tongues
from lip.conference.queries.door import Expected, everybody_expected
from lip.conference.queries.door_conflicts import conflicts_at
from lip.conference.rules.admission import Doors
from lip.conference.rules.guest import Guest
from lip.conference.rules.offline_list import ROUNDS, changed, digest_of, kept_until
from lip.conference.rules.stages import Stage
from lip.keys import Keys
from lip.web.page import AnyRequest, page
from lip.words import _

OUTCOMES = (
    *("welcome", "inside", "out", "unknown", "cancelled", "waiting_list"),
    *("called_off", "other_day", "early", "late", "no_network"),
)
"""What a device can find out by itself; of other conferences it knows nothing."""

BLANK: Mapping[str, object] = asdict(Answer(outcome="")) | {
    "name": "{name}",
    "number": "{number}",
    "hand_out": ("{hand_out}",),
    "notes": ("{note}",),
    "since": "{since}",
    "desk": "{desk}",
    "day": "{day}",
    "offline": True,
}
"""An answer with a place for each thing that the script fills in."""


@get("/offline/shell", name="door.shell")
async def show_shell(request: AnyRequest, desk: NamedDependency[Desk]) -> Template:
    """Show the door as a device keeps it: without names and numbers."""
    return page(
        request,
        "conference/door_shell.html",
        conference=desk.conference,
        desk=desk.identity.name,
        counts={"present": "–", "arrived": "–", "expected": "–"},
        recent=[],
        answer=None,
        results=None,
        more=False,
        query="",
        code="",
        walk_in=Guest(),
        tongues=offered_tongues(),
        request_key=uuid4(),
        blanks=[{**BLANK, "outcome": outcome} for outcome in OUTCOMES],
    )


@get("/offline/list", name="door.offline_list", media_type=MediaType.JSON)
async def show_list(
    desk: NamedDependency[Desk],
    keys: NamedDependency[Keys],
    have: FromQuery[str] = "",
) -> Response[Mapping[str, object]]:
    """Give the locked list, or of it what differs from what the device has."""
    place = desk.conference
    device = _device_key(desk, keys)
    salt = keys.part(f"offline list {place.id}")[:16]
    expected = await everybody_expected(place, day=desk.day)
    buckets = await asyncio.to_thread(_locked, expected, desk, keys, salt=salt)
    until = kept_until(place.days, zone=place.zone, signed_in_until=desk.identity.until)
    return Response({
        "conference": place.key,
        "desk": desk.identity.name,
        "zone": place.zone.key,
        "called_off": place.stage is Stage.CALLED_OFF,
        "days": [_day(doors) for doors in place.days],
        "now": _milliseconds(desk.now),
        "until": _milliseconds(until),
        "guests": len(expected),
        "hand_out": _for_walk_ins(place.hand_out),
        "rounds": ROUNDS,
        "salt": to_text(salt),
        "device": to_text(device),
        "post_box": to_text(public_key(keys)),
        "buckets": {
            str(number): [to_text(digest_of(bucket)), to_text(bucket)]
            for number, bucket in changed(buckets, from_text(have)).items()
        },
    })


def _device_key(desk: Desk, keys: Keys) -> bytes:
    """Derive a key for this session alone, so no two devices share a line."""
    return bytes.fromhex(keys.seal("offline device", str(desk.identity.session)))


def _locked(
    expected: Sequence[Expected], desk: Desk, keys: Keys, *, salt: bytes
) -> Sequence[bytes]:
    """Word and lock every line; apart from the loop, since many take a while."""
    lines = [
        OfflineLine(
            code=ticket_code(one.visitor.participant, one.issue, keys=keys),
            content=_content(one, desk),
        )
        for one in expected
    ]
    return lock_list(lines, salt=salt, device=_device_key(desk, keys))


def _content(one: Expected, desk: Desk) -> Mapping[str, object]:
    """Say of a person what the answer to her ticket shows, and no more."""
    visitor = one.visitor
    things, notes = welcome_words(visitor, desk.conference.hand_out)
    arrival = visitor.arrival
    told: dict[str, object] = {
        "name": shown_name(visitor),
        "number": visitor.number,
        "hand_out": things,
        "notes": notes,
        "only_on": visitor.only_on and visitor.only_on.isoformat(),
        "cancelled": visitor.cancelled,
        "waiting": visitor.waiting,
    }
    if arrival is not None and desk.day is not None:
        told["arrival"] = {
            "day": desk.day.isoformat(),
            "since": _milliseconds(arrival.since),
            "desk": arrival.desk,
            "out": arrival.out_since and _milliseconds(arrival.out_since),
        }
    return {key: value for key, value in told.items() if value}


@get("/offline/conflicts", name="door.conflicts")
async def show_conflicts(request: AnyRequest, desk: NamedDependency[Desk]) -> Template:
    """Show what is left to settle from this desk, as a part of the page."""
    found = await conflicts_at(desk.conference, desk=desk.identity.name)
    return page(
        request,
        "conference/scan/conflicts.html",
        conference=desk.conference,
        conflicts=conflict_lines(found, desk.conference),
    )


def _for_walk_ins(hand_out: str) -> Sequence[str]:
    things = [line.strip() for line in hand_out.splitlines() if line.strip()]
    return [*things, _("Namensschild, die Nummer kommt später")]


def _day(doors: Doors) -> Mapping[str, object]:
    return {
        "day": doors.day.isoformat(),
        "open": _milliseconds(doors.open),
        "close": _milliseconds(doors.close),
    }


def _milliseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


router = Router(
    path="/door/{key:str}",
    guards=[requires_door_keeper],
    dependencies={"desk": Provide(provide_desk)},
    route_handlers=[show_shell, show_list, show_conflicts],
    include_in_schema=False,
)
