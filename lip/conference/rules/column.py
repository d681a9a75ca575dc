"""What a column of a guest list can hold."""

from enum import StrEnum


class Column(StrEnum):
    """What a column of a guest list can hold; the German labels stand in `files`."""

    EXTERNAL_ID = "external_id"
    FULL_NAME = "full_name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    BADGE_NAME = "badge_name"
    ORGANISATION = "organisation"
    ROLE = "role"
    EMAIL = "email"
    PHONE = "phone"
    LANGUAGE = "language"
    SPOKEN_LANGUAGES = "spoken_languages"
    INTERPRETING = "interpreting"
    CHILDCARE = "childcare"
    ACCESS = "access"
    DIET = "diet"
    WORKSHOP = "workshop"
    MAY_VOTE = "may_vote"
    NOTE = "note"
    ONLY_ON = "only_on"
    STATUS = "status"
    IGNORE = "ignore"
