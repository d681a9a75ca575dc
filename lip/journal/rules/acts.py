"""Every act of the journal, one word each; `lip.journal.sentences` says them."""

from enum import StrEnum


class Act(StrEnum):
    """What can be done, as a past participle."""

    # accounts
    ACCOUNT_CREATED = "account_created"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_OPENED = "account_opened"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of an act
    PASSWORD_RESET = "password_reset"  # noqa: S105
    ROLE_GRANTED = "role_granted"
    ROLE_WITHDRAWN = "role_withdrawn"
    SIGNED_IN = "signed_in"
    SIGN_IN_REFUSED = "sign_in_refused"
    SIGNED_OUT = "signed_out"
    SECOND_FACTOR_SET = "second_factor_set"
    SECOND_FACTOR_REMOVED = "second_factor_removed"
    LINK_MADE = "link_made"
    LINK_USED = "link_used"
    LINK_WITHDRAWN = "link_withdrawn"
    TOKEN_MADE = "token_made"  # noqa: S105
    TOKEN_WITHDRAWN = "token_withdrawn"  # noqa: S105
    # conference
    CONFERENCE_ANNOUNCED = "conference_announced"
    CONFERENCE_CHANGED = "conference_changed"
    CONFERENCE_DRAFTED = "conference_drafted"
    STAGE_CHANGED = "stage_changed"
    PAGE_CHANGED = "page_changed"
    SERIES_MADE = "series_made"
    SERIES_CHANGED = "series_changed"
    FILE_ADDED = "file_added"
    FILE_CHANGED = "file_changed"
    FILE_REMOVED = "file_removed"
    PARTICIPANTS_IMPORTED = "participants_imported"
    PARTICIPANTS_EXPORTED = "participants_exported"
    PARTICIPANT_REGISTERED = "participant_registered"
    PARTICIPANT_CHANGED = "participant_changed"
    PARTICIPANT_CANCELLED = "participant_cancelled"
    PARTICIPANT_REINSTATED = "participant_reinstated"
    TICKET_REISSUED = "ticket_reissued"
    BADGES_PRINTED = "badges_printed"
    DOOR_LIST_PRINTED = "door_list_printed"
    NEEDS_DELETED = "needs_deleted"
    # registration
    FORM_MADE = "form_made"
    PARTY_REGISTERED = "party_registered"
    MOVED_UP = "moved_up"
    SIGNED_UP = "signed_up"
    SIGN_UP_GIVEN_UP = "sign_up_given_up"
    CONSENT_GIVEN = "consent_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    # door
    CHECKED_IN = "checked_in"
    CHECK_IN_UNDONE = "check_in_undone"
    STEPPED_OUT = "stepped_out"
    CAME_BACK = "came_back"
    WALKED_IN = "walked_in"
    # attendance
    ROOM_ENTERED = "room_entered"
    ROOM_LEFT = "room_left"
    ROOM_VISIT_TAKEN_BACK = "room_visit_taken_back"
    ATTENDANCE_TERMS_CHANGED = "attendance_terms_changed"
    CERTIFICATE_ISSUED = "certificate_issued"
    CERTIFICATE_WITHDRAWN = "certificate_withdrawn"
    ATTENDANCE_LIST_MADE = "attendance_list_made"
    FIGURES_PUBLISHED = "figures_published"
    FIGURES_HIDDEN = "figures_hidden"
    FEEDBACK_ASKED = "feedback_asked"
    # retention
    PERIODS_CHANGED = "periods_changed"
    RETENTION_PROLONGED = "retention_prolonged"
    PROLONGING_ENDED = "prolonging_ended"
    DATA_PURGED = "data_purged"
    PARTICIPANT_ERASED = "participant_erased"
    # the house
    DATABASE_BACKED_UP = "database_backed_up"
    DATABASE_RESTORED = "database_restored"
    SAMPLE_FILLED_IN = "sample_filled_in"
