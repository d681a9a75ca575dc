"""Read what organisers' forms send, and give back what was typed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from lip.registration.rules.forms import Option
from lip.said import Said
from lip.web.forms import Form
from lip.words import LANGUAGES

OPTION_LENGTH = 60
MOST_ROWS = 30


def local(moment: datetime | None, zone: ZoneInfo) -> str:
    """Write a moment as `<input type="datetime-local">` wants it."""
    return f"{moment.astimezone(zone):%Y-%m-%dT%H:%M}" if moment else ""


def typed_said(form: Form, name: str) -> Mapping[str, str]:
    """Give a text in several languages as it was typed."""
    texts = {tag: form.raw(f"{name}-{tag}") for tag in LANGUAGES}
    return {tag: text for tag, text in texts.items() if text}


def seats_sent(form: Form, name: str, most: int) -> int | None:
    """Read a number of seats; nothing means that nobody counts."""
    if not form.raw(name).strip():
        return None
    return form.whole_number(name, most=most)


def options_sent(form: Form, main: str) -> tuple[Option, ...]:
    """
    Read the rows of options that are not empty.

    A new option is stored by its words in the main language, an old one keeps the
    value under which people have chosen it.
    """
    found: list[Option] = []
    for row in range(1, rows_sent(form) + 1):
        label = form.said(f"option-{row}", most=OPTION_LENGTH)
        if not any(label.values()):
            continue
        value = form.text(f"option-{row}-value", most=OPTION_LENGTH)
        found.append(Option(value=value or label.pick(main).text, label=label))
    return tuple(found)


def rows_sent(form: Form) -> int:
    """Count the rows of options that were on the page."""
    text = form.raw("rows")
    return min(int(text), MOST_ROWS) if text.isdecimal() else 0


def typed_options(form: Form) -> Sequence[tuple[str, Mapping[str, str]]]:
    """Give the rows of options as they were typed."""
    return [
        (form.raw(f"option-{row}-value"), typed_said(form, f"option-{row}"))
        for row in range(1, rows_sent(form) + 1)
    ]


def rows_of(
    options: Sequence[Option], *, spare: int = 3
) -> Sequence[tuple[str, Mapping[str, str]]]:
    """Give options as rows of a form, with some empty ones behind them."""
    filled = [(one.value, dict(one.label)) for one in options]
    return [*filled, *[("", Said())] * max(spare, 4 - len(filled))]
