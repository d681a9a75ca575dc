"""Kinds of bodies, stations of a text, and what can come of it there."""

from enum import StrEnum


class BodyKind(StrEnum):
    """What a body is; who decides, who works, who takes part, who pays."""

    COUNCIL = "council"
    COMMITTEE = "committee"
    DISTRICT_COUNCIL = "district_council"
    STEERING_GROUP = "steering_group"
    EXPERT_GROUP = "expert_group"
    ADVISORY_BOARD = "advisory_board"
    OFFICE = "office"
    PARTY = "party"
    ASSOCIATION = "association"
    FUNDER = "funder"
    OTHER = "other"


class Station(StrEnum):
    """Where a text is on its way, in order (Drucksache 2472/2019)."""

    EXPERT_GROUP = "expert_group"
    STATEMENTS = "statements"
    STEERING_GROUP = "steering_group"
    COMMITTEE = "committee"
    COUNCIL = "council"
    CARRYING_OUT = "carrying_out"


class Outcome(StrEnum):
    """What came of one step; a refusal needs its reason."""

    PENDING = "pending"
    STATED = "stated"
    AGREED = "agreed"
    AGREED_CHANGED = "agreed_changed"
    SENT_BACK = "sent_back"
    REFUSED = "refused"
    NOTED = "noted"
    POSTPONED = "postponed"
    DECIDED = "decided"
    IN_PROGRESS = "in_progress"
    ONGOING_BUSINESS = "ongoing_business"
    DONE = "done"
    NOT_PURSUED = "not_pursued"
