"""How machine translation goes, for the administration."""

from litestar import Router, get
from litestar.response import Template

from lip.accounts.guards import requires_administrator
from lip.settings import Settings
from lip.web.page import AnyRequest, page
from lip.words import _
from proposals.queries.errands import errand_counts, hitches
from proposals.rules.translating import ErrandState
from proposals.words import TROUBLES


@get("/", name="translator.show")
async def show_translator(request: AnyRequest) -> Template:
    """Show which service is plugged in, what it has done, and what hinders it."""
    settings: Settings = request.app.state.settings
    counts = await errand_counts()
    return page(
        request,
        "proposals/translator.html",
        service=settings.translator_host,
        done=counts[ErrandState.DONE],
        waiting=counts[ErrandState.WAITING] + counts[ErrandState.ASKED],
        hitches=[(one, _(TROUBLES[one.trouble])) for one in await hitches()],
    )


router = Router(
    path="/translator",
    guards=[requires_administrator],
    route_handlers=[show_translator],
    include_in_schema=False,
)
