"""Amendments and remarks as values, and how far an amendment is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from lip.plan.rules.amending import Edit
from lip.plan.rules.kinds import MotionStatus
from lip.said import Said

DECIDED: Final = frozenset({
    MotionStatus.ACCEPTED,
    MotionStatus.REJECTED,
    MotionStatus.MODIFIED_ACCEPTED,
    MotionStatus.WITHDRAWN,
    MotionStatus.OBSOLETED_BY,
    MotionStatus.INADMISSIBLE,
})
"""Statuses after which nothing is decided any more."""

ADOPTED: Final = frozenset({MotionStatus.ACCEPTED, MotionStatus.MODIFIED_ACCEPTED})

REOPENABLE: Final = frozenset({
    MotionStatus.REJECTED,
    MotionStatus.OBSOLETED_BY,
    MotionStatus.INADMISSIBLE,
})
"""Decisions that changed nothing in the draft: editors can take them back."""

UNSEEN: Final = frozenset({MotionStatus.DRAFT, MotionStatus.SUBMITTED_UNSCREENED})
"""Statuses that only the editors see."""

SETTABLE: Final = (
    MotionStatus.SUBMITTED,
    MotionStatus.VOTE,
    MotionStatus.REFERRED,
    MotionStatus.ADJOURNED,
    MotionStatus.PAUSED,
    MotionStatus.INCOMPLETE,
    MotionStatus.COLLECTING_SUPPORTERS,
    MotionStatus.QUORUM_REACHED,
    MotionStatus.QUORUM_MISSED,
    MotionStatus.PROCESSED,
    MotionStatus.OBSOLETED_BY,
    MotionStatus.INADMISSIBLE,
    MotionStatus.WITHDRAWN,
)
"""What editors can say of an amendment without changing the draft."""

PROPOSABLE: Final = (
    MotionStatus.ACCEPTED,
    MotionStatus.MODIFIED_ACCEPTED,
    MotionStatus.REJECTED,
    MotionStatus.VOTE,
    MotionStatus.REFERRED,
    MotionStatus.OBSOLETED_BY,
    MotionStatus.ADJOURNED,
)
"""What can be proposed as procedure."""

LONGEST_REMARK: Final = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentFacts:
    """
    An amendment with its edits, which stand against the wording of `base_version`.

    `final` are those that were adopted instead, against the wording before
    `version_after`. The initiator is a body (Said) or a name; both may be empty.
    """

    id: UUID
    chapter: UUID
    chapter_key: str
    language: str
    base_version: int
    code: str
    first_line: int
    status: MotionStatus
    reason: str
    written_in: str
    body: Said
    initiator_name: str
    participant: UUID | None
    decided_on: str
    proposed: MotionStatus | None
    proposed_words: str
    procedure_public: bool
    reply: str
    version_after: int | None
    submitted_at: datetime
    edits: Sequence[Edit]
    final: Sequence[Edit]

    @property
    def open(self) -> bool:
        """Tell whether it waits for a decision."""
        return self.status not in DECIDED

    @property
    def public(self) -> bool:
        """Tell whether everybody may read it."""
        return self.status not in UNSEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkFacts:
    """A remark on lines of the wording of `base_version`."""

    id: UUID
    chapter: UUID
    chapter_key: str
    language: str
    base_version: int
    first_line: int
    last_line: int
    excerpt: str
    written_in: str
    text: str
    author_name: str
    hidden: bool
    written_at: datetime
