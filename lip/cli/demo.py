"""`lip demo`: a sample conference, ready to be tried."""

import os
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress
from rich.table import Table

from lip.accounts.sentences import ROLE_WORDS
from lip.cli.running import command, err, machine, out, print_json, settings_or_stop
from lip.cli.serving import Host, run_server
from lip.settings import Settings
from lip.words import _

if TYPE_CHECKING:
    from lip.sample.fill_in import Sample


def demo(
    host: Host = "127.0.0.1",
    port: Annotated[int, typer.Option(help=_("Port"), min=1, max=65535)] = 8000,
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", help=_("den Server starten"))
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help=_("für Programme"))] = False,
) -> None:
    """Fill in the sample conference, print the logins and start the server."""
    address = f"http://{host}:{port}"
    os.environ.setdefault("LIP_BASE_URL", address)
    settings = settings_or_stop()
    sample = _fill_in()
    if as_json:
        print_json(_plain(sample, address))
    else:
        _show(sample, address, settings)
    if serve:
        run_server(settings, host=host, port=port)


@command
async def _fill_in() -> "Sample":
    from lip.sample.fill_in import (  # noqa: PLC0415 - it brings every area
        PEOPLE,
        fill_in,
    )

    here = machine()
    with Progress(console=err, transient=True) as bar:
        task = bar.add_task(_("Beispiel-Konferenz"), total=PEOPLE)
        return await fill_in(
            keys=here.keys,
            now=here.now,
            progress=lambda done: bar.update(task, completed=done),
        )


def _show(sample: "Sample", address: str, settings: Settings) -> None:
    from lip.sample.fill_in import KEY, PEOPLE  # noqa: PLC0415

    out.print()
    out.print(
        _(
            "Die Beispiel-Konferenz „%(key)s“ mit %(people)s Personen ist bereit.",
            key=KEY,
            people=PEOPLE,
        ),
        style="bold",
    )
    out.print(_("Datenbank: %(url)s", url=settings.database_url), markup=False)
    out.print(_("Adresse:   %(address)s", address=address), markup=False)
    table = Table(title=_("Anmeldung"), title_justify="left")
    for heading in (_("Rolle"), _("Anmeldename"), _("Passwort")):
        table.add_column(heading)
    for login in sample.logins:
        table.add_row(_(ROLE_WORDS[login.role]), login.name, login.password)
    out.print(table)
    out.print(_("Für das Telefon einer Einlass-Hilfe, einmal zu benutzen:"))
    out.print(f"{address}/sign-in/link/{sample.link_token}", markup=False)
    out.print()


def _plain(sample: "Sample", address: str) -> dict[str, object]:
    from lip.sample.fill_in import KEY  # noqa: PLC0415

    return {
        "address": address,
        "conference": KEY,
        "logins": [
            {
                "role": login.role.value,
                "name": login.name,
                "password": login.password,
            }
            for login in sample.logins
        ],
        "helper_link": f"{address}/sign-in/link/{sample.link_token}",
    }
