"""What a conference says of itself, as a value."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from lip.said import Said

UNSAID: Final = Said()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesFacts:
    """A series of conferences."""

    id: UUID
    key: str
    title: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPage:
    """
    The texts of a conference's page; all of them may be empty.

    `title` holds translations only: in the conference's own language its title is
    the one that stands on tickets and badges. `text` is Markdown.
    """

    title: Said = UNSAID
    subtitle: Said = UNSAID
    summary: Said = UNSAID
    text: Said = UNSAID
    access: Said = UNSAID
    interpreting: Said = UNSAID
    funders: Said = UNSAID
    address: str = ""
    map_url: str = ""
    languages: tuple[str, ...] = ()
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    organiser_address: str = ""
    organiser_represented_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """A page with its series, and when it was changed last; None: never written."""

    page: PublicPage = PublicPage()
    series: SeriesFacts | None = None
    changed_at: datetime | None = None

    @property
    def version(self) -> str:
        """Name this state, so that two editors never overwrite each other."""
        return self.changed_at.isoformat() if self.changed_at else ""


def titles_of(title: str, language: str, page: PublicPage) -> Said:
    """
    Give the title in all languages that there are, its own first.

    >>> page = PublicPage(title=Said.of(ar="مؤتمر", de="Alt"))
    >>> dict(titles_of("Konferenz", "de", page))
    {'de': 'Konferenz', 'ar': 'مؤتمر'}
    """
    others = {tag: text for tag, text in page.title.items() if tag != language}
    return Said({language: title, **others})
