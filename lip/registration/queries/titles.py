"""Read how a conference is called in several languages."""

from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.queries.pages import translated_title
from lip.programme.rules.public_page import titles_of
from lip.said import Said


async def title_of(conference: ConferenceFacts) -> Said:
    """Give the title in all languages that there are, its own first."""
    page = await translated_title(conference.id)
    return titles_of(conference.title, conference.language, page)
