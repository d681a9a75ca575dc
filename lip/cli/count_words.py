"""What a count says, in sentences."""

from elections.files.unreadable import Unreadable
from elections.rules.ballots import Reason
from elections.rules.tally import Stage, Step, Tie, TieOver
from elections.rules.uncountable import Uncountable
from lip.words import N_, _

REASONS = {
    Reason.DUPLICATE: N_("derselbe Name doppelt"),
    Reason.UNKNOWN: N_("ein Name, der nicht zur Wahl steht"),
    Reason.TOO_MANY: N_("zu viele Stimmen"),
    Reason.OWN_LIMIT: N_("zu viele Stimmen für den eigenen Verein"),
    Reason.OUT_OF_RANGE: N_("eine Zahl außerhalb des Erlaubten"),
    Reason.UNCLEAR: N_("keine eindeutige erste Wahl"),
    Reason.ON_PURPOSE: N_("absichtlich ungültig"),
}

STEPS = {
    Step.FIRST_VOTES: N_("erste Stimmen"),
    Step.VOTES: N_("Stimmen"),
    Step.ELECTED: N_("gewählt"),
    Step.SURPLUS: N_("Überschuss übertragen"),
    Step.EXCLUDED: N_("ausgeschieden"),
    Step.DOOMED: N_("wegen der Quote ausgeschieden"),
    Step.RUNOFF: N_("Stichwahl der beiden Ersten"),
    Step.COMPARISON: N_("Vergleich"),
    Step.SEATS: N_("Sitze der Listen"),
    Step.COMPLETION: N_("Ergänzung der offenen Sitze"),
}

CANNOT = {
    "no_seats": N_("Es ist kein Sitz zu vergeben."),
    "one_seat_only": N_("Dieses Verfahren vergibt nur einen Sitz."),
    "quotas_cannot_be_met": N_("Mit diesen Personen ist die Quote nicht zu erfüllen."),
    "quota_contradicts_itself": N_("Eine Quote verlangt mehr, als sie erlaubt."),
    "quotas_need_equal_costs": N_("Quoten gehen nicht zusammen mit Kosten."),
    "wrong_kind_of_paper": N_("Dieses Verfahren zählt andere Stimmzettel."),
    "same_name_twice": N_("Ein Name steht zweimal da."),
    "lot_lacks_names": N_("Im Los fehlen Namen, die gleichauf sind."),
    "too_few_dice_digits": N_("Das Los braucht mindestens 20 Würfelzahlen."),
    "bar_in_lot": N_("Im Los darf kein senkrechter Strich stehen."),
}

UNREADABLE = {
    "empty_file": N_("Die Datei ist leer."),
    "unknown_ending": N_("Gelesen werden .blt, .abif, .csv und .pb."),
    "quota_file": N_("Die Datei mit den Quoten ist nicht lesbar."),
    "same_name_twice": N_("Ein Name steht zweimal da."),
    "no_number": N_("Hier wird eine Zahl erwartet."),
    "row_length": N_("Diese Zeile hat zu viele oder zu wenige Spalten."),
}


def spoiled_sentence(reason: Reason, number: int) -> str:
    """Say how many papers are spoiled by what."""
    return _(
        "%(number)s ungültig: %(reason)s", number=number, reason=_(REASONS[reason])
    )


def step_sentence(stage: Stage) -> str:
    """Say what happened in a stage, and to whom."""
    parts: list[str] = [_(STEPS[stage.step])]
    parts.extend((*stage.excluded, *stage.transferred))
    if stage.elected:
        parts.append(_("gewählt: %(names)s", names=", ".join(stage.elected)))
    return "; ".join(parts)


def tie_sentence(tie: Tie) -> str:
    """Say who is level, and what about."""
    names = ", ".join(tie.candidates)
    if tie.settled_by_lot is not None:
        return _(
            "Gleichauf: %(names)s. Das Los fiel auf %(name)s.",
            names=names,
            name=tie.settled_by_lot,
        )
    if tie.over is TieOver.DEPUTIES:
        return _("Beim Nachrücken gleichauf: %(names)s.", names=names)
    return _(
        "Gleichauf: %(names)s. Offen sind %(seats)s Sitze: Stichwahl oder Los.",
        names=names,
        seats=tie.seats,
    )


def not_counted(error: Uncountable) -> str:
    """Say why a count cannot be made."""
    return _(CANNOT[error.code])


def not_read(error: Unreadable) -> str:
    """Say why a file cannot be read, and where."""
    sentence = _(
        UNREADABLE.get(error.code, N_("Die Datei hat nicht die erwartete Form."))
    )
    if error.line:
        return _("Zeile %(line)s: %(sentence)s", line=error.line, sentence=sentence)
    return sentence
