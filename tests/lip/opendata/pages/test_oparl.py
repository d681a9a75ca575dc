"""OParl as a program meets it: lists, filters, objects, files, errors."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from lip.bodies.actions.change_bodies import add_body
from lip.bodies.rules.bodies import BodyWish
from lip.bodies.tables import Body
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage
from lip.conference.tables import Conference
from lip.journal.rules.entries import COMMAND
from lip.opendata.actions.catch_up import catch_up
from lip.opendata.pages.answers import site_of
from lip.opendata.rules.site import CITY
from lip.programme.actions.change_files import DocumentWish, add_file, remove_file
from lip.said import Said
from tests.client import settings_for
from tests.factories import clock, make_conference
from tests.lip.opendata.oparl_rules import faults_of, faults_of_list
from tests.programmes import make_room, make_session

pytestmark = pytest.mark.anyio

ROOT = "http://127.0.0.1:8000/oparl/v1.1"
ORGANISATIONS = f"/oparl/v1.1/bodies/{CITY}/organizations"


async def tell(later: timedelta = timedelta()) -> int:
    return await catch_up(site_of(settings_for("sqlite://")), now=clock() + later)


async def make_bodies(many: int) -> None:
    for number in range(many):
        wish = BodyWish(name=Said.of(de=f"Gremium {number}"))
        await add_body(wish, key=f"g{number}", by=COMMAND, now=clock())


async def make_hall() -> ConferenceFacts:
    place = await make_conference()
    await make_session(place, room=await make_room(place))
    return place


async def read(client: httpx.AsyncClient, path: str, **query: Any) -> dict[str, Any]:
    answer = await client.get(path, params=query or None)
    assert answer.status_code == 200, answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "set-cookie" not in answer.headers
    found: dict[str, Any] = answer.json()
    return found


async def test_a_server_without_anything_has_a_system_and_a_city(client):
    system = await read(client, "/oparl/v1.1/")
    bodies = await read(client, "/oparl/v1.1/bodies")

    assert system["id"] == f"{ROOT}/"
    assert system["body"] == f"{ROOT}/bodies"
    assert faults_of(system) == [] == faults_of_list(bodies)
    (city,) = bodies["data"]
    assert city["legislativeTerm"] == []
    for name in ("paper", "agendaItem", "locationList", "legislativeTermList"):
        page = await read(client, city[name].removeprefix("http://127.0.0.1:8000"))
        assert page["data"] == []
        assert faults_of_list(page) == []


async def test_pages_follow_one_another_with_their_filters(client):
    await make_bodies(5)
    await tell()
    since = "2000-01-01T00:00:00+01:00"

    page = await read(client, ORGANISATIONS, limit=2, created_since=since)
    seen = [one["id"] for one in page["data"]]
    while following := page["links"].get("next"):
        assert faults_of_list(page) == []
        page = await read(client, following.removeprefix("http://127.0.0.1:8000"))
        seen += [one["id"] for one in page["data"]]

    assert page["pagination"] == {
        "totalElements": 5,
        "elementsPerPage": 2,
        "currentPage": 3,
        "totalPages": 3,
    }
    assert len(set(seen)) == 5
    for name in ("created_until", "modified_until"):
        assert (await read(client, ORGANISATIONS, **{name: since}))["data"] == []


async def test_nothing_is_left_out_when_objects_come_and_go_meanwhile(client):
    await make_bodies(6)
    await tell()
    whole = [one["id"] for one in (await read(client, ORGANISATIONS))["data"]]

    page = await read(client, ORGANISATIONS, limit=2)
    seen = [one["id"] for one in page["data"]]
    await Body.delete().where(Body.id == seen[0].rpartition("/")[2])
    await tell(timedelta(hours=1))
    later = clock() + timedelta(hours=2)
    await add_body(BodyWish(name=Said.of(de="Neu")), by=COMMAND, now=later)
    await tell(timedelta(hours=2))
    while following := page["links"].get("next"):
        page = await read(client, following.removeprefix("http://127.0.0.1:8000"))
        seen += [one["id"] for one in page["data"]]

    assert seen[:6] == whole
    assert len(seen) == len(set(seen)) == 7
    assert page["links"]["web"] == "http://127.0.0.1:8000/bodies"


async def test_what_changes_is_told_of_and_what_goes_is_told_as_gone(client):
    await make_bodies(2)
    await tell()
    day = timedelta(days=1)
    since = (clock() + day / 2).isoformat(timespec="seconds")
    listed = (await read(client, ORGANISATIONS))["data"]
    first, second = sorted(listed, key=lambda one: str(one["name"]))

    await Body.update({Body.name: Said.of(de="Neu").dump()}).where(Body.key == "g0")
    await Body.delete().where(Body.key == "g1")
    assert await tell(day) == 2
    assert await tell(day) == 0

    listed = (await read(client, ORGANISATIONS))["data"]
    changes = await read(client, ORGANISATIONS, modified_since=since)
    assert [one["name"] for one in listed] == ["Neu"]
    assert listed[0]["created"] == first["created"]
    assert listed[0]["modified"] > first["modified"]
    assert faults_of_list(changes, deleted_wanted=True) == []
    assert {one["id"]: one.get("deleted", False) for one in changes["data"]} == {
        first["id"]: False,
        second["id"]: True,
    }
    gone = await read(client, second["id"].removeprefix("http://127.0.0.1:8000"))
    assert set(gone) == {"id", "type", "created", "modified", "deleted"}


async def test_a_draft_is_told_to_nobody(client):
    await make_conference("entwurf")
    await Conference.update({Conference.stage: Stage.DRAFT}).where(
        Conference.key == "entwurf"
    )
    await make_hall()
    await tell()

    page = await read(client, f"/oparl/v1.1/bodies/{CITY}/meetings")

    assert len(page["data"]) == 1
    assert "entwurf" not in str(page)


async def test_internal_lists_are_left_out_when_asked(client):
    await make_hall()
    await tell()
    path = f"/oparl/v1.1/bodies/{CITY}/meetings"

    whole = (await read(client, path))["data"][0]
    short = (await read(client, path, omit_internal="true"))["data"][0]

    assert set(whole) - set(short) == {"agendaItem"}
    item = whole["agendaItem"][0]
    alone = await read(client, item["id"].removeprefix("http://127.0.0.1:8000"))
    assert alone == {**item, "meeting": whole["id"]} | {"id": item["id"]}


async def test_errors_are_objects_that_programs_can_read(client):
    for path, status in (
        (f"{ORGANISATIONS}?created_since=gestern", 400),
        ("/oparl/v1.1/papers/nein", 404),
        (f"/oparl/v1.1/papers/{CITY}", 404),
        ("/oparl/v1.1/nichts", 404),
        (f"/oparl/v1.1/bodies/{CITY}/nichts", 404),
        (f"/oparl/v1.1/bodies/{CITY}/papers/1/2/3", 404),
        ("/oparl", 404),
        ("/oparl/v1.0/bodies", 404),
    ):
        answer = await client.get(path)

        assert answer.status_code == status, path
        assert answer.headers["access-control-allow-origin"] == "*"
        assert answer.json()["type"] == "https://schema.oparl.org/1.1/Error"
        assert answer.json()["message"]
        assert answer.json()["debug"]


async def test_a_wrong_parameter_is_named_with_what_it_needs(client):
    for wrong, said in (
        ("modified_since=2026-01-31", "2026-01-31T12:00:00+01:00"),
        ("page=0", "eine ganze Zahl"),
        ("limit=viele", "eine ganze Zahl"),
        ("omit_internal=ja", "„true“ oder „false“"),
        ("after=1", "den Links der Liste"),
    ):
        answer = await client.get(f"{ORGANISATIONS}?{wrong}")

        name = wrong.partition("=")[0]
        assert answer.status_code == 400
        assert answer.json()["debug"] == f"query: {name}"
        assert f"„{name}“" in answer.json()["message"]
        assert said in answer.json()["message"]


async def test_there_is_one_address_for_each_thing(client, secure_client):
    elsewhere = await client.get("/oparl/v1.1/?b=1&a=2", headers={"host": "x.example"})
    in_arabic = await client.get("/ar/oparl/v1.1/bodies")
    plain = await secure_client.get(
        "/oparl/v1.1/", headers={"x-forwarded-proto": "http"}
    )

    assert elsewhere.status_code == in_arabic.status_code == 301
    assert elsewhere.headers["location"] == f"{ROOT}/?b=1&a=2"
    assert in_arabic.headers["location"] == f"{ROOT}/bodies"
    assert plain.headers["location"] == "https://lip.example.org/oparl/v1.1/"


async def test_nothing_is_sent_twice_to_who_has_it(client):
    await make_bodies(1)
    await tell()
    one = (await read(client, ORGANISATIONS))["data"][0]["id"]
    first = await client.get(one)

    again = await client.get(one, headers={"if-none-match": first.headers["etag"]})
    since = {"if-modified-since": first.headers["last-modified"]}

    assert (
        again.status_code == 304 == (await client.get(one, headers=since)).status_code
    )
    assert again.content == b""


async def test_files_are_looked_at_or_saved_and_say_when_they_are_gone(client):
    place = await make_hall()
    wish = DocumentWish(title=Said.of(de="Protokoll"), language="de", published=True)
    document = await add_file(
        b"Guten Tag",
        "Protokoll Nr. 1.txt",
        wish,
        conference=place,
        by=COMMAND,
        now=clock(),
    )
    await tell()
    page = await read(client, f"/oparl/v1.1/bodies/{CITY}/files")
    (file,) = page["data"]

    look = await client.get(file["accessUrl"])
    save = await client.get(file["downloadUrl"])
    await remove_file(document, conference=place, by=COMMAND, now=clock())
    await tell(timedelta(days=1))

    assert faults_of(file) == []
    assert look.content == save.content == b"Guten Tag"
    assert "attachment" not in look.headers["content-disposition"]
    assert save.headers["content-disposition"].startswith('attachment; filename="Prot')
    assert "sandbox" in look.headers["content-security-policy"]
    assert len(file["sha512Checksum"]) == 128
    gone = await client.get(file["accessUrl"])
    assert gone.status_code == 410
    assert gone.json()["type"].endswith("/Error")
    assert (await read(client, file["id"]))["deleted"] is True
