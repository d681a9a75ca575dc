"""Rows of what a conference says of itself, and of its programme."""

from piccolo.columns import (
    UUID,
    Boolean,
    Bytea,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from lip.conference.tables import Conference
from lip.programme.rules.session_kinds import SessionKind


class Series(Table, help_text="Reihe: conferences that belong together, by year."):
    """`title` is a `Said`, as are all texts here that have several languages."""

    id = UUID(primary_key=True)
    key = Varchar(length=60)
    title = Text(default="")
    created_at = Timestamptz(default=None, null=False)

    one_series_per_key = Unique([key])


class ConferencePage(Table, help_text="What a conference says of itself in public."):
    """
    At most one row per conference; without one the page says title, place and days.

    Said: title, subtitle, summary, text (Markdown), access, interpreting, funders.
    `languages` are tags parted by blanks. The organiser's address feeds the Impressum.
    """

    conference = ForeignKey(
        Conference, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    series = ForeignKey(Series, null=True, default=None, on_delete=OnDelete.set_null)
    title = Text(default="")
    subtitle = Text(default="")
    summary = Text(default="")
    text = Text(default="")
    access = Text(default="")
    interpreting = Text(default="")
    funders = Text(default="")
    address = Text(default="")
    map_url = Varchar(length=500, default="")
    languages = Varchar(length=200, default="")
    contact_name = Varchar(length=200, default="")
    contact_email = Varchar(length=254, default="")
    contact_phone = Varchar(length=60, default="")
    organiser_address = Text(default="")
    organiser_represented_by = Varchar(length=300, default="")
    changed_at = Timestamptz(default=None, null=False)


class Room(Table, help_text="Raum: where sessions take place."):
    """`way` (Said) tells how to get there; `seats` is empty where nobody counts."""

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.cascade)
    name = Varchar(length=120, default="")
    way = Text(default="")
    seats = Integer(null=True, default=None)
    position = Integer(default=0)

    one_room_per_name = Unique([conference, name])


class ProgrammeSession(
    Table, help_text="Programmpunkt: one thing that happens at a time."
):
    """
    Times are the planned ones; `late_minutes` and `ends_late_minutes` are how much
    later it really begins and ends: a shortened break ends less late than it begins.

    Said: title, text. `languages` and `interpreting` are tags parted by blanks.
    `seats` limits sign-up and may be less than the room holds. `version` counts what
    was changed since it was announced, for calendars that took it over.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(
        Conference, null=False, on_delete=OnDelete.cascade, index=True
    )
    kind = Varchar(length=20, default=SessionKind.TALK, choices=SessionKind)
    title = Text(default="")
    text = Text(default="")
    starts_at = Timestamptz(default=None, null=False)
    ends_at = Timestamptz(default=None, null=False)
    late_minutes = Integer(default=0)
    ends_late_minutes = Integer(default=0)
    room = ForeignKey(Room, null=True, default=None, on_delete=OnDelete.set_null)
    languages = Varchar(length=200, default="")
    interpreting = Varchar(length=200, default="")
    sign_up = Boolean(default=False)
    seats = Integer(null=True, default=None)
    called_off_at = Timestamptz(null=True, default=None)
    version = Integer(default=0)
    changed_at = Timestamptz(null=True, default=None)

    sessions_end_after_they_start = Check("ends_at > starts_at")


class Speaker(Table, help_text="Referierende: who speaks at a conference."):
    """`function` is a `Said`; `may_be_named` once she agreed to stand there by name."""

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.cascade)
    name = Varchar(length=200, default="")
    function = Text(default="")
    organisation = Varchar(length=300, default="")
    may_be_named = Boolean(default=False)
    position = Integer(default=0)


class AgendaShift(Table, help_text="Verschiebung: a part of a day moved, to undo."):
    """`moves` (JSON) says of each session how late it was before, and after."""

    id = UUID(primary_key=True)
    conference = ForeignKey(
        Conference, null=False, on_delete=OnDelete.cascade, index=True
    )
    session = ForeignKey(ProgrammeSession, null=False, on_delete=OnDelete.cascade)
    minutes = Integer()
    moves = Text(default="")
    at = Timestamptz(default=None, null=False)
    undone_at = Timestamptz(null=True, default=None)


class SessionSpeaker(Table, help_text="Who speaks in which session."):
    """Order within a session is that of the speakers."""

    id = UUID(primary_key=True)
    session = ForeignKey(ProgrammeSession, null=False, on_delete=OnDelete.cascade)
    speaker = ForeignKey(Speaker, null=False, on_delete=OnDelete.cascade)

    once_per_session = Unique([session, speaker])


class ConferenceFile(Table, help_text="Minutes and other documents of a conference."):
    """Public from `published_at` on; `title` is a `Said`."""

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.cascade)
    title = Text(default="")
    language = Varchar(length=35, default="")
    filename = Varchar(length=200, default="")
    media_type = Varchar(length=100, default="")
    content = Bytea()
    published_at = Timestamptz(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)
