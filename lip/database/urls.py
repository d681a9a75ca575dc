"""From DATABASE_URL to an engine."""

from typing import Any
from urllib.parse import SplitResult, urlsplit

from lip.database.postgres_engine import PostgresStoreEngine
from lip.database.sqlite_engine import SQLiteStoreEngine

StoreEngine = SQLiteStoreEngine | PostgresStoreEngine

_KNOWN = "sqlite:///file, postgresql://host/database or cockroachdb://host/database"


def engine_from_url(url: str, *, durable: bool = True) -> StoreEngine:
    """Build an engine; it opens nothing before its first statement."""
    parts = urlsplit(url)
    match parts.scheme:
        case "sqlite":
            return SQLiteStoreEngine(_path(url), durable=durable)
        case "postgresql" | "postgres":
            return PostgresStoreEngine(_config(parts, url, durable=durable))
        case "cockroachdb" | "cockroach":
            return PostgresStoreEngine({"dsn": _dsn(parts, url)}, cockroach=True)
        case _:
            raise ValueError(f"DATABASE_URL must look like {_KNOWN}.")


def _path(url: str) -> str:
    path = url.removeprefix("sqlite:///")
    if path in {url, "", "/"} or path.endswith(":memory:"):
        raise ValueError("DATABASE_URL must name a file: sqlite:///lip.sqlite.")
    return path


def _config(parts: SplitResult, url: str, *, durable: bool) -> dict[str, Any]:
    settings = {
        "application_name": "lip",
        "synchronous_commit": "on" if durable else "off",
        "timezone": "UTC",
        "jit": "off",  # it makes small statements slower
    }
    return {"dsn": _dsn(parts, url), "server_settings": settings}


def _dsn(parts: SplitResult, url: str) -> str:
    try:
        parts.port  # noqa: B018  # reading it checks it
    except ValueError as error:
        raise ValueError("DATABASE_URL has a port that is not a number.") from error
    if not parts.path.strip("/"):
        raise ValueError("DATABASE_URL must name a database: postgresql://host/lip.")
    return "postgresql://" + url.split("://", 1)[1]
