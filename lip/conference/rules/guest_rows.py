"""One row of a list becomes a guest, with everything said that was noticed."""

from dataclasses import dataclass

from lip.conference.rules.columns import Column
from lip.conference.rules.findings import Finding, Level
from lip.conference.rules.guest import Guest
from lip.conference.rules.sheet import SheetRow


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestRow:
    """What one row says, read with a mapping."""

    line: int
    guest: Guest
    findings: tuple[Finding, ...] = ()

    @property
    def faulty(self) -> bool:
        """Tell whether something keeps this row out."""
        return any(finding.level is Level.ERROR for finding in self.findings)


def read_row(row: SheetRow, mapping: tuple[Column, ...]) -> GuestRow:
    """Read one row; nothing is cut and nothing is dropped without being said."""
    raise NotImplementedError
