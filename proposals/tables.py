"""Rows of proposals."""

from typing import Any

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
from piccolo.constraints import Unique
from piccolo.table import Table

from lip.accounts.tables import Person
from lip.conference.tables import Conference, Participant
from lip.fields.tables import FieldOfAction
from proposals.rules.following import Became
from proposals.rules.standing import Standing, Way
from proposals.rules.translating import ErrandState


class Collecting(Table, help_text="How proposals are collected at a conference."):
    """
    At most one row per conference; without one nobody hands anything in.

    `revision` counts what changed about the words of proposals or who may read them, so
    that what is kept in memory of them knows when it is out of date.

    Said: intro, house_rules. `sealed_token` opens the link without a name, if there
    is one. With `release_first` a proposal waits until somebody has read it.
    """

    conference = ForeignKey(
        Conference, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    opens_at = Timestamptz(null=True, default=None)
    closes_at = Timestamptz(null=True, default=None)
    most_each = Integer(default=10)
    release_first = Boolean(default=False)
    names_allowed = Boolean(default=True)
    photos_allowed = Boolean(default=True)
    comments_open = Boolean(default=False)
    sealed_token = Varchar(length=64, default="", secret=True)
    intro = Text(default="")
    house_rules = Text(default="")
    next_number = Integer(default=1)
    revision = Integer(default=0)
    changed_at = Timestamptz(default=None, null=False)


class Proposal(Table, help_text="Vorschlag: what a person hands in, in her own words."):
    """
    `number` is what people call it by at its conference.

    `merged_into` names the proposal that speaks for this one; author and support stay
    here. `participant` is never shown; `author_name` is, and is empty unless the author
    agreed. `account` is the same for staff, who hand in without a ticket. `place` is
    where a card was written ("Tisch 4"). Who is erased leaves the proposal without an
    author. `revision` is that of `Collecting` when it was last changed.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.restrict)
    number = Integer()
    participant = ForeignKey(
        Participant, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    account = ForeignKey(
        Person, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    way = Varchar(length=20, default=Way.TICKET, choices=Way)
    place = Varchar(length=120, default="")
    author_name = Varchar(length=200, default="")
    language = Varchar(length=35, default="")
    language_chosen = Boolean(default=False)
    title = Varchar(length=200, default="")
    text = Text(default="")
    standing = Varchar(length=20, default=Standing.SHOWN, choices=Standing)
    reason = Varchar(length=20, default="")
    reason_text = Text(default="")
    field = ForeignKey(
        FieldOfAction, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    merged_into: ForeignKey[Any] = ForeignKey(
        "self", null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    version = Integer(default=1)
    revision = Integer(default=0, index=True)
    request = UUID(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)
    changed_at = Timestamptz(default=None, null=False)

    one_proposal_per_number = Unique([conference, number])
    one_proposal_per_request = Unique([request])


class ProposalVersion(Table, help_text="Fassung: what a proposal said before."):
    """Written when the author changes it; the newest wording is in `Proposal`."""

    id = UUID(primary_key=True)
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    version = Integer()
    language = Varchar(length=35, default="")
    title = Varchar(length=200, default="")
    text = Text(default="")
    written_at = Timestamptz(default=None, null=False)

    one_row_per_version = Unique([proposal, version])


class ProposalVector(Table, help_text="A proposal's meaning, as numbers."):
    """512 little-endian numbers of two bytes; `model` says what made them."""

    proposal = ForeignKey(
        Proposal, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    model = Varchar(length=40, default="")
    meaning = Bytea()


class Support(
    Table, help_text="Unterstützung: one a person, whatever becomes of the proposal."
):
    """A person's support stays with a proposal wherever it is moved."""

    id = UUID(primary_key=True)
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    participant = ForeignKey(
        Participant, null=False, on_delete=OnDelete.cascade, index=True
    )
    given_at = Timestamptz(default=None, null=False)

    one_support_per_person = Unique([proposal, participant])


class ProposalPhoto(Table, help_text="Foto: what stood on the flipchart."):
    """Made anew from what was sent, without anything but the picture itself."""

    id = UUID(primary_key=True)
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade, index=True)
    content = Bytea()
    width = Integer()
    height = Integer()
    shows = Varchar(length=500, default="")
    added_at = Timestamptz(default=None, null=False)


class ProposalTranslation(Table, help_text="Übersetzung: beside the own words."):
    """
    Never instead of the original; `version` says which wording was translated.

    Machines' words are unchecked until somebody who knows both languages says so.
    """

    id = UUID(primary_key=True)
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    language = Varchar(length=35)
    title = Varchar(length=200, default="")
    text = Text(default="")
    version = Integer(default=1)
    by_machine = Boolean(default=False)
    checked = Boolean(default=False)
    participant = ForeignKey(
        Participant, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    made_at = Timestamptz(default=None, null=False)

    one_translation_per_language = Unique([proposal, language])


class TranslationErrand(Table, help_text="What the machine was asked to translate."):
    """
    One per wording and language, so that nothing is asked for twice.

    `trouble` is why there is no answer yet, or will be none; `due_at` is when it may
    be tried again.
    """

    id = UUID(primary_key=True)
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    language = Varchar(length=35)
    version = Integer(default=1)
    state = Varchar(length=20, default=ErrandState.WAITING, choices=ErrandState)
    trouble = Varchar(length=20, default="")
    tries = Integer(default=0)
    due_at = Timestamptz(default=None, null=False)
    asked_at = Timestamptz(null=True, default=None)

    one_errand_per_wording = Unique([proposal, language, version])


class Comment(Table, help_text="Kommentar: one level below a proposal."):
    """
    As with proposals `participant` is never shown, `author_name` by consent only.

    `person` is the account of whoever wrote as one of the staff.
    """

    id = UUID(primary_key=True)
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    number = Integer()
    participant = ForeignKey(
        Participant, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    person = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.set_null)
    author_name = Varchar(length=200, default="")
    language = Varchar(length=35, default="")
    text = Text(default="")
    standing = Varchar(length=20, default=Standing.SHOWN, choices=Standing)
    reason = Varchar(length=20, default="")
    reason_text = Text(default="")
    request = UUID(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)

    one_comment_per_number = Unique([proposal, number])
    one_comment_per_request = Unique([request])


class FollowUp(Table, help_text="Was daraus wurde: one step of a proposal's way."):
    """
    Written by people or by the plan; the newest that was not taken back speaks.

    Said: reason (without one nothing is "not followed"), title of the chapter or
    measure at `address`, why it was taken back ("" with the trace that told it).
    """

    id = UUID(primary_key=True)
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade, index=True)
    became = Varchar(length=20, choices=Became)
    reason = Text(default="")
    title = Text(default="")
    address = Varchar(length=300, default="")
    request = UUID(null=True, default=None)
    said_at = Timestamptz(default=None, null=False)
    taken_back_at = Timestamptz(null=True, default=None)
    taken_back_reason = Text(default="")

    one_follow_up_per_request = Unique([request])
