"""What is said when a rule about voting says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "no_such_round": N_(
        "Die Abstimmung Nr. %(number)s gibt es nicht. "
        "Bitte gehen Sie zurück und wählen Sie eine aus der Liste."
    ),
    "round_not_open_yet": N_(
        "Diese Abstimmung hat noch nicht begonnen. Bitte versuchen Sie es später."
    ),
    "round_over": N_(
        "Diese Abstimmung ist beendet. Was vorher gespeichert war, zählt; "
        "diese letzte Angabe kam zu spät und zählt nicht."
    ),
    "round_not_draft": N_(
        "Diese Abstimmung ist schon eröffnet und bleibt, wie angekündigt. "
        "Sie können nur noch das Ende verschieben oder sie schließen."
    ),
    "round_still_open": N_(
        "Hier wird noch abgestimmt. Bitte beenden Sie zuerst die Abstimmung."
    ),
    "round_not_running": N_(
        "Das Ende lässt sich nur verschieben, solange abgestimmt wird."
    ),
    "round_ends_too_early": N_(
        "Das Ende muss in der Zukunft liegen. Bitte wählen Sie eine spätere Uhrzeit."
    ),
    "round_without_title": N_("Bitte schreiben Sie dazu, worüber abgestimmt wird."),
    "round_without_options": N_(
        "Es stehen erst %(options)s zur Wahl, nötig sind mindestens %(least)s. "
        "Bitte wählen Sie zuerst aus, worüber abgestimmt wird."
    ),
    "round_too_many_options": N_(
        "Zur Wahl stehen können höchstens %(most)s. Bitte wählen Sie weniger aus."
    ),
    "round_without_channel": N_(
        "Bitte wählen Sie mindestens einen Weg, auf dem abgestimmt werden kann."
    ),
    "round_without_costs": N_(
        "Nr. %(position)s hat noch keine Kosten. "
        "Bitte tragen Sie für alle einen Betrag ein."
    ),
    "round_without_budget": N_("Bitte geben Sie an, wie viel Geld da ist."),
    "round_each_too_many": N_(
        "Auf einen Vorschlag können nicht mehr Punkte fallen, als jede Person hat. "
        "Bitte ändern Sie eine der Zahlen."
    ),
    "round_without_group": N_("Bitte wählen Sie die Gruppe, die abstimmt."),
    "paper_not_with_method": N_(
        "Klebepunkte passen nicht zu dieser Art der Abstimmung. Bitte wählen Sie "
        "einen anderen Weg, oder lassen Sie Punkte oder Zustimmung vergeben."
    ),
    "vote_without_place": N_(
        "Mit diesem Ticket ist gerade kein Platz verbunden. "
        "Bitte sprechen Sie die Menschen am Einlass an."
    ),
    "vote_only_present": N_(
        "Hier stimmt ab, wer im Haus ist. Bitte lassen Sie sich am Einlass eintragen "
        "und versuchen Sie es dann noch einmal."
    ),
    "vote_only_group": N_(
        "Hier stimmt nur eine bestimmte Gruppe ab, zu der dieses Ticket nicht gehört. "
        "Wenn das nicht stimmt, sprechen Sie bitte das Organisationsteam an."
    ),
    "vote_channel_shut": N_(
        "Auf diesem Weg kann hier nicht abgestimmt werden. "
        "Bitte fragen Sie die Moderation, wie es geht."
    ),
    "vote_unknown_option": N_(
        "Darüber wird hier nicht abgestimmt. "
        "Bitte laden Sie die Seite neu und wählen Sie noch einmal."
    ),
    "vote_not_a_mark": N_(
        "Diese Angabe lässt sich nicht zählen. Bitte wählen Sie noch einmal."
    ),
    "vote_too_many": N_(
        "Sie haben %(given)s vergeben, möglich sind %(allowed)s. "
        "Bitte nehmen Sie etwas zurück; noch ist nichts gespeichert."
    ),
    "vote_too_many_on_one": N_(
        "Auf einem Vorschlag liegen %(given)s, möglich sind dort %(allowed)s. "
        "Bitte verteilen Sie anders; noch ist nichts gespeichert."
    ),
    "vote_over_budget": N_(
        "Ihre Auswahl kostet %(given)s Euro, da sind %(allowed)s Euro. "
        "Bitte nehmen Sie etwas heraus; noch ist nichts gespeichert."
    ),
    "vote_page_too_old": N_(
        "Diese Seite ist nicht mehr aktuell. Bitte beginnen Sie neu."
    ),
    "voted_by_phone": N_(
        "Mit diesem Ticket wurde schon am eigenen Telefon abgestimmt. "
        "Ändern können Sie Ihre Stimme dort, bis die Abstimmung endet."
    ),
    "voted_by_tablet": N_(
        "Mit diesem Ticket wurde schon an einem Tablet abgestimmt. "
        "Ändern können Sie Ihre Stimme an einem Tablet, bis die Abstimmung endet."
    ),
    "voted_by_code": N_(
        "Für dieses Ticket wurde ein Zettel mit Stimmcode ausgegeben. "
        "Bitte stimmen Sie damit ab."
    ),
    "voted_by_paper": N_(
        "Für dieses Ticket wurden Klebepunkte ausgegeben. "
        "Bitte kleben Sie diese auf den Bogen."
    ),
    "vote_code_unknown": N_(
        "Diesen Code gibt es nicht. Bitte prüfen Sie jedes Zeichen; "
        "auf dem Zettel stehen zwölf Zeichen, drei Mal vier."
    ),
    "vote_code_void": N_(
        "Dieser Code ist ungültig gemacht worden. "
        "Bitte holen Sie sich mit Ihrem Ticket einen neuen Zettel."
    ),
    "vote_code_not_out": N_(
        "Dieser Code ist noch nicht ausgegeben. "
        "Bitte holen Sie sich mit Ihrem Ticket einen Zettel."
    ),
    "vote_codes_all_used": N_(
        "So viele Zettel, wie ausgegeben wurden, haben schon abgestimmt. Bitte gehen "
        "Sie mit Ticket und Zettel zur Ausgabe, damit das geklärt wird."
    ),
    "package_unknown": N_(
        "Das Paket Nr. %(package)s gibt es nicht. Bitte wählen Sie eines aus der Liste."
    ),
    "slip_unknown": N_(
        "Den Zettel %(place)s gibt es in Paket %(package)s nicht. "
        "Bitte prüfen Sie beide Zahlen auf dem Zettel."
    ),
    "too_many_slips": N_(
        "So viele Zettel auf einmal gehen nicht. Bitte höchstens %(most)s drucken."
    ),
    "dots_more_than_possible": N_(
        "%(people)s Personen können zusammen höchstens %(allowed)s Punkte kleben, "
        "hier stehen %(given)s. Bitte zählen Sie noch einmal."
    ),
    "dots_more_on_one": N_(
        "Bei Nr. %(position)s stehen %(given)s Punkte; "
        "%(people)s Personen können dort höchstens %(allowed)s kleben. "
        "Bitte zählen Sie noch einmal."
    ),
    "dots_more_people": N_(
        "Punkte wurden an %(allowed)s Personen ausgegeben. "
        "Mit diesem Bogen wären es %(given)s. Bitte prüfen Sie die Zahl der Personen."
    ),
    "sheet_counted_by_two": N_(
        "Diesen Bogen haben schon zwei andere gezählt. "
        "Sie können nur entscheiden, wenn ihre Zahlen nicht übereinstimmen."
    ),
    "sheet_settle_by_third": N_(
        "Das entscheidet eine dritte Person. Sie selbst können Ihre eigene Zählung "
        "ändern; stimmen dann beide überein, ist der Bogen fertig."
    ),
    "sheet_nothing_to_settle": N_(
        "An diesem Bogen ist nichts zu entscheiden. Bitte laden Sie die Seite neu."
    ),
    "sheets_not_settled": N_(
        "Noch nicht fertig gezählt: %(left)s Bogen. "
        "Bitte klären Sie zuerst, wo sich zwei Zählungen unterscheiden."
    ),
}
