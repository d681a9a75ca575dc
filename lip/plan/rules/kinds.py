"""States of texts and amendments, by the names that motion software gives them."""

from enum import StrEnum


class TextState(StrEnum):
    """How far one language version of a chapter is."""

    DRAFT = "draft"
    CHECKED = "checked"
    RELEASED = "released"


class MotionStatus(StrEnum):
    """Statuses of chapters and amendments, as Antragsgrün has them."""

    DRAFT = "draft"
    SUBMITTED_UNSCREENED = "submitted_unscreened"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    MODIFIED_ACCEPTED = "modified_accepted"
    WITHDRAWN = "withdrawn"
    REFERRED = "referred"
    VOTE = "vote"
    OBSOLETED_BY = "obsoleted_by"
    PROCESSED = "processed"
    QUORUM_MISSED = "quorum_missed"
    QUORUM_REACHED = "quorum_reached"
    COLLECTING_SUPPORTERS = "collecting_supporters"
    RESOLUTION_PRELIMINARY = "resolution_preliminary"
    RESOLUTION_FINAL = "resolution_final"
    ADJOURNED = "adjourned"
    INADMISSIBLE = "inadmissible"
    INCOMPLETE = "incomplete"
    PAUSED = "paused"


class EditKind(StrEnum):
    """What an amendment does to lines."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


class SavedBy(StrEnum):
    """Why a wording was kept."""

    EDITOR = "editor"
    AUTOSAVE = "autosave"
    AMENDMENT = "amendment"
    IMPORT = "import"
