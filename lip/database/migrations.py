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


Applied = frozenset[tuple[str, str]]  # area and id of each migration that ran


async def migrate() -> list[str]:
    """Run what has not run yet; return the ids."""
    async with schema_lock():
        return await bring_up()


async def bring_up(only: Applied | None = None) -> list[str]:
    """Inside `schema_lock`, run what has not run yet; of these only, if given."""
    await Migration.create_table(if_not_exists=True)
    before = await applied()
    done = []
    for area, module in _known():
        key = (area.app_name, str(module.ID))
        if key not in before and (only is None or key in only):
            await _run(module, area)
            done.append(key[1])
    return done


async def applied() -> Applied:
    """Return which migrations have run here."""
    if not await Migration.table_exists():
        return frozenset()
    rows = await Migration.select(Migration.app_name, Migration.name)
    return frozenset((row["app_name"], row["name"]) for row in rows)


def available() -> Applied:
    """Return which migrations this version has."""
    return frozenset((area.app_name, str(module.ID)) for area, module in _known())


async def revision() -> str:
    """Name the state of the schema: the newest migration of each area."""
    return revision_of(await applied())


def revision_of(migrations: Applied) -> str:
    """Name the state of a schema in which these have run."""
    newest: dict[str, str] = {}
    for area, id_ in migrations:
        newest[area] = max(newest.get(area, ""), id_)
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
async def schema_lock() -> AsyncIterator[None]:
    """Be the only process that changes the schema, in one transaction."""
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


def _known() -> list[tuple[AppConfig, ModuleType]]:
    areas = Finder().get_app_configs()
    return [(area, module) for area in areas for module in _modules(area)]


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
