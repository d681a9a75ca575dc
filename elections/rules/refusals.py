"""Why somebody was not admitted: reasons by code, and words of the board."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from elections.rules.eligibility import Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Reasons that every language has a sentence for, and what the board adds."""

    doubts: tuple[Doubt, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.doubts or self.words)

    def dump(self) -> str:
        """Write it for a column."""
        return json.dumps(
            {"doubts": [one.value for one in self.doubts], "words": dict(self.words)},
            ensure_ascii=False,
        )

    @classmethod
    def load(cls, stored: str) -> "Grounds":
        """Read what `dump` has written; an empty column gives no reason."""
        if not stored:
            return cls()
        plain = json.loads(stored)
        return cls(doubts=doubts_of(plain["doubts"]), words=plain["words"])


def doubts_of(codes: Iterable[str]) -> tuple[Doubt, ...]:
    """
    Read reasons by their codes, each once; unknown ones fall away.

    >>> doubts_of(["umbrella", "tall", "umbrella"])
    (<Doubt.UMBRELLA: 'umbrella'>,)
    """
    wanted = set(codes)
    return tuple(one for one in Doubt if one.value in wanted)
