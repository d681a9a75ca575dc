"""The door without network: reload, scans, walk-ins, two desks, and the way back."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import APIResponse, Browser, Page, Route, Worker, expect
from playwright.sync_api import Error as PlaywrightError

from lip.accounts.actions.passes import withdraw_pass
from lip.accounts.queries import passes_of
from lip.conference.actions.cancel import cancel
from lip.conference.actions.reissue_ticket import reissue_ticket
from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.codes import shown
from lip.database import fetch
from lip.journal.rules.entries import COMMAND
from tests.axe import contrast_findings, findings
from tests.browsers import PATIENCE, visit
from tests.factories import KEYS, clock
from tests.journeys.device import ENDED, EVERYTHING_KEPT, KEPT, ROWS
from tests.journeys.halls import Hall, open_every_outcome, open_hall
from tests.journeys.test_accessibility import (
    SMALL_TARGETS,
    SMALLEST_TARGET,
    sideways,
)
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

keys = (f"netzlos-{number}" for number in count(1))
CUT_OFF = (
    *("ERR_INTERNET_DISCONNECTED", "ERR_NETWORK_IO_SUSPENDED", "ERR_FAILED"),
    *("ERR_CONNECTION_REFUSED", "ERR_EMPTY_RESPONSE", "Failed to fetch"),
)
# a page that is told that its right has ended loads itself anew, when another may too
HEARS_NOTHING = "EventSource = class extends EventTarget {};"
NOBODYS_CODE = "2345-6789-ABCD"
LIST = ("lists", "buckets", "seen")


@pytest.fixture
def hall(server: Server) -> Hall:
    return open_hall(server, next(keys), desks=2)


@contextmanager
def desk(
    browser: Browser, server: Server, link: str, *, prefix: str = "", **options: Any
) -> Iterator[Page]:
    """Sign in at a desk, and wait until it can do without network."""
    with visit(
        browser,
        server.address,
        expected=(*CUT_OFF, *options.pop("expected", ())),
        **options,
    ) as page:
        page.goto(prefix + link)
        page.locator("main form button").click()
        page.wait_for_url("**/door/**")
        wait_until_kept(page)
        yield page


def wait_until_kept(page: Page) -> None:
    expect(page.locator("body[data-kept=ready]")).to_have_count(1)


def answer(page: Page, outcome: str):
    return page.locator(f'#answer[data-outcome="{outcome}"]')


def offline_answer(page: Page, outcome: str):
    return page.locator(f'#answer[data-outcome="{outcome}"][data-offline]')


def type_code(page: Page, code: str) -> None:
    page.locator("#code").fill(code)
    page.locator("#scan-form button[type=submit]").click()


def arrivals(server: Server, key: str) -> list[dict[str, Any]]:
    async def read() -> list[dict[str, Any]]:
        return await fetch(
            "SELECT p.given_name, p.number, c.desk, c.at FROM check_in c "
            "JOIN participant p ON p.id = c.participant "
            "JOIN conference f ON f.id = c.conference WHERE f.key = ? ORDER BY c.at",
            key,
        )

    return arrange(server.url, read)


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


def settled(page: Page, outcome: str) -> None:
    """Wait until the last scan has its own answer: it is fresh, and then no more."""
    expect(offline_answer(page, outcome)).to_have_class("answer fresh")
    expect(page.locator(".stage[data-busy]")).to_have_count(0)
    page.evaluate("document.getElementById('answer').className = 'answer'")


def walk_in(page: Page, name: str) -> None:
    page.get_by_role("link", name="Ohne Anmeldung").last.click()
    page.get_by_label("Vorname").fill(name)
    page.get_by_role("button", name="Eintragen und einlassen").click()
    expect(offline_answer(page, "welcome")).to_contain_text(name)


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


def test_signing_out_leaves_nothing_on_the_device(server, browser, hall):
    with desk(browser, server, hall.links[0]) as phone:
        assert phone.evaluate(KEPT)["databases"] == ["lip-door"]

        sign_out(phone)

        phone.wait_for_url(f"{server.address}/")
        wait_until_nothing_is_kept(phone)


def test_who_signs_out_keeps_no_list_that_was_still_under_way(server, browser, hall):
    with desk(browser, server, hall.links[0]) as phone:
        held: list[tuple[Route, APIResponse]] = []
        phone.route("**/list?*", lambda route: held.append((route, route.fetch())))
        with phone.expect_request("**/list?*"):
            phone.evaluate("dispatchEvent(new Event('online'))")
        while not held:
            phone.wait_for_timeout(50)
        phone.context.set_offline(True)

        sign_out(phone)

        expect(phone.locator("#answer")).to_contain_text("von diesem Gerät gelöscht")
        [(route, answer)] = held
        with phone.expect_event("requestfinished"):
            route.fulfill(response=answer)
        phone.wait_for_timeout(1000)  # long enough to keep it
        wait_until_nothing_is_kept(phone)


def wait_until_nothing_is_kept(page: Page) -> None:
    """Wait for the browser, which ends a worker when its last page is gone."""
    nothing = {"databases": [], "caches": [], "workers": 0}
    for _ in range(PATIENCE // 250):
        if (kept := page.evaluate(KEPT)) == nothing:
            return
        page.wait_for_timeout(250)
    raise AssertionError(kept)


def sign_out(phone: Page) -> None:
    phone.locator(".door-head summary").click()
    phone.get_by_role("button", name="Abmelden").click()


def test_signing_out_with_unsent_scans_asks_and_keeps_only_them(server, browser):
    hall = open_hall(server, next(keys), desks=2)
    broken = ["503"]
    with desk(browser, server, hall.links[0], expected=broken) as phone:
        phone.context.set_offline(True)
        type_code(phone, hall.guests[0].code)
        settled(phone, "welcome")
        phone.route("**/offline/send", lambda route: route.fulfill(status=503))
        phone.context.set_offline(False)
        asked = []
        phone.on("dialog", lambda dialog: (asked.append(dialog), dialog.accept()))

        sign_out(phone)

        phone.wait_for_url(f"{server.address}/")
        assert "noch Scans auf diesem Gerät" in asked[0].message
        assert phone.evaluate(KEPT)["caches"] == []
        assert phone.evaluate(ROWS, "queue") == 1
        assert [phone.evaluate(ROWS, each) for each in LIST] == [0, 0, 0]
        phone.unroute("**/offline/send")
        phone.goto(hall.links[1])
        phone.locator("main form button").click()
        phone.wait_for_url("**/door/**")
        wait_until_kept(phone)
        [row] = arrivals(server, hall.key)
        assert row["given_name"] == "Ayşe"
        assert phone.evaluate(ROWS, "queue") == 0


def test_withdrawn_pass_wipes_the_list(server, browser, hall):
    with desk(
        browser, server, hall.links[0], expected=["401"], script=HEARS_NOTHING
    ) as phone:
        withdraw_passes(server, hall.key)

        phone.reload()

        wait_until_gone(phone, phone)
        phone.context.set_offline(True)
        with pytest.raises(PlaywrightError):
            phone.reload()


def test_open_page_notices_a_withdrawn_pass(server, browser, hall):
    refused = ["401", "text/event-stream"]
    with desk(browser, server, hall.links[0], expected=refused) as phone:
        withdraw_passes(server, hall.key)

        expect(phone.get_by_text("Bitte melden Sie sich zuerst an.")).to_be_visible()
        assert [phone.evaluate(ROWS, each) for each in LIST] == [0, 0, 0]


def withdraw_passes(server: Server, key: str) -> None:
    async def withdraw() -> None:
        for one in await passes_of(key):
            await withdraw_pass(one.id, scope=key, by=COMMAND, now=clock())

    arrange(server.url, withdraw)


def wait_until_gone(page: Page, asked: Page | Worker) -> None:
    """Wait for the worker, which wipes beside the page."""
    for _ in range(PATIENCE // 250):
        if [asked.evaluate(ROWS, each) for each in LIST] == [0, 0, 0]:
            return
        page.wait_for_timeout(250)
    raise AssertionError("the list is still there")


def test_list_is_gone_when_the_conference_is_over(server, browser, hall):
    with desk(browser, server, hall.links[0]) as phone:
        [worker] = phone.context.service_workers
        address = phone.url
        phone.context.set_offline(True)
        phone.goto("about:blank")  # what the page does by itself is tried elsewhere
        worker.evaluate(ENDED)

        with pytest.raises(PlaywrightError):
            phone.goto(address)

        wait_until_gone(phone, worker)


def test_device_holds_no_name_and_no_code_in_the_clear(server, browser, hall):
    with desk(browser, server, hall.links[0]) as phone:
        phone.context.set_offline(True)
        type_code(phone, hall.guests[0].code)
        settled(phone, "welcome")
        walk_in(phone, "Zoë")

        kept = phone.evaluate(EVERYTHING_KEPT)

        assert len(kept) > 2000
        for secret in ("Ayşe", "Großmann", "Zoë", hall.guests[0].code):
            assert secret not in kept
            assert secret.encode().hex() not in kept


def test_without_a_secure_connection_the_page_says_so(server, browser, hall):
    with visit(browser, server.address) as phone:
        phone.add_init_script(
            "Object.defineProperty(window, 'isSecureContext', { value: false })"
        )
        phone.goto(hall.links[0])
        phone.locator("main form button").click()
        phone.wait_for_url("**/door/**")

        expect(phone.locator("body[data-kept=insecure]")).to_have_count(1)
        phone.get_by_role("link", name="Liste").click()
        expect(phone.get_by_text("geht der Einlass nur mit Netz")).to_be_visible()
        assert phone.evaluate(KEPT) == {"databases": [], "caches": [], "workers": 0}


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
