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


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubted:
    """A nomination and what stands against it: on this the board has ruled."""

    number: int
    doubts: tuple[Doubt, ...]

    def dump(self) -> str:
        """Write it for the column of a ruling's question."""
        codes = [one.value for one in self.doubts]
        return json.dumps({"nomination": self.number, "doubts": codes})

    @classmethod
    def load(cls, stored: str) -> "Doubted | None":
        """Read what `dump` has written; None for what people have typed."""
        try:
            plain = json.loads(stored)
            return cls(
                number=int(plain["nomination"]), doubts=doubts_of(plain["doubts"])
            )
        except (ValueError, TypeError, KeyError):
            return None


def doubts_of(codes: Iterable[str]) -> tuple[Doubt, ...]:
    """
    Read reasons by their codes, each once; unknown ones fall away.

    >>> doubts_of(["umbrella", "tall", "umbrella"])
    (<Doubt.UMBRELLA: 'umbrella'>,)
    """
    wanted = set(codes)
    return tuple(one for one in Doubt if one.value in wanted)
