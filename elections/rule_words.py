"""The rule of an election, and its timetable, in sentences for everybody."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from elections.queries.elections import ElectionFacts
from elections.rules.eligibility import conditions_of
from elections.rules.planning import LISTS, Method, votes_each
from elections.rules.stages import Entitled, TieRule
from elections.rules.terms import Completion, Quota
from elections.standing_words import STANDING_RULES
from lip.words import N_, _, current_language, ngettext

_WON: Final = {
    Method.EQUAL_SHARES: N_(
        "Jede Person hat gleich viel Stimmgewicht. Wer genug davon bekommt, ist "
        "gewählt; so bekommt jede Gruppe Plätze nach ihrer Größe."
    ),
    Method.PHRAGMEN: N_(
        "Die Plätze werden einzeln vergeben: immer an die Person, durch die sich die "
        "Vertretung am gleichmäßigsten auf alle verteilt."
    ),
    Method.SCORE: N_("Gewählt ist, wer die meisten Punkte hat."),
    Method.STAR: N_(
        "Die beiden mit den meisten Punkten werden verglichen: den Platz bekommt, wen "
        "mehr Menschen höher bewertet haben."
    ),
    Method.STV_SCOTTISH: N_(
        "Wer genug Stimmen hat, ist gewählt. Was zu viel ist, geht an die Nächsten auf "
        "den Stimmzetteln. Reicht es für niemanden, scheidet aus, wer am wenigsten "
        "hat, und diese Stimmen gehen weiter (schottische Regel)."
    ),
    Method.STV_MEEK: N_(
        "Wer genug Stimmen hat, ist gewählt und behält nur den nötigen Teil davon. Der "
        "Rest geht an die Nächsten auf den Stimmzetteln (Regel nach Meek)."
    ),
    Method.IRV: N_(
        "Hat niemand die Mehrheit, scheidet aus, wer am wenigsten Stimmen hat. Diese "
        "Stimmen gehen an die Nächsten auf den Stimmzetteln."
    ),
    Method.SCHULZE: N_(
        "Alle werden zu zweit verglichen. Gewählt ist, wer auch auf Umwegen nicht "
        "geschlagen wird (Regel nach Schulze)."
    ),
    Method.HARE_NIEMEYER: N_(
        "Die Plätze werden nach Hare-Niemeyer auf die Listen verteilt, und innerhalb "
        "einer Liste in ihrer Reihenfolge."
    ),
    Method.SAINTE_LAGUE: N_(
        "Die Plätze werden nach Sainte-Laguë auf die Listen verteilt, und innerhalb "
        "einer Liste in ihrer Reihenfolge."
    ),
    Method.DHONDT: N_(
        "Die Plätze werden nach d’Hondt auf die Listen verteilt, und innerhalb einer "
        "Liste in ihrer Reihenfolge."
    ),
}
"""Who is elected, where it is not just who has the most votes."""
_COMPLETED: Final = {
    Completion.NONE.value: N_("Plätze, für die es nicht reicht, bleiben leer."),
    Completion.ADD1.value: N_(
        "Sind noch Plätze frei, bekommen alle etwas mehr Stimmgewicht, bis die Plätze "
        "voll sind."
    ),
    Completion.ADD1_COMPARISON.value: N_(
        "Sind noch Plätze frei, bekommen alle etwas mehr Stimmgewicht, und das "
        "Ergebnis wird mit der einfachen Mehrheit verglichen."
    ),
    Completion.PHRAGMEN.value: N_(
        "Freie Plätze werden danach der Reihe nach gerecht vergeben (Phragmén)."
    ),
    Completion.APPROVAL.value: N_(
        "Freie Plätze bekommt danach, wer die meiste Zustimmung hat."
    ),
}
_VOTERS: Final = {
    Entitled.PRESENT: N_("Wählen darf, wer beim Eröffnen der Wahl im Haus ist."),
    Entitled.TICKETS: N_("Wählen darf, wer ein Ticket hat."),
    Entitled.GROUP: N_("Wählen darf, wer zu der festgelegten Gruppe gehört."),
    Entitled.ASSOCIATIONS: N_("Wählen dürfen die Delegierten der Vereine."),
    Entitled.IMPORTED: N_("Wählen darf, wer auf der Liste der Wahlberechtigten steht."),
}
_DAYS: Final = {
    "called_on": N_("Aufruf zur Wahl"),
    "nominations_until": N_("Kandidaturen bis"),
    "admission_on": N_("Entscheidung über die Zulassung"),
    "polls_on": N_("Tag der Wahl"),
    "objections_until": N_("Einspruch möglich bis"),
}


def rule_in_words(election: ElectionFacts, *, group: str = "") -> Sequence[str]:
    """
    Say the whole rule so that everybody understands it before the vote.

    `group` names the group of participants that votes, where it is one.
    """
    voters = _(_VOTERS[election.entitled])
    if group:
        voters = _("Wählen darf, wer zur Gruppe „%(group)s“ gehört.", group=group)
    return [
        voters,
        *_delegates(election),
        *_who_may_stand(election),
        *_seats(election),
        *_term(election),
        *_votes(election),
        *map(_quota, election.quotas),
        *_deputies(election),
        _tie(election),
        _("Gewählt wird, gleich wie viele Menschen teilnehmen."),
    ]


def votes_in_words(election: ElectionFacts) -> Sequence[str]:
    """Say in short what stands on a ballot paper: seats, and votes."""
    return [*_seats(election), *_votes(election)]


def timetable_of(election: ElectionFacts, zone: ZoneInfo) -> Sequence[tuple[str, str]]:
    """Name the days that are set, in the language and way of the reader."""
    return [
        (_(label), _moment(moment, zone))
        for name, label in _DAYS.items()
        if (moment := getattr(election, name)) is not None
    ]


def _moment(moment: date | datetime, zone: ZoneInfo) -> str:
    locale = current_language().replace("-", "_")
    if isinstance(moment, datetime):
        local = moment.astimezone(zone)
        day = format_date(local, "full", locale=locale)
        return f"{day}, {format_time(local, 'short', locale=locale)}"
    return format_date(moment, "full", locale=locale)


def _delegates(election: ElectionFacts) -> Sequence[str]:
    if election.entitled is not Entitled.ASSOCIATIONS:
        return ()
    return (
        ngettext(
            "Jeder Verein schickt %(num)s delegierte Person, wenn auf der Liste der "
            "Vereine nichts anderes steht.",
            "Jeder Verein schickt bis zu %(num)s Delegierte, wenn auf der Liste der "
            "Vereine nichts anderes steht.",
            election.delegates,
        ),
    )


def _who_may_stand(election: ElectionFacts) -> Sequence[str]:
    asked = conditions_of(election.standing_rules)
    rules = [_(words) for one, words in STANDING_RULES.items() if one in asked]
    if not rules:
        return ()
    return (_("Wer kandidiert, muss das erfüllen: %(rules)s.", rules="; ".join(rules)),)


def _seats(election: ElectionFacts) -> Sequence[str]:
    said = ngettext(
        "Es wird %(num)s Person gewählt.",
        "Es werden %(num)s Personen gewählt.",
        election.seats,
    )
    if not election.advance:
        return (said,)
    return (
        said,
        ngettext(
            "Es gibt zwei Wahlgänge: Die beste Person aus dem ersten kommt in den "
            "zweiten.",
            "Es gibt zwei Wahlgänge: Die besten %(num)s aus dem ersten kommen in den "
            "zweiten.",
            election.advance,
        ),
    )


def _term(election: ElectionFacts) -> Sequence[str]:
    term = election.term.pick(current_language()).text
    return (_("Die Gewählten bleiben im Amt: %(term)s.", term=term),) if term else ()


def _votes(election: ElectionFacts) -> Sequence[str]:
    said = [_ballot(election)]
    if election.own_limit is not None:
        said.append(
            ngettext(
                "Höchstens %(num)s davon darf an eine Person aus dem eigenen Verein "
                "gehen.",
                "Höchstens %(num)s davon dürfen an Personen aus dem eigenen Verein "
                "gehen.",
                election.own_limit,
            )
        )
    method = Method(election.method)
    if method in _WON:
        said.append(_(_WON[method]))
    else:
        said.append(_("Gewählt ist, wer die meisten Stimmen hat."))
    if method is Method.EQUAL_SHARES:
        said.append(_(_COMPLETED[election.completion or Completion.ADD1.value]))
    return [*said, _("Sie können den Stimmzettel auch leer lassen.")]


def _ballot(election: ElectionFacts) -> str:
    """Say what a voter does with her ballot."""
    method = Method(election.method)
    if method in LISTS:
        return _("Sie haben eine Stimme für eine Liste.")
    if method.kind.value == "ranked":
        return _(
            "Sie bringen die Personen in eine Reihenfolge: 1 für die liebste, dann 2 "
            "und so weiter, so weit Sie wollen."
        )
    if method.kind.value == "points":
        return _(
            "Sie geben jeder Person 0 bis %(most)s Punkte.",
            most=election.highest_score,
        )
    if method in {Method.APPROVAL, Method.EQUAL_SHARES, Method.PHRAGMEN}:
        return _("Sie können ankreuzen, so viele Sie wollen; jedes Kreuz zählt gleich.")
    each = votes_each(
        method, seats=election.seats, wished=election.votes_each, standing=1
    )
    if method is Method.CUMULATIVE and each > 1:
        return _(
            "Sie haben %(votes)s Stimmen und können sie verteilen, bis zu %(most)s für "
            "eine Person.",
            votes=each,
            most=election.votes_per_candidate or each,
        )
    return ngettext(
        "Sie haben %(num)s Stimme.",
        "Sie haben %(num)s Stimmen, für jede Person höchstens eine.",
        each,
    )


def _quota(quota: Quota) -> str:
    what = {"attribute": quota.attribute, "value": quota.value}
    if quota.at_most is None:
        return ngettext(
            "Mindestens %(num)s Platz ist für Personen mit „%(attribute)s: %(value)s“.",
            "Mindestens %(num)s Plätze sind für Personen mit "
            "„%(attribute)s: %(value)s“.",
            quota.at_least,
            **what,
        )
    most = ngettext(
        "Höchstens %(num)s Platz geht an Personen mit „%(attribute)s: %(value)s“.",
        "Höchstens %(num)s Plätze gehen an Personen mit „%(attribute)s: %(value)s“.",
        quota.at_most,
        **what,
    )
    if not quota.at_least:
        return most
    return ngettext(
        "Mindestens %(num)s und höchstens %(most)s Plätze gehen an Personen mit "
        "„%(attribute)s: %(value)s“.",
        "Mindestens %(num)s und höchstens %(most)s Plätze gehen an Personen mit "
        "„%(attribute)s: %(value)s“.",
        quota.at_least,
        most=quota.at_most,
        **what,
    )


def _deputies(election: ElectionFacts) -> Sequence[str]:
    if not election.deputies:
        return ()
    return (
        ngettext(
            "Die Person danach wird Stellvertretung und rückt nach.",
            "Die %(num)s Personen danach werden Stellvertretung und rücken nach.",
            election.deputies,
        ),
    )


def _tie(election: ElectionFacts) -> str:
    if election.ties is TieRule.RUNOFF:
        return _(
            "Stehen mehrere um einen Platz gleich, gibt es eine geheime Stichwahl. "
            "Stehen sie danach immer noch gleich, entscheidet das Los."
        )
    return _("Stehen mehrere um einen Platz gleich, entscheidet das Los.")
