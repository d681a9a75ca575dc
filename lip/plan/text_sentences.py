"""What is said when a rule about plans and chapters says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_chapter_text": N_(
        "In dieser Sprache gibt es das Kapitel nicht. "
        "Bitte wählen Sie eine andere Sprache."
    ),
    "unknown_wording": N_(
        "Diese Fassung des Textes gibt es nicht. Bitte wählen Sie eine andere."
    ),
    "plan_needs_title": N_("Bitte geben Sie dem Plan einen Titel."),
    "plan_key_unusable": N_(
        "Dieses Kürzel geht nicht. Bitte nur kleine Buchstaben von a bis z, Ziffern "
        "und Striche verwenden, zum Beispiel „lip-2027“."
    ),
    "plan_key_taken": N_(
        "Das Kürzel „%(key)s“ hat schon ein anderer Plan. Bitte wählen Sie ein anderes."
    ),
    "line_length_unusable": N_(
        "Eine Zeile hat zwischen %(least)s und %(most)s Zeichen. "
        "Bitte geben Sie eine solche Zahl ein."
    ),
    "language_unusable": N_(
        "Diese Sprache kennt das System nicht: %(language)s. "
        "Bitte wählen Sie eine aus der Liste."
    ),
    "chapter_within_itself": N_(
        "Ein Kapitel kann nicht in sich selbst stehen, auch nicht über ein anderes. "
        "Bitte wählen Sie ein anderes Kapitel."
    ),
    "chapter_too_deep": N_(
        "So tief lassen sich Kapitel nicht ineinander stellen: höchstens %(most)s "
        "Ebenen. Bitte wählen Sie ein Kapitel weiter oben."
    ),
    "unknown_parent_chapter": N_(
        "Das Kapitel, in dem dieses stehen soll, ist nicht mehr im Entwurf. "
        "Bitte wählen Sie ein anderes."
    ),
    "chapter_was_public": N_(
        "Dieses Kapitel konnten schon alle lesen. Bitte nehmen Sie es aus dem Entwurf "
        "heraus, statt es zu löschen."
    ),
    "chapter_has_parts": N_(
        "In diesem Kapitel stehen andere. Bitte stellen Sie sie zuerst woandershin."
    ),
    "chapter_has_amendments": N_(
        "Zu diesem Kapitel gibt es Änderungsanträge. Bitte nehmen Sie es aus dem "
        "Entwurf heraus, statt es zu löschen."
    ),
    "chapter_has_remarks": N_(
        "Zu diesem Kapitel gibt es Anmerkungen. Bitte nehmen Sie es aus dem Entwurf "
        "heraus, statt es zu löschen."
    ),
    "chapter_has_steps": N_(
        "Über dieses Kapitel wurde schon beraten. Bitte löschen Sie zuerst seine "
        "Beratungsschritte, oder nehmen Sie es aus dem Entwurf heraus."
    ),
    "chapter_has_traces": N_(
        "Von diesem Kapitel führen Spuren zu anderem. Bitte löschen Sie sie zuerst, "
        "oder nehmen Sie das Kapitel aus dem Entwurf heraus."
    ),
    "plan_was_public": N_(
        "Diesen Plan konnten schon alle lesen. Er bleibt bestehen. Bitte ändern Sie "
        "ihn, oder zeigen Sie den Entwurf nicht mehr öffentlich."
    ),
    "plan_has_chapters": N_(
        "In diesem Plan stehen noch Kapitel. Bitte löschen Sie sie zuerst."
    ),
    "chapter_needs_title": N_("Bitte geben Sie dem Kapitel einen Titel."),
    "chapter_text_too_long": N_(
        "Dieser Text ist zu lang. Ein Kapitel hat höchstens %(most)s Zeichen. "
        "Bitte teilen Sie ihn auf mehrere Kapitel auf."
    ),
    "chapter_text_tangled": N_(
        "In einem Absatz stehen mehr als tausend eckige Klammern. So kann ihn niemand "
        "lesen. Bitte kürzen Sie den Absatz."
    ),
    "chapter_language_taken": N_(
        "In dieser Sprache gibt es das Kapitel schon. Bitte öffnen Sie es dort."
    ),
    "too_many_chapters": N_(
        "Der Plan hat schon %(most)s Kapitel, mehr geht nicht. "
        "Bitte fassen Sie Kapitel zusammen."
    ),
    "too_many_chapter_languages": N_(
        "Das Kapitel gibt es schon in %(most)s Sprachen, mehr geht nicht. "
        "Bitte ändern Sie eine davon."
    ),
    "decided_on_unusable": N_(
        "Dieses Datum kann nicht stimmen. Bitte geben Sie ein Jahr oder einen Tag ein, "
        "zum Beispiel „2026“ oder „22.01.2026“."
    ),
    "term_needs_explanation": N_(
        "Bitte schreiben Sie den Begriff und was er bedeutet."
    ),
    "too_many_terms": N_(
        "Es sind schon %(most)s Begriffe erklärt, mehr geht nicht. "
        "Bitte löschen Sie einen davon."
    ),
}
