"""Read the fields of a form into values, and collect what is wrong with them."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar, cast
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from litestar import Request
from litestar.datastructures import FormMultiDict, UploadFile

from lip.errors import Unusable
from lip.partial_dates import PartialDate
from lip.said import Said
from lip.web import partial_dates
from lip.words import LANGUAGES, _

Choice = TypeVar("Choice", bound=StrEnum)

_INVISIBLE = {
    *map(chr, range(0x20)),
    "\x7f",
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
} - {"\n", "\t", "\r"}


class Form:
    """A form that was sent: its fields, read one by one, and its mistakes."""

    def __init__(self, fields: dict[str, list[Any]]) -> None:
        self._fields = fields
        self.errors: dict[str, str] = {}

    def __bool__(self) -> bool:
        """A form without mistakes is good."""
        return not self.errors

    def raw(self, name: str) -> str:
        """Give a field as it was typed, to show it again."""
        values = self._fields.get(name, [""])
        return values[-1] if isinstance(values[-1], str) else ""

    def names(self) -> list[str]:
        """Give the names of all fields that were sent."""
        return list(self._fields)

    def all(self, name: str) -> list[str]:
        """Give all values of a field that may stand several times."""
        return [value for value in self._fields.get(name, []) if isinstance(value, str)]

    def text(
        self, name: str, *, most: int = 200, required: bool = False, lines: bool = False
    ) -> str:
        """Read a text; invisible and direction-changing signs fall away."""
        raw = self.raw(name)
        clean = "".join(sign for sign in raw if sign not in _INVISIBLE)
        whole = clean.replace("\r\n", "\n").replace("\r", "\n").strip()
        value = whole if lines else " ".join(clean.split())
        if required and not value:
            self.refuse(name, _("Bitte füllen Sie dieses Feld aus."))
        if len(value) > most:
            self.refuse(
                name, _("Bitte höchstens %(most)s Zeichen eingeben.", most=most)
            )
        return value

    def said(
        self,
        name: str,
        *,
        most: int = 200,
        required_in: str = "",
        lines: bool = False,
    ) -> Said:
        """Read a text in several languages: the fields `name-de`, `name-ar`, …"""
        return Said({
            tag: text
            for tag in LANGUAGES
            if (
                text := self.text(
                    f"{name}-{tag}", most=most, lines=lines, required=tag == required_in
                )
            )
        })

    def password(self, name: str) -> str:
        """Read a password exactly as typed."""
        return self.raw(name)[:500]

    def ticked(self, name: str) -> bool:
        """Tell whether a box is ticked."""
        return self.raw(name) not in {"", "0", "false"}

    def whole_number(
        self, name: str, *, least: int = 0, most: int = 10_000, default: int = 0
    ) -> int:
        """Read a whole number."""
        text = self.raw(name).strip()
        if not text:
            return default
        try:
            value = int(text)
        except ValueError:
            self.refuse(name, _("Bitte eine ganze Zahl eingeben."))
            return default
        if not least <= value <= most:
            self.refuse(
                name,
                _(
                    "Bitte eine Zahl von %(least)s bis %(most)s eingeben.",
                    least=least,
                    most=most,
                ),
            )
        return value

    def choice(self, name: str, kind: type[Choice], *, default: Choice) -> Choice:
        """Read one of a fixed set of choices."""
        text = self.raw(name)
        if not text:
            return default
        try:
            return kind(text)
        except ValueError:
            self.refuse(name, _("Bitte wählen Sie einen der Werte aus der Liste."))
            return default

    def day(self, name: str) -> date | None:
        """Read a day as `<input type="date">` sends it, or as dd.mm.yyyy."""
        text = self.raw(name).strip()
        if not text:
            return None
        for pattern in ("%Y-%m-%d", "%d.%m.%Y"):
            try:
                return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day
            except ValueError:
                continue
        self.refuse(name, _("Bitte ein Datum wie 24.11.2026 eingeben."))
        return None

    def partial_date(self, name: str) -> PartialDate | None:
        """Read a date as far as it is known."""
        text = self.text(name, most=60)
        value = partial_dates.read(text)
        if text and value is None:
            self.refuse(
                name,
                _(
                    "Bitte ein Datum eingeben, so genau es bekannt ist: 2022, "
                    "1. Halbjahr 2019, Januar 2018 oder 31.12.2017."
                ),
            )
        return value

    def moment(self, name: str, zone: ZoneInfo) -> datetime | None:
        """Read a local time as `<input type="datetime-local">` sends it."""
        text = self.raw(name).strip()
        if not text:
            return None
        try:
            return datetime.fromisoformat(text).replace(tzinfo=zone)
        except ValueError:
            self.refuse(name, _("Bitte Tag und Uhrzeit eingeben."))
            return None

    def request_key(self, name: str = "request") -> UUID:
        """Read the key of this act; a form without one gets a fresh key."""
        try:
            return UUID(self.raw(name))
        except ValueError:
            return uuid4()

    def renew_key(self) -> None:
        """Give another key to what has become another act."""
        self._fields["request"] = [str(uuid4())]

    def upload(self, name: str) -> UploadFile | None:
        """Give an uploaded file."""
        values = self._fields.get(name, [])
        for value in values:
            if isinstance(value, UploadFile) and (value.filename or ""):
                return value
        return None

    def refuse(self, name: str, sentence: str) -> None:
        """Note what is wrong with a field; the first mistake stands."""
        self.errors.setdefault(name, sentence)


async def sent_fields(request: Request[Any, Any, Any]) -> FormMultiDict:
    """Give the fields that were sent; refuse bytes that are no text."""
    try:
        return await request.form()
    except (UnicodeDecodeError, LookupError) as error:
        raise Unusable("bad_request") from error


async def read_form(request: Request[Any, Any, Any]) -> Form:
    """Read what was sent, whether URL-encoded or multipart."""
    sent = await sent_fields(request)
    fields: dict[str, list[Any]] = {}
    for name, value in sent.multi_items():
        fields.setdefault(name, []).append(cast("Any", value))
    return Form(fields)
