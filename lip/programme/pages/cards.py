"""A conference in a few lines, for pictures and posters."""

from lip.conference.pages.stage_words import STAGE_WORDS
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage
from lip.programme.pages.said_times import said_opening, said_span
from lip.programme.rules.cards import Card
from lip.programme.rules.public_page import StoredPage, titles_of
from lip.words import _, speaking


def card_of(conference: ConferenceFacts, stored: StoredPage, language: str) -> Card:
    """Put a conference into a few lines of a language."""
    page, usual = stored.page, conference.language
    title = titles_of(conference.title, usual, page).pick(language)
    series = stored.series.title.pick(language, usual).text if stored.series else ""
    with speaking(language):
        called_off = conference.stage is Stage.CALLED_OFF
        return Card(
            language=language,
            title=title.text,
            title_language=title.lang,
            when=said_span(conference),
            doors="" if called_off else said_opening(conference),
            where=_where(conference, stored),
            organiser=conference.organiser,
            series="" if series == title.text else series,
            subtitle=page.subtitle.pick(language, usual).text,
            summary=" ".join(page.summary.pick(language, usual).text.split()),
            notice=_(STAGE_WORDS[Stage.CALLED_OFF]) if called_off else "",
        )


def _where(conference: ConferenceFacts, stored: StoredPage) -> str:
    """Name house and address in one line; what stands in both stands once."""
    parts = [conference.place, *stored.page.address.splitlines()]
    clean = [part.strip(" ,") for part in parts if part.strip(" ,")]
    return ", ".join(dict.fromkeys(clean))
