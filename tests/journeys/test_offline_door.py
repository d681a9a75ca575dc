"""The door without network: reload, scans, walk-ins, two desks, and the way back."""

from itertools import count
from typing import Any
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import expect

from lip.conference.actions.cancel import cancel
from lip.conference.actions.reissue_ticket import reissue_ticket
from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.codes import shown
from lip.database import fetch
from lip.journal.rules.entries import COMMAND
from tests.axe import contrast_findings, findings
from tests.factories import KEYS, clock
from tests.journeys.cut_off import (
    arrivals,
    desk,
    offline_answer,
    settled,
    type_code,
    walk_in,
)
from tests.journeys.device import ROWS
from tests.journeys.halls import Hall, open_every_outcome, open_hall
from tests.journeys.test_accessibility import (
    SMALL_TARGETS,
    SMALLEST_TARGET,
    sideways,
)
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

keys = (f"netzlos-{number}" for number in count(1))
NOBODYS_CODE = "2345-6789-ABCD"


@pytest.fixture
def hall(server: Server) -> Hall:
    return open_hall(server, next(keys), desks=2)


def conflicts(server: Server, key: str) -> list[tuple[str, str]]:
    async def read() -> list[dict[str, Any]]:
        return await fetch(
            "SELECT k.kind, k.desk FROM door_conflict k "
            "JOIN conference f ON f.id = k.conference WHERE f.key = ? ORDER BY k.at",
            key,
        )

    return [(row["kind"], row["desk"]) for row in arrange(server.url, read)]


def test_reload_and_scan_without_network_then_everything_is_sent(server, browser, hall):
    with desk(browser, server, hall.links[0]) as phone:
        phone.context.set_offline(True)
        phone.reload()
        type_code(phone, hall.guests[0].code)

        expect(offline_answer(phone, "welcome")).to_contain_text("Ayşe Yıldız")
        expect(offline_answer(phone, "welcome")).to_contain_text("Offline")
        expect(offline_answer(phone, "welcome")).to_contain_text("Programmheft")
        phone.wait_for_timeout(1600)
        type_code(phone, shown(hall.guests[0].code).lower())
        expect(offline_answer(phone, "inside")).to_contain_text("durch Tisch 1")
        assert arrivals(server, hall.key) == []

        phone.context.set_offline(False)

        expect(phone.locator("#trouble")).to_be_hidden()
        expect(phone.locator("[data-count=present]").first).to_have_text("1")
        [row] = arrivals(server, hall.key)
        assert (row["given_name"], row["desk"]) == ("Ayşe", "Tisch 1")
        assert conflicts(server, hall.key) == []
        assert phone.evaluate(ROWS, "queue") == 0


def test_fifty_scans_without_network_arrive_exactly(server, browser):
    crowd = [{"given_name": f"Gast {n}"} for n in range(1, 41)]
    hall = open_hall(server, next(keys), guests=crowd)
    with desk(browser, server, hall.links[0]) as phone:
        phone.context.set_offline(True)
        phone.reload()
        codes = [guest.code for guest in hall.guests]
        wanted = [(code, "welcome") for code in codes[:35]]
        wanted[10:10] = [(codes[2], "inside"), (NOBODYS_CODE, "unknown")]
        wanted[20:20] = [(codes[4], "inside"), ("Unsinn", "unknown")]
        wanted += [(code, "inside") for code in codes[:11]]
        for code, outcome in wanted:
            type_code(phone, code)
            settled(phone, outcome)
        assert len(wanted) == 50
        walk_in(phone, "Zoë")
        expect(phone.locator("#trouble b")).to_have_text("36")
        phone.reload()  # the tab was closed, or the phone restarted
        expect(phone.locator("#trouble b")).to_have_text("36")

        phone.context.set_offline(False)

        expect(phone.locator("#trouble")).to_be_hidden()
        expect(phone.locator("#conflicts")).to_contain_text("Zoë")
        expect(phone.locator("#conflicts")).to_contain_text("Drucken Sie ihr")
        came = sorted(row["number"] for row in arrivals(server, hall.key))
        assert came == [*range(1, 36), 41]
        assert conflicts(server, hall.key) == [("walk_in", "Tisch 1")]
        assert phone.evaluate(ROWS, "queue") == 0


def test_two_desks_in_conflict_are_told_and_organisers_too(server, browser, hall):
    first, second = hall.links
    with (
        desk(browser, server, first) as one,
        desk(browser, server, second) as other,
    ):
        cancelled, reissued = hall.guests[1], hall.guests[2]
        for phone in (one, other):
            phone.context.set_offline(True)
        change_list(server, hall.key, cancelled=cancelled.id, reissued=reissued.id)
        for phone in (one, other):
            type_code(phone, hall.guests[0].code)
            expect(offline_answer(phone, "welcome")).to_contain_text("Ayşe Yıldız")
        for guest in (cancelled, reissued):
            type_code(other, guest.code)
            settled(other, "welcome")

        one.context.set_offline(False)
        expect(one.locator("#trouble")).to_be_hidden()
        other.context.set_offline(False)
        expect(other.locator("#trouble")).to_be_hidden()

        expect(other.locator("#to-settle")).to_contain_text("Zu klären: 3")
        other.locator("#to-settle").click()
        told = other.locator("#conflicts")
        for words in (
            *("An zwei Tischen gescannt", "Ayşe Yıldız", "durch Tisch 1"),
            *("Anmeldung war schon abgesagt", "Jürgen Großmann"),
            *("Altes Ticket, es gibt schon ein neues", "فاطمة الحسن"),
        ):
            expect(told).to_contain_text(words)
        [row] = arrivals(server, hall.key)
        assert (row["given_name"], row["desk"]) == ("Ayşe", "Tisch 1")
        assert sorted(kind for kind, _ in conflicts(server, hall.key)) == [
            *("cancelled", "reissued", "two_desks")
        ]
        assert one.locator("#conflicts li").count() == 0


def change_list(server: Server, key: str, *, cancelled: UUID, reissued: UUID) -> None:
    """Cancel one person and give another a new ticket, while the desks are cut off."""

    async def change() -> None:
        conference = await conference_by_key(key)
        await cancel(cancelled, conference=conference, by=COMMAND, now=clock())
        await reissue_ticket(
            reissued,
            conference=conference,
            keys=KEYS,
            by=COMMAND,
            now=clock(),
            request=uuid4(),
        )

    arrange(server.url, change)


@pytest.mark.parametrize("language", ["de", "ar"])
def test_answers_without_network_are_for_everybody(server, browser, language):
    outcomes = open_every_outcome(server, f"netzlose-antworten-{language}")
    link, prefix = outcomes.links[outcomes.key], f"/{language}"
    with desk(browser, server, link, prefix=prefix) as phone:
        phone.context.set_offline(True)
        phone.reload()
        phone.emulate_media(reduced_motion="reduce")
        for outcome in ("welcome", "cancelled", "other_day", "inside", "unknown"):
            code = outcomes.codes.get(outcome, NOBODYS_CODE)
            if outcome == "inside":
                code = outcomes.codes["welcome"]
            type_code(phone, code)
            expect(offline_answer(phone, outcome)).to_be_visible()
            assert findings(phone, contrast=False) == [], outcome
            for scheme in ("dark", "light"):
                phone.emulate_media(color_scheme=scheme)
                assert contrast_findings(phone) == [], f"{outcome}, {scheme}"
            assert sideways(phone) <= 0
            assert phone.evaluate(SMALL_TARGETS, SMALLEST_TARGET) == []
