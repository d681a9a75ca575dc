"""What is said to organisers of registration when something cannot be done."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "no_registration_form": N_(
        "Diese Konferenz hat noch kein Anmeldeformular. Bitte legen Sie zuerst das "
        "übliche Formular an."
    ),
    "registration_closes_too_early": N_(
        "Das Formular würde schließen, bevor es öffnet. Bitte prüfen Sie die Zeiten."
    ),
    "unknown_field": N_("Diese Frage gibt es nicht mehr."),
    "too_many_fields": N_(
        "Mehr als %(most)s Fragen sind zu viele. Bitte löschen Sie zuerst eine."
    ),
    "field_needs_label": N_("Bitte schreiben Sie die Frage."),
    "field_needs_purpose": N_(
        "Bitte schreiben Sie in einem Satz, wozu Sie das wissen möchten."
    ),
    "field_needs_options": N_(
        "Eine Liste braucht mindestens zwei Antworten. Bitte ergänzen Sie sie."
    ),
    "field_option_twice": N_("Eine Antwort steht zweimal da. Bitte ändern Sie eine."),
    "field_target_unfit": N_(
        "Diese Art von Antwort passt nicht in die gewählte Spalte der Gästeliste. "
        "Bitte wählen Sie eine andere Art oder eine andere Spalte."
    ),
    "field_target_taken": N_(
        "Eine andere Frage füllt diese Spalte der Gästeliste schon. Bitte wählen Sie "
        "eine andere Spalte oder „eigene Frage“."
    ),
    "field_contact_required": N_(
        "E-Mail und Telefon bleiben freiwillig, denn nicht alle Menschen haben sie. "
        "Bitte nehmen Sie das Häkchen heraus."
    ),
    "field_sensitive_required": N_(
        "Empfindliche Angaben bleiben freiwillig. Bitte nehmen Sie eines der beiden "
        "Häkchen heraus."
    ),
    "field_sensitive_on_badge": N_(
        "Empfindliche Angaben dürfen nicht auf dem Namensschild stehen. Bitte wählen "
        "Sie, wer die Antwort sonst sieht."
    ),
    "field_sensitive_kept": N_(
        "Empfindliche Antworten werden spätestens 90 Tage nach der Konferenz gelöscht. "
        "Bitte geben Sie 1 bis 90 Tage an."
    ),
    "field_condition_not_before": N_(
        "Eine Frage kann nur von einer Frage abhängen, die vor ihr steht. Bitte "
        "ändern Sie die Reihenfolge oder die Bedingung."
    ),
    "field_condition_unknown_value": N_(
        "Die frühere Frage hat diese Antwort nicht mehr. Bitte wählen Sie eine andere."
    ),
    "field_others_depend": N_(
        "Andere Fragen hängen von dieser ab. Bitte ändern Sie zuerst deren Bedingung."
    ),
    "field_has_answers": N_(
        "Auf diese Frage haben schon Menschen geantwortet. Art und Ort der Antwort "
        "bleiben deshalb. Legen Sie sonst bitte eine neue Frage an."
    ),
    "field_answered_meanwhile": N_(
        "Inzwischen gibt es %(answers)s Antworten auf diese Frage. Bitte bestätigen "
        "Sie noch einmal, dass Sie sie löschen möchten."
    ),
    "unknown_group": N_("Diese Gruppe gibt es nicht mehr."),
    "group_needs_name": N_("Die Gruppe braucht einen Namen."),
    "too_many_groups": N_(
        "Mehr als %(most)s Gruppen sind zu viele. Bitte löschen Sie zuerst eine."
    ),
    "group_has_people": N_(
        "In dieser Gruppe sind schon Menschen angemeldet oder eingeladen. Sie kann "
        "deshalb nicht gelöscht werden. Sie können sie umbenennen."
    ),
    "moving_up_needs_reason": N_(
        "Bitte wählen Sie einen Grund. Er steht mit Ihrem Namen im Journal."
    ),
    "not_waiting_any_more": N_("Diese Person steht nicht mehr auf der Warteliste."),
    "no_place_to_move_to": N_(
        "Dafür sind nicht genug Plätze frei: gebraucht %(people)s, frei %(left)s. "
        "Bitte erhöhen Sie zuerst die Plätze."
    ),
    "too_many_invited": N_(
        "Auf einmal können Sie höchstens %(most)s Menschen einladen. Bitte teilen Sie "
        "die Liste."
    ),
    "unknown_invitation": N_(
        "Diese Einladung gibt es nicht. Vielleicht ist der Link nicht vollständig. "
        "Bitte öffnen Sie ihn noch einmal aus Ihrer Nachricht, oder scannen Sie den "
        "QR-Code Ihres Briefes."
    ),
    "invitation_withdrawn": N_(
        "Diese Einladung gilt nicht mehr. Bitte fragen Sie beim Organisationsteam nach."
    ),
    "invitation_answered": N_("Diese Einladung ist schon beantwortet."),
    "invitations_ended": N_(
        "Die Anmeldung ist geschlossen. Mit einer Einladung kann sich deshalb niemand "
        "mehr anmelden. Bitte fragen Sie beim Organisationsteam nach."
    ),
    "invitation_not_registered": N_(
        "Die Anmeldung hat nicht geklappt. Bitte versuchen Sie es noch einmal."
    ),
    "invitations_of_draft": N_(
        "Die Konferenz ist noch ein Entwurf. Bitte kündigen Sie sie zuerst an, dann "
        "können Sie Einladungen verschicken."
    ),
    "no_letters_to_print": N_(
        "Es gibt keine offene Einladung zu drucken. Legen Sie zuerst Einladungen an."
    ),
    "unknown_question": N_("Diese Frage gibt es nicht mehr."),
    "question_needs_text": N_("Bitte schreiben Sie die Frage."),
    "question_needs_options": N_("Eine Frage braucht 2 bis 12 Antworten."),
    "question_option_twice": N_(
        "Eine Antwort steht zweimal da. Bitte ändern Sie eine."
    ),
    "too_many_questions": N_(
        "Mehr als %(most)s Fragen sind zu viele: Viele Antworten zusammen könnten "
        "einen Menschen erkennen lassen."
    ),
    "question_has_answers": N_(
        "Auf diese Frage ist schon geantwortet worden. Sie können sie noch anders "
        "schreiben, aber keine Antworten mehr hinzufügen oder streichen."
    ),
    "no_statistics": N_("Hier wird keine Statistik erhoben."),
}
