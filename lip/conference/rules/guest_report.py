"""
The report on a list as plain values, for the command line and other programs.

`counts` has a number per status; each row has `line`, `name`, `status`, `key`,
`findings` (`level`, `code`, `column`, `value`, `sentence`), `twins` (`likeness`,
`name`, `line` or `participant`), `changed` (columns) and `participant`.
"""

from collections.abc import Callable

from lip.conference.rules.findings import Finding
from lip.conference.rules.guest_list import ImportReport, JudgedRow, Twin

Say = Callable[[Finding], str]


def as_plain(report: ImportReport, *, say: Say | None = None) -> dict[str, object]:
    """Write a report as plain values; `say` puts a finding into a sentence."""
    return {
        "counts": {status.value: number for status, number in report.counts.items()},
        "rows": [_row(row, say) for row in report.rows],
    }


def _row(row: JudgedRow, say: Say | None) -> dict[str, object]:
    return {
        "line": row.line,
        "name": row.guest.name,
        "status": row.status.value,
        "key": str(row.source_key),
        "findings": [_finding(finding, say) for finding in row.findings],
        "twins": [_twin(twin) for twin in row.twins],
        "changed": [column.value for column in row.changed],
        "participant": str(row.participant) if row.participant else None,
    }


def _finding(finding: Finding, say: Say | None) -> dict[str, object]:
    return {
        "level": finding.level.name.lower(),
        "code": finding.code.value,
        "column": finding.column.value if finding.column else None,
        "value": finding.value,
        "sentence": say(finding) if say else None,
    }


def _twin(twin: Twin) -> dict[str, object]:
    return {
        "likeness": twin.likeness.value,
        "name": twin.name,
        "line": twin.line,
        "participant": str(twin.participant) if twin.participant else None,
    }
