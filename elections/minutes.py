"""The minutes of an election (Wahlniederschrift), as headed parts to be drawn."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from babel.dates import format_date, format_time

from elections.minutes_parts import Minutes, Pairs, Part, Sheet
from elections.outcome import (
    Elected,
    Figures,
    LotShown,
    Outcome,
    RoundShown,
)
from elections.queries.rulings import RulingFacts, Rulings
from elections.rules.stages import About
from elections.shown_stages import Person, StageShown
from elections.words import rule_in_words
from lip.conference.queries.conferences import ConferenceFacts
from lip.words import N_, _, current_language, ngettext

ABOUT: Final[Mapping[About, str]] = {
    About.ROLL: N_("Wählerverzeichnis"),
    About.NOMINATION: N_("Kandidatur"),
    About.BALLOT: N_("Gültigkeit eines Stimmzettels"),
    About.OBJECTION: N_("Einwand"),
    About.OTHER: N_("Bemerkung"),
}


def minutes_of(
    outcome: Outcome,
    rulings: Rulings,
    conference: ConferenceFacts,
    address: str,
) -> Minutes:
    """Write the minutes in the current language."""
    election = outcome.last.election
    title = election.title.pick(current_language(), conference.language).text
    rounds = [part for one in outcome.rounds for part in _round(one, conference)]
    return Minutes(
        title=title,
        conference=conference.title,
        parts=[
            _opening(outcome, conference),
            *rounds,
            _outcome(outcome),
            *_rulings([one for those in rulings.values() for one in those]),
            _objections(outcome),
            _checking(outcome, address),
        ],
        signs=_lines(election.members) or [_("Wahlvorstand")],
    )


def said_moment(moment: datetime | None, conference: ConferenceFacts) -> str:
    """Write day and time as people there read it."""
    if moment is None:
        return "–"
    local = moment.astimezone(conference.zone)
    day = format_date(local.date(), "long", locale=_locale())
    return f"{day}, {format_time(local.time(), 'short', locale=_locale())}"


def _opening(outcome: Outcome, conference: ConferenceFacts) -> Part:
    election = outcome.last.election
    pairs = [
        (_("Zu wählen sind"), _seats(outcome.rounds[0].election.seats)),
        (_("Veranstaltung"), conference.title),
        (_("Veranstaltet von"), conference.organiser),
        (_("Ort"), election.place or conference.place),
        (_("Wahlvorstand"), ", ".join(_lines(election.members))),
        (_("Zeuginnen und Zeugen"), ", ".join(_lines(election.witnesses))),
    ]
    term = election.term.pick(current_language(), conference.language).text
    if term:
        pairs.insert(1, (_("Amtszeit"), term))
    return Part(heading=_("Die Wahl"), pairs=[(a, b) for a, b in pairs if b])


def _seats(seats: int) -> str:
    return ngettext("%(num)s Person", "%(num)s Personen", seats)


def _round(one: RoundShown, conference: ConferenceFacts) -> Iterable[Part]:
    election = one.election
    yield Part(
        heading=one.label,
        pairs=[
            (_("Eröffnet"), said_moment(election.opened_at, conference)),
            (_("Beendet"), said_moment(election.closed_at, conference)),
            *_figures(one.figures),
        ],
        lines=rule_in_words(election),
        exact=[
            (_("Prüfsumme des Wählerverzeichnisses"), election.roll_digest),
            (_("Wurzel-Prüfsumme, vorgelesen vor der Auszählung"), election.root),
        ],
    )
    yield Part(
        heading=_("Auszählung: %(round)s", round=one.label),
        lines=[
            *_by_lot(one),
            *(line for stage in one.stages for line in _stage_lines(stage)),
        ],
        sheets=[_sheet(stage) for stage in one.stages if stage.rows],
    )
    for lot in one.lots:
        yield _lot(lot)


def _by_lot(one: RoundShown) -> Sequence[str]:
    if not one.lots:
        return ()
    return (_("Wo mehrere gleich stehen, gilt die Reihenfolge des Loses."),)


def _figures(it: Figures) -> Pairs:
    pairs = [
        (_("Wahlberechtigt"), str(it.entitled)),
        (_("Berechtigungen ausgegeben"), str(it.given)),
        (_("Stimmzettel aus Papier ausgegeben"), str(it.papers_given)),
        (_("Elektronisch abgegeben"), str(it.online)),
        (_("Auf Papier abgegeben"), str(it.on_paper)),
        (_("Gültig"), str(it.valid)),
        (_("Enthaltungen"), str(it.abstained)),
        (_("Ungültig"), str(sum(number for _why, number in it.spoiled))),
    ]
    return pairs + [(f"– {why}", str(number)) for why, number in it.spoiled]


def _stage_lines(stage: StageShown) -> Iterable[str]:
    line = f"{stage.number}. {stage.sentence}"
    for word, fact in stage.facts:
        line += f" {word}: {fact}."
    for word, people in (
        (stage.elected_label, stage.elected),
        (_("Ausgeschieden:"), stage.excluded),
        (_("Überschuss von:"), stage.transferred),
    ):
        if people:
            line += f" {word} {_named(people)}."
    yield line
    for one, cells in stage.duels:
        against = zip(stage.against, cells, strict=True)
        yield "; ".join(
            f"{one.name} – {other.name}: {votes}" for other, votes in against if votes
        )


def _sheet(stage: StageShown) -> Sheet:
    return Sheet(
        caption=_("Stimmen in Schritt %(number)s", number=stage.number),
        headings=[_("Name"), _("Stimmen"), _("Ergebnis")],
        rows=[
            [
                row.person.name,
                row.votes,
                stage.elected_word
                if row.elected
                else _("ausgeschieden")
                if row.excluded
                else row.seats and _("Plätze: %(num)s", num=row.seats),
            ]
            for row in stage.rows
        ],
    )


def _lot(lot: LotShown) -> Part:
    how = (
        _("Gewürfelt, nachdem die Wurzel-Prüfsumme vorgelesen war: %(digits)s",
          digits=lot.digits)
        if lot.digits
        else _("Von Hand gezogen.")
    )  # fmt: skip
    return Part(
        heading=_("Los"),
        lines=[
            how,
            _("Zeuginnen und Zeugen: %(names)s", names=", ".join(lot.witnesses)),
        ],
        numbered=[person.name for person, _digest in lot.lines],
    )


def _outcome(outcome: Outcome) -> Part:
    lines = []
    if outcome.tied:
        lines.append(_("Noch nicht entschieden zwischen: %(names)s",
                       names=_named(outcome.tied)))  # fmt: skip
    if outcome.last.going_on:
        onward = _named(outcome.last.going_on)
        lines.append(_("In den zweiten Wahlgang kommen: %(names)s", names=onward))
    deputies = [_named(group) for group in outcome.deputies]
    if deputies:
        lines.append(
            _("Es rücken nach, in dieser Reihenfolge: %(names)s",
              names="; ".join(deputies))
        )  # fmt: skip
    return Part(
        heading=_("Ergebnis"),
        lines=lines,
        pairs=[(one.person.name, _standing(one)) for one in outcome.elected],
    )


def _standing(one: Elected) -> str:
    how = _("nachgerückt") if one.moved_up else _("gewählt")
    if one.accepted is None:
        return _("%(how)s, Annahme noch offen", how=how)
    return (
        _("%(how)s, hat angenommen", how=how)
        if one.accepted
        else _("%(how)s, hat abgelehnt", how=how)
    )


def _rulings(noted: Sequence[RulingFacts]) -> Iterable[Part]:
    """Part what the board decided from what it only noted."""
    decided = [one for one in noted if not one.is_remark]
    if decided:
        yield Part(
            heading=_("Entscheidungen des Wahlvorstands"),
            numbered=[
                f"{_(ABOUT[one.about])}: {one.question} – "
                + (one.decision or _("noch nicht entschieden"))
                for one in decided
            ],
        )
    remarks = [one for one in noted if one.is_remark]
    if remarks:
        yield Part(
            heading=_("Vorkommnisse und Bemerkungen"),
            numbered=[
                " – ".join(filter(None, (one.question, one.decision)))
                for one in remarks
            ],
        )


def _objections(outcome: Outcome) -> Part:
    until = outcome.last.election.objections_until
    if until is None:
        line = _("Einwände nimmt der Wahlvorstand entgegen.")
    else:
        day = format_date(until, "long", locale=_locale())
        line = _("Einwände nimmt der Wahlvorstand bis zum %(day)s entgegen.", day=day)
    return Part(heading=_("Einwände"), lines=[line])


def _checking(outcome: Outcome, address: str) -> Part:
    return Part(
        heading=_("Nachprüfen"),
        lines=[
            _(
                "Alle Stimmzettel, Regeln und Prüfsummen stehen in einer Datei, mit "
                "der jede Person nachzählen kann. Sie liegt dauerhaft unter dieser "
                "Adresse."
            ),
        ],
        exact=[
            (_("Adresse"), address),
            (_("Schlüssel der Unterschrift"), outcome.last.signer),
        ],
    )


def _named(people: Iterable[Person]) -> str:
    return ", ".join(one.name for one in people)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _locale() -> str:
    return current_language().replace("-", "_")
