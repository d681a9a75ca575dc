"""
What people wrote in several languages.

Kept as one JSON object per text, by language tag. A reader gets it in her language,
or else in the first one that was written; `lang` says which it is, so that screen
readers pronounce it and scripts run in their direction.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One text with the language it stands in; falsy when nobody wrote it."""

    text: str = ""
    lang: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Said(Mapping[str, str]):
    """
    A text by language tag, in the order in which it was written.

    >>> title = Said.of(de="Konferenz", ar="مؤتمر")
    >>> title.pick("ar").text, title.pick("uk").lang
    ('مؤتمر', 'de')
    """

    texts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, **texts: str) -> "Said":
        """Make one of texts by tag; empty ones fall away."""
        return cls({tag: text for tag, text in texts.items() if text})

    @staticmethod
    def load(stored: str) -> "Said":
        """Read what `dump` has written; an empty column is an empty text."""
        return _loaded(stored)

    def dump(self) -> str:
        """Write it for a column."""
        texts = {tag: text for tag, text in self.texts.items() if text}
        return json.dumps(texts, ensure_ascii=False) if texts else ""

    def pick(self, language: str, *others: str) -> Spoken:
        """Give it in a language, or the next best, or the first that was written."""
        for tag in (language, *others, *self.texts):
            if text := self.texts.get(tag, ""):
                return Spoken(text=text, lang=tag)
        return Spoken()

    def __getitem__(self, tag: str) -> str:
        return self.texts[tag]

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


@lru_cache(maxsize=2048)  # every page of a conference reads the same ones
def _loaded(stored: str) -> Said:
    return Said(json.loads(stored)) if stored else Said()
