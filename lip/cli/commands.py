"""All commands, put together."""

import typer

from lip.cli import (
    accounts,
    backups,
    demo,
    door,
    for_files,
    journal,
    lists,
    mail,
    plan_files,
    printing,
    publishing,
    results,
    retention,
    serving,
    suggesting,
)
from lip.words import _

app = typer.Typer(
    help=_("LIP: Konferenz, Vorschläge, Wahl und Plan."),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.command("demo", help=_("Eine Beispiel-Konferenz anlegen und zeigen."))(demo.demo)
app.command("serve", help=_("Den Server starten."))(serving.serve)
app.command("migrate", help=_("Die Datenbank auf den neuesten Stand bringen."))(
    serving.migrate
)
app.add_typer(accounts.app, name="account", help=_("Konten anlegen und ansehen."))
app.add_typer(lists.importing, name="import", help=_("Listen einlesen."))
app.add_typer(lists.exporting, name="export", help=_("Listen ausgeben."))
lists.exporting.command("results", help=_("Das Ergebnis einer Abstimmung ausgeben."))(
    results.export_results
)
app.command("badges", help=_("Namensschilder als PDF drucken."))(printing.badges)
app.command("door-list", help=_("Die Einlassliste als PDF drucken."))(
    printing.door_list
)
app.command("check-in", help=_("Codes prüfen und Personen einlassen."))(door.check_in)
app.command("backup", help=_("Eine laufende Datenbank sichern."))(backups.backup)
app.command("restore", help=_("Eine Sicherung zurückspielen."))(backups.restore)
app.command("purge", help=_("Löschen, was seine Frist erreicht hat."))(retention.purge)
app.add_typer(mail.app, name="mail", help=_("E-Mails ansehen und verschicken."))
app.command("suggest-clusters", help=_("Bündel für die Pinnwand vorschlagen lassen."))(
    suggesting.suggest_clusters
)
app.command("publish", help=_("Alles Öffentliche als Dateien schreiben."))(
    publishing.publish
)
app.command("import-oparl", help=_("Drucksachen nach OParl einlesen."))(
    plan_files.import_oparl
)
app.command("import-chapter", help=_("Ein Kapitel in den Entwurf einlesen."))(
    plan_files.import_chapter
)
app.command("journal", help=_("Das Journal lesen."))(journal.journal)
for_files.add_commands(app)
