"""Who does what when on the board, as the forms of its pages send it."""

from datetime import datetime

from litestar.di import NamedDependency

from lip.accounts.rules.identity import Identity
from lip.conference.queries.conferences import ConferenceFacts
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest
from proposals.board.actions.deed import Deed


async def provide_form(request: AnyRequest) -> Form:
    """Read what was sent."""
    return await read_form(request)


async def provide_deed(
    form: NamedDependency[Form],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Deed:
    """Say who does what when, and which board she looked at."""
    seen = form.raw("seen")
    return Deed(
        conference=conference,
        by=identity.actor,
        now=now,
        request=form.request_key(),
        seen=int(seen) if seen.isdecimal() and len(seen) < 10 else None,
    )
