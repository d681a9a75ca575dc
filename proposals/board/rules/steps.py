"""What people do on the board."""

from enum import StrEnum


class Step(StrEnum):
    """A kind of step; each can be undone."""

    SUGGESTED = "suggested"
    OPENED = "opened"
    NAMED = "named"
    MOVED = "moved"
    PLACED = "placed"
    ADDED = "added"
    REMOVED = "removed"
    MERGED_CLUSTERS = "merged_clusters"
    SPLIT = "split"
    MERGED_PROPOSALS = "merged_proposals"
    PARTED_PROPOSALS = "parted_proposals"
    ASSIGNED = "assigned"
    ORDERED = "ordered"
    CLOSED = "closed"
