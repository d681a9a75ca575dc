"""
The command line: `lip` and its commands.

Exit codes: 0 done, 1 a rule said no (one sentence says why), 2 wrong usage,
3 the machine would not (database, file, port).
"""

import os
import sys
from typing import TYPE_CHECKING

from lip.words import LANGUAGES, speaking
from lip.words.catalogues import SOURCE

if TYPE_CHECKING:
    import typer

# these start without loading the server and the database, two seconds sooner
FOR_FILES = ("opinions", "count")


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
    # before numpy is loaded: two threads on small matrices only wait for each other
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with speaking(language_of_terminal()):
        sys.exit(_app_for(sys.argv[1:2])(standalone_mode=True))


def _app_for(name: list[str]) -> "typer.Typer":
    """Import what a command needs, after the language is set: help is worded then."""
    if name in (["cluster"], ["similar"]):
        from lip.cli.cluster import app  # noqa: PLC0415
    elif name and name[0] in FOR_FILES:
        from lip.cli.for_files import app  # noqa: PLC0415
    elif name == ["suggest-clusters"]:  # the server starts it while people wait
        from lip.cli.suggesting import app  # noqa: PLC0415
    else:
        from lip.cli.commands import app  # noqa: PLC0415
    return app
