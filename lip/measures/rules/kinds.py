"""Kinds of what a measure says."""

from enum import StrEnum


class StatusKind(StrEnum):
    """What a free status label means, in the order of a measure's life."""

    NEW = "new"
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    ONGOING_BUSINESS = "ongoing_business"
    DONE = "done"
    NOT_PURSUED = "not_pursued"
    UNKNOWN = "unknown"


class PartnerRole(StrEnum):
    """How an organisation takes part."""

    CARRIER = "carrier"
    PARTNER = "partner"
    FUNDER = "funder"


class Period(StrEnum):
    """For how long an amount is meant."""

    ONCE = "once"
    YEARLY = "yearly"
    MONTHLY = "monthly"
    WHOLE = "whole"


class LocationState(StrEnum):
    """Whether a place is open to people yet."""

    RUNNING = "running"
    PREPARING = "preparing"
    CLOSED = "closed"
