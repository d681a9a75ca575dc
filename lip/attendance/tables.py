"""Rows of attendance: visits, certificates, feedback, and what is set."""

from piccolo.columns import (
    UUID,
    Boolean,
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

from lip.attendance.rules.feedback import QuestionKind
from lip.conference.tables import Conference, Participant
from lip.programme.tables import ProgrammeSession


class RoomVisit(Table, help_text="Raumbesuch: one stretch in a session's room."):
    """
    `inside` is the participant while she is in there and empty afterwards.

    Being unique, it lets nobody be in two rooms at once.
    """

    id = UUID(primary_key=True)
    session = ForeignKey(
        ProgrammeSession, null=False, on_delete=OnDelete.cascade, index=True
    )
    participant = ForeignKey(
        Participant, null=False, on_delete=OnDelete.cascade, index=True
    )
    inside = UUID(null=True, default=None)
    came_at = Timestamptz(default=None, null=False)
    left_at = Timestamptz(null=True, default=None)
    desk = Varchar(length=120, default="")

    one_room_at_a_time = Unique([inside])
    nobody_leaves_a_room_before_coming = Check("left_at IS NULL OR left_at >= came_at")


class AttendanceTerms(Table, help_text="What holds after a conference."):
    """
    At most one row per conference; without one the usual terms hold.

    Said: text (what a certificate says of the conference), feedback_intro.
    """

    conference = ForeignKey(
        Conference, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    least_minutes = Integer(default=60)
    certificates_from = Timestamptz(null=True, default=None)
    certificates_kept_months = Integer(default=24)
    text = Text(default="")
    signed_by = Varchar(length=200, default="")
    figures_published_at = Timestamptz(null=True, default=None)
    feedback_opens_at = Timestamptz(null=True, default=None)
    feedback_closes_at = Timestamptz(null=True, default=None)
    feedback_intro = Text(default="")
    changed_at = Timestamptz(default=None, null=False)


class Certificate(Table, help_text="Teilnahmebescheinigung: issued, and frozen."):
    """
    `facts` (JSON) is what is printed; the code is derived and kept as a hash only.

    Outlives the guest list, so that it can still be checked; on wish it is erased.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.cascade)
    participant = ForeignKey(
        Participant, null=True, default=None, on_delete=OnDelete.set_null
    )
    number = Integer()
    by_hand = Boolean(default=False)
    sealed_code = Varchar(length=64, secret=True)
    minutes = Integer(default=0)
    facts = Text(default="{}")
    issued_at = Timestamptz(default=None, null=False)
    delete_on = Date(default=None, null=False, index=True)

    one_certificate_per_code = Unique([sealed_code])
    one_certificate_per_number = Unique([conference, number])
    one_certificate_per_person_and_kind = Unique([participant, by_hand])


class FeedbackQuestion(Table, help_text="Frage der Rückmeldung."):
    """`label` is a `Said`; `options` is a JSON list of [value, Said] pairs."""

    id = UUID(primary_key=True)
    conference = ForeignKey(
        Conference, null=False, on_delete=OnDelete.cascade, index=True
    )
    kind = Varchar(length=20, default=QuestionKind.SCALE, choices=QuestionKind)
    label = Text(default="")
    options = Text(default="[]")
    position = Integer(default=0)


class FeedbackSheet(Table, help_text="Rückmeldebogen: that one was handed in."):
    """The id is a random one of the form; no time finer than the day, no person."""

    id = UUID(primary_key=True)
    conference = ForeignKey(
        Conference, null=False, on_delete=OnDelete.cascade, index=True
    )
    day = Date(default=None, null=False)


class FeedbackAnswer(Table, help_text="Antwort einer Rückmeldung."):
    """Belongs to a question and to no sheet, so that no sheet can be put together."""

    id = UUID(primary_key=True)
    question = ForeignKey(
        FeedbackQuestion, null=False, on_delete=OnDelete.cascade, index=True
    )
    value = Text(default="")
    language = Varchar(length=35, default="")
