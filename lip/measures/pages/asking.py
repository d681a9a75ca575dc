"""Questions of the form of a sheet: how each is drawn, read and shown again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from lip.mail.rules.addresses import is_usable
from lip.measures.rules.decimals import decimal_of
from lip.measures.rules.decimals import typed as typed_number
from lip.measures.rules.money import cents_of, written
from lip.measures.rules.sheet import LONGEST_LINE
from lip.partial_dates import PartialDate
from lip.said import Said
from lip.web import partial_dates
from lip.web.forms import Form
from lip.words import LANGUAGES, _


class Way(StrEnum):
    """What a question asks for."""

    SAID = "said"
    TEXT = "text"
    LINES = "lines"
    DATE = "date"
    YEAR = "year"
    COUNT = "count"
    DECIMAL = "decimal"
    MONEY = "money"
    TICK = "tick"
    CHOICE = "choice"
    ONE = "one"
    SEVERAL = "several"
    ORDERED = "ordered"
    EMAIL = "email"
    WEBSITE = "website"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Ask:
    """
    A question: the German label, and what may be answered.

    `choices` are German words by value; `offered` names what the page offers
    ("districts", "fields", "bodies", "measures", "tongues", "milestones").
    """

    name: str
    label: str = ""
    way: Way = Way.SAID
    _: KW_ONLY
    most: int = LONGEST_LINE
    rows: int = 0
    hint: str = ""
    required: bool = False
    choices: Mapping[Any, str] = field(default_factory=dict)
    offered: str = ""

    @property
    def options(self) -> Sequence[tuple[str, str]]:
        """Give the choices in the language of the page."""
        return [(str(key), _(word)) for key, word in self.choices.items()]


def read(form: Form, ask: Ask, name: str) -> Any:
    """Read an answer into a value; what cannot be read is refused at its field."""
    return _READERS[ask.way](form, ask, name)


def sent(form: Form, ask: Ask, name: str) -> Any:
    """Give an answer as it was typed, to show it again."""
    if ask.way is Way.SAID:
        return {tag: form.raw(f"{name}-{tag}")[:50_000] for tag in LANGUAGES}
    if ask.way is Way.TICK:
        return form.ticked(name)
    if ask.way in {Way.SEVERAL, Way.ORDERED}:
        return form.all(name)
    return form.raw(name)[:50_000]


def shown(value: Any, ask: Ask) -> Any:
    """Give a value as it stands in a form."""
    if ask.way in {Way.SAID, Way.TICK}:
        return value
    if ask.way in {Way.SEVERAL, Way.ORDERED}:
        return _several(value)
    if ask.way is Way.DATE:
        return partial_dates.typed(value)
    if ask.way is Way.MONEY:
        return written(value)
    if ask.way is Way.DECIMAL:
        return typed_number(value)
    return "" if value is None else str(value)


def _several(value: Sequence[UUID] | str) -> Sequence[str]:
    if isinstance(value, str):
        return [one for one in value.split(",") if one]
    return [str(one) for one in value]


def _said(form: Form, ask: Ask, name: str) -> Said:
    main = "de" if ask.required else ""
    return form.said(name, most=ask.most, lines=ask.rows > 0, required_in=main)


def _text(form: Form, ask: Ask, name: str) -> str:
    return form.text(name, most=ask.most, lines=ask.way is Way.LINES)


def _date(form: Form, _ask: Ask, name: str) -> PartialDate | None:
    return form.partial_date(name)


def _year(form: Form, _ask: Ask, name: str) -> int | None:
    return form.whole_number(name, least=1900, most=2199) or None


def _count(form: Form, _ask: Ask, name: str) -> int | None:
    text = form.text(name, most=20)
    number = decimal_of(text) if text else None
    if text and (number is None or not number.isdigit()):
        form.refuse(name, _("Bitte eine Zahl wie 1.350 eingeben."))
        return None
    return int(number) if number else None


def _decimal(form: Form, _ask: Ask, name: str) -> str:
    text = form.text(name, most=30)
    number = decimal_of(text) if text else ""
    if number is None or len(number) > 30:
        form.refuse(name, _("Bitte eine Zahl wie 1.350 oder 12,5 eingeben."))
        return ""
    return number


def _money(form: Form, _ask: Ask, name: str) -> int | None:
    text = form.text(name, most=40)
    cents = cents_of(text) if text else None
    if text.startswith(("-", "−", "–")):
        form.refuse(
            name,
            _(
                "Kosten können nicht negativ sein. Bitte geben Sie einen Betrag ohne "
                "Minus an."
            ),
        )
    elif text and cents is None:
        form.refuse(
            name, _("Bitte einen Betrag wie 495.016 € oder 1.250,50 € eingeben.")
        )
    return cents


def _tick(form: Form, _ask: Ask, name: str) -> bool:
    return form.ticked(name)


def _choice(form: Form, ask: Ask, name: str) -> Any:
    kinds = list(ask.choices)
    return form.choice(name, type(kinds[0]), default=kinds[0])


def _one(form: Form, ask: Ask, name: str) -> Any:
    """Read the id of one that is offered, or its number."""
    text = form.raw(name)
    if ask.offered == "milestones":
        return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    return _id(text)


def _some(form: Form, ask: Ask, name: str) -> Any:
    if ask.offered == "tongues":
        return ",".join(form.all(name))[:200]
    ids = [one for one in map(_id, form.all(name)) if one]
    return tuple(dict.fromkeys(ids))


def _email(form: Form, _ask: Ask, name: str) -> str:
    text = form.text(name, most=254)
    if text and not is_usable(text):
        form.refuse(name, _("Bitte eine E-Mail-Adresse wie amt@example.org eingeben."))
    return text


def _website(form: Form, _ask: Ask, name: str) -> str:
    text = form.text(name, most=500)
    if text and not text.startswith(("https://", "http://")):
        form.refuse(name, _("Bitte eine Adresse eingeben, die mit https:// beginnt."))
    return text


def _kept(form: Form, _ask: Ask, name: str) -> UUID | None:
    return _id(form.raw(name))


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


_READERS: Final[Mapping[Way, Callable[[Form, Ask, str], Any]]] = {
    Way.SAID: _said,
    Way.TEXT: _text,
    Way.LINES: _text,
    Way.DATE: _date,
    Way.YEAR: _year,
    Way.COUNT: _count,
    Way.DECIMAL: _decimal,
    Way.MONEY: _money,
    Way.TICK: _tick,
    Way.CHOICE: _choice,
    Way.ONE: _one,
    Way.SEVERAL: _some,
    Way.ORDERED: _some,
    Way.EMAIL: _email,
    Way.WEBSITE: _website,
    Way.KEPT: _kept,
}
