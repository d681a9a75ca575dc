"""`lip import participants` and `lip export participants`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress
from rich.table import Table

from lip.cli.running import Machine, command, err, machine, out, print_json, stop
from lip.conference.actions.export_participants import export_participants
from lip.conference.actions.import_participants import (
    ImportDone,
    Judged,
    import_participants,
    judge_list,
)
from lip.conference.files.wording import STATUSES, finding_sentence, twin_sentence
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.column import Column
from lip.conference.rules.guest_list import Choice, RowStatus
from lip.conference.rules.guest_report import as_plain
from lip.conference.rules.sheet import SheetKind
from lip.journal.rules.entries import COMMAND
from lip.registration.pages.answers_beside import answer_columns
from lip.words import _

importing = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
exporting = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Conference = Annotated[str, typer.Option(help=_("Kürzel der Konferenz"))]
Json = Annotated[bool, typer.Option("--json", help=_("für Programme"))]


@importing.callback()
def _import_what() -> None:
    """Keep `participants` a word of its own."""


@exporting.callback()
def _export_what() -> None:
    """Keep `participants` a word of its own."""


@importing.command("participants", help=_("Eine Gästeliste einlesen."))
@command
async def import_list(
    file: Annotated[Path, typer.Argument(help=_("CSV, TSV oder XLSX"))],
    conference: Conference,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("nur prüfen, nichts eintragen"))
    ] = False,
    choice: Annotated[
        Choice,
        typer.Option(
            help=_(
                "good_only: ohne Zeilen mit Fehlern oder möglichen Doppelten; "
                "all: auch mögliche Doppelte; ticked: nur --line"
            )
        ),
    ] = Choice.GOOD_ONLY,
    line: Annotated[
        list[int] | None, typer.Option(help=_("diese Zeile auf jeden Fall"))
    ] = None,
    columns: Annotated[
        str,
        typer.Option(
            "--map",
            help=_("alle Spalten von Hand, mit Komma: given_name,family_name,ignore,…"),
        ),
    ] = "",
    sheet: Annotated[str, typer.Option(help=_("Blatt einer Excel-Datei"))] = "",
    encoding: Annotated[str, typer.Option(help=_("Zeichensatz, z. B. cp1252"))] = "",
    as_json: Json = False,
) -> None:
    """Judge a guest list and, unless it is a dry run, import the chosen rows."""
    here = machine()
    place = await conference_by_key(conference)
    judged = await judge_list(
        file.read_bytes(),
        file.name,
        conference=place,
        mapping=_mapping(columns),
        sheet=sheet,
        encoding=encoding,
    )
    lines = frozenset(line or ())
    done = None if dry_run else await _import(judged, choice, lines, place, here=here)
    if as_json:
        print_json(_plain(judged, done))
    else:
        _show(judged, done)


async def _import(
    judged: Judged,
    choice: Choice,
    lines: frozenset[int],
    conference: ConferenceFacts,
    *,
    here: Machine,
) -> ImportDone:
    with Progress(console=err, transient=True) as bar:
        task = bar.add_task(_("Einlesen"), total=len(judged.report.rows))
        return await import_participants(
            judged,
            choice,
            lines,
            conference=conference,
            keys=here.keys,
            by=COMMAND,
            now=here.now,
            progress=lambda now, all_: bar.update(task, completed=now, total=all_),
        )


def _mapping(text: str) -> Sequence[Column] | None:
    if not text:
        return None
    try:
        return [Column(name.strip()) for name in text.split(",")]
    except ValueError:
        known = ", ".join(column.value for column in Column)
        stop(_("Unbekannte Spalte in --map. Möglich sind: %(known)s", known=known), 2)


def _plain(judged: Judged, done: ImportDone | None) -> dict[str, object]:
    plain = as_plain(judged.report, say=finding_sentence)
    plain["file"] = {
        "kind": judged.sheet.kind.value,
        "encoding": judged.sheet.encoding,
        "separator": judged.sheet.separator,
        "recognised_as": judged.recognised.preset.value,
        "columns": [
            {"heading": heading, "column": column.value}
            for heading, column in zip(
                judged.sheet.headings, judged.mapping, strict=False
            )
        ],
    }
    plain["dry_run"] = done is None
    plain["imported"] = None if done is None else _done(done)
    return plain


def _done(done: ImportDone) -> dict[str, object]:
    return {
        "added": done.added,
        "updated": done.updated,
        "left_out": {status.value: many for status, many in done.left_out.items()},
    }


def _show(judged: Judged, done: ImportDone | None) -> None:
    table = Table(show_edge=False)
    for heading in (_("Zeile"), _("Name"), _("Urteil"), _("Bemerkungen")):
        table.add_column(heading)
    for row in judged.report.rows:
        said = [finding_sentence(finding) for finding in row.findings]
        said += [twin_sentence(twin) for twin in row.twins]
        if said or row.status is not RowStatus.NEW:
            table.add_row(
                str(row.line), row.guest.name, _(STATUSES[row.status]), " ".join(said)
            )
    if table.row_count:
        out.print(table)
    for status in RowStatus:
        if many := judged.report.count(status):
            out.print(f"{_(STATUSES[status])}: {many}", markup=False)
    if done is None:
        out.print(_("Nur geprüft, nichts eingetragen."))
    else:
        out.print(
            _(
                "Eingetragen: %(added)s, geändert: %(updated)s, ausgelassen: %(left)s.",
                added=done.added,
                updated=done.updated,
                left=sum(done.left_out.values()),
            )
        )


@exporting.command("participants", help=_("Die Gästeliste ausgeben."))
@command
async def export_list(
    conference: Conference,
    output: Annotated[Path | None, typer.Option("--out", help=_("Datei"))] = None,
    kind: Annotated[SheetKind, typer.Option(help=_("Dateiart"))] = SheetKind.CSV,
    needs: Annotated[
        bool, typer.Option("--with-needs", help=_("auch Essen, Betreuung, Zugang"))
    ] = False,
    codes: Annotated[
        bool, typer.Option("--with-codes", help=_("auch die Codes der Tickets"))
    ] = False,
    as_json: Json = False,
) -> None:
    """Export the guest list; sensitive needs and codes only when asked for."""
    here = machine()
    export = await export_participants(
        await conference_by_key(conference),
        kind,
        with_needs=needs,
        code_keys=here.keys if codes else None,
        beside=(answer_columns,),
        by=COMMAND,
        now=here.now,
    )
    path = output or Path(export.filename)
    path.write_bytes(export.content)
    if as_json:
        print_json({"file": path, "bytes": len(export.content)})
    else:
        out.print(_("Geschrieben: %(file)s", file=path), markup=False)
