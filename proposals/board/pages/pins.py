"""
Cards as they are pinned to the board, drawn once for each state of a card.

A page has hundreds of them, and most look as they did a moment ago.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, TypeAlias

from jinja2 import Environment
from markupsafe import Markup

from lip.conference.pages.language_names import said_language
from lip.web.page import AnyRequest
from lip.web.pages import in_words
from lip.words import current_language
from proposals.board.queries.board import Card
from proposals.board.rules.fitting import Fit

MOST_ON_A_CARD: Final = 80
MOST_IN_A_HEADING: Final = 95
KEPT: Final = 4096

Drawing: TypeAlias = Callable[[Sequence["Laid"]], Markup]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """
    A card where it lies: in a cluster (0: in none), and how well it fits there.

    `offer` is number and name of the cluster that it is offered a place in.
    """

    card: Card
    here: int = 0
    fit: Fit = Fit.UNKNOWN
    offer: tuple[int, str] | None = None

    @property
    def also(self) -> Sequence[int]:
        """List the other clusters it lies in."""
        return [one for one in self.card.topics if one != self.here]


def drawing(request: AnyRequest, cards_path: str) -> Drawing:
    """Give a function that draws cards for this page."""
    engine: Any = request.app.template_engine
    environment: Environment = engine.engine
    language = current_language()

    def draw(cards: Sequence[Laid]) -> Markup:
        pins = [_pin(laid, environment, cards_path, language) for laid in cards]
        return Markup("".join(pins))  # noqa: S704 - each is markup

    return draw


@lru_cache(maxsize=KEPT)
def _pin(
    laid: Laid, environment: Environment, cards_path: str, language: str
) -> Markup:
    card = laid.card
    heading, wording = card.heading, card.wording
    rest = wording.text if wording.title else wording.text.removeprefix(heading)
    foreign = wording.language and wording.language != language
    drawn = environment.get_template("proposals/board/pin.html").render(
        _=in_words,
        laid=laid,
        card=card,
        cards_path=cards_path,
        heading=shortened(heading, MOST_IN_A_HEADING),
        rest=shortened(rest.strip(" …\n"), MOST_ON_A_CARD),
        said_language=said_language(wording.language) if foreign else "",
    )
    return Markup(drawn)  # noqa: S704 - escaped by the template


def shortened(text: str, most: int) -> str:
    """
    Give the beginning of a text, whole words only.

    >>> shortened("Kurse am Abend und am Wochenende", 16)
    'Kurse am Abend …'
    """
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0] + " …"
