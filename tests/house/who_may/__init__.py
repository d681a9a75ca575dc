"""Groups of visitors who may do the same."""

from tests.house.visitors import VISITORS

EVERYBODY = frozenset(VISITORS)
BROWSERS = EVERYBODY - {"anonymous", "token@eins", "token@zwei"}
ACCOUNTS = BROWSERS - {"link@eins", "link@zwei"}
ADMINISTRATORS = frozenset({"administrator"})
FIELDS = ADMINISTRATORS | {"editor"}
ANNOUNCERS = ADMINISTRATORS | {"organiser"}
ORGANISERS = ANNOUNCERS | {"organiser@eins"}
MODERATORS = ORGANISERS | {"moderator", "moderator@eins"}
EDITORS = MODERATORS | {"editor", "editor@eins"}
AGENDA = ORGANISERS | {"moderator", "moderator@eins"}
DOOR = ORGANISERS | {"door_helper", "door_helper@eins", "link@eins"}
ELECTION_BOARD = frozenset({"election_board", "election_board@eins"})
KIOSK = ORGANISERS | {"kiosk", "kiosk@eins"}
INTERFACE = DOOR | {"token@eins"}
PLAN = frozenset({"editor"})
NOBODY: frozenset[str] = frozenset()
