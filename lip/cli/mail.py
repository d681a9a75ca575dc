"""`lip mail`: the outbox, read and sent from the command line."""

from collections import Counter
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from lip.cli.running import command, machine, out, print_json, stop
from lip.conference.queries.conferences import conference_by_key
from lip.mail.actions.send_due import office_of, send_due
from lip.mail.kept import FATE_WORDS
from lip.mail.queries.outbox import Line, Wanted, letters_of
from lip.mail.rules.letters import Fate
from lip.web.deps import now
from lip.words import _

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Json = Annotated[bool, typer.Option("--json", help=_("für Programme"))]


@app.command("list", help=_("Die E-Mails einer Konferenz ansehen, neueste zuerst."))
@command
async def list_letters(
    conference: Annotated[str, typer.Option(help=_("Kürzel der Konferenz"))],
    fate: Annotated[Fate | None, typer.Option(help=_("nur diese"))] = None,
    page: Annotated[int, typer.Option(help=_("fünfzig je Seite"), min=1)] = 1,
    as_json: Json = False,
) -> None:
    """Print letters of a conference."""
    place = await conference_by_key(conference)
    found = await letters_of(place.key, Wanted(fate=fate), page=page)
    if as_json:
        print_json([_plain(one) for one in found.letters])
        return
    table = Table()
    for heading in (_("Wann"), _("An"), _("Betreff"), _("Verbleib")):
        table.add_column(heading)
    for one in found.letters:
        at = (one.sent_at or one.queued_at).astimezone(place.zone)
        table.add_row(
            f"{at:%Y-%m-%d %H:%M}",
            escape(one.to_address),
            escape(one.subject),
            _(FATE_WORDS[one.fate]),
        )
    out.print(table)


@app.command("send", help=_("Alle fälligen E-Mails jetzt verschicken."))
@command
async def send(as_json: Json = False) -> None:
    """Send what is due, beside a running server or without one."""
    office = office_of(machine().settings, clock=now)
    if office is None:
        stop(_("Es ist kein Mailserver eingerichtet: LIP_SMTP_URL fehlt."))
    done: Counter[Fate] = await send_due(office)
    if as_json:
        print_json({fate.value: done[fate] for fate in Fate if done[fate]})
        return
    for fate in Fate:
        if done[fate]:
            out.print(f"{_(FATE_WORDS[fate])}: {done[fate]}", markup=False)
    if not done:
        out.print(_("Keine E-Mail ist fällig, oder der Mailserver antwortet nicht."))


def _plain(one: Line) -> dict[str, object]:
    return {
        "id": one.id,
        "about": one.about,
        "to": one.to_address,
        "language": one.language,
        "subject": one.subject,
        "fate": one.fate.value,
        "trouble": one.trouble.value,
        "queued_at": one.queued_at.isoformat(),
        "sent_at": one.sent_at.isoformat() if one.sent_at else None,
        "tries": one.tries,
    }
