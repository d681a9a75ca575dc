"""What every command shares: settings, the database, refusals as one sentence."""

import asyncio
import sqlite3
import sys
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import asyncpg
import typer

from lip.accounts import sentences as accounts_sentences
from lip.cli.terminal import MACHINE, REFUSED, err, out, print_json, stop
from lip.conference import sentences as conference_sentences
from lip.database import engine_from_url, use_engine
from lip.database import sentences as database_sentences
from lip.database.migrations import migrate
from lip.errors import Refusal
from lip.keys import Keys
from lip.mail import sentences as mail_sentences
from lip.opendata import sentences as opendata_sentences
from lip.plan import text_sentences as plan_sentences
from lip.publishing import sentences as publishing_sentences
from lip.settings import Settings, read_settings, secret_of
from lip.web.refusals import Sentences
from lip.words import _
from proposals.voting import sentences as voting_sentences

P = ParamSpec("P")
R = TypeVar("R")

__all__ = [
    "MACHINE",
    "REFUSED",
    "Machine",
    "command",
    "err",
    "machine",
    "out",
    "print_json",
    "sentences",
    "settings_or_stop",
    "stop",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What a command works with."""

    settings: Settings
    keys: Keys
    now: datetime


def settings_or_stop() -> Settings:
    """Read the settings, or end with the sentence that says what is wrong."""
    try:
        return read_settings()
    except ValueError as error:
        stop(str(error), 2)


def command(
    work: Callable[P, Coroutine[Any, Any, R]],
) -> Callable[P, R]:
    """Run an async command on the migrated database of the settings."""

    @wraps(work)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        settings = settings_or_stop()
        try:
            return asyncio.run(_with_database(settings, work(*args, **kwargs)))
        except Refusal as refusal:
            stop(sentences().say(refusal))
        except BrokenPipeError:
            sys.stderr.close()  # nobody reads on; that is no mistake
            raise typer.Exit from None
        except FileNotFoundError as error:
            stop(_("Die Datei %(file)s gibt es nicht.", file=error.filename), MACHINE)
        except (OSError, sqlite3.Error, asyncpg.PostgresError) as error:
            stop(_("Das ging nicht: %(error)s", error=str(error).strip()), MACHINE)

    return run


async def _with_database(settings: Settings, work: Coroutine[Any, Any, R]) -> R:
    try:
        engine = engine_from_url(settings.database_url, durable=settings.durable)
    except ValueError as error:
        work.close()
        stop(str(error), 2)
    use_engine(engine)
    try:
        await migrate()
        return await work
    finally:
        work.close()
        await engine.close_connection_pool()
        use_engine(None)


def machine() -> Machine:
    """Give what a command works with; its clock is read here."""
    settings = settings_or_stop()
    return Machine(
        settings=settings, keys=Keys(secret_of(settings)), now=datetime.now(UTC)
    )


def sentences() -> Sentences:
    """Give the sentences of all areas."""
    return Sentences(
        accounts_sentences.SENTENCES,
        conference_sentences.SENTENCES,
        mail_sentences.SENTENCES,
        voting_sentences.SENTENCES,
        database_sentences.SENTENCES,
        opendata_sentences.SENTENCES,
        plan_sentences.SENTENCES,
        publishing_sentences.SENTENCES,
    )
