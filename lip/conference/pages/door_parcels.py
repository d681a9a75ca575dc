"""What a device did without network, sent when it is back."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID, uuid5

import msgspec
from litestar import Router, post
from litestar.di import NamedDependency, Provide
from litestar.enums import RequestEncodingType
from litestar.params import Body

from lip.accounts.guards import requires_door_keeper
from lip.conference.actions.send_offline import Arriving, OfflineAct, send_offline
from lip.conference.files.offline_acts import LONGEST, open_act
from lip.conference.files.wire import from_text
from lip.conference.pages.desk import Desk, provide_desk
from lip.conference.pages.tongues import TONGUES
from lip.conference.rules.guest import Guest
from lip.keys import Keys
from lip.web.page import AnyRequest

MOST_ACTS = 100


class SentAct(msgspec.Struct):
    """One act as the device kept it: when it was, and a parcel only we can open."""

    request: Annotated[str, msgspec.Meta(min_length=32, max_length=36)]
    at: int
    parcel: Annotated[str, msgspec.Meta(max_length=LONGEST * 2)]


class SentActs(msgspec.Struct):
    """What a device did without network, in order."""

    acts: Annotated[list[SentAct], msgspec.Meta(max_length=MOST_ACTS)]


@post("/offline/send", name="door.offline_send", status_code=200)
async def send_acts(
    request: AnyRequest,
    desk: NamedDependency[Desk],
    keys: NamedDependency[Keys],
    data: Annotated[SentActs, Body(media_type=RequestEncodingType.JSON)],
) -> Mapping[str, object]:
    """Take in acts; each that is named in the answer may be forgotten by the device."""
    to = Arriving(
        conference=desk.conference,
        desk=desk.identity.name,
        keys=keys,
        by=desk.identity.actor,
        now=desk.now,
    )
    done = []
    for sent in data.acts:
        kind = await send_offline(_act(sent, keys), to=to)
        done.append({"request": sent.request, "conflict": kind and kind.value})
    request.app.state.live.changed(desk.conference.key)
    return {"done": done}


def _act(sent: SentAct, keys: Keys) -> OfflineAct:
    request = _request_key(sent.request)
    content = open_act(from_text(sent.parcel), keys=keys, request=sent.request) or {}
    code = str(content.get("code", ""))[:500]
    return OfflineAct(
        request=request,
        at=_moment(sent.at),
        # The same key as `door.scan` makes: the scan may have reached us after all.
        key=uuid5(request, f"scan {code}"),
        code=code,
        guest=_guest(content) if "walk_in" in content else None,
    )


def _guest(content: Mapping[str, Any]) -> Guest:
    language = _short(content, "language", 35)
    return Guest(
        given_name=_short(content, "given_name", 200),
        family_name=_short(content, "family_name", 200),
        organisation=_short(content, "organisation", 300),
        language=language if language in TONGUES else "",
    )


def _short(content: Mapping[str, Any], name: str, most: int) -> str:
    text = content.get(name, "")
    clean = "".join(sign for sign in str(text) if sign.isprintable())
    return " ".join(clean.split())[:most]


def _request_key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return uuid5(UUID(int=0), text)


def _moment(milliseconds: int) -> datetime:
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC)


router = Router(
    path="/door/{key:str}",
    guards=[requires_door_keeper],
    dependencies={"desk": Provide(provide_desk)},
    route_handlers=[send_acts],
    include_in_schema=False,
)
