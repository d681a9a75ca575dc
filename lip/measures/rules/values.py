"""What belongs to a line of a sheet, and is kept beside it."""

from dataclasses import dataclass

from lip.partial_dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueLine:
    """What was measured, and when; a decimal as text."""

    at: PartialDate
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFacts:
    """The file of an agreement, without its content; `size` is in bytes."""

    filename: str
    size: int
    digest: str
