"""How a round was counted and how its money was given out, in plain words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lip.said import Spoken
from lip.words import N_, _, ngettext
from proposals.voting.result_table import title_of
from proposals.voting.result_words import FATES, euros, euros_and_cents, number
from proposals.voting.rules.budget import OPEN, Spending, Step, Why
from proposals.voting.rules.points import Method
from proposals.voting.rules.result import Result
from proposals.voting.rules.rounds import Completion

_COUNTED: Final[Mapping[Method, str]] = {
    Method.APPROVE: N_(
        "Jede Person durfte bis zu %(most)s Vorschläge ankreuzen. "
        "Jedes Kreuz ist eine Stimme. Wer die meisten Stimmen hat, steht oben."
    ),
    Method.POINTS: N_(
        "Jede Person hatte %(most)s Punkte, höchstens %(each)s für einen Vorschlag. "
        "Alle Punkte werden zusammengezählt. Wer die meisten Punkte hat, steht oben."
    ),
    Method.OPINION: N_(
        "Zu jedem Vorschlag konnte jede Person „dafür“ oder „dagegen“ sagen oder ihn "
        "überspringen. Der Vorsprung ist: dafür weniger dagegen. Wer den größten "
        "Vorsprung hat, steht oben. Überspringen zählt nicht mit."
    ),
    Method.BUDGET: N_(
        "Jede Person durfte Vorschläge auswählen, die zusammen nicht mehr als "
        "%(budget)s kosten. Jede Auswahl ist eine Stimme."
    ),
}

_SPENT: Final[Mapping[Completion, str]] = {
    Completion.MOST_VOTES: N_(
        "Bezahlt wird von oben nach unten: zuerst der Vorschlag mit den meisten "
        "Stimmen. Was nicht mehr in das Geld passt, wird ausgelassen, dann kommt der "
        "nächste an die Reihe."
    ),
    Completion.EQUAL_SHARES: N_(
        "Das Geld wird gleich auf alle verteilt, die etwas ausgewählt haben: "
        "%(share)s für jede Person. Damit bezahlen sie zusammen, was sie ausgewählt "
        "haben. Zuerst kommt, was für alle, die es wollen, am günstigsten ist. Was am "
        "Ende übrig bleibt, geht an die Vorschläge mit den meisten Stimmen. So "
        "bekommen auch kleine Gruppen ihren Teil."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyLine:
    """One step of giving the money out, in words."""

    title: Spoken
    sentence: str
    kind: str
    left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """What was bought: sums and steps."""

    spent: str
    budget: str
    left: str
    bought: int
    tied: int
    steps: Sequence[MoneyLine]
    out: Sequence[MoneyLine]


def how_counted(result: Result) -> Sequence[str]:
    """Say how the places came about."""
    asked = result.asked
    sentences = [
        _(
            _COUNTED[asked.method],
            most=asked.most,
            each=asked.each,
            budget=euros(asked.budget),
        )
    ]
    if result.spending:
        sentences.append(
            _(
                _SPENT[asked.completion],
                share=euros_and_cents(float(result.spending.share)),
            )
        )
    sentences.append(
        _(
            "Bei gleich vielen Stimmen oder Punkten gilt derselbe Platz. Danach wird "
            "so weitergezählt: 1, 2, 2, 4. Kein Computer und kein Los entscheidet."
        )
    )
    if any(one.dots for one in result.standings):
        sentences.append(
            _("Klebepunkte auf Papier haben zwei Personen gezählt; sie sind dabei.")
        )
    if result.doubts:
        sentences.append(
            _(
                "Klebepunkte zeigen nicht, wer was zusammen gewählt hat. Bei den "
                "Anteilen zählen sie deshalb nicht mit."
            )
        )
    return sentences


def money_of(result: Result) -> Money | None:
    """Tell what was bought, step by step."""
    spending = result.spending
    if spending is None:
        return None
    titles = {one.option.position: title_of(one.option) for one in result.standings}
    lines = [
        (step, _money_line(step, titles[step.position])) for step in spending.steps
    ]
    return Money(
        spent=euros(spending.spent),
        budget=euros(spending.budget),
        left=euros(spending.budget - spending.spent),
        bought=len(spending.bought),
        tied=len(spending.tied),
        steps=[line for step, line in lines if _matters(step, spending)],
        out=[line for step, line in lines if not _matters(step, spending)],
    )


def _matters(step: Step, spending: Spending) -> bool:
    """Tell whether a step is told by itself: what is bought, tied, or passed over."""
    if step.buys or step.why in OPEN:
        return True
    last = max(
        (place for place, one in enumerate(spending.steps) if one.buys), default=-1
    )
    return step.why is Why.NO_ROOM and spending.steps.index(step) < last


def _money_line(step: Step, title: Spoken) -> MoneyLine:
    open_or_out = "warn" if step.why in OPEN else "soft"
    return MoneyLine(
        title=title,
        sentence=_money_sentence(step),
        kind="good" if step.buys else open_or_out,
        left=euros(step.left) if step.buys else "",
    )


def _money_sentence(step: Step) -> str:
    votes = ngettext("%(num)s Stimme", "%(num)s Stimmen", step.votes)
    if step.why is Why.BY_SHARES:
        return _(
            "%(cost)s, %(votes)s. %(payers)s Personen bezahlen das zusammen, keine "
            "mehr als %(most)s.",
            cost=euros(step.cost),
            votes=votes,
            payers=number(step.payers),
            most=euros_and_cents(float(step.most_paid)),
        )
    return _(
        "%(cost)s, %(votes)s: %(what)s.",
        cost=euros(step.cost),
        votes=votes,
        what=_(FATES[step.why]),
    )
