"""Each step of a count in one sentence, by the rule that it follows."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from babel.numbers import format_decimal

from elections.rules.ballots import Reason
from elections.rules.planning import LISTS, SCORED, Method
from elections.rules.stages import RoundKind
from elections.rules.tally import Number, Stage, Step
from lip.words import N_, _, current_language

REASONS: Final[Mapping[Reason, str]] = {
    Reason.DUPLICATE: N_("dieselbe Person mehrmals angekreuzt"),
    Reason.UNKNOWN: N_("ein Name, der nicht zur Wahl steht"),
    Reason.TOO_MANY: N_("zu viele Stimmen"),
    Reason.OWN_LIMIT: N_("zu viele Stimmen für den eigenen Verein"),
    Reason.OUT_OF_RANGE: N_("eine Zahl, die nicht erlaubt ist"),
    Reason.ON_PURPOSE: N_("absichtlich ungültig"),
    Reason.UNCLEAR: N_("erste Wahl nicht eindeutig"),
}
ROUNDS: Final[Mapping[RoundKind, str]] = {
    RoundKind.ONLY: N_("Erster Wahlgang"),
    RoundKind.FIRST: N_("Erster Wahlgang"),
    RoundKind.SECOND: N_("Zweiter Wahlgang"),
    RoundKind.RUNOFF: N_("Stichwahl"),
}
STEPS: Final[Mapping[Step, str]] = {
    Step.FIRST_VOTES: N_(
        "Jeder Stimmzettel zählt zuerst für die Person, die auf ihm an erster Stelle "
        "steht."
    ),
    Step.VOTES: N_("Alle Stimmen werden zusammengezählt."),
    Step.ELECTED: N_("Gewählt ist, wer als Nächstes die meisten Stimmen hat."),
    Step.SURPLUS: N_(
        "Wer mehr Stimmen hat, als zur Wahl nötig sind, gibt den Rest weiter: alle "
        "Stimmzettel gehen mit einem Bruchteil an die nächste Person, die auf ihnen "
        "steht."
    ),
    Step.EXCLUDED: N_(
        "Wer die wenigsten Stimmen hat, scheidet aus. Die Stimmzettel gehen an die "
        "nächste Person, die auf ihnen steht."
    ),
    Step.DOOMED: N_(
        "Mit diesen Personen ließen sich die Quoten nicht mehr einhalten. "
        "Sie scheiden aus."
    ),
    Step.RUNOFF: N_(
        "Zwischen den beiden mit den meisten Punkten entscheidet, wen von beiden mehr "
        "Menschen höher bewertet haben."
    ),
    Step.COMPARISON: N_("Jede Person wird mit jeder anderen verglichen."),
    Step.SEATS: N_("Die Plätze werden nach den Stimmen auf die Listen verteilt."),
    Step.COMPLETION: N_(
        "Die übrigen Plätze werden so besetzt, wie es vorher vereinbart war."
    ),
}
ONWARD: Final = N_("Weiter kommt, wer als Nächstes die meisten Stimmen hat.")
MEANS_ONWARD: Final = N_("In diesem Wahlgang heißt das: Sie kommen weiter.")
POINTS: Final = N_("Alle Punkte werden zusammengezählt.")
FROM_LISTS: Final = N_(
    "Die Plätze der Liste gehen an diese Personen, in dieser Reihenfolge."
)
SHARES: Final = N_(
    "Gewählt ist, wem die Stimmenden mit dem kleinsten Anteil ihres Guthabens einen "
    "Platz bezahlen können."
)
BALANCED: Final = N_(
    "Gewählt ist, mit wem die Last der besetzten Plätze am gleichmäßigsten auf die "
    "Stimmenden verteilt ist."
)
UNBEATEN: Final = N_(
    "Gewählt ist, wer gegen jede andere Person mindestens so stark ist wie sie. "
    "Die Zahl sagt, gegen wie viele jemand verliert."
)
CHAINS: Final = N_(
    "Die stärkste Kette von Vergleichen führt von einer Person zur anderen; sie ist so "
    "stark wie ihr schwächstes Glied."
)


def stage_sentence(method: str, stage: Stage) -> str:
    """Say what happened in a step."""
    if stage.step is Step.VOTES and method in SCORED:
        return _(POINTS)
    if stage.step is Step.ELECTED:
        return _(_elected(method))
    if stage.step is Step.COMPARISON and is_chain(stage):
        return _(CHAINS)
    return _(STEPS[stage.step])


def onward_sentence(sentence: str) -> str:
    """Say a step of a first round: nobody is elected yet, the first go on."""
    if sentence == _(STEPS[Step.ELECTED]):
        return _(ONWARD)
    return f"{sentence} {_(MEANS_ONWARD)}"


def _elected(method: str) -> str:
    special = {
        Method.EQUAL_SHARES.value: SHARES,
        Method.PHRAGMEN.value: BALANCED,
        Method.SCHULZE.value: UNBEATEN,
    }
    if method in LISTS:
        return FROM_LISTS
    return special.get(method, STEPS[Step.ELECTED])


def is_chain(stage: Stage) -> bool:
    """Tell whether comparisons are those of chains, and not of pairs."""
    return any(name.startswith("chain: ") for name, _votes in stage.facts)


def said_number(number: Number, decimals: int = 0) -> str:
    """
    Write a number as the reader does; fractions in four decimals, marked as rounded.

    The exact fraction stands in the file.
    """
    locale = current_language().replace("-", "_")
    if isinstance(number, Fraction) and number.denominator > 1:
        near = Decimal(number.numerator) / Decimal(number.denominator)
        rounded = round(near, 4)
        sign = "" if rounded == near else "≈ "
        return sign + str(format_decimal(rounded, format="#,##0.####", locale=locale))
    exact = Decimal(int(number)) / (10**decimals)
    return str(format_decimal(exact, format="#,##0.#####", locale=locale))
