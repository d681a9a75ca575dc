"""What a device keeps of the door, unreadable, and when it keeps nothing any more."""

from itertools import count

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, Worker, expect

from lip.accounts.actions.passes import withdraw_pass
from lip.accounts.queries import passes_of
from lip.journal.rules.entries import COMMAND
from tests.browsers import PATIENCE, held, visit
from tests.factories import clock
from tests.journeys.cut_off import (
    arrivals,
    desk,
    settled,
    type_code,
    wait_until_kept,
    walk_in,
)
from tests.journeys.device import ENDED, EVERYTHING_KEPT, KEPT, ROWS
from tests.journeys.halls import Hall, open_hall
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

keys = (f"spurlos-{number}" for number in count(1))
# a page that is told that its right has ended loads itself anew, when another may too
HEARS_NOTHING = "EventSource = class extends EventTarget {};"
LIST = ("lists", "buckets", "seen")


@pytest.fixture
def hall(server: Server) -> Hall:
    return open_hall(server, next(keys), desks=2)


def test_signing_out_leaves_nothing_on_the_device(server, browser, hall):
    with desk(browser, server, hall.links[0]) as phone:
        assert phone.evaluate(KEPT)["databases"] == ["lip-door"]

        sign_out(phone)

        phone.wait_for_url(f"{server.address}/")
        wait_until_nothing_is_kept(phone)


def test_who_signs_out_keeps_no_list_that_was_still_under_way(server, browser, hall):
    with desk(browser, server, hall.links[0]) as phone:
        lists = held(phone, "**/list?*")
        with phone.expect_request("**/list?*"):
            phone.evaluate("dispatchEvent(new Event('online'))")
        while not lists:
            phone.wait_for_timeout(50)
        phone.context.set_offline(True)

        sign_out(phone)

        expect(phone.locator("#answer")).to_contain_text("von diesem Gerät gelöscht")
        [(route, answer)] = lists
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
