"""A result as one table: the same columns on the page, in files, on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from lip.said import Said, Spoken
from lip.words import _, current_language
from proposals.voting.result_words import COLUMNS, FATES, heading
from proposals.voting.rules.points import Method
from proposals.voting.rules.result import Option, Result, Standing, share_of

Cell = int | str | Fraction
LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultTable:
    """Keys and headings of the columns, and one row an option, best first."""

    keys: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def result_table(result: Result) -> ResultTable:
    """Put a result into one table, in the current language."""
    with_fields = any(part.field for part in result.fields)
    keys = (
        "place",
        "tied",
        "number",
        "title",
        *(("field", "place_in_field", "tied_in_field") if with_fields else ()),
        *columns_of(result),
    )
    within = in_fields(result)
    cells = [
        _cells(result, one, within[one.option.position]) for one in result.standings
    ]
    return ResultTable(
        keys=keys,
        headings=tuple(heading(key) for key in keys),
        rows=tuple(tuple(row[key] for key in keys) for row in cells),
    )


def columns_of(result: Result) -> tuple[str, ...]:
    """Say what is counted in a round; dots only where there were some."""
    with_dots = any(one.dots for one in result.standings)
    return tuple(
        column
        for column in COLUMNS[result.asked.method]
        if with_dots or column != "dots"
    )


def in_fields(result: Result) -> Mapping[int, Standing]:
    """Give where each option stands within its field of action, by position."""
    return {
        one.option.position: one for part in result.fields for one in part.standings
    }


def _cells(result: Result, one: Standing, within: Standing) -> dict[str, Cell]:
    yes, no = _("ja"), _("nein")
    return {
        "place": one.place,
        "tied": yes if one.tied else no,
        "number": one.option.called,
        "title": title_of(one.option).text,
        "field": picked(one.option.field).text,
        "place_in_field": within.place,
        "tied_in_field": yes if within.tied else no,
        **counted(result, one),
    }


def counted(result: Result, one: Standing) -> dict[str, Cell]:
    """Give everything that was counted for an option."""
    return {
        "votes": one.people,
        "points": one.points,
        "people": one.people,
        "share": 100 * share_in(result, one),
        "dots": one.dots,
        "agree": one.agree,
        "passed": one.passed,
        "disagree": one.disagree,
        "lead": one.points,
        "cost": one.option.cost,
        "fate": fate_of(result, one.option),
    }


def share_in(result: Result, one: Standing) -> Fraction:
    """Give the share that chose it: of all who took part, or of all who saw it."""
    if result.asked.method is Method.OPINION:
        return share_of(one.agree, one.seen)
    return share_of(one.people, result.participation.people)


def fate_of(result: Result, option: Option) -> str:
    """Say what becomes of something that costs money."""
    steps = result.spending.steps if result.spending else ()
    return next(
        (_(FATES[step.why]) for step in steps if step.position == option.position), ""
    )


def title_of(option: Option) -> Spoken:
    """Call an option by its title in the reader's language, or by its own words."""
    said = option.title.pick(current_language(), option.language)
    if said:
        return said
    words = " ".join(option.text.split())
    short = words if len(words) <= LONGEST_TITLE else f"{words[: LONGEST_TITLE - 1]}…"
    return Spoken(text=short, lang=option.language)


def picked(said: Said) -> Spoken:
    """Give a text in the reader's language, or the next best."""
    return said.pick(current_language(), "de")
