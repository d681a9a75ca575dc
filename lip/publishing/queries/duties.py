"""Read pages of duty."""

from lip.database import fetch
from lip.publishing.rules.duties import Duty, DutyText
from lip.said import Said


async def duty_text(name: str) -> DutyText:
    """Give what is said in own words; nothing where nobody wrote any."""
    duty = Duty(name)
    rows = await fetch(
        "SELECT text, instead, exceptions, examined_how, examined_on, version "
        "FROM duty_page WHERE name = ?",
        duty.value,
    )
    if not rows:
        return DutyText(duty=duty)
    row = rows[0]
    return DutyText(
        duty=duty,
        text=Said.load(row["text"]),
        instead=bool(row["instead"]),
        exceptions=Said.load(row["exceptions"]),
        examined_how=Said.load(row["examined_how"]),
        examined_on=row["examined_on"],
        version=row["version"],
    )
