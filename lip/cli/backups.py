"""`lip backup` and `lip restore`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from lip.cli.old_backups import promises_told, show_backups, show_promises
from lip.cli.retention import kinds_kept
from lip.cli.running import command, err, machine, out, print_json
from lip.database.backup import (
    ENDING,
    BackupReport,
)
from lip.database.backup import backup as make_backup
from lip.database.backup import restore as restore_backup
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND, Entry
from lip.retention.actions.after_restore import keep_promises, remember
from lip.words import _

Json = Annotated[bool, typer.Option("--json", help=_("für Programme"))]


@command
async def backup(
    target: Annotated[
        Path | None,
        typer.Argument(
            help=_("Datei, mit --list der Ordner; sonst mit Datum im Ordner")
        ),
    ] = None,
    folder: Annotated[Path, typer.Option(help=_("Ordner der Sicherungen"))] = Path(),
    only_list: Annotated[
        bool, typer.Option("--list", help=_("vorhandene Sicherungen zeigen"))
    ] = False,
    as_json: Json = False,
) -> None:
    """Save a running database, or list what was saved."""
    here = machine()
    if only_list:
        await show_backups(target or folder, now=here.now, as_json=as_json)
        return
    name = target or folder / f"lip-{here.now:%Y%m%d-%H%M%S}{ENDING}"
    with Progress(console=err, transient=True) as bar:
        task = bar.add_task(_("Sichern"), total=None)
        report = await make_backup(
            name, now=here.now, progress=lambda _table, rows: bar.advance(task, rows)
        )
    await record(
        Entry(
            at=here.now,
            by=COMMAND,
            act=Act.DATABASE_BACKED_UP,
            facts={"rows": report.rows},
        )
    )
    _show(report, _("Gesichert"), as_json=as_json)
    if not as_json:
        out.print(
            _(
                "Der Schlüssel (LIP_SECRET oder %(file)s) ist nicht darin. "
                "Bewahren Sie ihn getrennt auf: ohne ihn gelten die Tickets nicht.",
                file=here.settings.key_file,
            ),
            markup=False,
        )


@command
async def restore(
    source: Annotated[Path, typer.Argument(help=_("Datei der Sicherung"))],
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help=_("vorhandene Daten ersetzen"))
    ] = False,
    as_json: Json = False,
) -> None:
    """Put a backup back, and delete at once what has become due since it was made."""
    here = machine()
    remembered = await remember()
    with Progress(console=err, transient=True) as bar:
        task = bar.add_task(_("Zurückspielen"), total=None)
        report = await restore_backup(
            source,
            overwrite=overwrite,
            progress=lambda _table, rows: bar.advance(task, rows),
        )
    await record(
        Entry(
            at=here.now,
            by=COMMAND,
            act=Act.DATABASE_RESTORED,
            facts={"rows": report.rows},
        )
    )
    kinds = kinds_kept()
    kept = await keep_promises(remembered, kinds, keys=here.keys, now=here.now)
    _show(report, _("Zurückgespielt"), as_json=as_json, more=promises_told(kept))
    if not as_json:
        show_promises(kept, kinds)


def _show(
    report: BackupReport,
    verb: str,
    *,
    as_json: bool,
    more: Mapping[str, object] | None = None,
) -> None:
    if as_json:
        print_json({
            **(more or {}),
            "file": report.path,
            "made_at": report.made_at.isoformat(),
            "revision": report.revision,
            "tables": report.tables,
            "rows": report.rows,
            "bytes": report.bytes,
            "sha256": report.sha256,
        })
        return
    said = _(
        "%(verb)s: %(file)s, %(tables)s Tabellen, %(rows)s Zeilen, %(bytes)s Bytes.",
        verb=verb,
        file=report.path,
        tables=report.tables,
        rows=report.rows,
        bytes=report.bytes,
    )
    out.print(said, markup=False)
