"""Count what a conference says of people in public."""

from uuid import UUID

from lip.database import fetch


async def people_named(conference: UUID) -> int:
    """Count speakers, and the contact person where there is one."""
    (row,) = await fetch(
        """
        SELECT
            (SELECT count(*) FROM speaker WHERE conference = ?)
            + (SELECT count(*) FROM conference_page
                WHERE conference = ? AND contact_name <> '') AS people
        """,
        conference,
        conference,
    )
    return int(row["people"])


async def documents_kept(conference: UUID) -> int:
    """Count the documents of a conference."""
    (row,) = await fetch(
        "SELECT count(*) AS files FROM conference_file WHERE conference = ?", conference
    )
    return int(row["files"])
