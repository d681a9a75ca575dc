"""Rows of conferences and their guests."""

from piccolo.columns import (
    UUID,
    Boolean,
    Bytea,
    Date,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from lip.conference.rules.stages import Stage


class Conference(Table, help_text="Konferenz: one event with doors."):
    """
    `key` names it in addresses and grants, and never changes.

    `badge_format` is the one printed last, so that a desk prints the same again;
    `kiosk_numbers` lets a tablet say the number under which a badge is picked up.
    What is kept counts from the last day: needs in days, the guest list in months,
    and names with arrivals, for certificates and funders, in months as well.
    """

    id = UUID(primary_key=True)
    key = Varchar(length=60)
    title = Varchar(length=200)
    place = Varchar(length=200, default="")
    organiser = Varchar(length=200, default="")
    language = Varchar(length=35, default="de")
    zone = Varchar(length=60, default="Europe/Berlin")
    hand_out = Text(default="")
    next_number = Integer(default=1)
    needs_kept_days = Integer(default=14)
    guests_kept_months = Integer(default=6)
    attendance_kept_months = Integer(default=12)
    badge_format = Varchar(length=40, default="")
    kiosk_numbers = Boolean(default=False)
    stage = Varchar(length=20, default=Stage.ANNOUNCED, choices=Stage)
    created_at = Timestamptz(default=None, null=False)

    one_conference_per_key = Unique([key])


class ConferenceDay(Table, help_text="A day of a conference: when the doors are open."):
    """`day` is the date where the conference is."""

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.cascade)
    day = Date(default=None, null=False)
    opens_at = Timestamptz(default=None, null=False)
    closes_at = Timestamptz(default=None, null=False)

    one_row_per_conference_day = Unique([conference, day])
    doors_close_after_they_open = Check("closes_at > opens_at")


class Participant(
    Table, help_text="Teilnehmende: a person registered for one conference."
):
    """
    A guest; every field but the number may be empty.

    `waiting_since` is set while the person is on the waiting list: she has a ticket
    to look at, and no place yet.

    The ticket's code is not here: it is derived from the id and `ticket_issue`
    under the operator's secret (ADR 0012), and found by its keyed hash.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.restrict)
    number = Integer()
    external_id = Varchar(length=100, default="")
    full_name = Varchar(length=200, default="")
    given_name = Varchar(length=200, default="")
    family_name = Varchar(length=200, default="")
    badge_name = Varchar(length=200, default="")
    organisation = Varchar(length=300, default="")
    role = Varchar(length=200, default="")
    email = Varchar(length=254, default="")
    phone = Varchar(length=60, default="")
    language = Varchar(length=35, default="")
    spoken_languages = Varchar(length=200, default="")
    workshop = Varchar(length=200, default="")
    may_vote = Boolean(default=False)
    only_on = Date(null=True, default=None)
    note = Text(default="")
    walk_in = Boolean(default=False)
    cancelled_at = Timestamptz(null=True, default=None)
    waiting_since = Timestamptz(null=True, default=None)
    ticket_issue = Integer(default=1)
    sealed_code = Varchar(length=64, secret=True)
    source_key = UUID(null=True, default=None)
    search_key = Text(default="")
    sort_key = Text(default="")
    badge_printed_at = Timestamptz(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)

    one_participant_per_code = Unique([sealed_code])
    one_participant_per_number = Unique([conference, number])
    one_participant_per_source = Unique([conference, source_key])


class Need(Table, help_text="Sensitive needs, stored apart and deleted early."):
    """At most one row per participant; a nightly job deletes it after `delete_on`."""

    participant = ForeignKey(
        Participant, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    interpreting = Varchar(length=200, default="")
    childcare = Integer(default=0)
    access = Text(default="")
    diet = Text(default="")
    delete_on = Date(default=None, null=False, index=True)


class CheckIn(Table, help_text="Einlass: one arrival, at most one per person and day."):
    """`out_since` is set while the person is outside for a while."""

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.restrict)
    participant = ForeignKey(Participant, null=False, on_delete=OnDelete.cascade)
    day = Date(default=None, null=False)
    at = Timestamptz(default=None, null=False)
    desk = Varchar(length=120, default="")
    out_since = Timestamptz(null=True, default=None)
    request = UUID(null=True, default=None)

    one_check_in_per_participant_and_day = Unique([participant, day])


class Absence(Table, help_text="One stretch that a person spent outside."):
    """Written when the person comes back, for hours of attendance."""

    id = UUID(primary_key=True)
    check_in = ForeignKey(CheckIn, null=False, on_delete=OnDelete.cascade)
    left_at = Timestamptz(default=None, null=False)
    returned_at = Timestamptz(default=None, null=False)

    nobody_returns_before_leaving = Check("returned_at >= left_at")


class DoorConflict(
    Table, help_text="Zu klären: what a scan made without network has left to settle."
):
    """Its id is made from the key of the scan, so repeating that adds nothing."""

    id = UUID(primary_key=True)
    conference = ForeignKey(
        Conference, null=False, on_delete=OnDelete.cascade, index=True
    )
    participant = ForeignKey(
        Participant, null=True, default=None, on_delete=OnDelete.cascade, index=True
    )
    kind = Varchar(length=20)
    day = Date(null=True, default=None)
    at = Timestamptz(default=None, null=False)
    desk = Varchar(length=120, default="")
    noted_at = Timestamptz(default=None, null=False)
    settled_at = Timestamptz(null=True, default=None)


class UploadedList(Table, help_text="A guest list between upload and import."):
    """Personal data: deleted with the import, and after a day in any case."""

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.cascade)
    filename = Varchar(length=200, default="")
    content = Bytea()
    mapping = Text(default="")
    sheet = Varchar(length=200, default="")
    uploaded_at = Timestamptz(default=None, null=False)


class Prolonging(
    Table, help_text="Verlängerung: one kind of data is kept longer, for a reason."
):
    """Over when ended or when `until` has passed; `reason` names nobody."""

    id = UUID(primary_key=True)
    conference = ForeignKey(
        Conference, null=False, on_delete=OnDelete.cascade, index=True
    )
    kind = Varchar(length=60)
    until = Date(default=None, null=False)
    reason = Text(default="")
    made_at = Timestamptz(default=None, null=False)
    ended_at = Timestamptz(null=True, default=None)


class Remains(Table, help_text="What stays of a guest list: numbers, and nobody."):
    """Counted when the first rows of the guest list are deleted, and never again."""

    conference = ForeignKey(
        Conference, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    registered = Integer(default=0)
    cancelled = Integer(default=0)
    walk_ins = Integer(default=0)
    came = Integer(default=0)
    organisations = Integer(default=0)
    counted_at = Timestamptz(default=None, null=False)
