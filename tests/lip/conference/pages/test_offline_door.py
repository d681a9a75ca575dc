"""What the server gives to a device for the time without network, and takes back."""

import hashlib
import json
from base64 import b64decode, b64encode
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from lip.accounts.actions.passes import withdraw_pass
from lip.accounts.queries import passes_of
from lip.accounts.rules.roles import Role
from lip.conference.actions.cancel import cancel
from lip.conference.actions.reissue_ticket import reissue_ticket
from lip.conference.rules.offline_list import handle_of, reading_key, stretch
from lip.database import fetch
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.client import another, form_token, send, sign_in_as, sign_in_by_link
from tests.door import arrivals
from tests.factories import KEYS, clock, make_conference, make_participant, whole_days
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

DOOR = "/door/konferenz"


@pytest.fixture
async def conference(client):
    days = whole_days(clock() - timedelta(days=1), 3)
    conference = await make_conference(days=days, hand_out="Programmheft")
    await sign_in_by_link(client, conference.key, label="Tisch 1")
    return conference


async def list_of(client, **params):
    answer = await client.get(f"{DOOR}/offline/list", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def opened(kept, code):
    """Open the line of a ticket as the device does, or give None."""
    secret = stretch(code, b64decode(kept["salt"]))
    device = b64decode(kept["device"])
    handle, key = handle_of(device, secret), reading_key(device, secret)
    lines = b64decode(kept["buckets"].get(str(handle[0]), ["", ""])[1])
    while lines:
        length = int.from_bytes(lines[16:18], "big")
        locked = lines[18 : 18 + length]
        if lines[:16] == handle:
            return json.loads(AESGCM(key).decrypt(locked[:12], locked[12:], None))
        lines = lines[18 + length :]
    return None


def parcel(kept, content, request):
    """Lock an act for the server as the device does."""
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(
        ec.SECP256R1(), b64decode(kept["post_box"])
    )
    mine = ec.generate_private_key(ec.SECP256R1())
    point = mine.public_key().public_bytes(
        Encoding.X962, PublicFormat.UncompressedPoint
    )
    kdf = HKDF(algorithm=hashes.SHA256(), length=32, salt=point, info=b"lip offline")
    nonce = hashlib.sha256(request.encode()).digest()[:12]
    key = kdf.derive(mine.exchange(ec.ECDH(), theirs))
    locked = AESGCM(key).encrypt(nonce, json.dumps(content).encode(), request.encode())
    return b64encode(point + nonce + locked).decode()


def act(kept, content, *, at=None, request=""):
    request = request or uuid4().hex
    at = at or clock()
    return {
        "request": request,
        "at": round(at.timestamp() * 1000),
        "parcel": parcel(kept, content, request),
    }


async def sent(client, *acts):
    headers = {"x-csrf": await form_token(client, DOOR), "accept": "application/json"}
    body = {"acts": acts}
    answer = await client.post(f"{DOOR}/offline/send", json=body, headers=headers)
    assert answer.status_code == 200, answer.text
    return [one["conflict"] for one in answer.json()["done"]]


async def noted():
    rows = await fetch("SELECT kind, participant FROM door_conflict ORDER BY at, id")
    return [(row["kind"], row["participant"]) for row in rows]


async def test_line_of_a_ticket_says_what_the_answer_shows(conference, client):
    ada = await make_participant(
        conference, note="Bitte vorn", organisation="Verein", email="ada@example.org"
    )

    line = opened(await list_of(client), ada.code)

    assert line == {
        "name": "Ada Yıldız",
        "number": 1,
        "hand_out": ["Programmheft"],
        "notes": ["Bitte vorn"],
    }


async def test_list_holds_no_name_in_the_clear(conference, client):
    ada = await make_participant(conference, given_name="Ada-Lou")  # no base64

    text = (await client.get(f"{DOOR}/offline/list")).text

    kept = json.loads(text)
    raw = b"".join(b64decode(lines) for _, lines in kept["buckets"].values())
    for secret in ("Ada-Lou", "Yıldız", ada.code):
        assert secret not in text
        assert secret.encode() not in raw
    assert opened(kept, "23456789ABCD") is None


async def test_two_devices_share_no_line(conference, client):
    await make_participant(conference)
    other = another(client)
    await sign_in_by_link(other, conference.key, label="Tisch 2")

    lists = [await list_of(one) for one in (client, other)]

    assert lists[0]["device"] != lists[1]["device"]
    assert lists[0]["buckets"] != lists[1]["buckets"]


async def test_only_what_has_changed_is_sent_again(conference, client):
    guests = [await make_participant(conference) for _ in range(5)]
    first = await list_of(client)
    have = bytearray(256 * 4)
    for number, (digest, _) in first["buckets"].items():
        place = int(number) * 4
        have[place : place + 4] = b64decode(digest)
    await send(client, f"{DOOR}/scan", {"code": guests[0].code})

    again = await list_of(client, have=b64encode(bytes(have)).decode())

    assert len(again["buckets"]) == 1
    assert opened(again, guests[0].code)["arrival"]["desk"] == "Tisch 1"


@pytest.mark.parametrize("have", ["x", "AAAA", "ü", "A" * 5000])
async def test_nonsense_gets_the_whole_list(conference, client, have):
    await make_participant(conference)

    assert len((await list_of(client, have=have))["buckets"]) == 1


async def test_list_ends_with_the_pass_or_the_conference(conference, client):
    kept = await list_of(client)

    until = datetime.fromtimestamp(kept["until"] / 1000, UTC)
    assert timedelta(0) < until - clock() <= timedelta(hours=8)


async def test_list_costs_the_same_few_queries_for_many(conference, client):
    await list_of(client)
    costs = []
    for _ in range(2):
        with counted_queries() as queries:
            await list_of(client)
        costs.append(len(queries))
        for _ in range(4):
            await make_participant(conference)

    assert costs[0] == costs[1] <= 4


async def test_shell_has_no_name_and_every_answer(conference, client):
    ada = await make_participant(conference)
    await send(client, f"{DOOR}/scan", {"code": ada.code})

    shell = (await client.get(f"{DOOR}/offline/shell")).text

    assert "Yıldız" not in shell
    for outcome in ("welcome", "inside", "unknown", "waiting_list", "no_network"):
        assert f'<template data-answer="{outcome}">' in shell
    assert "{name}" in shell


async def test_scan_counts_at_its_true_time_and_is_journaled(conference, client):
    ada = await make_participant(conference)
    kept = await list_of(client)
    scanned = clock() - timedelta(seconds=90)

    conflicts = await sent(client, act(kept, {"code": ada.code}, at=scanned))

    assert conflicts == [None]
    [row] = await arrivals()
    assert row["desk"] == "Tisch 1"
    assert abs(row["at"] - scanned) < timedelta(milliseconds=2)
    [entry] = await entries(Filter(acts=frozenset({Act.CHECKED_IN})))
    assert entry.facts == {"offline": True}
    assert entry.at > scanned + timedelta(seconds=60)


async def test_sending_again_changes_nothing(conference, client):
    ada = await make_participant(conference)
    kept = await list_of(client)
    acts = [act(kept, {"code": ada.code}), act(kept, {"walk_in": True})]

    answers = [await sent(client, *acts) for _ in range(3)]

    assert answers == [[None, "walk_in"]] * 3
    assert len(await arrivals()) == 2
    assert len(await noted()) == 1
    written = await entries(Filter())
    assert len([one for one in written if one.act is Act.CONFLICT_NOTED]) == 1


async def test_scan_that_had_reached_the_server_is_no_conflict(conference, client):
    ada = await make_participant(conference)
    kept = await list_of(client)
    request = uuid4().hex
    await send(client, f"{DOOR}/scan", {"code": ada.code, "request": request})

    conflicts = await sent(client, act(kept, {"code": ada.code}, request=request))

    assert conflicts == [None]
    assert len(await arrivals()) == 1


async def test_same_person_at_two_desks_is_to_settle(conference, client):
    ada = await make_participant(conference)
    kept = await list_of(client)
    other = another(client)
    await sign_in_by_link(other, conference.key, label="Tisch 2")
    await sent(client, act(kept, {"code": ada.code}))

    conflicts = await sent(other, act(kept, {"code": ada.code}))

    assert conflicts == ["two_desks"]
    assert await noted() == [("two_desks", ada.id)]
    page = (await other.get(f"{DOOR}/offline/conflicts")).text
    assert "An zwei Tischen gescannt" in page
    assert "durch Tisch 1" in page
    assert "Ada" not in (await client.get(f"{DOOR}/offline/conflicts")).text


async def test_cancelled_reissued_waiting_and_gone_are_to_settle(conference, client):
    kept = await list_of(client)
    gone, old = [await make_participant(conference) for _ in range(2)]
    await cancel(gone.id, conference=conference, by=COMMAND, now=clock())
    await reissue_ticket(
        old.id,
        conference=conference,
        keys=KEYS,
        by=COMMAND,
        now=clock(),
        request=uuid4(),
    )
    codes = (gone.code, old.code, "23456789ABCD")

    conflicts = [await sent(client, act(kept, {"code": code})) for code in codes]

    assert conflicts == [["cancelled"], ["reissued"], ["unknown"]]
    people = {participant for _, participant in await noted()}
    assert people == {gone.id, old.id, None}
    assert await arrivals() == []


async def test_time_without_doors_is_to_settle_and_the_future_is_now(
    conference, client
):
    ada, ben = [await make_participant(conference) for _ in range(2)]
    kept = await list_of(client)
    long_ago, ahead = clock() - timedelta(days=9), clock() + timedelta(days=9)

    conflicts = await sent(
        client,
        act(kept, {"code": ada.code}, at=long_ago),
        act(kept, {"code": ben.code}, at=ahead),
        act(kept, {"walk_in": True, "given_name": "Zoë"}, at=long_ago),
    )

    assert conflicts == ["time", None, "time"]
    [row] = await arrivals()
    assert row["participant"] == ben.id
    assert row["at"] <= clock()
    rows = await fetch("SELECT given_name FROM participant WHERE given_name = 'Zoë'")
    assert len(rows) == 1  # nobody's name is lost


async def test_walk_in_gets_a_number_and_a_twin_is_named(conference, client):
    await make_participant(conference, given_name="Zoë", family_name="Klein")
    kept = await list_of(client)
    walk_in = {"walk_in": True, "given_name": "Zoë", "family_name": "Klein"}

    conflicts = await sent(
        client, act(kept, walk_in), act(kept, {"walk_in": True, "given_name": "Lê"})
    )

    assert conflicts == ["twin", "walk_in"]
    assert len(await arrivals()) == 2


async def test_parcel_of_another_request_or_none_is_noted_and_not_lost(
    conference, client
):
    ada = await make_participant(conference)
    kept = await list_of(client)
    swapped = act(kept, {"code": ada.code}) | {"request": uuid4().hex}
    broken = act(kept, {"code": ada.code}) | {"parcel": "AAAA"}

    assert await sent(client, swapped, broken) == ["unreadable", "unreadable"]
    assert await arrivals() == []


async def test_organisers_see_what_to_do_and_settle_it(conference, client):
    ada = await make_participant(conference)
    kept = await list_of(client)
    await sent(client, act(kept, {"code": ada.code}))
    await sent(client, act(kept, {"code": ada.code}))
    organiser = another(client)
    await sign_in_as(organiser, Role.ORGANISER)
    [row] = await fetch("SELECT id FROM door_conflict")
    page = (await organiser.get("/conferences/konferenz/conflicts")).text

    settle = f"/conferences/konferenz/conflicts/{row['id']}/settle"
    answers = [await send(organiser, settle) for _ in range(2)]

    assert "An zwei Tischen gescannt" in page
    assert "Der erste Einlass zählt." in page
    assert [answer.status_code for answer in answers] == [303, 303]
    after = (await organiser.get("/conferences/konferenz/conflicts")).text
    assert "Nichts zu klären" in after
    assert "Ada" not in (await client.get(f"{DOOR}/offline/conflicts")).text
    assert len(await entries(Filter(acts=frozenset({Act.CONFLICT_SETTLED})))) == 1


@pytest.mark.parametrize("path", ["list", "shell", "conflicts"])
async def test_withdrawn_pass_gets_nothing_any_more(conference, client, path):
    for one in await passes_of(conference.key):
        await withdraw_pass(one.id, scope=conference.key, by=COMMAND, now=clock())

    answer = await client.get(f"{DOOR}/offline/{path}")

    assert answer.status_code == 401


async def test_worker_names_its_files_and_every_one_is_there(client):
    answer = await client.get("/ar/door/worker.js")

    assert answer.headers["content-type"].startswith("text/javascript")
    files = json.loads(answer.text.split("FILES = ")[1].split(";\n")[0])
    assert len(files) > 20
    for path in files:
        assert (await client.get(path)).status_code == 200, path
