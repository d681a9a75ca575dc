"""Commands that work on a file alone, without a server or a database."""

import typer

from lip.cli import cluster, count, opinions, verify_result
from lip.words import _


def add_commands(to: typer.Typer) -> None:
    """Add the commands that work on a file."""
    cluster.add_commands(to)
    to.command("opinions", help=_("Meinungsgruppen aus Stimmen finden."))(
        opinions.opinions
    )
    to.command("verify-result", help=_("Das Ergebnis einer Abstimmung nachrechnen."))(
        verify_result.verify_result
    )
    to.command("count", help=_("Stimmzettel aus einer Datei auszählen."))(
        count.count_file
    )


app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.callback()(lambda: None)
add_commands(app)
