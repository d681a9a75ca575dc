"""Rooms of a conference: names, the way there, seats."""

from lip.programme.actions.furnish import RoomWish, remove_room, save_room
from lip.programme.pages.furniture import Furniture, Values, router_of
from lip.programme.queries.sessions import rooms_of
from lip.programme.rules.sessions import RoomFacts
from lip.web.forms import Form
from lip.words import LANGUAGES


def _read(form: Form) -> RoomWish:
    return RoomWish(
        name=form.text("name", most=120, required=True),
        way=form.said("way"),
        seats=form.whole_number("seats", least=1) or None,
    )


def _values(room: RoomFacts | None) -> Values:
    if room is None:
        return {"name": "", "way": {}, "seats": ""}
    return {"name": room.name, "way": room.way, "seats": room.seats or ""}


def _typed(form: Form) -> Values:
    return {
        "name": form.raw("name")[:500],
        "way": {tag: form.raw(f"way-{tag}")[:500] for tag in LANGUAGES},
        "seats": form.raw("seats")[:20],
    }


router = router_of(
    Furniture(
        one="room",
        many="rooms",
        rows=rooms_of,
        beside=lambda room: room.way,
        values=_values,
        typed=_typed,
        read=_read,
        save=save_room,
        remove=remove_room,
    )
)
