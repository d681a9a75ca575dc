"""Who may open which page of the door."""

from tests.house.who_may import DOOR, EVERYBODY, INTERFACE, KIOSK, ORGANISERS

WHO_MAY: dict[str, frozenset[str]] = {
    "door.show": DOOR,
    "door.live": DOOR,
    "door.scan": DOOR,
    "door.admit": DOOR,
    "door.undo": DOOR,
    "door.step_out": DOOR,
    "door.come_back": DOOR,
    "door.walk_in": DOOR,
    "door.worker": EVERYBODY,  # a script of ours, the same for all
    "door.shell": DOOR,
    "door.offline_list": DOOR,
    "door.offline_send": DOOR,
    "door.conflicts": DOOR,
    "conflicts.list": ORGANISERS,
    "conflicts.settle": ORGANISERS,
    "kiosk.show": KIOSK,
    "kiosk.scan": KIOSK,
    "interface.check_in": INTERFACE,
    "interface.counts": INTERFACE,
}

PLACES: dict[str, str] = {}
