"""`lip account`: create, reset, list."""

from typing import Annotated

import typer

from lip.accounts.actions.create_account import create_account
from lip.accounts.actions.grant_role import grant_role
from lip.accounts.actions.set_password import random_password, reset_password
from lip.accounts.queries import account_named, accounts
from lip.accounts.rules.roles import Grant, Role
from lip.accounts.sentences import ROLE_WORDS
from lip.cli.running import command, machine, out, print_json
from lip.conference.queries.conferences import conference_by_key
from lip.journal.rules.entries import COMMAND
from lip.words import _

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Name = Annotated[str, typer.Argument(help=_("Anmeldename"))]
Json = Annotated[bool, typer.Option("--json", help=_("für Programme"))]


@app.command("create", help=_("Ein Konto mit einer Rolle anlegen."))
@command
async def create(
    name: Name,
    role: Annotated[Role, typer.Option(help=_("Rolle"))],
    conference: Annotated[
        str, typer.Option(help=_("nur für diese Konferenz (Kürzel)"))
    ] = "",
    display_name: Annotated[str, typer.Option(help=_("Name, der gezeigt wird"))] = "",
    password: Annotated[
        str,
        typer.Option(envvar="LIP_NEW_PASSWORD", help=_("sonst wird eines gewürfelt")),
    ] = "",
    as_json: Json = False,
) -> None:
    """Create an account and print its password once."""
    here = machine()
    if conference:
        await conference_by_key(conference)
    chosen = password or random_password()
    person = await create_account(
        name=name,
        display_name=display_name or name,
        password=chosen,
        by=COMMAND,
        now=here.now,
    )
    await grant_role(person, Grant(role, conference), by=COMMAND, now=here.now)
    _show(name, chosen, as_json=as_json)


@app.command("reset", help=_("Einem Konto ein neues Passwort geben."))
@command
async def reset(name: Name, as_json: Json = False) -> None:
    """Give an account a new password; its sessions end."""
    here = machine()
    found = await account_named(name)
    new = await reset_password(found.id, by=COMMAND, now=here.now)
    _show(found.name, new, as_json=as_json)


@app.command("list", help=_("Alle Konten mit ihren Rollen."))
@command
async def list_accounts(as_json: Json = False) -> None:
    """List accounts; never passwords."""
    found = await accounts()
    if as_json:
        print_json([
            {
                "name": one.name,
                "display_name": one.display_name,
                "closed": one.closed,
                "second_factor": one.second_factor,
                "roles": [
                    {"role": grant.role.value, "conference": grant.scope}
                    for grant in one.grants
                ],
            }
            for one in found
        ])
        return
    for one in found:
        roles = ", ".join(
            _(ROLE_WORDS[grant.role]) + (f" ({grant.scope})" if grant.scope else "")
            for grant in one.grants
        )
        out.print(f"{one.name}  {one.display_name}  {roles}", markup=False)
    if not found:
        out.print(_("Noch kein Konto. Legen Sie eines an: lip account create …"))


def _show(name: str, password: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"name": name, "password": password})
        return
    out.print(_("Anmeldename: %(name)s", name=name), markup=False)
    out.print(_("Passwort: %(password)s", password=password), markup=False)
    out.print(_("Das Passwort wird nur jetzt gezeigt."))
