"""Photos of proposals: for everybody who may read the words, and for moderators."""

from datetime import datetime
from uuid import UUID

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect

from lip.accounts.guards import requires_moderator
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage
from lip.errors import NotFound
from lip.web.forms import read_form
from lip.web.page import AnyRequest, redirect
from proposals.actions.photos import remove_photo
from proposals.pages.photo_answer import photo_answer
from proposals.queries.photos import picture_of


@get("/{photo:uuid}", name="proposals.photo")
async def show_photo(
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
    photo: FromPath[UUID],
) -> Response[bytes]:
    """Send a photo to everybody, while its proposal is published."""
    picture = await picture_of(conference.id, number, photo)
    if picture is None or not picture.shown or conference.stage is Stage.DRAFT:
        raise NotFound("no_such_photo")
    return photo_answer(picture)


@get("/{photo:uuid}", name="moderation.photo")
async def show_photo_to_moderators(
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
    photo: FromPath[UUID],
) -> Response[bytes]:
    """Send a photo to moderators, wherever its proposal stands."""
    picture = await picture_of(conference.id, number, photo)
    if picture is None:
        raise NotFound("no_such_photo")
    return photo_answer(picture)


@post("/{photo:uuid}/remove", name="moderation.remove_photo")
async def send_photo_removal(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    photo: FromPath[UUID],
    now: NamedDependency[datetime],
) -> Redirect:
    """Delete a photo for good."""
    form = await read_form(request)
    await remove_photo(
        number,
        photo,
        owner=None,
        conference=conference,
        by=identity.actor,
        now=now,
    )
    answer = redirect(request, "moderation.show", key=conference.key)
    answer.url += f"?standing={form.raw('back')[:20]}#p{number}"
    return answer


router = Router(
    path="/c/{key:str}/proposals/{number:int}/photos",
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_photo],
    include_in_schema=False,
)

staff_router = Router(
    path="/conferences/{key:str}/proposals/{number:int}/photos",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_photo_to_moderators, send_photo_removal],
    include_in_schema=False,
)
