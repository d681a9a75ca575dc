"""Pages that the law asks for, and what is said of them in own words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from lip.said import Said

LONGEST: Final = 50_000


class Duty(StrEnum):
    """§ 5 DDG and § 18 MStV; Art. 13 GDPR; § 9b NBGG."""

    IMPRINT = "imprint"
    PRIVACY = "privacy"
    ACCESSIBILITY = "accessibility"


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyText:
    """
    Own words (Markdown) before the ready text, or instead of it.

    The statement on accessibility also says what is not accessible, for which reason
    and where it can be had otherwise, and how and when that was examined.
    """

    duty: Duty
    text: Said = Said()  # noqa: RUF009 - frozen
    instead: bool = False
    exceptions: Said = Said()  # noqa: RUF009 - frozen
    examined_how: Said = Said()  # noqa: RUF009 - frozen
    examined_on: date | None = None
    version: int = 0
