"""Rows of registrations: forms, groups, parties, places, answers, invitations."""

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

from lip.conference.tables import Conference, Participant
from lip.programme.tables import ProgrammeSession
from lip.registration.rules.field_kinds import FieldKind, Reader
from lip.registration.rules.places import Standing


class RegistrationForm(Table, help_text="How people register for a conference."):
    """
    At most one row per conference; without one nobody can register by herself.

    Said: intro, notice (what Art. 13 GDPR wants people to know, Markdown), thanks,
    and subject and text of invitations. `remind` sends a letter the day before.
    """

    conference = ForeignKey(
        Conference, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    opens_at = Timestamptz(null=True, default=None)
    closes_at = Timestamptz(null=True, default=None)
    seats = Integer(null=True, default=None)
    waiting_list = Boolean(default=True)
    most_people = Integer(default=10)
    change_until = Timestamptz(null=True, default=None)
    intro = Text(default="")
    notice = Text(default="")
    thanks = Text(default="")
    invitation_subject = Text(default="")
    invitation_text = Text(default="")
    remind = Boolean(default=True)
    changed_at = Timestamptz(default=None, null=False)


class Group(
    Table,
    tablename="participant_group",
    help_text="Gruppe: people of one kind, with places of their own.",
):
    """Said: name, text. Groups by invitation only are not offered on the form."""

    id = UUID(primary_key=True)
    conference = ForeignKey(
        Conference, null=False, on_delete=OnDelete.cascade, index=True
    )
    name = Text(default="")
    text = Text(default="")
    seats = Integer(null=True, default=None)
    invited_only = Boolean(default=False)
    position = Integer(default=0)


class FormField(Table, help_text="One question of the registration form."):
    """
    `target` names the field of `Guest` that the answer fills, or is empty.

    Said: label, hint, purpose. `options` is a JSON list of [value, Said] pairs;
    `shown_if` is empty or a JSON pair [key of another field, [values]].
    `kept_days` counts from the last day of the conference; 0 keeps it as long as
    the participant.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(
        Conference, null=False, on_delete=OnDelete.cascade, index=True
    )
    key = Varchar(length=60, default="")
    kind = Varchar(length=20, default=FieldKind.LINE, choices=FieldKind)
    target = Varchar(length=40, default="")
    label = Text(default="")
    hint = Text(default="")
    options = Text(default="")
    shown_if = Text(default="")
    required = Boolean(default=False)
    sensitive = Boolean(default=False)
    purpose = Text(default="")
    seen_by = Varchar(length=20, default=Reader.ORGANISERS, choices=Reader)
    kept_days = Integer(default=0)
    position = Integer(default=0)

    one_field_per_key = Unique([conference, key])


class Party(Table, help_text="Anmeldung: people who were registered in one go."):
    """`request` is the key of the sent form: sent twice, it makes one party."""

    id = UUID(primary_key=True)
    conference = ForeignKey(
        Conference, null=False, on_delete=OnDelete.cascade, index=True
    )
    request = UUID(null=True, default=None)
    email = Varchar(length=254, default="")
    language = Varchar(length=35, default="")
    created_at = Timestamptz(default=None, null=False)

    one_party_per_request = Unique([request])


class Place(Table, help_text="Platz: where a participant stands with her place."):
    """
    Who waits moves up in the order of `queued_at` and the badge number.

    Whether she waits or has given up stands with the participant, and only there.
    `letter_due` names the letter that is still to be written to her.
    """

    participant = ForeignKey(
        Participant, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    party = ForeignKey(Party, null=False, on_delete=OnDelete.cascade, index=True)
    in_group = ForeignKey(Group, null=True, default=None, on_delete=OnDelete.restrict)
    queued_at = Timestamptz(default=None, null=False)
    moved_up_at = Timestamptz(null=True, default=None)
    letter_due = Varchar(length=20, default="", index=True)


class SignUp(Table, help_text="A participant's place in a session."):
    """Who gives it up has no row any more; who moved up may have a letter due."""

    id = UUID(primary_key=True)
    session = ForeignKey(ProgrammeSession, null=False, on_delete=OnDelete.cascade)
    participant = ForeignKey(
        Participant, null=False, on_delete=OnDelete.cascade, index=True
    )
    standing = Varchar(length=20, default=Standing.HELD, choices=Standing)
    queued_at = Timestamptz(default=None, null=False)
    letter_due = Boolean(default=False, index=True)

    one_place_per_session = Unique([session, participant])


class Answer(Table, help_text="What a participant answered to an own question."):
    """Several choices are parted by line feeds; `delete_on` is set when stored."""

    id = UUID(primary_key=True)
    participant = ForeignKey(Participant, null=False, on_delete=OnDelete.cascade)
    field = ForeignKey(FormField, null=False, on_delete=OnDelete.cascade)
    value = Text(default="")
    delete_on = Date(null=True, default=None, index=True)

    one_answer_per_field = Unique([participant, field])


class Consent(Table, help_text="Einwilligung: what somebody agreed to, in its words."):
    """`wording` is the sentence as it was shown, in the language it was shown in."""

    id = UUID(primary_key=True)
    participant = ForeignKey(
        Participant, null=False, on_delete=OnDelete.cascade, index=True
    )
    purpose = Varchar(length=60, default="")
    wording = Text(default="")
    language = Varchar(length=35, default="")
    given_at = Timestamptz(default=None, null=False)
    withdrawn_at = Timestamptz(null=True, default=None)

    nobody_withdraws_before_giving = Check(
        "withdrawn_at IS NULL OR withdrawn_at >= given_at"
    )


class Invitation(Table, help_text="Einladung: a personal link that registers."):
    """
    The token is kept as keyed hash only.

    Answered, withdrawn and expired invitations keep neither name nor address.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(
        Conference, null=False, on_delete=OnDelete.cascade, index=True
    )
    in_group = ForeignKey(Group, null=True, default=None, on_delete=OnDelete.cascade)
    name = Varchar(length=200, default="")
    email = Varchar(length=254, default="")
    language = Varchar(length=35, default="")
    sealed_token = Varchar(length=64, secret=True)
    made_at = Timestamptz(default=None, null=False)
    sent_at = Timestamptz(null=True, default=None)
    reminded_at = Timestamptz(null=True, default=None)
    answered_at = Timestamptz(null=True, default=None)
    declined_at = Timestamptz(null=True, default=None)
    withdrawn_at = Timestamptz(null=True, default=None)
    participant = ForeignKey(
        Participant, null=True, default=None, on_delete=OnDelete.set_null
    )
    delete_on = Date(default=None, null=False, index=True)

    one_invitation_per_token = Unique([sealed_token])


class StatisticQuestion(Table, help_text="A question asked apart from the person."):
    """
    Asked anonymously; the answers are counted and nothing else is kept.

    `text` is a `Said`, `options` a JSON list of [value, Said] pairs.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(
        Conference, null=False, on_delete=OnDelete.cascade, index=True
    )
    text = Text(default="")
    options = Text(default="")
    position = Integer(default=0)


class StatisticCount(Table, help_text="How many chose one option; no person, no time."):
    """One row per option, made with the question, so that no row tells an order."""

    id = UUID(primary_key=True)
    question = ForeignKey(StatisticQuestion, null=False, on_delete=OnDelete.cascade)
    option = Varchar(length=60, default="")
    number = Integer(default=0)

    one_count_per_option = Unique([question, option])
