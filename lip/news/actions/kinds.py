"""Where each kind of page is kept, and what the journal says of it."""

from dataclasses import dataclass
from typing import Any, Final

from lip.journal.rules.acts import Act
from lip.news.rules.sheets import PageKind
from lip.news.tables import NewsItem, Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """What can be done with a page of a kind."""

    added: Act
    changed: Act
    released: Act
    taken_back: Act
    deleted: Act


OWN: Final[dict[PageKind, Any]] = {
    PageKind.PROJECT: Project,
    PageKind.NEWS: NewsItem,
}
ACTS: Final = {
    PageKind.PROJECT: Acts(
        added=Act.PROJECT_ADDED,
        changed=Act.PROJECT_CHANGED,
        released=Act.PROJECT_RELEASED,
        taken_back=Act.PROJECT_TAKEN_BACK,
        deleted=Act.PROJECT_DELETED,
    ),
    PageKind.NEWS: Acts(
        added=Act.NEWS_ADDED,
        changed=Act.NEWS_CHANGED,
        released=Act.NEWS_RELEASED,
        taken_back=Act.NEWS_TAKEN_BACK,
        deleted=Act.NEWS_DELETED,
    ),
}
