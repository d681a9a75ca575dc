"""German words of nominations, ready to be translated."""

from collections.abc import Mapping, Sequence
from typing import Final

from elections.queries.elections import ElectionFacts
from elections.rules.eligibility import Condition, Doubt, conditions_of
from elections.rules.refusals import Doubted
from elections.rules.stages import Standing
from elections.rules.terms import Quota
from lip.words import N_, _, ngettext

CONDITIONS: Final[Mapping[Condition, str]] = {
    Condition.ONE_PER_ASSOCIATION: N_(
        "Für jeden Verein kann nur eine Person kandidieren."
    ),
    Condition.ASSOCIATION_ON_LIST: N_("Ihr Verein steht auf der Liste der Stadt."),
    Condition.NOT_UMBRELLA: N_("Dachverbände wählen mit, aber kandidieren nicht."),
    Condition.NOT_A_DELEGATE: N_(
        "Wer als Delegierte oder Delegierter wählt, kandidiert nicht."
    ),
    Condition.ADULT: N_("Sie sind mindestens 18 Jahre alt."),
    Condition.RESIDENT: N_("Sie wohnen in der Stadt."),
}
"""What is asked of those who stand, said to them."""

STANDING_RULES: Final[Mapping[Condition, str]] = {
    Condition.ADULT: N_("mindestens 18 Jahre alt"),
    Condition.RESIDENT: N_("wohnt hier in der Stadt"),
    Condition.ASSOCIATION_ON_LIST: N_("gehört zu einem Verein auf der Liste"),
    Condition.ONE_PER_ASSOCIATION: N_("aus jedem Verein höchstens eine Person"),
    Condition.NOT_UMBRELLA: N_(
        "der Verein gehört nicht zu einem Dachverband auf der Liste"
    ),
    Condition.NOT_A_DELEGATE: N_("ist nicht selbst Delegierte oder Delegierter"),
}
"""The same as part of the rule, for everybody."""

DECLARATIONS: Final[Mapping[Condition, str]] = {
    Condition.ADULT: N_("Ich bin mindestens 18 Jahre alt."),
    Condition.RESIDENT: N_("Ich wohne in der Stadt."),
}

DOUBTS: Final[Mapping[Doubt, str]] = {
    Doubt.NO_ASSOCIATION: N_("Es ist kein Verein genannt."),
    Doubt.ASSOCIATION_NOT_LISTED: N_(
        "Der genannte Verein steht nicht auf der Liste der Stadt."
    ),
    Doubt.ASSOCIATION_TAKEN: N_("Für diesen Verein kandidiert schon jemand anderes."),
    Doubt.UMBRELLA: N_(
        "Der genannte Verein ist ein Dachverband. Dachverbände wählen mit, aber "
        "kandidieren nicht."
    ),
    Doubt.DELEGATE: N_("Die Person wählt als Delegierte oder Delegierter mit."),
    Doubt.NOT_ADULT: N_("Es fehlt die Erklärung, mindestens 18 Jahre alt zu sein."),
    Doubt.NOT_RESIDENT: N_("Es fehlt die Erklärung, in der Stadt zu wohnen."),
}
"""Read by the board and by the person herself."""

STANDINGS: Final[Mapping[Standing, tuple[str, str, str]]] = {
    Standing.PROPOSED: ("", "hourglass", N_("vorgeschlagen, noch ohne Antwort")),
    Standing.CONSENTED: ("note", "hourglass", N_("wartet auf Zulassung")),
    Standing.ADMITTED: ("good", "check", N_("zugelassen")),
    Standing.REFUSED: ("bad", "x", N_("nicht zugelassen")),
    Standing.WITHDRAWN: ("warn", "undo", N_("zurückgezogen")),
}
"""Kind and sign of a badge, and its word."""

ATTRIBUTES: Final[Mapping[str, str]] = {
    "gender": N_("Geschlecht"),
    "association": N_("Verein"),
    "field": N_("Handlungsfeld"),
}
"""Names of attributes that templates of elections use; others are shown as typed."""


def conditions_in_words(election: ElectionFacts) -> Sequence[str]:
    """Say who may stand."""
    asked = conditions_of(election.standing_rules)
    return [_(words) for one, words in CONDITIONS.items() if one in asked]


def question_in_words(stored: str) -> str:
    """Say what the board has ruled on: as typed, or from the codes of doubts."""
    doubted = Doubted.load(stored)
    if doubted is None:
        return stored
    return _(
        "Kandidatur Nr. %(number)s: %(doubts)s",
        number=doubted.number,
        doubts=" ".join(_(DOUBTS[one]) for one in doubted.doubts),
    )


def quota_in_words(quota: Quota) -> str:
    """Say why an attribute is asked for."""
    if quota.at_least and quota.at_most is not None:
        return _(
            "Mindestens %(least)s und höchstens %(most)s Plätze sind für: %(value)s.",
            least=quota.at_least,
            most=quota.at_most,
            value=quota.value,
        )
    if quota.at_most is not None:
        return ngettext(
            "Höchstens %(num)s Platz ist für: %(value)s.",
            "Höchstens %(num)s Plätze sind für: %(value)s.",
            quota.at_most,
            value=quota.value,
        )
    return ngettext(
        "Mindestens %(num)s Platz ist für: %(value)s.",
        "Mindestens %(num)s Plätze sind für: %(value)s.",
        quota.at_least,
        value=quota.value,
    )


def attribute_named(name: str) -> str:
    """Name an attribute, translated where it is one of ours."""
    return _(ATTRIBUTES[name]) if name in ATTRIBUTES else name


def speaking_time(seconds: int) -> str:
    """
    Say how long everybody may speak.

    >>> speaking_time(120)
    '2 Minuten'
    """
    minutes, rest = divmod(seconds, 60)
    said = []
    if minutes:
        said.append(ngettext("%(num)s Minute", "%(num)s Minuten", minutes))
    if rest:
        said.append(ngettext("%(num)s Sekunde", "%(num)s Sekunden", rest))
    return " ".join(said)
