"""The report on an imported list as a file for Excel."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from lip.conference.files.export import neutral
from lip.conference.files.wording import STATUSES
from lip.conference.rules.guest_list import RowStatus
from lip.words import N_, _

OUTCOMES: Mapping[str, str] = {
    "added": N_("hinzugefügt"),
    "updated": N_("geändert"),
    "left_out": N_("nicht übernommen"),
}
"""What became of a row, in words."""


def report_csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Write the rows of a plain report: UTF-8 with BOM, semicolons, CRLF."""
    written = io.StringIO(newline="")
    sheet = csv.writer(
        written, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL
    )
    sheet.writerow(
        [_("Zeile"), _("Name"), _("Urteil"), _("Ergebnis"), _("Hinweise")],
    )
    sheet.writerows(map(neutral, _cells(row)) for row in rows)
    return written.getvalue().encode("utf-8-sig", errors="replace")


def _cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    outcome = OUTCOMES.get(row.get("outcome", ""), "")
    return (
        str(row["line"]),
        row["name"],
        _(STATUSES[RowStatus(row["status"])]),
        _(outcome) if outcome else "",
        " ".join(sentences_of(row)),
    )


def sentences_of(row: Mapping[str, Any]) -> list[str]:
    """List everything that was said about a row: findings, and who resembles it."""
    said = (*row["findings"], *row["twins"])
    return [one["sentence"] for one in said if one.get("sentence")]
