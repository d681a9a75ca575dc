"""Guest lists for tests: the real ones beside the project, and our own."""

from collections.abc import Sequence
from pathlib import Path

import pytest

LISTS = Path(__file__).parents[2] / "shared" / "data" / "imports"
WHOLE = "teilnehmende_excel_de_utf8bom_semikolon.csv"
WINDOWS = "teilnehmende_excel_de_cp1252_semikolon.csv"
WIDE = "teilnehmende_tab.tsv"
PRETIX = "pretix_order_positions_export.csv"
OPENSLIDES = "openslides4_participants.csv"

with_real_lists = pytest.mark.skipif(
    not LISTS.is_dir(), reason="the real guest lists are not on this machine"
)


def real(name: str) -> bytes:
    return (LISTS / name).read_bytes()


def csv_of(*rows: Sequence[str], encoding: str = "utf-8-sig") -> bytes:
    """Write rows as Excel would: semicolons, CRLF."""
    return "".join(";".join(row) + "\r\n" for row in rows).encode(encoding)


FAMILY = csv_of(
    ("Nr", "Vorname", "Nachname", "E-Mail", "Organisation", "Verpflegung"),
    ("1", "Ada", "Yıldız", "familie@example.org", "MiSO", "vegan"),
    ("2", "Can", "Yıldız", "familie@example.org", "", ""),
    ("3", "Ada", "Yildiz", "", "Kargah", ""),
    ("4", "", "", "", "", ""),
)
"""A family with one address, somebody who may be Ada once more, and nobody."""
