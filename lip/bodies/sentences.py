"""What is said when a rule about bodies, districts or steps says no."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_body": N_(
        "Dieses Gremium gibt es nicht. Bitte wählen Sie eins aus der Liste."
    ),
    "body_needs_name": N_("Bitte geben Sie dem Gremium einen Namen."),
    "body_name_taken": N_(
        "„%(name)s“ gibt es schon. Bitte wählen Sie einen anderen Namen."
    ),
    "body_above_itself": N_(
        "So stünde das Gremium über sich selbst. Bitte wählen Sie ein anderes "
        "Gremium, zu dem es gehört."
    ),
    "body_ends_before_it_begins": N_(
        "Das Ende liegt vor dem Anfang. Bitte prüfen Sie beide Angaben."
    ),
    "too_many_bodies": N_(
        "Es gibt schon %(most)s Gremien, mehr geht nicht. Bitte ändern Sie eins davon."
    ),
    "unknown_district": N_(
        "Diesen Stadtbezirk gibt es nicht. Bitte wählen Sie einen aus der Liste."
    ),
    "district_needs_name": N_("Bitte geben Sie dem Stadtbezirk einen Namen."),
    "district_name_taken": N_(
        "Einen Stadtbezirk „%(name)s“ gibt es schon. Bitte wählen Sie einen anderen "
        "Namen."
    ),
    "too_many_districts": N_(
        "Es gibt schon %(most)s Stadtbezirke, mehr geht nicht. "
        "Bitte ändern Sie einen davon."
    ),
    "no_steps_of_this": N_(
        "Hierzu gibt es keinen Beratungsverlauf. Bitte gehen Sie zurück zur Liste."
    ),
    "unknown_step": N_(
        "Diesen Beratungsschritt gibt es nicht oder nicht mehr. "
        "Bitte laden Sie den Beratungsverlauf neu."
    ),
    "too_many_steps": N_(
        "Es gibt schon %(most)s Schritte, mehr geht nicht. Bitte ändern Sie einen "
        "davon."
    ),
    "step_is_public": N_(
        "Dieser Schritt ist veröffentlicht. Nehmen Sie ihn bitte erst aus der "
        "Öffentlichkeit, dann können Sie ihn löschen."
    ),
    "refusal_needs_reason": N_(
        "Bitte schreiben Sie einen Grund: Wer eine Absage bekommt, soll wissen, warum."
    ),
    "votes_out_of_range": N_("Bitte geben Sie Stimmen von 0 bis 100.000 an."),
}
