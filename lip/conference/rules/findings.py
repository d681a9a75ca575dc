"""What can be found in a row of a guest list, and how serious it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from lip.conference.rules.column import Column


class Level(IntEnum):
    """How serious a finding is; only an error keeps a row out."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


class Code(StrEnum):
    """What was found; `lip.conference.files.wording` has a sentence for each."""

    TRIMMED = "trimmed"
    LINE_BREAK = "line_break"
    INVISIBLE_REMOVED = "invisible_removed"
    DIRECTION_REMOVED = "direction_removed"
    UNREADABLE_CHARACTER = "unreadable_character"
    GARBLED = "garbled"
    FORMULA = "formula"
    READ_AS_NONE = "read_as_none"
    EMAIL_BROKEN = "email_broken"
    SEVERAL_EMAILS = "several_emails"
    PHONE_UNREADABLE = "phone_unreadable"
    LANGUAGE_UNKNOWN = "language_unknown"
    SEVERAL_LANGUAGES = "several_languages"
    NUMBER_UNREADABLE = "number_unreadable"
    ANSWER_UNREADABLE = "answer_unreadable"
    DAY_UNREADABLE = "day_unreadable"
    TOO_LONG = "too_long"
    NO_NAME = "no_name"
    ONE_NAME = "one_name"
    NAME_TURNED = "name_turned"
    BADGE_GIVEN_NAME_ONLY = "badge_given_name_only"
    EXTRA_CELLS = "extra_cells"
    NOBODY = "nobody"
    CANCELLED = "cancelled"
    NUMBER_TWICE = "number_twice"
    NUMBER_TAKEN = "number_taken"
    EMAIL_SHARED = "email_shared"


LEVELS: Mapping[Code, Level] = {
    Code.TRIMMED: Level.NOTE,
    Code.LINE_BREAK: Level.NOTE,
    Code.INVISIBLE_REMOVED: Level.NOTE,
    Code.DIRECTION_REMOVED: Level.WARNING,
    Code.UNREADABLE_CHARACTER: Level.WARNING,
    Code.GARBLED: Level.WARNING,
    Code.FORMULA: Level.WARNING,
    Code.READ_AS_NONE: Level.NOTE,
    Code.EMAIL_BROKEN: Level.WARNING,
    Code.SEVERAL_EMAILS: Level.WARNING,
    Code.PHONE_UNREADABLE: Level.WARNING,
    Code.LANGUAGE_UNKNOWN: Level.WARNING,
    Code.SEVERAL_LANGUAGES: Level.NOTE,
    Code.NUMBER_UNREADABLE: Level.WARNING,
    Code.ANSWER_UNREADABLE: Level.WARNING,
    Code.DAY_UNREADABLE: Level.WARNING,
    Code.TOO_LONG: Level.ERROR,
    Code.NO_NAME: Level.WARNING,
    Code.ONE_NAME: Level.NOTE,
    Code.NAME_TURNED: Level.NOTE,
    Code.BADGE_GIVEN_NAME_ONLY: Level.NOTE,
    Code.EXTRA_CELLS: Level.WARNING,
    Code.NOBODY: Level.ERROR,
    Code.CANCELLED: Level.ERROR,
    Code.NUMBER_TWICE: Level.NOTE,
    Code.NUMBER_TAKEN: Level.NOTE,
    Code.EMAIL_SHARED: Level.NOTE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One remark about a row: `value` is what its sentence quotes."""

    code: Code
    column: Column | None = None
    value: str = ""

    @property
    def level(self) -> Level:
        """Tell how serious it is."""
        return LEVELS[self.code]
