"""Several documents in one archive."""

import io
import zipfile
from collections.abc import Callable, Mapping

from anyio.to_thread import run_sync


async def zipped(files: Mapping[str, Callable[[], bytes]]) -> bytes:
    """Make each file in a thread of its own turn and put all into one archive."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, make in files.items():
            archive.writestr(name, await run_sync(make))
    return written.getvalue()
