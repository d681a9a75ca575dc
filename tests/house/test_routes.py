"""Every route of the application, tried by everybody who may knock."""

import re
from importlib import import_module
from pkgutil import iter_modules

import httpx
import pytest

from lip.conference.tables import Participant
from tests.databases import ENGINES
from tests.factories import make_conference, make_helper_link, make_participant
from tests.house import who_may
from tests.house.visitors import VISITORS, Route, routes_of, visitor_named

pytestmark = pytest.mark.anyio

AREAS = [
    import_module(f"{who_may.__name__}.{one.name}")
    for one in iter_modules(who_may.__path__)
]
WHO_MAY = {name: who for area in AREAS for name, who in area.WHO_MAY.items()}

PLACES = {name: one for area in AREAS for name, one in area.PLACES.items()}


def known_as(route: Route) -> str:
    return route.path if route.path.startswith("/schema") else route.name


def address(route: Route, **places: str) -> str:
    known = PLACES | places
    return re.sub(r"\{(\w+)\}", lambda found: known[found[1]], route.path)


def last(route: Route) -> bool:
    """What ends the session itself is tried at the end."""
    return route.name in {"sign_out", "sign_in.use_link", "sign_in.send"}


async def test_every_route_stands_in_the_table(client: httpx.AsyncClient):
    known = {known_as(route) for route in routes_of(client)}

    assert known - WHO_MAY.keys() == set(), "say who may use these"
    assert WHO_MAY.keys() - known == set(), "these are gone"


@pytest.mark.parametrize(
    "engine_name,name",
    [(ENGINES[0], name) for name in VISITORS]  # who may come in knows no database
    + [(engine, "administrator") for engine in ENGINES[1:]],  # what she asks, does
    scope="session",
)
async def test_a_visitor_gets_in_where_she_may_and_nowhere_else(
    client: httpx.AsyncClient, engine_name: str, name: str
):
    await make_conference("eins")
    await make_conference("zwei")
    visitor = await visitor_named(name, client)
    refused_by = 401 if name == "anonymous" or name.startswith("token") else 403

    wrong = []
    for route in sorted(routes_of(client), key=last):
        reply = await visitor.knock(route.method, address(route))
        may, known = name in WHO_MAY[known_as(route)], known_as(route)
        no = 403 if known == "metrics" else refused_by
        if name.startswith("token") and "/api/" in route.path:
            no = 403
        if (may and reply.status in {0, 401, 403, 405, 500}) or (
            not may and reply.status != no
        ):
            wrong.append((known, route.method, reply.status))

    assert wrong == []


async def test_a_helpers_link_opens_no_other_conference(client: httpx.AsyncClient):
    await make_conference("eins")
    visitor = await visitor_named("link@zwei", client)

    page = await visitor.knock("GET", "/door/eins")

    assert page.status == 403
    assert "Ihre Rolle erlaubt das nicht." in page.body.decode()


async def test_what_belongs_to_another_conference_is_not_found(
    client: httpx.AsyncClient,
):
    await make_conference("eins")
    place = await make_conference("zwei")
    guest = await make_participant(place, given_name="Geheim", family_name="Person")
    link = await make_helper_link("zwei")
    visitor = await visitor_named("organiser@eins", client)
    before = await Participant.select().where(Participant.id == guest.id)
    foreign = {"participant": str(guest.id), "one": str(link.id)}
    body = f"participant={guest.id}&given_name=x".encode()

    told = []
    for route in routes_of(client):
        if "{key}" not in route.path:
            continue
        reply = await visitor.knock(route.method, address(route, **foreign), body)
        named = re.search(r"\{(participant|one)\}", route.path)
        hidden = {404, 422}
        if "organiser@eins" not in WHO_MAY[known_as(route)]:
            hidden.add(403)  # none of hers anyway, wherever it belongs
        if b"Geheim" in reply.body or (named and reply.status not in hidden):
            told.append((route.name, reply.status))

    assert told == []
    assert await Participant.select().where(Participant.id == guest.id) == before
