"""A chapter as it is shown: the same for a draft and for a frozen version."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.partial_dates import PartialDate
from lip.plan.rules.glossary import Term
from lip.plan.rules.kinds import MotionStatus, TextState
from lip.plan.rules.lines import Block, blocks_of
from lip.plan.rules.plans import PlanFacts
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageShown:
    """A language in which a chapter stands; a frozen one has no state any more."""

    tag: str
    title: str = ""
    state: TextState | None = None
    older: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """The chapter before or behind."""

    key: str
    head: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChapter:
    """
    All that a page, a PDF or a file of a chapter shows, in one language.

    `version` is the number of a version of the plan, 0 for the draft; `wording` is the
    number of the draft's wording, 0 in a version. `since` is when it was saved or
    published. `level` counts the chapters that it stands within.
    `terms_later`: of a version that was published before its terms were kept.
    """

    plan: PlanFacts
    chapter: UUID
    key: str
    language: str
    title: str
    text: str
    version: int = 0
    wording: int = 0
    since: datetime
    level: int = 0
    code: str = ""
    number: str = ""
    kind: Said = Said()  # noqa: RUF009 - frozen
    initiator: Said = Said()  # noqa: RUF009 - frozen
    decided_on: PartialDate | None = None
    field: Said = Said()  # noqa: RUF009 - frozen
    status: MotionStatus | None = None
    submitted_at: datetime | None = None
    state: TextState | None = None
    languages: tuple[LanguageShown, ...] = ()
    terms: tuple[Term, ...] = ()
    terms_later: bool = False
    before: Neighbour | None = None
    after: Neighbour | None = None

    @property
    def head(self) -> str:
        """Its title with its number, as it is printed."""
        return head_of(self.number, self.title)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its text with numbered lines."""
        return blocks_of(self.text, line_length=self.plan.line_length, terms=self.terms)


def head_of(number: str, title: str) -> str:
    """
    Write a title with its number, once.

    >>> head_of("5.", "Wohnen"), head_of("5.", "5. Wohnen"), head_of("", "Wohnen")
    ('5. Wohnen', '5. Wohnen', 'Wohnen')
    """
    if not number or title.startswith(number):
        return title
    return f"{number} {title}"
