"""Answer with a document: made in a thread, shown in the browser."""

from collections.abc import Callable

from anyio.to_thread import run_sync
from litestar import Response


async def pdf(make: Callable[[], bytes], name: str) -> Response[bytes]:
    """Answer with a PDF that the browser may show at once."""
    return await _answer(make, name, "application/pdf")


async def png(make: Callable[[], bytes], name: str) -> Response[bytes]:
    """Answer with a picture."""
    return await _answer(make, name, "image/png")


async def _answer(
    make: Callable[[], bytes], name: str, media_type: str
) -> Response[bytes]:
    return Response(
        await run_sync(make),
        media_type=media_type,
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
