"""What is elected, in one round, and what the board has decided about it."""

from typing import Any

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
from piccolo.constraints import Unique
from piccolo.table import Table

from elections.rules.record import Board
from elections.rules.stages import (
    About,
    Entitled,
    PollStage,
    PollStep,
    RoundKind,
    TieRule,
)
from lip.conference.tables import Conference


class Election(Table, help_text="Wahl: a hall fills seats by ballot, in one round."):
    """
    One round with its rule; `earlier` is the round that it follows.

    Said: title, purpose, term. `method` is a name of `rules.counting.methods`;
    `votes_each`, `votes_per_candidate`, `own_limit`, `highest_score`, `completion`
    and `quotas` are those of `rules.terms`, where quotas are a JSON list of
    {"attribute", "value", "min", "max"}. `standing_rules` is a JSON list of codes of
    `rules.eligibility`. `voters_group` is the id of a group of participants;
    `delegates` is how many each association may send, unless the list of associations
    says otherwise. `ties` says what comes first where several are level for a seat.
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
    delegates = Integer(default=1)
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
