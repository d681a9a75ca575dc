"""
Parts of pages that are drawn once and joined many times.

A part is a macro that shows nothing but the facts it is given. So the same facts in the
same language are the same part, in every process and at any time: what is kept here
cannot grow old. What belongs to one reader is never among the facts: no code of a
ticket, no token of a form, no name of whoever reads. Every hour all is forgotten, since
what people wrote may have been erased meanwhile.
"""

from collections.abc import Hashable, Iterable
from functools import lru_cache
from time import monotonic
from typing import Final

from jinja2 import Environment
from markupsafe import Markup

from lip.words import current_language

MOST_KEPT: Final = 4096
"""Twenty pages of two hundred rows, a few megabytes."""

SECONDS_KEPT: Final = 3600.0


class Parts:
    """Draws parts of pages, and keeps those that were asked for last."""

    def __init__(
        self,
        templates: Environment,
        *,
        most: int = MOST_KEPT,
        seconds: float = SECONDS_KEPT,
    ) -> None:
        self._templates = templates
        self._seconds = seconds
        self._since = monotonic()
        self._kept = lru_cache(maxsize=most)(self._draw)

    def draw(self, template: str, macro: str, facts: Hashable) -> Markup:
        """Draw one part, or give it as it was drawn before."""
        self._forget_in_time()
        return self._kept(current_language(), template, macro, facts)

    def draw_all(self, template: str, macro: str, rows: Iterable[Hashable]) -> Markup:
        """Draw parts one below the other; without any it is false."""
        self._forget_in_time()
        language, kept = current_language(), self._kept
        drawn = [kept(language, template, macro, facts) for facts in rows]
        return Markup("".join(drawn))  # noqa: S704 - each is markup

    def _forget_in_time(self) -> None:
        if monotonic() - self._since >= self._seconds:
            self._since = monotonic()
            self._kept.cache_clear()

    def _draw(
        self, _language: str, template: str, macro: str, facts: Hashable
    ) -> Markup:
        module = self._templates.get_template(template).module
        return Markup(getattr(module, macro)(facts))  # noqa: S704 - a macro escapes
