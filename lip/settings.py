"""
Settings: the environment, read once at start into one frozen value.

Every variable stands in the table of `README.md`; a test compares the two.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Encryption(StrEnum):
    """How the way to the mail server is kept private."""

    NONE = "none"  # on this very machine
    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where letters are handed over, and as whom; the password never prints itself."""

    host: str
    port: int
    encryption: Encryption
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this LIP runs; each field is the variable `LIP_<NAME>`, or as said."""

    database_url: str = "sqlite:///lip.sqlite"  # DATABASE_URL
    durable: bool = True
    base_url: str = "http://127.0.0.1:8000"
    secret: str = ""
    metrics_token: str = ""
    trusted_proxy: str = ""
    site_name: str = "LIP"
    operator: str = ""
    imprint: str = ""
    accent: str = "#0b5c6b"
    smtp_url: str = field(default="", repr=False)  # it holds a password
    mail_from: str = ""
    translator_url: str = ""
    translator_key: str = field(default="", repr=False)
    city: str = ""
    city_key: str = ""
    contributor: str = ""
    contact_email: str = ""
    arbitration: str = ""
    licence: str = "https://www.govdata.de/dl-de/by-2-0"

    @property
    def imprint_lines(self) -> tuple[str, ...]:
        """Give address, representation and contact of the operator, line by line."""
        return _lines(self.imprint)

    @property
    def arbitration_lines(self) -> tuple[str, ...]:
        """Give name, address and contact of who settles disputes on accessibility."""
        return _lines(self.arbitration)

    @property
    def secure(self) -> bool:
        """Tell whether people reach this LIP by HTTPS."""
        return self.base_url.startswith("https://")

    @property
    def on_sqlite(self) -> bool:
        """Tell whether the database is the embedded one."""
        return self.database_url.startswith("sqlite")

    @property
    def mail_server(self) -> MailServer | None:
        """Say where letters are handed over; None: people send them by hand."""
        return _mail_server(self.smtp_url) if self.smtp_url else None

    @property
    def translator_host(self) -> str:
        """Name the service that texts are sent to; "" where none is plugged in."""
        return urlsplit(self.translator_url).hostname or ""

    @property
    def key_file(self) -> Path:
        """Say where the secret lies when the environment does not hold it."""
        if self.on_sqlite:
            return Path(self.database_url.removeprefix("sqlite:///") + ".lipkey")
        return Path("lip.lipkey")


def _lines(text: str) -> tuple[str, ...]:
    lines = text.replace("|", "\n").splitlines()
    return tuple(line.strip() for line in lines if line.strip())


_PORTS = {Encryption.NONE: 25, Encryption.STARTTLS: 587, Encryption.TLS: 465}


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the environment; raise ValueError with a sentence where it is wrong."""
    values: dict[str, str | bool] = {}
    if url := environment.get("DATABASE_URL"):
        values["database_url"] = url
    if "LIP_DURABLE" in environment:
        values["durable"] = _yes(environment["LIP_DURABLE"])
    for name in (
        "base_url",
        "secret",
        "metrics_token",
        "trusted_proxy",
        "site_name",
        "operator",
        "imprint",
        "accent",
        "smtp_url",
        "mail_from",
        "translator_url",
        "translator_key",
        "city",
        "city_key",
        "contributor",
        "contact_email",
        "arbitration",
        "licence",
    ):
        if value := environment.get(f"LIP_{name.upper()}"):
            values[name] = value
    settings = Settings(**values)  # type: ignore[arg-type]  # by name, as above
    _check(settings)
    return settings


def _yes(value: str) -> bool:
    return value.strip().lower() not in {"0", "no", "false", "off", ""}


def _check(settings: Settings) -> None:
    parts = urlsplit(settings.base_url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError(
            f"LIP_BASE_URL must be an address like https://lip.example.org, "
            f"not {settings.base_url!r}."
        )
    if settings.secret and len(settings.secret) < 32:
        raise ValueError("LIP_SECRET must have at least 32 characters.")
    digits = settings.accent.removeprefix("#")
    if len(digits) != 6 or not all(c in "0123456789abcdefABCDEF" for c in digits):
        raise ValueError(
            f"LIP_ACCENT must be a colour like #0b5c6b, not {settings.accent!r}."
        )
    _check_mail(settings)
    _check_translator(settings)
    _check_open_data(settings)


def _check_open_data(settings: Settings) -> None:
    if urlsplit(settings.licence).scheme not in {"http", "https"}:
        raise ValueError(
            "LIP_LICENCE must be the address of a licence, like "
            f"https://www.govdata.de/dl-de/by-2-0, not {settings.licence!r}."
        )
    if settings.contact_email and "@" not in parseaddr(settings.contact_email)[1]:
        raise ValueError(
            "LIP_CONTACT_EMAIL must be an address like post@example.org, "
            f"not {settings.contact_email!r}."
        )


def _check_translator(settings: Settings) -> None:
    if not settings.translator_url:
        return
    parts = urlsplit(settings.translator_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(
            "LIP_TRANSLATOR_URL must be an address like https://translate.example.org, "
            f"not {settings.translator_url!r}."
        )


def _check_mail(settings: Settings) -> None:
    if not settings.smtp_url:
        return
    if settings.mail_server is None or "@" not in parseaddr(settings.mail_from)[1]:
        raise ValueError(
            "LIP_SMTP_URL needs LIP_MAIL_FROM: the address that letters come from, "
            "like post@example.org or 'LIP <post@example.org>'."
        )


def _mail_server(url: str) -> MailServer:
    parts = urlsplit(url)
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if parts.scheme not in {"smtp", "smtps"} or not host:
        raise ValueError(
            "LIP_SMTP_URL must be like smtp://user:password@mail.example.org:587 or "
            "smtps://…; write signs like @ or / in user and password as %40 or %2F."
        )
    here = host in {"localhost", "127.0.0.1", "::1"}
    encryption = Encryption.NONE if here else Encryption.STARTTLS
    if parts.scheme == "smtps":
        encryption = Encryption.TLS
    return MailServer(
        host=host,
        port=port or _PORTS[encryption],
        encryption=encryption,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )


def secret_of(settings: Settings) -> str:
    """Return the secret, and make it in the key file at the first start."""
    if settings.secret:
        return settings.secret
    path = settings.key_file
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return _make_secret(path)


def _make_secret(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    secret = secrets.token_urlsafe(48)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)  # fails when another process was faster
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    finally:
        draft.unlink()
    return secret
