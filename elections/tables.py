"""
Rows of elections.

Who may vote and who has a credential stands in `RollEntry`; what was voted stands in
`SealedBallot`, readable with the key in `PollKeys` alone. No column leads from one to
the other, and no time is kept beside either (ADR 0020).
"""

from typing import Any

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
from piccolo.constraints import Unique
from piccolo.table import Table

from elections.rules.record import Board, Kind
from elections.rules.stages import (
    About,
    Channel,
    Entitled,
    PollStage,
    PollStep,
    RoundKind,
    Standing,
    TieRule,
)
from lip.conference.tables import Conference, Participant


class Election(Table, help_text="Wahl: a hall fills seats by ballot, in one round."):
    """
    One round with its rule; `earlier` is the round that it follows.

    Said: title, purpose, term. `method` is a name of `rules.counting.methods`;
    `votes_each`, `votes_per_candidate`, `own_limit`, `highest_score`, `completion`
    and `quotas` are those of `rules.terms`, where quotas are a JSON list of
    {"attribute", "value", "min", "max"}. `standing_rules` is a JSON list of codes of
    `rules.eligibility`. `voters_group` is the id of a group
    of participants. `ties` says what comes first where several are level for a seat.
    `advance` says how many of the best go on to a second round; 0: there is none.

    `public_keys` is a JSON object of moduli (hex) by association, or with one entry
    under the empty name. `roll_digest`, `roll_size`, `public_keys` and `signer` are
    written when the polls open; `root` when the last paper is in; `bundle` (the
    public record) when the result is final; and never again.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.restrict)
    number = Integer()
    earlier: ForeignKey[Any] = ForeignKey(
        "self", null=True, default=None, on_delete=OnDelete.restrict
    )
    round_kind = Varchar(length=20, default=RoundKind.ONLY, choices=RoundKind)
    advance = Integer(default=0)
    title = Text(default="")
    purpose = Text(default="")
    term = Text(default="")
    seats = Integer(default=1)
    deputies = Integer(default=0)
    method = Varchar(length=20, default="block")
    votes_each = Integer(default=1)
    votes_per_candidate = Integer(null=True, default=None)
    own_limit = Integer(null=True, default=None)
    highest_score = Integer(null=True, default=None)
    completion = Varchar(length=20, default="")
    ties = Varchar(length=20, default=TieRule.LOT, choices=TieRule)
    quotas = Text(default="[]")
    standing_rules = Text(default="[]")
    board = Varchar(length=20, default=Board.FULL, choices=Board)
    entitled = Varchar(length=20, default=Entitled.PRESENT, choices=Entitled)
    voters_group = UUID(null=True, default=None)
    called_on = Date(null=True, default=None)
    nominations_until = Timestamptz(null=True, default=None)
    admission_on = Date(null=True, default=None)
    polls_on = Date(null=True, default=None)
    objections_until = Date(null=True, default=None)
    speaking_seconds = Integer(default=120)
    place = Text(default="")
    members = Text(default="")
    witnesses = Text(default="")
    stage = Varchar(length=20, default=PollStage.PREPARED, choices=PollStage)
    opened_at = Timestamptz(null=True, default=None)
    closed_at = Timestamptz(null=True, default=None)
    roll_digest = Varchar(length=64, default="")
    roll_size = Integer(default=0)
    public_keys = Text(default="{}")
    signer = Varchar(length=64, default="")
    root = Varchar(length=64, default="")
    bundle = Text(default="")
    traceless = Boolean(default=False)
    request = UUID(null=True, default=None)
    changed_at = Timestamptz(default=None, null=False)

    one_election_per_number = Unique([conference, number])
    one_election_per_request = Unique([request])


class Association(Table, help_text="Verein: an association that sends delegates."):
    """
    On the list that the city keeps for a conference.

    `likeness` is the name without case, signs and legal form: no association stands
    there twice. `umbrella` marks those that belong to an umbrella association (or are
    one): where the rule says so they vote and do not stand. `added_by` is the ruling
    by which a missing one was added.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.cascade)
    name = Varchar(length=200, default="")
    likeness = Varchar(length=200, default="")
    register_number = Varchar(length=60, default="")
    seat = Varchar(length=120, default="")
    umbrella = Boolean(default=False)
    delegates = Integer(default=1)
    added_by = UUID(null=True, default=None)

    one_association_per_likeness = Unique([conference, likeness])


class Delegate(Table, help_text="Delegierte: who votes for an association."):
    """A person with a ticket; nobody is a delegate twice in one conference."""

    id = UUID(primary_key=True)
    association = ForeignKey(Association, null=False, on_delete=OnDelete.cascade)
    participant = ForeignKey(Participant, null=False, on_delete=OnDelete.cascade)

    one_delegate_per_participant = Unique([participant])


class Slate(Table, help_text="Liste: candidates who stand together."):
    """Named on ballots `l1`, `l2` and so on."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    number = Integer()
    name = Varchar(length=200, default="")

    one_slate_per_number = Unique([election, number])


class Nomination(Table, help_text="Kandidatur: who stands in an election."):
    """
    Said: statement. `place` is drawn by lot when the polls open; 0 before.

    `participant` is who stands, if she has a ticket; `consent_seal` is the keyed hash
    of the link by which somebody nominated by others consents. `attributes` (JSON,
    value by name) are self-declared and used for quotas; `declared` is a JSON list
    of codes of `rules.eligibility` that the person has confirmed. `photo` is PNG or
    JPEG without any metadata. `accepted` is empty until an elected person has said
    yes or no.
    """

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    number = Integer()
    place = Integer(default=0)
    standing = Varchar(length=20, default=Standing.ADMITTED, choices=Standing)
    reason = Text(default="")
    participant = ForeignKey(
        Participant, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    by_oneself = Boolean(default=False)
    consent_seal = Varchar(length=64, null=True, default=None, secret=True)
    name = Varchar(length=200, default="")
    association = Varchar(length=200, default="")
    statement = Text(default="")
    attributes = Text(default="{}")
    declared = Text(default="[]")
    photo = Bytea(null=True, default=None)
    photo_kind = Varchar(length=20, default="")
    slate = ForeignKey(Slate, null=True, default=None, on_delete=OnDelete.set_null)
    accepted = Boolean(null=True, default=None)
    request = UUID(null=True, default=None)

    one_nomination_per_number = Unique([election, number])
    one_nomination_per_request = Unique([request])
    one_nomination_per_consent = Unique([consent_seal])


class RollEntry(Table, help_text="Eintrag im Wählerverzeichnis: one person, one vote."):
    """
    `blinded` is the hash of what her browser had signed; empty: no credential yet.

    It says that she has a credential, and fits every ballot equally well. `name` is
    only for those on an imported roll, who have no ticket; `association` names the
    one for which she votes. `pass_seal` is the keyed hash of a voting pass, by which
    who has no ticket or no phone votes; passes are derived from the id and
    `pass_issue` (ADR 0012).
    """

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    participant = ForeignKey(
        Participant, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    name = Varchar(length=200, default="")
    association = Varchar(length=200, default="")
    channel = Varchar(length=20, default=Channel.NONE, choices=Channel)
    blinded = Varchar(length=64, default="")
    pass_seal = Varchar(length=64, null=True, default=None, secret=True)
    pass_issue = Integer(default=0)

    one_roll_entry_per_person = Unique([election, participant])
    one_roll_entry_per_pass = Unique([pass_seal])


class Ruling(Table, help_text="Entscheidung: what the election board has decided."):
    """Stands in the minutes; `subject` is an entry, a nomination, an association."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    number = Integer()
    about = Varchar(length=20, default=About.OTHER, choices=About)
    subject = UUID(null=True, default=None)
    question = Text(default="")
    decision = Text(default="")
    decided_at = Timestamptz(default=None, null=False)
    officer = UUID(null=True, default=None)
    request = UUID(null=True, default=None)

    one_ruling_per_number = Unique([election, number])
    one_ruling_per_request = Unique([request])


class SealedBallot(Table, help_text="Versiegelter Stimmzettel in der Urne."):
    """Both columns look like chance to whoever has not the urn's key."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    handle = Varchar(length=64)
    content = Bytea()

    one_sealed_ballot_per_handle = Unique([election, handle])


class AnnulledCredential(Table, help_text="A credential that no ballot may carry."):
    """Its serial (hex) is published: it never voted, so it tells nothing."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    serial = Varchar(length=64)

    one_annulment_per_serial = Unique([election, serial])


class PollKeys(
    Table, help_text="The keys of open polls, sealed; gone when they close."
):
    """`sealed` holds primes and urn key under the operator's secret."""

    election = ForeignKey(
        Election, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    sealed = Bytea(secret=True)


class SigningKey(
    Table, help_text="The key that signs the result, sealed; gone when it is final."
):
    """`sealed` holds an Ed25519 key under the operator's secret."""

    election = ForeignKey(
        Election, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    sealed = Bytea(secret=True)


class RecordPart(Table, help_text="One entry of the public record, as it comes about."):
    """`content` is JSON; the digests of the chain are computed from all of them."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    place = Integer()
    kind = Varchar(length=20, choices=Kind)
    content = Text(default="{}")

    one_record_part_per_place = Unique([election, place])


class PaperBatch(Table, help_text="Stapel: paper ballots that are keyed together."):
    """`sheets` is how many papers lie in it; `settled` when two keyings agree."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    number = Integer()
    sheets = Integer(default=0)
    settled = Boolean(default=False)

    one_batch_per_number = Unique([election, number])


class PaperKeying(Table, help_text="Eingabe: one officer's keying of a batch."):
    """
    What one officer keyed, by content and how often: no order of papers is kept.

    `counts` is a JSON list of [marks, times], sorted; `turn` is 1, 2 or 3. Rows of a
    batch go when it is settled, but for one that stands without its officer.
    """

    id = UUID(primary_key=True)
    batch = ForeignKey(PaperBatch, null=False, on_delete=OnDelete.cascade)
    turn = Integer(default=1)
    officer = UUID(null=True, default=None)
    counts = Text(default="[]")
    done = Boolean(default=False)

    one_keying_per_turn = Unique([batch, turn])


class OfficerConsent(
    Table, help_text="Zustimmung: an officer agrees to a step that needs two."
):
    """
    A step is taken when a second officer agrees to the same `subject`.

    `subject` is empty where the step says it all, and else what is agreed to: the
    digits of a lot, a serial that is annulled.
    """

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    step = Varchar(length=20, choices=PollStep)
    subject = Varchar(length=200, default="")
    officer = UUID()

    one_consent_per_officer_and_step = Unique([election, step, subject, officer])
