"""Photos as they are sent and shown: to whom, and with which headers."""

import re

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.journal.rules.entries import COMMAND
from proposals.actions.moderate import Verdict, moderate
from proposals.queries.photos import photos_of
from proposals.queries.proposals import shown_proposals
from proposals.rules.standing import Reason, Standing
from tests.client import another, send, sign_in_as
from tests.factories import clock, make_participant
from tests.proposals.collections import make_collecting
from tests.proposals.pictures import from_a_camera, picture

pytestmark = pytest.mark.anyio


async def a_person(**wish):
    conference = await make_collecting(**wish)
    ada = await make_participant(conference)
    code = "-".join(re.findall("....", ada.code))
    return conference, f"/t/{code}/proposals"


def photo(content: bytes | None = None):
    return {"photo": ("DCIM.jpg", content or from_a_camera(), "image/jpeg")}


async def test_a_photo_comes_with_a_proposal_and_everybody_sees_it(
    client: httpx.AsyncClient,
):
    conference, path = await a_person()
    fields = {"text": "Mehr Kurse", "shows": "Kurse, Kurse"}

    sent = await client.post(path, data=fields, files=photo())
    (one,) = await shown_proposals(conference.id)
    (kept,) = (await photos_of([one.id]))[one.id]
    address = f"/c/konferenz/proposals/1/photos/{kept.id}"
    seen = await client.get(address)

    assert sent.status_code == 303
    assert 'alt="Foto: Kurse, Kurse"' in (await client.get(f"/de{path}")).text
    assert seen.headers["content-type"] == "image/jpeg"
    assert seen.headers["x-content-type-options"] == "nosniff"
    assert seen.headers["content-security-policy"].startswith("default-src 'none'")
    assert b"Ada Muster" not in seen.content


async def test_what_is_hidden_only_author_and_moderators_see(
    client: httpx.AsyncClient,
):
    conference, path = await a_person()
    await client.post(path, data={"text": "Ja", "shows": "Kurse"}, files=photo())
    (one,) = await shown_proposals(conference.id)
    (kept,) = (await photos_of([one.id]))[one.id]
    verdict = Verdict(standing=Standing.HIDDEN, reason=Reason.PERSONAL)
    await moderate(1, verdict, conference=conference, by=COMMAND, now=clock())

    everybody = await client.get(f"/c/konferenz/proposals/1/photos/{kept.id}")
    author = await client.get(f"{path}/1/photos/{kept.id}")
    moderator = another(client)
    await sign_in_as(moderator, Role.MODERATOR)
    staff = f"/conferences/konferenz/proposals/1/photos/{kept.id}"

    assert everybody.status_code == 404
    assert author.status_code == 200
    assert author.headers["cache-control"] == "private, no-store"
    assert (await moderator.get(staff)).status_code == 200
    gone = await send(moderator, f"{staff}/remove", {"back": "hidden"})
    assert gone.status_code == 303
    assert (await client.get(f"{path}/1/photos/{kept.id}")).status_code == 404


@pytest.mark.parametrize(
    "content,shows,sentence",
    [
        (picture(), "", "Bitte schreiben Sie dazu, was auf dem Foto steht"),
        (b"<svg/>", "Kurse", "kein lesbares Foto"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_the_text_stays(
    client: httpx.AsyncClient, content: bytes, shows: str, sentence: str
):
    conference, path = await a_person()
    fields = {"text": "Mehr Kurse am Abend", "shows": shows}

    answer = await client.post(f"/de{path}", data=fields, files=photo(content))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Mehr Kurse am Abend" in answer.text
    assert await shown_proposals(conference.id) == []


async def test_a_photo_without_words_of_its_own_is_no_proposal(
    client: httpx.AsyncClient,
):
    _conference, path = await a_person()

    answer = await client.post(
        f"/de{path}", data={"text": "", "shows": "Kurse"}, files=photo()
    )

    assert answer.status_code == 422
    assert "ein Satz genügt" in answer.text


async def test_photos_are_added_and_deleted_later(client: httpx.AsyncClient):
    conference, path = await a_person()
    await client.post(path, data={"text": "Mehr Kurse"})

    added = await client.post(
        f"{path}/1/photos", data={"shows": "Kurse"}, files=photo()
    )
    (one,) = await shown_proposals(conference.id)
    (kept,) = (await photos_of([one.id]))[one.id]
    form = (await client.get(f"/de{path}/1")).text
    await client.post(f"{path}/1/photos/{kept.id}/remove")

    assert added.status_code == 303
    assert "Foto löschen" in form
    assert await photos_of([one.id]) == {}


async def test_where_photos_are_not_wanted_none_is_asked_for(client: httpx.AsyncClient):
    _conference, path = await a_person(photos_allowed=False)

    assert 'type="file"' not in (await client.get(path)).text
