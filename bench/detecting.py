"""
How often the language is right: `uv run python -m bench.detecting FILE.csv …`.

Files have the columns `text` and `lang` (or `sprache`). Each text is tried whole, and
its first three and first six words alone. Right, wrong and left open are shares of the
mean over languages, so that the commonest one does not decide.
"""

import csv
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from proposals.detecting import detect_language
from proposals.rules.languages import guess_language
from proposals.rules.tongues import TONGUES, told_by_letters

LENGTHS = {"three words": 3, "six words": 6, "whole": 10_000}


def by_rules_alone(text: str) -> str:
    """Guess as the house does without the package."""
    told = told_by_letters(text)
    guess = guess_language(text)
    return told if told is not None else guess if guess in TONGUES else ""


def read(files: list[str]) -> list[tuple[str, str]]:
    """Read (text, language) from all files."""
    rows = []
    for file in files:
        with Path(file).open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                tag = row.get("lang") or row.get("sprache") or "de"
                rows.append((row["text"], tag.strip().casefold()))
    return rows


def shares(
    rows: list[tuple[str, str]], detect: Callable[[str], str]
) -> tuple[float, float]:
    """Give the shares of right and of wrong, every language counting the same."""
    right: dict[str, list[bool]] = defaultdict(list)
    wrong: dict[str, list[bool]] = defaultdict(list)
    for text, tag in rows:
        found = detect(text)
        right[tag].append(found == tag)
        wrong[tag].append(found not in {"", tag})
    return _mean(right), _mean(wrong)


def _mean(hits: dict[str, list[bool]]) -> float:
    return sum(sum(each) / len(each) for each in hits.values()) / len(hits)


def main(files: list[str]) -> None:
    """Print a line for each length and way."""
    rows = read(files)
    detect_language("Das ist ein Satz.")
    print(f"{len(rows)} texts, {len({tag for _text, tag in rows})} languages")
    for name, words in LENGTHS.items():
        parts = [(" ".join(text.split()[:words]), tag) for text, tag in rows]
        for way, detect in (("detector", detect_language), ("rules", by_rules_alone)):
            start = time.process_time()
            right, wrong = shares(parts, detect)
            cost = 1000 * (time.process_time() - start) / len(parts)
            print(
                f"{name:12} {way:9} right {right:6.1%} wrong {wrong:6.1%}"
                f" open {1 - right - wrong:6.1%}  {cost:.2f} ms of CPU each"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
