"""The organiser's colour as a style sheet of its own: no page needs inline style."""

from litestar import MediaType, Response, Router, get
from litestar.di import NamedDependency

from lip.settings import Settings


@get("/theme.css", name="theme", media_type=MediaType.CSS)
async def show_theme(settings: NamedDependency[Settings]) -> Response[str]:
    """Give the accent colour as a token."""
    css = f":root{{--accent:{settings.accent}}}"
    return Response(
        css,
        media_type="text/css",
        headers={"Cache-Control": "public, max-age=3600"},
    )


router = Router(path="/", route_handlers=[show_theme], include_in_schema=False)
