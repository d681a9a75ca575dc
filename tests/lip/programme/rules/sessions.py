"""Sessions as values, for tests of rules."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

from lip.programme.rules.session_kinds import SessionKind
from lip.programme.rules.sessions import RoomFacts, SessionFacts
from lip.said import Said
from tests.programmes import at

SPACE = UUID(int=0)


def a_room(name: str, **said: Any) -> RoomFacts:
    return RoomFacts(id=uuid5(SPACE, name), name=name, **said)


def a_session(
    begins: str | datetime,
    ends: str | datetime,
    room: str = "Saal",
    *,
    title: str = "",
    **said: Any,
) -> SessionFacts:
    return SessionFacts(
        id=said.pop("id", None) or uuid4(),
        conference=SPACE,
        kind=said.pop("kind", SessionKind.TALK),
        title=Said.of(de=title or f"{begins} {room}"),
        starts_at=at(begins) if isinstance(begins, str) else begins,
        ends_at=at(ends) if isinstance(ends, str) else ends,
        room=a_room(room) if room else None,
        **said,
    )


def a_break(begins: str, ends: str, room: str = "Foyer") -> SessionFacts:
    return a_session(begins, ends, room, kind=SessionKind.BREAK)
