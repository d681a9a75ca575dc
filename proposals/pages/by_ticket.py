"""Where people hand in: with a ticket on their own page, staff by account."""

from litestar import Router, get, post
from litestar.di import Provide

from lip.accounts.guards import requires_moderator
from lip.conference.pages.place import provide_conference
from proposals.pages.authors import provide_author
from proposals.pages.handing_in import handing_in_routes, send_support, show_all
from proposals.pages.own_proposal import own_proposal_routes
from proposals.pages.writers import (
    STAFF,
    TICKET,
    provide_staff_writer,
    provide_ticket_writer,
)

router = Router(
    path="/t/{code:str}/proposals",
    dependencies={
        "author": Provide(provide_author),
        "writer": Provide(provide_ticket_writer),
    },
    route_handlers=[
        *handing_in_routes(TICKET),
        *own_proposal_routes(TICKET),
        get("/all", name="own_proposals.all")(show_all),
        post("/{number:int}/support", name="own_proposals.support", status_code=200)(
            send_support
        ),
    ],
    include_in_schema=False,
)

staff_router = Router(
    path="/conferences/{key:str}/proposals/own",
    guards=[requires_moderator],
    dependencies={
        "conference": Provide(provide_conference),
        "writer": Provide(provide_staff_writer),
    },
    route_handlers=[*handing_in_routes(STAFF), *own_proposal_routes(STAFF)],
    include_in_schema=False,
)
