"""
The command line: `lip` and its commands.

Exit codes: 0 done, 1 a rule said no (one sentence says why), 2 wrong usage,
3 the machine would not (database, file, port).
"""

import os
import sys

from lip.words import LANGUAGES, speaking
from lip.words.catalogues import SOURCE

# these start without loading the server and the database, two seconds sooner
FOR_FILES = ("cluster", "similar", "opinions", "count")


def language_of_terminal() -> str:
    """Choose the language of the command line by the terminal's settings."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            tag = value.partition(".")[0].replace("_", "-")
            found = tag if tag in LANGUAGES else tag.partition("-")[0]
            return found if found in LANGUAGES else SOURCE
    return SOURCE


def main() -> None:
    """Run a command in the language of the terminal."""
    with speaking(language_of_terminal()):
        if sys.argv[1:2] and sys.argv[1] in FOR_FILES:
            from lip.cli.for_files import app  # noqa: PLC0415 - help is worded at import
        else:
            from lip.cli.commands import app  # noqa: PLC0415 - the same
        sys.exit(app(standalone_mode=True))
