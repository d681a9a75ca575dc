"""Pages that the law asks for, and what is said of them in own words."""

from dataclasses import dataclass
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
    """Own words (Markdown) before the ready text, or instead of it."""

    duty: Duty
    text: Said = Said()  # noqa: RUF009 - frozen
    instead: bool = False
    version: int = 0
