"""
Processes of LIP that start at once: forked from one that has loaded everything.

Loading takes seconds and is the same each time; what a server does, and how it ends, is
that of `python -m lip`. Some tests start that one too.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOADED = ["tests.one_thread", "lip.app", "typer", "uvicorn.main"]


class Forked:
    """`lip` with these words in a process, and a group of processes, of its own."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str]) -> None:
        context = get_context("forkserver")
        context.set_forkserver_preload(LOADED)
        self._process = context.Process(
            target=_run, args=(tuple(words), dict(environment))
        )
        self._process.start()

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    def poll(self) -> int | None:
        """Tell how it has ended, if it has."""
        return self._process.exitcode

    def wait(self, seconds: float) -> None:
        """Wait for its end."""
        self._process.join(seconds)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired("lip", seconds)


def _run(words: Sequence[str], environment: Mapping[str, str]) -> None:
    os.setsid()
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    sys.argv = ["lip", *words]
    from lip.cli import main  # noqa: PLC0415  # the language is set by now

    main()
