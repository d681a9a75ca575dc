"""What lies on the disk for the current database, file by file."""

from pathlib import Path

from lip.database import current_engine, fetch


async def database_files(*, log: bool = False) -> list[bytes]:
    """Read the files of the database, all written out; with `log` PostgreSQL's own."""
    engine = current_engine()
    if engine.engine_type == "sqlite":
        (row,) = await fetch("PRAGMA database_list")
        files = [Path(row["file"] + end) for end in ("", "-wal", "-shm")]
    else:
        files = await _postgres_files(log=log)
    return [_bytes_of(file) for file in files]


async def _postgres_files(*, log: bool) -> list[Path]:
    await fetch("CHECKPOINT")
    (row,) = await fetch("SELECT current_setting('data_directory') AS folder")
    (at,) = await fetch(
        "SELECT oid FROM pg_database WHERE datname = current_database()"
    )
    folder = Path(row["folder"])
    files = [*(folder / "base" / str(at["oid"])).glob("*")]
    return [*files, *(folder / "pg_wal").glob("0*")] if log else files


def _bytes_of(file: Path) -> bytes:
    """Read a file that may just have been taken away, with all that stood in it."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
