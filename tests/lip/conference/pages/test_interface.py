"""The interface for other scanners: good requests, bad ones, and any others."""

from datetime import timedelta

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import CHECKS, load_all_checks

from lip.accounts.actions.passes import withdraw_pass
from lip.conference.actions.cancel import cancel
from lip.conference.actions.presence import step_out
from lip.journal.rules.entries import COMMAND
from lip.web.limits import WRONG_CODES_PER_DESK
from tests.client import litestar_to_read, token_for
from tests.door import arrivals
from tests.factories import (
    clock,
    make_conference,
    make_helper_link,
    make_participant,
    make_scanner_token,
    whole_days,
)

pytestmark = pytest.mark.anyio

PATH = "/api/conferences/konferenz/check-ins"
NOBODYS_CODE = "2345-6789-ABCD"


@pytest.fixture
async def conference(client):
    return await make_conference(hand_out="Programmheft\nStift")


@pytest.fixture
async def scanner(conference, client):
    """A client that shows a token of the conference."""
    client.headers["Authorization"] = f"Bearer {await token_for(conference.key)}"
    return client


async def test_welcome_says_who_it_is_and_what_to_hand_out(conference, scanner):
    ada = await make_participant(conference, may_vote=True, organisation="Verein")

    answer = await scanner.post(PATH, json={"code": ada.code})

    assert answer.status_code == 200
    assert answer.json() == {
        "outcome": "welcome",
        "repeated": False,
        "guest": {
            "id": str(ada.id),
            "number": 1,
            "name": "Ada Yıldız",
            "organisation": "Verein",
            "role": "",
        },
        "hand_out": ["Programmheft", "Stift", "Stimmkarte"],
        "notes": [],
        "since": None,
        "desk": "",
        "day": None,
    }


async def test_second_scan_says_since_when_and_where(conference, scanner):
    ada = await make_participant(conference)
    await scanner.post(PATH, json={"code": ada.code})

    answer = (await scanner.post(PATH, json={"code": ada.code})).json()

    [arrival] = await arrivals()
    assert (answer["outcome"], answer["desk"]) == ("inside", "Scanner")
    assert answer["since"] == f"{arrival['at'].isoformat()}".replace("+00:00", "Z")


async def test_each_reason_has_a_word_of_its_own(conference, scanner):
    now = clock()
    other = await make_conference("andere")
    stranger = await make_participant(other)
    gone, out, late = [await make_participant(conference) for _ in range(3)]
    tomorrow = whole_days(now, 2)[1].day
    other_day = await make_participant(conference, only_on=tomorrow)
    await cancel(gone.id, conference=conference, by=COMMAND, now=now)
    await scanner.post(PATH, json={"code": out.code})
    await step_out(out.id, conference=conference, by=COMMAND, now=now)

    async def outcome(code):
        return (await scanner.post(PATH, json={"code": code})).json()

    assert (await outcome(NOBODYS_CODE))["outcome"] == "unknown"
    assert (await outcome(stranger.code))["outcome"] == "other_conference"
    assert (await outcome(stranger.code))["guest"] is None
    assert (await outcome(gone.code))["outcome"] == "cancelled"
    assert (await outcome(out.code))["outcome"] == "out"
    assert (await outcome(other_day.code))["day"] == tomorrow.isoformat()
    assert (await outcome(late.code))["outcome"] == "welcome"


async def test_repeated_request_answers_the_same_and_changes_nothing(
    conference, scanner
):
    ada = await make_participant(conference)
    request = {"json": {"code": ada.code}, "headers": {"Idempotency-Key": "scan 17"}}

    first = await scanner.post(PATH, **request)
    again = await scanner.post(PATH, **request)

    assert again.json() == first.json() | {"repeated": True}
    assert len(await arrivals()) == 1


async def test_request_key_of_another_ticket_is_a_conflict(conference, scanner):
    ada, ben = [await make_participant(conference) for _ in range(2)]
    key = {"Idempotency-Key": "scan 17"}
    await scanner.post(PATH, json={"code": ada.code}, headers=key)

    answer = await scanner.post(PATH, json={"code": ben.code}, headers=key)

    assert answer.status_code == 409
    assert answer.json()["code"] == "request_used_otherwise"


async def test_two_scanners_may_use_the_same_request_key(conference, client):
    ada, ben = [await make_participant(conference) for _ in range(2)]

    outcomes = []
    for one in (ada, ben):
        token = await token_for("konferenz", label=f"{one.id}")
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "1"}
        answer = await client.post(PATH, json={"code": one.code}, headers=headers)
        outcomes.append(answer.json()["outcome"])

    assert outcomes == ["welcome", "welcome"]


async def test_counts_follow(conference, scanner):
    ada, _ben = [await make_participant(conference) for _ in range(2)]
    await scanner.post(PATH, json={"code": ada.code})

    answer = await scanner.get("/api/conferences/konferenz/counts")

    assert answer.json() == {"expected": 2, "arrived": 1, "present": 1}


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Bearer wrong", "Basic YTpi", "Bearer \N{POUND SIGN}"],
)
async def test_without_a_good_token_nobody_is_told_anything(conference, client, header):
    ada = await make_participant(conference)

    answer = await client.post(
        PATH,
        json={"code": ada.code},
        headers={"Authorization": header.encode("latin-1")},
    )

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "Ada" not in answer.text
    assert await arrivals() == []


async def test_token_of_another_conference_opens_nothing(conference, client):
    await make_conference("andere")
    ada = await make_participant(conference)
    headers = {"Authorization": f"Bearer {await token_for('andere')}"}

    answer = await client.post(PATH, json={"code": ada.code}, headers=headers)

    assert answer.status_code == 403
    assert await arrivals() == []


async def test_token_ends_when_it_is_withdrawn(conference, client):
    made = await make_scanner_token("konferenz")
    await withdraw_pass(made.id, scope="konferenz", by=COMMAND, now=clock())
    headers = {"Authorization": f"Bearer {made.token}"}

    answer = await client.post(PATH, json={"code": NOBODYS_CODE}, headers=headers)

    assert answer.status_code == 401


async def test_token_ends_with_its_time(conference, client):
    made = await make_scanner_token("konferenz", now=clock() - timedelta(hours=9))
    headers = {"Authorization": f"Bearer {made.token}"}

    answer = await client.post(PATH, json={"code": NOBODYS_CODE}, headers=headers)

    assert answer.status_code == 401


async def test_link_for_a_phone_is_no_token(conference, client):
    link = await make_helper_link("konferenz")
    headers = {"Authorization": f"Bearer {link.token}"}

    answer = await client.post(PATH, json={"code": NOBODYS_CODE}, headers=headers)

    assert answer.status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'{"code": 17}',
        b'{"code": null}',
        b'{"code": "\xff"}',
        b'{"code": "ABCD-EFGH-JKMN", "desk": "mine"}',
        b'{"code": "' + b"A" * 501 + b'"}',
        b"code=ABCD-EFGH-JKMN",
    ],
)
async def test_what_is_not_as_described_is_a_bad_request(scanner, body):
    headers = {"Content-Type": "application/json"}

    answer = await scanner.post(PATH, content=body, headers=headers)

    assert answer.status_code == 400
    assert answer.json()["code"] == "bad_request"


async def test_longest_text_is_simply_unknown(scanner):
    answer = await scanner.post(PATH, json={"code": "A" * 500})

    assert answer.json()["outcome"] == "unknown"


async def test_other_methods_say_which_one_is_right(scanner):
    answer = await scanner.put(PATH, json={})

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "OPTIONS, POST"


async def test_ten_thousand_wrong_codes_are_slowed_but_right_ones_answered(
    conference, scanner
):
    ada = await make_participant(conference)

    tried = [await scanner.post(PATH, json={"code": "2" * 12}) for _ in range(400)]
    right = await scanner.post(PATH, json={"code": ada.code})

    many = WRONG_CODES_PER_DESK.attempts
    assert {one.json().get("outcome") for one in tried[:many]} == {"unknown"}
    assert {one.status_code for one in tried[many:]} == {429}
    assert 0 < int(tried[-1].headers["Retry-After"]) <= 300
    assert right.json()["outcome"] == "welcome"


async def test_wrong_codes_of_one_desk_do_not_slow_another(conference, scanner):
    for _ in range(WRONG_CODES_PER_DESK.attempts + 1):
        slowed = await scanner.post(PATH, json={"code": NOBODYS_CODE})
    headers = {"Authorization": f"Bearer {await token_for('konferenz', label='2')}"}

    other = await scanner.post(PATH, json={"code": NOBODYS_CODE}, headers=headers)

    assert slowed.status_code == 429
    assert other.json()["outcome"] == "unknown"


async def test_description_is_there_for_everybody(client):
    answer = await client.get("/schema/openapi.json")

    assert answer.status_code == 200
    paths = answer.json()["paths"]
    assert {path for path in paths if path.startswith("/api/")} == {
        "/api/conferences/{key}/check-ins",
        "/api/conferences/{key}/counts",
    }
    others = [one for path, one in paths.items() if not path.startswith("/api/")]
    assert all(set(one) == {"get"} for one in others)  # open data is only read


DESCRIBED = schemathesis.openapi.from_dict(
    litestar_to_read().openapi_schema.to_schema()
)
load_all_checks()
ASK_AGAIN = {"ignored_auth", "unsupported_method"}  # they send requests of their own
described_requests = st.one_of(
    DESCRIBED["/api/conferences/{key}/check-ins"]["POST"].as_strategy(),
    DESCRIBED["/api/conferences/{key}/counts"]["GET"].as_strategy(),
)


@given(case=described_requests, right_place=st.booleans(), with_token=st.booleans())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_any_request_gets_an_answer_as_described(
    scanner, case, right_place, with_token
):
    if right_place:
        case.path_parameters = {"key": "konferenz"}
    request = case.as_transport_kwargs(base_url=str(scanner.base_url))
    request.pop("cookies", None)
    headers = request.pop("headers")
    if with_token:
        headers["Authorization"] = scanner.headers["Authorization"]

    answer = await scanner.request(**request, headers=headers)

    case.validate_response(
        answer,
        checks=[
            CHECKS.get_one(n) for n in CHECKS.get_all_names() if n not in ASK_AGAIN
        ],
    )
