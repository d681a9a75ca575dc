"""
Rows of elections.

Who may vote and who has a credential stands in `RollEntry`; what was voted stands in
`SealedBallot`, readable with the key in `PollKeys` alone. No column leads from one to
the other, and no time is kept beside either (ADR 0020).
"""

from elections.tables.elections import Election, OfficerConsent, Ruling
from elections.tables.papers import PaperBatch, PaperKeying
from elections.tables.roll import Association, Delegate, RollEntry
from elections.tables.standing import Nomination, Slate
from elections.tables.urn import (
    AnnulledCredential,
    PollKeys,
    RecordPart,
    SealedBallot,
    SigningKey,
)

__all__ = [
    "AnnulledCredential",
    "Association",
    "Delegate",
    "Election",
    "Nomination",
    "OfficerConsent",
    "PaperBatch",
    "PaperKeying",
    "PollKeys",
    "RecordPart",
    "RollEntry",
    "Ruling",
    "SealedBallot",
    "SigningKey",
    "Slate",
]
