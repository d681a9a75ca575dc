"""`lip export results`: a sealed result as a file."""

from pathlib import Path
from typing import Annotated

import typer

from lip.cli.running import command, out, stop
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.words import _, current_language
from proposals.voting.documents.result_paper import result_pdf
from proposals.voting.files.result_files import (
    ResultFile,
    kinds_of,
    result_csv,
    result_pabulib,
    result_xlsx,
)
from proposals.voting.queries.results import sealed_result
from proposals.voting.queries.rounds import RoundFacts, round_of
from proposals.voting.result_table import picked
from proposals.voting.rules.result import Result


@command
async def export_results(
    conference: Annotated[str, typer.Option(help=_("Kürzel der Konferenz"))],
    number: Annotated[int, typer.Option("--round", help=_("Nummer der Abstimmung"))],
    kind: Annotated[
        ResultFile, typer.Option("--format", help=_("Dateiart"))
    ] = ResultFile.CSV,
    output: Annotated[Path | None, typer.Option("--out", help=_("Datei"))] = None,
) -> None:
    """Write a sealed result to a file."""
    place = await conference_by_key(conference)
    one = await round_of(place.id, number)
    result = sealed_result(one)
    if result is None:
        stop(_("Die Abstimmung %(number)s ist noch nicht geschlossen.", number=number))
    if result.too_few:
        stop(_("Weniger als fünf Personen haben abgestimmt: kein Ergebnis."))
    if kind not in kinds_of(result):
        stop(_("Pabulib gibt es nur, wo Geld verteilt wurde."))
    content = _written(kind, one, result, place)
    path = output or Path(f"{conference}-{number}-result.{kind.value}")
    path.write_bytes(content)
    out.print(_("Geschrieben: %(file)s", file=str(path)), markup=False)


def _written(
    kind: ResultFile, one: RoundFacts, result: Result, place: ConferenceFacts
) -> bytes:
    match kind:
        case ResultFile.CSV:
            return result_csv(result)
        case ResultFile.XLSX:
            return result_xlsx(result, digest=one.digest, closed_at=one.closed_at)
        case ResultFile.JSON:
            return one.result.encode()
        case ResultFile.PB:
            return result_pabulib(result, conference=place.title, place=place.place)
        case ResultFile.PDF:
            return result_pdf(
                result,
                conference=place.title,
                title=picked(one.title).text,
                when="",
                digest=one.digest,
                language=current_language(),
            )
