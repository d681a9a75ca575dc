"""Find where everybody can read papers that texts name."""

from collections.abc import Collection, Mapping
from datetime import datetime

from lip.bodies.rules.references import normal
from lip.database import fetch, padded


async def paths_of(references: Collection[str], *, now: datetime) -> Mapping[str, str]:
    """Give the addresses of papers that are public, by their references."""
    if not references:
        return {}
    wanted = padded(sorted({normal(one) for one in references}))
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        "SELECT key, reference FROM council_paper "  # noqa: S608 - marks
        f"WHERE removed_at IS NULL AND public_from <= ? AND reference IN ({marks})",
        *(now, *wanted),
    )
    return {row["reference"]: f"/papers/{row['key']}" for row in rows}
