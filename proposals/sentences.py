"""What is said when a rule about proposals says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "proposal_without_words": N_(
        "Hier steht noch nichts. Bitte schreiben Sie Ihren Vorschlag auf, "
        "ein Satz genügt."
    ),
    "proposal_too_long": N_(
        "Ihr Vorschlag hat %(given)s Zeichen, es passen %(most)s. "
        "Bitte kürzen Sie ihn, oder machen Sie zwei Vorschläge daraus."
    ),
    "proposal_title_too_long": N_(
        "Die Überschrift ist zu lang. Bitte höchstens %(most)s Zeichen eingeben."
    ),
    "proposals_not_collected_here": N_(
        "Bei dieser Konferenz werden keine Vorschläge gesammelt."
    ),
    "proposals_not_yet": N_(
        "Vorschläge werden noch nicht gesammelt. Bitte versuchen Sie es später."
    ),
    "proposals_over": N_(
        "Die Zeit für Vorschläge ist vorbei. Bitte sprechen Sie die Moderation an."
    ),
    "same_words_too_often": N_(
        "Derselbe Text wurde schon sehr oft eingereicht. "
        "Bitte unterstützen Sie den Vorschlag, der schon da ist."
    ),
    "photo_needs_words": N_(
        "Bitte schreiben Sie dazu, was auf dem Foto steht. "
        "So können es auch blinde Menschen lesen."
    ),
    "enough_photos": N_(
        "Hier sind schon %(most)s Fotos, mehr geht nicht. Bitte löschen Sie erst eins."
    ),
    "photos_not_wanted": N_(
        "Bei dieser Konferenz werden keine Fotos gesammelt. "
        "Bitte schreiben Sie Ihren Vorschlag auf."
    ),
    "enough_proposals": N_(
        "Sie haben schon %(most)s Vorschläge eingereicht, mehr geht nicht. "
        "Sie können einen zurückziehen oder andere unterstützen."
    ),
    "not_your_proposal": N_(
        "Diesen Vorschlag haben nicht Sie eingereicht. "
        "Ihre eigenen stehen auf Ihrer Seite."
    ),
    "no_such_proposal": N_(
        "Den Vorschlag Nr. %(number)s gibt es nicht, oder er ist nicht mehr zu sehen."
    ),
    "proposal_withdrawn": N_(
        "Dieser Vorschlag wurde zurückgezogen und bleibt es. "
        "Bitte laden Sie die Seite neu."
    ),
    "hiding_wants_a_reason": N_(
        "Bitte wählen Sie einen Grund. Die Person, die es geschrieben hat, liest ihn."
    ),
    "hiding_wants_own_words": N_("Bitte schreiben Sie den Grund in eigenen Worten."),
    "reason_too_long": N_("Bitte begründen Sie in höchstens %(most)s Zeichen."),
    "collecting_ends_too_early": N_(
        "Das Ende muss nach dem Beginn liegen. Bitte ändern Sie eine der Zeiten."
    ),
    "collecting_most_each": N_("Bitte eine Zahl von 1 bis %(most)s eingeben."),
    "answer_without_reason": N_(
        "Wird ein Vorschlag nicht aufgegriffen, gehört eine Begründung dazu. "
        "Bitte schreiben Sie sie mindestens in einer Sprache auf."
    ),
    "answer_address_unusable": N_(
        "Diese Adresse kann niemand öffnen. "
        "Bitte geben Sie eine ein, die mit https:// beginnt."
    ),
    "taken_back_without_reason": N_(
        "Hier fehlt der Grund. Bitte schreiben Sie, warum die Antwort nicht mehr gilt."
    ),
    "answer_already_taken_back": N_(
        "Diese Antwort ist schon zurückgenommen. Bitte laden Sie die Seite neu."
    ),
    "translation_without_words": N_(
        "Hier steht noch keine Übersetzung. Bitte schreiben Sie sie auf."
    ),
    "translation_too_long": N_(
        "Die Übersetzung ist zu lang. Bitte höchstens %(most)s Zeichen eingeben."
    ),
    "translation_into_itself": N_(
        "Der Vorschlag steht schon in dieser Sprache. "
        "Bitte wählen Sie eine andere Sprache."
    ),
    "translation_language_missing": N_(
        "Bitte wählen Sie die Sprache, in die Sie übersetzen."
    ),
    "translation_stands": N_(
        "In diese Sprache hat schon jemand übersetzt. "
        "Wenn etwas nicht stimmt, sagen Sie es bitte der Moderation."
    ),
    "translation_not_to_check": N_(
        "Diese Übersetzung können Sie nicht prüfen: Sie ist Ihre eigene, schon "
        "geprüft oder von einer früheren Fassung. Bitte laden Sie die Seite neu."
    ),
    "translation_changed": N_(
        "Der Vorschlag oder die Übersetzung wurde inzwischen geändert. "
        "Bitte lesen Sie beides noch einmal."
    ),
    "no_such_translation": N_(
        "Diese Übersetzung gibt es nicht mehr. Bitte laden Sie die Seite neu."
    ),
    "too_many_translations": N_(
        "Sie haben gerade sehr viel übersetzt, vielen Dank. "
        "Bitte machen Sie in %(minutes)s Minuten weiter."
    ),
    "comment_without_words": N_(
        "Hier steht noch nichts. Bitte schreiben Sie Ihren Kommentar auf."
    ),
    "comment_too_long": N_(
        "Ihr Kommentar hat %(given)s Zeichen, es passen %(most)s. Bitte kürzen Sie ihn."
    ),
    "discussion_closed": N_(
        "Die Diskussion ist geschlossen. Ihr Kommentar wurde nicht gesendet."
    ),
    "too_many_comments": N_(
        "Sie haben gerade viele Kommentare geschrieben. "
        "Bitte warten Sie %(minutes)s Minuten."
    ),
    "no_such_comment": N_(
        "Diesen Kommentar gibt es nicht mehr. Bitte laden Sie die Seite neu."
    ),
    "not_your_comment": N_("Diesen Kommentar haben nicht Sie geschrieben."),
    "comment_withdrawn": N_(
        "Dieser Kommentar wurde zurückgezogen und bleibt es. "
        "Bitte laden Sie die Seite neu."
    ),
    "proposal_link_unknown": N_(
        "Dieser Link gilt nicht oder nicht mehr. "
        "Bitte fragen Sie die Moderation nach dem richtigen."
    ),
}
