"""What kinds of fields a registration form may have, and who may read them."""

from enum import StrEnum


class FieldKind(StrEnum):
    """How a field is asked."""

    LINE = "line"
    LINES = "lines"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    DAY = "day"
    EMAIL = "email"
    PHONE = "phone"
    LANGUAGE = "language"
    LANGUAGES = "languages"


class Reader(StrEnum):
    """Who sees what was answered; said to people beside each field."""

    ORGANISERS = "organisers"
    DOOR = "door"
    BADGE = "badge"
    INTERPRETERS = "interpreters"
    CHILDCARE = "childcare"
    KITCHEN = "kitchen"
