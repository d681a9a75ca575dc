"""What came of the feedback: charts, tables, voices; for organisers, and to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.response import Template

from lip.accounts.guards import requires_organiser
from lip.attendance.pages.feedback_words import SCALE_WORDS
from lip.attendance.pages.figure_words import Bar, Chart
from lip.attendance.queries.feedback import Feedback, feedback_of
from lip.attendance.queries.terms import terms_of
from lip.attendance.rules.feedback import Answer, QuestionKind, Result, is_open
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.registration.rules.small_counts import LEAST
from lip.said import Spoken
from lip.web.page import AnyRequest, page
from lip.words import _, current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One question with what came of it."""

    label: Spoken
    chart: Chart | None
    texts: Sequence[Answer]
    answers: int
    too_few: bool = False


@get("/", name="feedback.results")
async def show_results(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Template:
    """Show all results to organisers."""
    feedback = await feedback_of(conference)
    terms = await terms_of(conference)
    opens, closes = terms.feedback_opens_at, terms.feedback_closes_at
    return page(
        request,
        "attendance/feedback.html",
        conference=conference,
        sheets=feedback.sheets,
        shown=[_shown(one, conference) for one in feedback.results],
        is_open=is_open(opens_at=opens, closes_at=closes, now=now),
        opens=opens.astimezone(conference.zone) if opens else None,
        closes=closes.astimezone(conference.zone) if closes else None,
    )


@get("/report", name="feedback.report")
async def show_report(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the results as they may leave the house: none of fewer than five people."""
    feedback = await feedback_of(conference)
    return page(
        request,
        "attendance/feedback_report.html",
        conference=conference,
        sheets=feedback.sheets if feedback.sheets >= LEAST else None,
        shown=_for_everybody(feedback, conference),
    )


def _for_everybody(feedback: Feedback, conference: ConferenceFacts) -> Sequence[Shown]:
    """
    Leave out every question with fewer than five answers.

    Within a question small counts stay: nothing is known of who answered, so the only
    one who said "not at all" is nobody's neighbour.
    """
    return [
        _shown(one, conference)
        if one.answers >= LEAST
        else Shown(
            label=_label(one, conference),
            chart=None,
            texts=(),
            answers=0,
            too_few=True,
        )
        for one in feedback.results
    ]


def _label(one: Result, conference: ConferenceFacts) -> Spoken:
    return one.question.label.pick(current_language(), conference.language)


def _shown(one: Result, conference: ConferenceFacts) -> Shown:
    is_text = one.question.kind is QuestionKind.TEXT
    return Shown(
        label=_label(one, conference),
        chart=None if is_text else _chart(one, conference),
        texts=one.texts,
        answers=one.answers,
    )


def _chart(one: Result, conference: ConferenceFacts) -> Chart:
    largest = max([number for _value, number in one.counts] + [1])
    words = {
        value: label.pick(current_language(), conference.language)
        for value, label in one.question.options
    }
    bars = [
        Bar(
            word=words[value].text if value in words else _(SCALE_WORDS[value]),
            lang=words[value].lang if value in words else "",
            number=number,
            share=100 * number // largest,
        )
        for value, number in one.counts
    ]
    title = _label(one, conference)
    return Chart(
        key=one.question.id.hex,
        title=title.text,
        note=_average(one),
        bars=bars,
        hidden=0,
    )


def _average(one: Result) -> str:
    if one.tenths is None:
        return ""
    whole, tenth = divmod(one.tenths, 10)
    return _("Im Mittel %(whole)s,%(tenth)s von 5.", whole=whole, tenth=tenth)


router = Router(
    path="/conferences/{key:str}/feedback",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_results, show_report],
    include_in_schema=False,
)
