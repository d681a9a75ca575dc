"""
Rows of voting.

While a round is open, what somebody gave stands in `Vote` under a keyed hash, so that
she can change it. When the round closes the votes become `TallyLine`, the key and the
votes are deleted, and nobody can join the two lists any more.
"""

from piccolo.columns import (
    UUID,
    BigInt,
    Boolean,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table

from lip.conference.tables import Conference, Participant
from lip.registration.tables import Group
from proposals.board.tables import Cluster
from proposals.tables import Proposal
from proposals.voting.rules.channels import Channel, CodeState
from proposals.voting.rules.points import Method
from proposals.voting.rules.rounds import Completion, Stage, Subject, Voters


class VotingRound(Table, help_text="Abstimmung: people rank proposals or clusters."):
    """
    Said: title, intro. `most`, `each` and `budget` are those of `points.Terms`;
    `budget` and costs are whole euros.

    `closes_at` is when it closes by itself. `frame` (JSON, written when it opens) says
    what each option costs, by position: nothing else may be marked. `sealed_key` makes
    the hashes of voters, under the operator's secret, and is empty once nobody votes
    any more; `traceless` says that the files hold nothing of the votes since;
    `slips_forgotten` counts codes handed to people who were erased since. `result`
    (JSON) and `digest` are written when it closes and never again.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.cascade)
    number = Integer()
    title = Text(default="")
    intro = Text(default="")
    subject = Varchar(length=20, default=Subject.PROPOSALS, choices=Subject)
    method = Varchar(length=20, default=Method.APPROVE, choices=Method)
    most = Integer(default=1)
    each = Integer(default=1)
    budget = BigInt(default=0)
    completion = Varchar(length=20, default=Completion.MOST_VOTES, choices=Completion)
    voters = Varchar(length=20, default=Voters.TICKET, choices=Voters)
    group = ForeignKey(Group, null=True, default=None, on_delete=OnDelete.restrict)
    by_phone = Boolean(default=True)
    by_tablet = Boolean(default=False)
    by_code = Boolean(default=False)
    by_paper = Boolean(default=False)
    results_live = Boolean(default=False)
    stage = Varchar(length=20, default=Stage.DRAFT, choices=Stage)
    opened_at = Timestamptz(null=True, default=None)
    closes_at = Timestamptz(null=True, default=None)
    closed_at = Timestamptz(null=True, default=None)
    frame = Text(default="")
    sealed_key = Varchar(length=64, default="", secret=True)
    traceless = Boolean(default=False)
    slips_forgotten = Integer(default=0)
    result = Text(default="")
    digest = Varchar(length=64, default="")
    changed_at = Timestamptz(default=None, null=False)

    one_round_per_number = Unique([conference, number])


class RoundOption(Table, help_text="What may be chosen in a voting round."):
    """
    A proposal or a cluster, with what it was called when the round opened.

    Said: title, field (its name). Whatever becomes of the proposal later, the round
    keeps its words.
    """

    id = UUID(primary_key=True)
    in_round = ForeignKey(VotingRound, null=False, on_delete=OnDelete.cascade)
    proposal = ForeignKey(
        Proposal, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    cluster = ForeignKey(
        Cluster, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    position = Integer()
    called = Integer(default=0)
    title = Text(default="")
    text = Text(default="")
    language = Varchar(length=35, default="")
    field = Text(default="")
    cost = BigInt(default=0)

    one_option_per_position = Unique([in_round, position])


class PutToVote(Table, help_text="Zur Abstimmung gestellt: what an option speaks for."):
    """
    A proposal that an option spoke for when its round opened.

    The proposal itself and those merged into it, or all that lay in a cluster.
    Wherever cards go later, what was voted on stays so.
    """

    id = UUID(primary_key=True)
    option = ForeignKey(RoundOption, null=False, on_delete=OnDelete.cascade)
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade, index=True)

    one_proposal_per_option = Unique([option, proposal])


class Receipt(Table, help_text="Beleg: that somebody took part, not what she gave."):
    """One a person and round, whatever the channel; it knows no time."""

    id = UUID(primary_key=True)
    in_round = ForeignKey(VotingRound, null=False, on_delete=OnDelete.cascade)
    participant = ForeignKey(
        Participant, null=False, on_delete=OnDelete.cascade, index=True
    )
    channel = Varchar(length=20, default=Channel.PHONE, choices=Channel)

    one_receipt_per_person = Unique([in_round, participant])


class Vote(Table, help_text="Stimme: what was given in an open round."):
    """
    `voter` is a keyed hash of a participant or a code; `marks` is a JSON object, from
    the position of an option to what it was given. Each change gives a new `id`, so
    that a page of before cannot change it again. Gone when the round closes.
    """

    id = UUID(primary_key=True)
    in_round = ForeignKey(VotingRound, null=False, on_delete=OnDelete.cascade)
    voter = Varchar(length=64)
    marks = Text(default="")

    one_vote_per_voter = Unique([in_round, voter])


class TallyLine(Table, help_text="Stimmzeile: so many people gave exactly this."):
    """Written when a round closes, in the order of its content: it tells nobody's."""

    id = UUID(primary_key=True)
    in_round = ForeignKey(VotingRound, null=False, on_delete=OnDelete.cascade)
    position = Integer()
    marks = Text(default="")
    people = Integer()

    one_line_per_position = Unique([in_round, position])


class VoteCode(Table, help_text="Stimmcode: a printed code that votes once."):
    """Only its keyed hash is stored; a package is what one person hands out."""

    id = UUID(primary_key=True)
    in_round = ForeignKey(VotingRound, null=False, on_delete=OnDelete.cascade)
    package = Integer()
    place = Integer()
    code_hash = Varchar(length=64)
    state = Varchar(length=20, default=CodeState.PRINTED, choices=CodeState)

    one_code_per_hash = Unique([code_hash])
    one_code_per_place = Unique([in_round, package, place])


class PaperCount(Table, help_text="Zählung: what one person counted on paper."):
    """
    `entry` 1 and 2 are the two who counted a sheet of dots, 3 what they settled on.

    `counts` (JSON) is dots by option, `people` how many took part on this sheet.
    """

    id = UUID(primary_key=True)
    in_round = ForeignKey(VotingRound, null=False, on_delete=OnDelete.cascade)
    sheet = Integer()
    entry = Integer()
    by = Varchar(length=80, default="")
    people = Integer(default=0)
    counts = Text(default="")
    entered_at = Timestamptz(default=None, null=False)

    one_entry_per_sheet = Unique([in_round, sheet, entry])
