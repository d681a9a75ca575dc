"""`lip verify-result`: count a sealed result anew, from its file alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

import typer

from lip.cli.terminal import MACHINE, REFUSED, out, print_json, stop
from lip.equal_shares import equal_shares
from lip.words import N_, _
from proposals.voting.rules.verifying import Flaw, Verdict, verify

_FLAWS: Final[Mapping[Flaw, str]] = {
    Flaw.NOT_A_RESULT: N_("Das ist keine Datei mit einem Ergebnis."),
    Flaw.NOT_CANONICAL: N_("Die Datei wurde umgeschrieben: Zeichen sind anders."),
    Flaw.OTHER_DIGEST: N_("Die Prüfsumme ist eine andere als die veröffentlichte."),
    Flaw.OTHER_PLACES: N_("Die Plätze passen nicht zu den Zahlen."),
    Flaw.OTHER_FIELDS: N_("Plätze in einem Handlungsfeld passen nicht zu den Zahlen."),
    Flaw.OTHER_COUNTS: N_("Die Zahlen passen nicht zu den Stimmen."),
    Flaw.OTHER_SPENDING: N_("Das Geld ist anders verteilt, als die Regel es sagt."),
}


def verify_result(
    file: Annotated[Path, typer.Argument(help=_("JSON einer Abstimmung"))],
    digest: Annotated[str, typer.Option(help=_("die veröffentlichte Prüfsumme"))] = "",
    as_json: Annotated[bool, typer.Option("--json", help=_("für Programme"))] = False,
) -> None:
    """Make digest, places and spending anew from a file, without a database."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        stop(_("Das ging nicht: %(error)s", error=str(error)), MACHINE)
    verdict = verify(text, shares=equal_shares, digest=digest.strip().lower())
    if as_json:
        flaws = [flaw.value for flaw in verdict.flaws]
        print_json({"true": verdict.true, "digest": verdict.digest, "flaws": flaws})
    else:
        _say(verdict)
    if not verdict.true:
        raise typer.Exit(REFUSED)


def _say(verdict: Verdict) -> None:
    out.print(_("Prüfsumme: %(digest)s", digest=verdict.digest), markup=False)
    for flaw in verdict.flaws:
        out.print(_(_FLAWS[flaw]), markup=False)
    if verdict.true:
        out.print(_("Alles stimmt: Zahlen, Plätze und Verteilung passen zusammen."))
        out.print(
            _("Vergleichen Sie die Prüfsumme mit der auf der Seite der Abstimmung.")
        )
