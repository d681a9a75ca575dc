"""
Rows of elections.

Who may vote and who has a credential stands in `RollEntry`; what was voted stands in
`SealedBallot`, readable with the key in `PollKeys` alone. No column leads from one to
the other, and no time is kept beside either (ADR 0020).
"""

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

from elections.rules.record import Board
from elections.rules.stages import Entitled, PollStage, PollStep
from lip.conference.tables import Conference, Participant


class Election(Table, help_text="Wahl: a hall fills seats by ballot."):
    """
    Said: title, purpose. `method` and `votes_each` are those of `rules.terms`.

    `roll_digest` and `roll_size` are written when the roll is frozen; `bundle` (the
    public record) and `root` when the polls close, and never again.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.restrict)
    number = Integer()
    title = Text(default="")
    purpose = Text(default="")
    seats = Integer(default=1)
    method = Varchar(length=20, default="block")
    votes_each = Integer(default=1)
    board = Varchar(length=20, default=Board.FULL, choices=Board)
    entitled = Varchar(length=20, default=Entitled.PRESENT, choices=Entitled)
    stage = Varchar(length=20, default=PollStage.PREPARED, choices=PollStage)
    roll_digest = Varchar(length=64, default="")
    roll_size = Integer(default=0)
    modulus = Text(default="")
    signer = Varchar(length=64, default="")
    root = Varchar(length=64, default="")
    bundle = Text(default="")
    traceless = Boolean(default=False)
    request = UUID(null=True, default=None)
    changed_at = Timestamptz(default=None, null=False)

    one_election_per_number = Unique([conference, number])
    one_election_per_request = Unique([request])


class Nomination(Table, help_text="Kandidatur: who stands in an election."):
    """Said: statement. `place` is drawn by lot when the polls open; 0 before."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    number = Integer()
    place = Integer(default=0)
    name = Varchar(length=200, default="")
    association = Varchar(length=200, default="")
    statement = Text(default="")
    withdrawn = Boolean(default=False)
    request = UUID(null=True, default=None)

    one_nomination_per_number = Unique([election, number])
    one_nomination_per_request = Unique([request])


class RollEntry(Table, help_text="Eintrag im Wählerverzeichnis: one person, one vote."):
    """
    `blinded` is the hash of what her browser had signed; empty: no credential yet.

    It says that she has a credential, and fits every ballot equally well.
    """

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    participant = ForeignKey(
        Participant, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    blinded = Varchar(length=64, default="")

    one_roll_entry_per_person = Unique([election, participant])


class SealedBallot(Table, help_text="Versiegelter Stimmzettel in der Urne."):
    """Both columns look like chance to whoever has not the urn's key."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    handle = Varchar(length=64)
    content = Bytea()

    one_sealed_ballot_per_handle = Unique([election, handle])


class PollKeys(
    Table, help_text="The keys of open polls, sealed; gone when they close."
):
    """`sealed` holds primes, urn key and signing key under the operator's secret."""

    election = ForeignKey(
        Election, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    sealed = Bytea(secret=True)


class OfficerConsent(
    Table, help_text="Zustimmung: an officer agrees to a step that needs two."
):
    """A step is taken when a second officer agrees."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    step = Varchar(length=20, choices=PollStep)
    officer = UUID()

    one_consent_per_officer_and_step = Unique([election, step, officer])
