"""
What the machine calls a cluster: words, each in its language, and typical proposals.

Kept as one JSON text; a bare list of words is what earlier versions wrote.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.said import Spoken

FEW = 4
"""Words in a heading or a list of names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineName:
    """Words with their languages, and the proposals that stand for the cluster."""

    words: tuple[Spoken, ...] = ()
    typical: tuple[UUID, ...] = ()

    @staticmethod
    def load(stored: str) -> "MachineName":
        """Read what `dump` has written; an empty column is an empty name."""
        kept = json.loads(stored) if stored else []
        if isinstance(kept, list):
            return MachineName(words=tuple(Spoken(text=word) for word in kept))
        return MachineName(
            words=tuple(Spoken(text=word, lang=tag) for tag, word in kept["words"]),
            typical=tuple(UUID(one) for one in kept["typical"]),
        )

    def dump(self) -> str:
        """Write it for a column."""
        if not (self.words or self.typical):
            return ""
        kept = {
            "words": [(word.lang, word.text) for word in self.words],
            "typical": [str(one) for one in self.typical],
        }
        return json.dumps(kept, ensure_ascii=False)


def by_language(words: Sequence[Spoken], first: str) -> tuple[Spoken, ...]:
    """
    Join the words of each language, the one that is asked for first.

    >>> words = [Spoken(text="Kurs", lang="de"), Spoken(text="kurs", lang="tr")]
    >>> [each.text for each in by_language(words, "tr")]
    ['kurs', 'Kurs']
    """
    joined: dict[str, list[str]] = {}
    for word in words:
        joined.setdefault(word.lang, []).append(word.text)
    tags = sorted(joined, key=lambda tag: tag != first)
    return tuple(Spoken(text=", ".join(joined[tag]), lang=tag) for tag in tags)


def shortly(words: Sequence[Spoken], first: str) -> Spoken:
    """Give the first words of one language, that of a reader if there are any."""
    tags = [word.lang for word in words]
    tag = first if first in tags else (*tags, "")[0]
    own = [word.text for word in words if word.lang == tag]
    return Spoken(text=", ".join(own[:FEW]), lang=tag)
