"""Rows of what came of what."""

from piccolo.columns import UUID, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table

from lip.conference.tables import Participant
from lip.subjects import SubjectKind
from proposals.tables import FollowUp, Proposal


class Trace(Table, help_text="Spur: one thing became part of another."):
    """
    From a proposal or cluster to chapter lines or a measure, from a chapter to a
    measure, from a measure to a paper; read in both directions.

    `first_line` and `last_line` (0: the whole) are those of the chapter's draft in
    `language` and `base_version` when the trace was laid; readers are shown where these
    lines stand now. Said: note.
    """

    id = UUID(primary_key=True)
    from_kind = Varchar(length=20, choices=SubjectKind)
    from_id = UUID(default=None, null=False, index=True)
    to_kind = Varchar(length=20, choices=SubjectKind)
    to_id = UUID(default=None, null=False, index=True)
    first_line = Integer(default=0)
    last_line = Integer(default=0)
    language = Varchar(length=35, default="")
    base_version = Integer(default=0)
    note = Text(default="")
    laid_at = Timestamptz(default=None, null=False)

    one_trace_between_two = Unique([from_kind, from_id, to_kind, to_id])


class TracedProposal(Table, help_text="Vorschlag, für den eine Spur gelegt wurde."):
    """
    A proposal that a trace spoke for when it was laid: itself, or all of a cluster.

    Wherever cards go later, what was laid for them stays. `answer` is what the proposal
    was told with it.
    """

    id = UUID(primary_key=True)
    trace = ForeignKey(Trace, null=False, on_delete=OnDelete.cascade)
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade, index=True)
    answer = ForeignKey(FollowUp, null=True, default=None, on_delete=OnDelete.set_null)

    one_proposal_per_trace = Unique([trace, proposal])


class Reported(Table, help_text="Bericht: a chapter reports on a measure."):
    """
    Kept by kind of thing as a trace is; the chapter is a draft until it is published.
    """

    id = UUID(primary_key=True)
    measure = UUID(default=None, null=False, index=True)
    chapter = UUID(default=None, null=False, index=True)

    one_report_per_measure = Unique([measure, chapter])


class AnswerWish(Table, help_text="Wunsch, von den Antworten zu hören."):
    """
    Asked for by somebody who handed in; one letter goes four weeks after the
    conference, and the wish is deleted with it.
    """

    participant = ForeignKey(
        Participant, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    address = Varchar(length=254, default="", secret=True)
    language = Varchar(length=35, default="")
    due_at = Timestamptz(default=None, null=False, index=True)
    wished_at = Timestamptz(default=None, null=False)
