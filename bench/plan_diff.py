"""
Time the comparison of two versions of 130,000 characters; the target is 1 s of CPU.

    uv run python -m bench.plan_diff
"""

import difflib
import random
import time
from collections.abc import Callable
from typing import Final

from lip.plan.rules.diff import applied, compare

SIZE: Final = 130_000
WORDS: Final = (  # noqa: SIM905 - words to read
    "Integration Teilhabe Region Menschen Sprache Bildung Arbeit Verwaltung wir und "
    "die der für mit in eine stärken fördern sichern beraten Ehrenamt Quartier Stadt "
    "Einwanderungsgeschichte Zusammenhalt Förderprogramm Beratungsstelle Mitwirkung"
).split()


def main() -> None:
    """Print a line for each kind of change."""
    chance = random.Random(5)
    old = _text(chance)
    for name, new in _changes(old, chance).items():
        spent = _seconds(lambda new=new: compare(old, new))  # type: ignore[misc]
        assert applied(compare(old, new)) == new
        print(f"{name:34} {spent * 1000:8.0f} ms")
    short = old[: SIZE // 10]
    words = _each(short, chance)
    peer = _seconds(
        lambda: difflib.SequenceMatcher(
            None, short.split(), words.split(), autojunk=False
        ).get_opcodes()
    )
    print(f"{'difflib, words, a tenth of it':34} {peer * 1000:8.0f} ms")


def _text(chance: random.Random) -> str:
    parts, size = [], 0
    while size < SIZE:
        parts.append(" ".join(chance.choices(WORDS, k=chance.randrange(3, 60))))
        size += len(parts[-1]) + 2
    return "\n\n".join(parts)[:SIZE]


def _each(text: str, chance: random.Random) -> str:
    words = [one if chance.random() < 0.97 else "neu" for one in text.split(" ")]
    return " ".join(words)


def _changes(old: str, chance: random.Random) -> dict[str, str]:
    parts = old.split("\n\n")
    moved = [*parts[:20], *parts[40:90], *parts[20:40], "Ganz neu.", *parts[90:]]
    shuffled = _each(old, chance).split("\n\n")
    chance.shuffle(shuffled)
    signs = "".join(chance.choices("abcdefg  \n", k=SIZE))
    return {
        "itself": old,
        "paragraphs moved, one added": "\n\n".join(moved),
        "words changed everywhere": _each(old, chance),
        "words changed, all shuffled": "\n\n".join(shuffled),
        "one paragraph without end": _each(old, chance).replace("\n\n", " "),
        "nothing in common": signs,
    }


def _seconds(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
