"""What the script of the board says aloud, in the language of the page."""

import json

from lip.words import _


def script_words() -> str:
    """Give its sentences by name; `{card}` and the like are filled in by the script."""
    return json.dumps(
        {
            "lifted": _(
                "Aufgenommen: {card}. Mit den Pfeiltasten tragen, mit Enter ablegen, "
                "mit Escape zurücklegen."
            ),
            "at": _("{column}, Platz {place} von {all}."),
            "dropped": _("Abgelegt in {column}: {card}."),
            "also": _("Liegt jetzt auch in {column}: {card}."),
            "back": _("Liegt wieder, wo es war: {card}."),
            "column_lifted": _(
                "Bündel aufgenommen: {column}. Mit den Pfeiltasten tragen, mit Enter "
                "abstellen, mit Escape zurückstellen."
            ),
            "column_at": _("Platz {place} von {all}."),
            "dropped_column": _("Abgestellt: {column}."),
            "cut_off": _(
                "Keine Verbindung. Ihre letzten Schritte sind noch nicht gespeichert. "
                "Dieses Gerät merkt sie sich und sendet sie, "
                "sobald die Verbindung wieder da ist."
            ),
            "cut_off_reading": _(
                "Keine Verbindung. Versuchen Sie es gleich noch einmal."
            ),
        },
        ensure_ascii=False,
    )
