"""
Check a published election: `python -m elections.verify BUNDLE [--key HEX]`.

Needs Python and this one folder, nothing else. `--key` is the key from the minutes;
`--language` is de, en or ar. Ends with 0 if everything holds, 1 if something does not,
2 if the file cannot be read.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from elections.checked import Checked
from elections.checking import check
from elections.files.bundle import read_bundle
from elections.files.unreadable import Unreadable
from elections.verify_words import LANGUAGES, sentence

HOLDS, FAILS, UNREADABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a file and say in sentences what was checked."""
    asked = _parser().parse_args(arguments)
    try:
        bundle = read_bundle(Path(asked.bundle).read_bytes())
    except (OSError, Unreadable) as error:
        _say(asked.language, Checked("no_bundle", False, {"what": str(error)}))
        return UNREADABLE
    found = list(check(bundle))
    if asked.key:
        same = asked.key.strip().lower() == bundle.signer.hex()
        found.append(Checked("key", same, {"key": bundle.signer.hex()}))
    for checked in found:
        _say(asked.language, checked)
    holds = all(checked.holds for checked in found)
    _say(asked.language, Checked("whole", holds))
    return HOLDS if holds else FAILS


def _say(language: str, checked: Checked) -> None:
    mark = "✓" if checked.holds else "✗"
    sys.stdout.write(f"{mark} {sentence(language, checked)}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m elections.verify")
    parser.add_argument("bundle")
    parser.add_argument("--key", default="")
    parser.add_argument("--language", choices=LANGUAGES, default="de")
    return parser


if __name__ == "__main__":
    sys.exit(main())
