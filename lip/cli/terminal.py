"""Speaking to whoever types: sentences, values for programs, the end of a command."""

import json
import sys
from typing import NoReturn

import typer
from rich.console import Console

REFUSED, MACHINE = 1, 3

out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)


def stop(sentence: str, code: int = REFUSED) -> NoReturn:
    """End the command with one sentence."""
    err.print(sentence, style="bold red", markup=False)
    raise typer.Exit(code)


def print_json(value: object) -> None:
    """Print for programs."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str))
    sys.stdout.write("\n")
    sys.stdout.flush()  # a server may start next
