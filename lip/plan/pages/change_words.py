"""Amendments in words: how far they are, where they stand, what they do."""

from collections.abc import Mapping
from typing import Final

from lip.plan.rules.amending import Edit
from lip.plan.rules.diff import PassageKind
from lip.plan.rules.freezing import GapKind
from lip.plan.rules.kinds import EditKind, MotionStatus
from lip.plan.status_words import MOTION_STATUSES
from lip.words import N_, _

_GOOD: Final = {MotionStatus.ACCEPTED, MotionStatus.MODIFIED_ACCEPTED}
_BAD: Final = {MotionStatus.REJECTED, MotionStatus.INADMISSIBLE}

GAPS: Final[Mapping[GapKind, str]] = {
    GapKind.NO_CHAPTERS: N_("Der Entwurf hat noch kein Kapitel."),
    GapKind.NO_TEXT: N_("Dieses Kapitel gibt es noch nicht in der Sprache des Plans."),
    GapKind.NO_TITLE: N_("Der Titel fehlt."),
    GapKind.NO_WORDS: N_("Der Text fehlt."),
    GapKind.NOT_RELEASED: N_("Der Text ist noch nicht freigegeben."),
    GapKind.NOT_DECIDED: N_("Es steht nicht da, wann das Kapitel beschlossen wurde."),
    GapKind.OTHER_LEFT_OUT: N_(
        "Diese Sprache ist nicht freigegeben. Sie kommt nicht in die Fassung."
    ),
}

PASSAGES: Final[Mapping[PassageKind, str]] = {
    PassageKind.CHANGED: N_("Geändert"),
    PassageKind.INSERTED: N_("Eingefügt"),
    PassageKind.DELETED: N_("Gestrichen"),
    PassageKind.MOVED_HERE: N_("Verschoben"),
    PassageKind.MOVED_AWAY: N_("Stand hier vorher"),
}


def status_badge(status: MotionStatus) -> tuple[str, str, str]:
    """Give kind, icon and word of a status, as `parts.badge` takes them."""
    if status in _GOOD:
        return "good", "circle-check", _(MOTION_STATUSES[status])
    if status in _BAD:
        return "bad", "ban", _(MOTION_STATUSES[status])
    if status is MotionStatus.SUBMITTED_UNSCREENED:
        return "warn", "eye", _(MOTION_STATUSES[status])
    return "", "info", _(MOTION_STATUSES[status])


def status_word(status: MotionStatus) -> str:
    """Say how far an amendment is."""
    return _(MOTION_STATUSES[status])


def place_of(edit: Edit) -> str:
    """Say where an edit stands and what it does, as motion software words it."""
    if not edit.old:
        if not edit.first_line:
            return _("Vor Zeile 1 einfügen")
        return _("Nach Zeile %(line)s einfügen", line=edit.first_line)
    first, last = edit.first_line, edit.last_line
    if first == last:
        return _in_line(edit.kind, first)
    return _in_lines(edit.kind, first, last)


def lines_said(first: int, last: int) -> str:
    """Name lines."""
    if first == last:
        return _("Zeile %(line)s", line=first)
    return _("Zeile %(first)s bis %(last)s", first=first, last=last)


def _in_line(kind: EditKind, line: int) -> str:
    if kind is EditKind.DELETE:
        return _("In Zeile %(line)s löschen", line=line)
    if kind is EditKind.INSERT:
        return _("In Zeile %(line)s einfügen", line=line)
    return _("In Zeile %(line)s", line=line)


def _in_lines(kind: EditKind, first: int, last: int) -> str:
    if kind is EditKind.DELETE:
        return _("Von Zeile %(first)s bis %(last)s löschen", first=first, last=last)
    if kind is EditKind.INSERT:
        return _("Von Zeile %(first)s bis %(last)s einfügen", first=first, last=last)
    return _("Von Zeile %(first)s bis %(last)s", first=first, last=last)
