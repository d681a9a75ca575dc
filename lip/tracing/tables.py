"""Rows of what came of what."""

from piccolo.columns import UUID, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table

from lip.conference.tables import Participant
from lip.subjects import SubjectKind


class Trace(Table, help_text="Spur: one thing became part of another."):
    """
    From a proposal or cluster to chapter lines or a measure, from a chapter to a
    measure, from a measure to a paper; read in both directions.

    `first_line` and `last_line` (0: the whole) are those of the chapter's draft when
    the trace was laid, and move with it. Said: note.
    """

    id = UUID(primary_key=True)
    from_kind = Varchar(length=20, choices=SubjectKind)
    from_id = UUID(default=None, null=False, index=True)
    to_kind = Varchar(length=20, choices=SubjectKind)
    to_id = UUID(default=None, null=False, index=True)
    first_line = Integer(default=0)
    last_line = Integer(default=0)
    note = Text(default="")
    laid_at = Timestamptz(default=None, null=False)

    one_trace_between_two = Unique([from_kind, from_id, to_kind, to_id])


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
