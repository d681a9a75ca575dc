"""What the ballot page says of what has been marked so far."""

from collections.abc import Mapping
from typing import Final

from elections.rules.paper_forms import Form
from lip.words import N_, _

LEGENDS: Final[Mapping[Form, str]] = {
    Form.CROSSES: N_("Ihre Stimmen"),
    Form.SEVERAL: N_("Ihre Stimmen"),
    Form.RANKS: N_("Ihre Reihenfolge"),
    Form.POINTS: N_("Ihre Punkte"),
    Form.LIST: N_("Ihre Stimme für eine Liste"),
}
HINTS: Final[Mapping[Form, str]] = {
    Form.CROSSES: "",
    Form.SEVERAL: N_("Jedes Kreuz ist eine Stimme."),
    Form.RANKS: N_(
        "1 heißt: diese Person am liebsten. Vergeben Sie so viele Ränge, wie Sie "
        "wollen."
    ),
    Form.POINTS: N_("Je mehr Punkte, desto lieber."),
    Form.LIST: N_("Kreuzen Sie eine Liste an."),
}
_RIGHT: Final[Mapping[Form, str]] = {
    Form.CROSSES: N_("Sie haben {given} von {votes} Stimmen gegeben."),
    Form.SEVERAL: N_("Sie haben {given} von {votes} Stimmen gegeben."),
    Form.RANKS: N_("Sie haben {given} von {votes} einen Rang gegeben."),
    Form.POINTS: N_("Sie haben {given} von {votes} Punkte gegeben."),
    Form.LIST: N_("Sie haben {given} von {votes} Stimmen gegeben."),
}
_REST: Final[Mapping[str, str]] = {
    "empty": N_("Ihr Stimmzettel ist leer. Er zählt dann als Enthaltung."),
    "many": N_(
        "Sie haben {given} Stimmen gegeben, erlaubt sind {votes}. So ist Ihr "
        "Stimmzettel ungültig."
    ),
    "own": N_(
        "Sie haben {own} Stimmen für den eigenen Verein gegeben, erlaubt sind {limit}. "
        "So ist Ihr Stimmzettel ungültig."
    ),
    "healed": N_(
        "Sie haben {given} Stimmen gegeben, erlaubt sind {votes}. Zuerst zählen die "
        "Stimmen für Personen, der Rest zählt für die Liste."
    ),
    "twice_first": N_(
        "Rang {rank} steht mehrmals da. So ist Ihr Stimmzettel ungültig."
    ),
    "twice": N_(
        "Rang {rank} steht mehrmals da. Ihr Stimmzettel zählt nur bis zum Rang davor."
    ),
    "gap_first": N_("Rang {rank} fehlt. So ist Ihr Stimmzettel ungültig."),
    "gap": N_("Rang {rank} fehlt. Ihr Stimmzettel zählt nur bis zum Rang davor."),
    "spoiled": N_("Ihr Stimmzettel wird ungültig abgegeben, wie Sie es wollen."),
    "none": N_("kein Rang"),
    "rank": N_("Rang {rank}"),
    "next": N_("Rang {rank} geben"),
    "off": N_("Rang löschen"),
    "points": N_("{points} Punkte"),
}


def words_of(form: Form) -> Mapping[str, str]:
    """Give every sentence that the page may need, by name."""
    return {"right": _(_RIGHT[form]), **{name: _(text) for name, text in _REST.items()}}
