"""`lip journal`: who did what, when."""

from typing import Annotated

import typer

from lip.accounts.queries import names_of
from lip.cli.running import command, out, print_json
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.words import _


@command
async def journal(
    conference: Annotated[str, typer.Option(help=_("nur diese Konferenz"))] = "",
    act: Annotated[
        list[Act] | None, typer.Option(help=_("nur diese Handlungen"))
    ] = None,
    limit: Annotated[int, typer.Option(help=_("wie viele, die neuesten"), min=1)] = 50,
    as_json: Annotated[bool, typer.Option("--json", help=_("für Programme"))] = False,
) -> None:
    """Print entries of the journal, newest first."""
    wanted = Filter(scope=conference, acts=frozenset(act or ()))
    found = await entries(wanted, limit=limit)
    if as_json:
        print_json([
            {
                "at": entry.at.isoformat(),
                "by": {"kind": entry.by.kind.value, "id": entry.by.id},
                "act": entry.act.value,
                "subject": entry.subject,
                "conference": entry.scope,
                "facts": entry.facts,
            }
            for entry in found
        ])
        return
    names = await names_of(entry.by.id for entry in found if entry.by.id)
    for entry in found:
        who = (
            names.get(entry.by.id, entry.by.kind.value)
            if entry.by.id
            else entry.by.kind
        )
        out.print(
            f"{entry.at.isoformat(timespec='seconds')}  {who}  {entry.act.value}  "
            f"{entry.scope}  {entry.subject or ''}",
            markup=False,
        )
    if not found:
        out.print(_("Noch nichts im Journal."))
