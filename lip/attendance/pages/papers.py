"""Put an issued certificate on paper: its code, its address, its language."""

from collections.abc import Mapping
from uuid import UUID

from lip.attendance.actions.issue_certificates import certificate_code
from lip.attendance.documents.certificates import Paper
from lip.attendance.rules.certificates import Issued
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.printing import people_to_print
from lip.conference.rules.codes import shown
from lip.keys import Keys
from lip.words import spoken


def paper_of(
    issued: Issued,
    language: str,
    *,
    conference: ConferenceFacts,
    keys: Keys,
    base_url: str,
) -> Paper:
    """Make the paper of a certificate in a language that this LIP speaks."""
    code = certificate_code(issued.id, keys=keys)
    return Paper(
        facts=issued.facts,
        number=issued.number,
        code=code,
        url=check_address(code, base_url=base_url),
        language=spoken_here(language, conference),
        issued_at=issued.issued_at.astimezone(conference.zone),
        home=conference.language,
    )


def check_address(code: str, *, base_url: str) -> str:
    """Write the address at which a certificate can be checked."""
    return f"{base_url.rstrip('/')}/check/{shown(code)}"


def spoken_here(language: str, conference: ConferenceFacts) -> str:
    """Choose among the languages of this LIP: as wished, or the conference's."""
    return spoken(language, conference.language)


async def languages_of_people(
    conference: ConferenceFacts,
) -> Mapping[UUID | None, str]:
    """Find in which language each person is addressed, in one query."""
    people = await people_to_print(conference)
    return {one.id: one.language for one in people if one.language}
