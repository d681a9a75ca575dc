"""`lip purge`: delete what is due, say what would be, check the records."""

from collections.abc import Sequence
from typing import Annotated

import typer

from lip.cli.running import REFUSED, command, machine, out, print_json, stop
from lip.journal.rules.entries import COMMAND
from lip.kept import Kind
from lip.retention.actions.purge import Purged, due
from lip.retention.actions.purge import purge as purge_kinds
from lip.retention.pages.record_words import said_break
from lip.retention.queries.records import all_records, break_of_chain
from lip.words import _


def kinds_kept() -> Sequence[Kind]:
    """Give every kind of data of all areas."""
    from lip.contributions import KINDS  # noqa: PLC0415 - brings all pages; only when asked for

    return KINDS


@command
async def purge(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("nur zeigen, was fällig ist"))
    ] = False,
    verify: Annotated[
        bool, typer.Option("--verify", help=_("die Löschvermerke prüfen"))
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help=_("für Programme"))] = False,
) -> None:
    """Delete what is due, of every kind, and clean the files of the database."""
    if verify:
        await _verify(as_json=as_json)
        return
    here = machine()
    kinds = kinds_kept()
    if dry_run:
        done = await due(kinds, now=here.now)
    else:
        done = await purge_kinds(kinds, by=COMMAND, now=here.now, clean=True)
    if as_json:
        print_json(told(done, dry_run=dry_run))
        return
    show(done, kinds)
    if not dry_run and not done.traceless:
        out.print(
            _(
                "Die Dateien der Datenbank wurden gerade benutzt. Reste darin "
                "verschwinden beim nächsten Lauf."
            )
        )


def told(done: Purged, *, dry_run: bool = False) -> dict[str, object]:
    """Say for programs what a run came to."""
    return {
        "run": done.run,
        "at": done.at.isoformat(),
        "dry_run": dry_run,
        "rows": done.rows,
        "deleted": [
            {"kind": one.kind, "conference": one.scope, "rows": one.rows}
            for one in done.deleted
        ],
        "traceless": done.traceless,
    }


def show(done: Purged, kinds: Sequence[Kind]) -> None:
    """Print what a run came to, a line for each kind and conference."""
    labels = {kind.name: _(kind.label) for kind in kinds}
    for one in done.deleted:
        out.print(
            f"{one.rows:6}  {labels[one.kind]}  {one.scope}".rstrip(), markup=False
        )
    if not done.deleted:
        out.print(_("Nichts ist fällig."))


async def _verify(*, as_json: bool) -> None:
    records = await all_records()
    broken = await break_of_chain()
    if as_json:
        print_json({
            "records": len(records),
            "whole": broken is None,
            "flaw": broken.flaw.value if broken else None,
            "number": broken.number if broken else None,
            "digest": records[-1].digest if records else None,
        })
        if broken:
            raise typer.Exit(REFUSED)
        return
    if broken:
        stop(said_break(broken))
    out.print(
        _("%(number)s Löschvermerke, vollständig und unverändert.", number=len(records))
    )
