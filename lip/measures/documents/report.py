"""The yearly report as a draft in Markdown, to be edited by people."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from lip.measures.documents.blocks import number, picked
from lip.measures.documents.outline import deadline_words, status_words
from lip.measures.queries.names import Names
from lip.measures.rules.measures import MeasureFacts, StatusLine
from lip.measures.rules.monitoring import lights
from lip.measures.rules.sheet import IndicatorLine, MilestoneLine
from lip.measures.rules.status import overdue
from lip.measures.rules.values import ValueLine
from lip.measures.words import LIGHTS, STATUS
from lip.web.partial_dates import said as date_in_words
from lip.words import _, ngettext

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")


def yearly_report(
    measures: Sequence[MeasureFacts], names: Names, *, year: int, today: date
) -> str:
    """Write the draft: counts, then each field with its measures."""
    lines = [
        f"# {_('Bericht %(year)s', year=year)}",
        "",
        _("Entwurf. Bitte prüfen und ergänzen."),
        "",
        *_counts(measures, today),
    ]
    order: Sequence[UUID | None] = [*names.fields, None]
    for field in order:
        here = [one for one in measures if _main_field(one) == field]
        if here:
            lines += ["", f"## {_field(field, names)}", ""]
            for one in here:
                lines += _measure(one, year=year, today=today)
    return "\n".join(lines).rstrip() + "\n"


def _counts(measures: Sequence[MeasureFacts], today: date) -> Iterator[str]:
    many = len(measures)
    yield ngettext(
        "%(num)s Vorhaben steht im Plan:", "%(num)s Vorhaben stehen im Plan:", many
    )
    yield ""
    for one, count in lights(measures, today=today).items():
        yield f"- {_(LIGHTS[one])}: {count}"


def _measure(one: MeasureFacts, *, year: int, today: date) -> Iterator[str]:
    sheet = one.sheet
    status = status_words(sheet, _(STATUS[sheet.status_kind]))
    yield f"### {plain(picked(sheet.title).text)}"
    yield ""
    yield f"{_('Status')}: {plain(status.text)}"
    yield ""
    done = [line for line in sheet.timetable if line.done and _in(line, year)]
    changes = [change for change in one.history if change.at.year == year]
    yield from _list(_("Was erreicht wurde:"), [_step(line) for line in done])
    yield from _list(_("Was sich geändert hat:"), [_change(line) for line in changes])
    figures = [
        _figure(line, one.values.get(line.id, ()) if line.id else (), year)
        for line in sheet.indicators
    ]
    yield from _list(_("Was gemessen wurde:"), [text for text in figures if text])
    late = overdue(sheet.status_kind, sheet.timetable, today=today)
    yield from _list(_("Was verspätet ist:"), [_step(line) for line in late])


def _list(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield heading
        yield ""
        yield from (f"- {item}" for item in items)
        yield ""


def _step(line: MilestoneLine) -> str:
    when = deadline_words(line).text
    words = plain(picked(line.text).text)
    return f"{words}: {plain(when)}" if when else words


def _change(line: StatusLine) -> str:
    label = plain(picked(line.label).text or _(STATUS[line.kind]))
    note = plain(picked(line.note).text)
    return f"{label}: {note}" if note else label


def _figure(line: IndicatorLine, values: Sequence[ValueLine], year: int) -> str:
    """Say the newest value up to the year, and what was to be reached."""
    known = [one for one in values if one.at.first.year <= year]
    if not known:
        return ""
    unit = plain(picked(line.unit).text)
    said = f"{plain(picked(line.name).text)}: {number(known[-1].value)} {unit}".strip()
    said += f" ({date_in_words(known[-1].at)})"
    if line.target:
        said += ", " + _("Ziel: %(goal)s", goal=f"{number(line.target)} {unit}".strip())
    return said


def _in(line: MilestoneLine, year: int) -> bool:
    dates = [one for one in (line.begins, line.ends) if one]
    if not dates:
        return False
    return dates[0].first.year <= year <= dates[-1].last.year


def _main_field(one: MeasureFacts) -> UUID | None:
    return one.sheet.fields[0] if one.sheet.fields else None


def _field(field: UUID | None, names: Names) -> str:
    if field is None:
        return _("Ohne Handlungsfeld")
    return plain(picked(names.fields[field].name).text)


def plain(text: str) -> str:
    r"""
    Write words into one line of Markdown, in which they mean nothing but themselves.

    >>> plain("Migrant*innen\n[neu]")
    'Migrant\\*innen \\[neu\\]'
    """
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
