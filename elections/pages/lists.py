"""For the election board: put candidates on lists, where lists are voted for."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from elections.actions.arrange_lists import ListWish, arrange_lists
from elections.pages.place import provide_election
from elections.queries.elections import ElectionFacts, nominations_of
from elections.queries.lists import lists_of
from elections.rules.stages import PollStage
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect

MOST_LISTS: Final = 12
SPARE: Final = 3
LAST: Final = 10_000


@get("/{number:int}/lists", name="election_lists.show")
async def show_lists(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
) -> Template:
    """Show the lists and who stands on which."""
    lists = await lists_of(election.id, await nominations_of(election.id))
    known = [
        ListWish(name=one.name, members=[member.number for member in one.members])
        for one in lists
    ]
    return await _page(request, conference, election, known)


@post("/{number:int}/lists", name="election_lists.arrange", status_code=200)
async def send_lists(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Write the lists anew."""
    form = await read_form(request)
    wishes = _wishes(form)
    if form:
        try:
            await arrange_lists(election, wishes, by=identity.actor, now=now)
        except Unusable as refusal:
            form.refuse("list-1", request.app.state.sentences.say(refusal))
        else:
            return redirect(
                request, "running.show", key=conference.key, number=election.number
            )
    return await _page(request, conference, election, wishes, errors=form.errors)


def _wishes(form: Form) -> Sequence[ListWish]:
    """Read the names and, for each person, her list and her place on it."""
    names = {at: form.text(f"list-{at}") for at in range(1, MOST_LISTS + 1)}
    chosen: dict[str, list[tuple[int, int]]] = {str(at): [] for at in names}
    for field in form.names():
        stands = field.removeprefix("on-")
        if field != stands and stands.isdecimal() and form.raw(field) in chosen:
            number = int(stands[:6])
            chosen[form.raw(field)].append((_place(form, number), number))
    return [
        ListWish(name=name, members=[one for _at, one in sorted(chosen[str(at)])])
        for at, name in names.items()
        if name or chosen[str(at)]
    ]


def _place(form: Form, stands: int) -> int:
    """Read where somebody stands; who has no place follows those who have one."""
    text = form.raw(f"at-{stands}").strip()
    return int(text[:4]) if text.isdecimal() else LAST


async def _page(
    request: AnyRequest,
    conference: ConferenceFacts,
    election: ElectionFacts,
    lists: Sequence[ListWish],
    *,
    errors: Mapping[str, str] | None = None,
) -> Template:
    on_list = {
        member: (at, place)
        for at, one in enumerate(lists, 1)
        for place, member in enumerate(one.members, 1)
    }
    nowhere = (MOST_LISTS + 1, 0)
    names = [one.name for one in lists]
    return page(
        request,
        "elections/lists.html",
        status=422 if errors else 200,
        conference=conference,
        election=election,
        names=[*names, *[""] * SPARE][:MOST_LISTS],
        can_change=election.stage is PollStage.PREPARED,
        standing=sorted(
            (
                (one, *on_list.get(one.number, nowhere))
                for one in await nominations_of(election.id)
            ),
            key=lambda line: (*line[1:], line[0].number),
        ),
        errors=errors or {},
    )


router = Router(
    path="/conferences/{key:str}/elections",
    guards=[requires_election_board],
    dependencies={
        "conference": Provide(provide_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[show_lists, send_lists],
    include_in_schema=False,
)
