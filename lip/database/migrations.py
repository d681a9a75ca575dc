"""
Bring the schema of every area up to date.

All pending migrations of all areas are one transaction, behind one lock: two
processes may start it at once, and a failure leaves the schema as it was.
"""

import io
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager, redirect_stdout
from datetime import UTC, datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.apps.migrations.commands.new import NoChanges, _create_new_migration
from piccolo.apps.migrations.tables import Migration
from piccolo.conf.apps import AppConfig, Finder

from lip.database.binding import current_engine
from lip.database.sqlite_engine import SQLiteStoreEngine

_LOCK = 0x4C49_5001  # a number of our own among PostgreSQL's advisory locks


async def migrate() -> list[str]:
    """Run what has not run yet; return the ids."""
    done: list[str] = []
    async with _alone():
        await Migration.create_table(if_not_exists=True)
        for area in Finder().get_app_configs():
            done += await _bring_up(area)
    return done


async def _bring_up(area: AppConfig) -> list[str]:
    before = set(await Migration.get_migrations_which_ran(area.app_name))
    new = [module for module in _modules(area) if module.ID not in before]
    for module in new:
        await _run(module, area)
    return [str(module.ID) for module in new]


async def pending() -> list[str]:
    """Return the ids of migrations that have not run yet."""
    ran: set[str] = set()
    if await Migration.table_exists():
        ran = set(await Migration.get_migrations_which_ran())
    modules = [m for area in Finder().get_app_configs() for m in _modules(area)]
    return [str(module.ID) for module in modules if module.ID not in ran]


async def revision() -> str:
    """Name the state of the schema: the newest migration of each area."""
    newest: dict[str, str] = {}
    if await Migration.table_exists():
        for row in await Migration.select(Migration.app_name, Migration.name):
            area, name = row["app_name"], row["name"]
            newest[area] = max(newest.get(area, ""), name)
    return " ".join(f"{area}={newest[area]}" for area in sorted(newest))


async def new_migration(area: str, *, description: str = "") -> Path | None:
    """Write what has changed in an area's tables into a new file, if anything."""
    config = Finder().get_app_config(area)
    _make_package(Path(config.resolved_migrations_folder_path))
    try:
        meta = await _create_new_migration(config, auto=True, description=description)
    except NoChanges:
        return None
    return Path(meta.migration_path)


def sql_for(
    statements: Mapping[str, str | list[str]],
) -> Callable[[], Coroutine[Any, Any, None]]:
    """
    Return a step for `MigrationManager.add_raw`: other SQL on each engine.

    The keys are `sqlite` and `postgres`; CockroachDB takes PostgreSQL's.
    """
    if set(statements) != {"sqlite", "postgres"}:
        raise ValueError("Say what to run on sqlite and what on postgres.")

    async def run() -> None:
        engine = current_engine()
        kind = "sqlite" if engine.engine_type == "sqlite" else "postgres"
        chosen = statements[kind]
        for statement in [chosen] if isinstance(chosen, str) else chosen:
            await engine.run_ddl(statement)

    return run


@asynccontextmanager
async def _alone() -> AsyncIterator[None]:
    engine = current_engine()
    if isinstance(engine, SQLiteStoreEngine):
        async with engine.rebuilding():
            yield
        return
    async with engine.transaction():
        if engine.engine_type == "postgres":
            await engine.run("SELECT pg_advisory_xact_lock($1)", [_LOCK])
        yield


def _make_package(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").touch()


def _modules(area: AppConfig) -> list[ModuleType]:
    folder = Path(area.resolved_migrations_folder_path)
    files = sorted(folder.glob("*.py")) if folder.is_dir() else []
    modules = [_module(file) for file in files if file.name != "__init__.py"]
    return sorted(modules, key=lambda module: str(module.ID))


def _module(file: Path) -> ModuleType:
    spec = spec_from_file_location(f"_migration_{file.stem}", file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def _run(module: ModuleType, area: AppConfig) -> None:
    with redirect_stdout(io.StringIO()):  # Piccolo prints its progress
        step = await module.forwards()
        if isinstance(step, MigrationManager):
            await step.run()
    now = datetime.now(UTC).replace(tzinfo=None)
    row = Migration(name=module.ID, app_name=area.app_name, ran_on=now)
    await Migration.insert(row)
