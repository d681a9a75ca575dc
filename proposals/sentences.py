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
    "proposal_link_unknown": N_(
        "Dieser Link gilt nicht oder nicht mehr. "
        "Bitte fragen Sie die Moderation nach dem richtigen."
    ),
}
