"""`lip check-in`: the door on the command line, for a scanner that types."""

import sys
from typing import Annotated

import typer

from lip.cli.running import REFUSED, command, machine, out, print_json
from lip.conference.actions.check_in import Scan, check_in_all, order
from lip.conference.pages.answers import answer_of, outcome_words
from lip.journal.rules.entries import COMMAND
from lip.words import _

LET_IN = frozenset({"welcome", "inside", "out"})


@command
async def check_in(
    codes: Annotated[
        list[str] | None,
        typer.Argument(help=_("Codes; ohne Angabe zeilenweise von der Eingabe")),
    ] = None,
    conference: Annotated[str, typer.Option(help=_("Kürzel der Konferenz"))] = "",
    desk: Annotated[str, typer.Option(help=_("Name des Platzes"))] = "Kommandozeile",
    as_json: Annotated[bool, typer.Option("--json", help=_("für Programme"))] = False,
) -> None:
    """Check in the holders of codes; exit code 1 when somebody is turned away."""
    here = machine()
    texts = codes or [line.strip() for line in sys.stdin if line.strip()]
    orders = [
        order(
            text,
            conference=conference,
            desk=desk,
            by=COMMAND,
            now=here.now,
            keys=here.keys,
        )
        for text in texts
    ]
    scans = await check_in_all(orders)
    if as_json:
        print_json([
            _plain(text, scan) for text, scan in zip(texts, scans, strict=True)
        ])
    else:
        for text, scan in zip(texts, scans, strict=True):
            answer = answer_of(scan)
            out.print(f"{text}  {outcome_words(answer)}", markup=False)
    if not all(answer_of(scan).outcome in LET_IN for scan in scans):
        raise typer.Exit(REFUSED)


def _plain(text: str, scan: Scan) -> dict[str, object]:
    answer = answer_of(scan)
    return {
        "code": text,
        "outcome": answer.outcome,
        "name": answer.name,
        "number": answer.number,
        "hand_out": list(answer.hand_out),
        "since": answer.since,
        "desk": answer.desk,
    }
