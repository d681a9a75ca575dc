"""What a guest list keeps of people: needs, arrivals, uploads, the list itself."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from lip.conference.actions.delete_due import (
    LISTS_KEPT,
    count_needs,
    count_uploads,
    delete_needs,
    delete_uploads,
)
from lip.conference.actions.delete_guests import (
    count_attendance,
    count_guests,
    delete_attendance,
    delete_guests,
)
from lip.conference.actions.erase import erase_arrivals, erase_guest, erase_needs
from lip.conference.files.wording import LABELS
from lip.conference.queries.keeping import ATTENDANCE, GUESTS, kept_of
from lip.conference.queries.stored import (
    GUEST,
    NEED,
    needs_ahead,
    people_ahead,
    stored_arrivals,
    stored_guest,
    stored_needs,
    uploads_ahead,
)
from lip.kept import Ahead, Facts, Kind, nothing_erased, nothing_of
from lip.words import N_

YES = N_("ja")
NUMBER = N_("Nummer auf dem Namensschild")
LISTED = N_("Auf der Liste seit")
WALKED_IN = N_("Ohne Anmeldung gekommen")
CANCELLED = N_("Abgesagt am")
WAITING = N_("Auf der Warteliste seit")
KEPT_UNTIL = N_("Gespeichert bis")
CAME = N_("Gekommen am")
DESK = N_("Tisch")
WENT_OUT = N_("Hinausgegangen")
CAME_BACK = N_("Wiedergekommen")


def said(value: object) -> str:
    """Write a stored value for a person to read; days and times in ISO form."""
    if isinstance(value, bool):
        return YES if value else ""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return "" if value is None or value == 0 else str(value)


async def needs_of_person(participant: UUID) -> Facts:
    """Say which needs are stored."""
    row = await stored_needs(participant)
    if row is None:
        return ()
    told = {LABELS[column]: said(row[column.value]) for column in NEED}
    return [_full(told | {KEPT_UNTIL: said(row["delete_on"])})]


async def arrivals_of_person(participant: UUID) -> Facts:
    """Say when somebody came and went."""
    return [
        _full({
            CAME: said(row["at"]),
            DESK: row["desk"],
            WENT_OUT: said(row["left_at"] or row["out_since"]),
            CAME_BACK: said(row["returned_at"]),
        })
        for row in await stored_arrivals(participant)
    ]


async def guest_of_person(participant: UUID) -> Facts:
    """Say what stands on the guest list."""
    row = await stored_guest(participant)
    if row is None:
        return ()
    told = {LABELS[column]: said(row[column.value]) for column in GUEST}
    told |= {
        NUMBER: said(row["number"]),
        LISTED: said(row["created_at"]),
        WALKED_IN: said(row["walk_in"]),
        CANCELLED: said(row["cancelled_at"]),
        WAITING: said(row["waiting_since"]),
    }
    return [_full(told)]


async def _needs_ahead(conference: UUID) -> Sequence[Ahead]:
    return [Ahead(rows=n, until=day) for n, day in await needs_ahead(conference)]


async def _uploads_ahead(conference: UUID) -> Sequence[Ahead]:
    ends = [at + LISTS_KEPT for at in await uploads_ahead(conference)]
    return [Ahead(rows=1, until=end.date()) for end in ends]


async def _guests_ahead(conference: UUID) -> Sequence[Ahead]:
    everybody, _came = await people_ahead(conference)
    return [Ahead(rows=everybody, until=(await kept_of(conference)).guests)]


async def _attendance_ahead(conference: UUID) -> Sequence[Ahead]:
    _everybody, came = await people_ahead(conference)
    return [Ahead(rows=came, until=(await kept_of(conference)).attendance)]


def _full(told: dict[str, str]) -> dict[str, str]:
    return {label: value for label, value in told.items() if value}


KINDS: tuple[Kind, ...] = (
    Kind(
        name="needs",
        label=N_("Bedarfe (Dolmetschen, Kinderbetreuung, Barrierefreiheit, Essen)"),
        rule=N_(
            "Wenige Tage nach dem letzten Konferenztag. Die Tage legt das "
            "Organisationsteam fest, höchstens 365."
        ),
        count_due=count_needs,
        delete_due=delete_needs,
        of_person=needs_of_person,
        erase=erase_needs,
        ahead=_needs_ahead,
    ),
    Kind(
        name="uploads",
        label=N_("Hochgeladene Gästelisten, die noch nicht eingelesen sind"),
        rule=N_("Mit dem Einlesen, spätestens einen Tag nach dem Hochladen."),
        count_due=count_uploads,
        delete_due=delete_uploads,
        of_person=nothing_of,
        erase=nothing_erased,
        ahead=_uploads_ahead,
    ),
    Kind(
        name=ATTENDANCE,
        label=N_("Wer da war: Name und Zeiten am Einlass"),
        rule=N_(
            "Einige Monate nach dem letzten Konferenztag, so lange Bescheinigungen "
            "und Nachweise für Geldgeber sie brauchen."
        ),
        count_due=count_attendance,
        delete_due=delete_attendance,
        of_person=arrivals_of_person,
        erase=erase_arrivals,
        ahead=_attendance_ahead,
        prolongable=True,
    ),
    Kind(
        name=GUESTS,
        label=N_("Gästeliste und Tickets"),
        rule=N_(
            "Einige Monate nach dem letzten Konferenztag. Von denen, die da "
            "waren, bleiben dann nur Name, Organisation und Rolle."
        ),
        count_due=count_guests,
        delete_due=delete_guests,
        of_person=guest_of_person,
        erase=erase_guest,
        ahead=_guests_ahead,
        prolongable=True,
    ),
)
