"""The kinds of sessions in words, each with its icon."""

from collections.abc import Mapping
from typing import Final

from lip.programme.rules.session_kinds import SessionKind
from lip.words import N_

KINDS: Final[Mapping[SessionKind, str]] = {
    SessionKind.OPENING: N_("Eröffnung"),
    SessionKind.TALK: N_("Vortrag"),
    SessionKind.DISCUSSION: N_("Gespräch"),
    SessionKind.WORKSHOP: N_("Workshop"),
    SessionKind.TABLES: N_("Thementische"),
    SessionKind.PROPOSALS: N_("Vorschläge sammeln"),
    SessionKind.VOTE: N_("Abstimmung"),
    SessionKind.ELECTION: N_("Wahl"),
    SessionKind.BREAK: N_("Pause"),
    SessionKind.OTHER: N_("Sonstiges"),
}
