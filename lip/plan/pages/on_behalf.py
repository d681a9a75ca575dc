"""An amendment that the editors enter for a body, or for somebody by name."""

from litestar import Router
from litestar.di import Provide

from lip.accounts.guards import requires_editor
from lip.plan.pages.amending import amending_routes
from lip.plan.pages.speakers import provide_editor

router = Router(
    path="/edit/plans/{plan:str}/chapters/{chapter:str}",
    guards=[requires_editor],
    dependencies={"speaker": Provide(provide_editor)},
    route_handlers=amending_routes("plan_"),
    include_in_schema=False,
)
