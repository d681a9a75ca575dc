"""Results on a phone in Arabic, by keyboard, while it is open, and one's own group."""

import json

import pytest
from playwright.sync_api import Page, expect

from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.codes import shown
from lip.equal_shares import equal_shares
from lip.journal.rules.entries import COMMAND
from proposals.voting.actions.close_round import close_round
from proposals.voting.queries.rounds import round_of
from proposals.voting.rules.points import Method
from proposals.voting.rules.sealing import digest_of
from proposals.voting.tables import VotingRound
from tests.browsers import DESK, visit
from tests.factories import clock, make_conference
from tests.journeys.halls import open_hall
from tests.proposals.voting.counted import closed, give, make_round
from tests.servers import arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TITLES = [f"Vorschlag {place}" for place in range(1, 10)]
VOTES = [{1: 1, 2: 1}, {1: 1}, {2: 1, 3: 1}, {1: 1}, {2: 1}, {3: 1}]
FIRST = dict.fromkeys(range(1, 10), 1)
SECOND = {**dict.fromkeys(range(1, 9), -1), 9: 1}


def test_a_result_is_read_in_arabic_and_by_keyboard(server, browser):
    async def fill() -> str:
        conference = await make_conference("ergebnis")
        made = await make_round(conference, votes=VOTES, receipts=False)
        return (await closed(made, conference)).digest

    digest = arrange(server.url, fill)
    with visit(browser, server.address, locale="ar") as phone:
        phone.goto("/ar/c/ergebnis/rounds")
        phone.get_by_role("link", name="الجولة 1").click()
        expect(phone.get_by_role("heading", name="النتيجة")).to_be_visible()
        assert phone.evaluate("document.documentElement.dir") == "rtl"
        expect(phone.get_by_text(digest)).to_be_visible()
        mirrored = phone.locator(".bars svg").first.evaluate(
            "bar => getComputedStyle(bar).transform"
        )
        assert mirrored.startswith("matrix(-1")
        table = phone.get_by_role("table").first
        expect(table.get_by_role("row")).to_have_count(4)
    with visit(browser, server.address, size=DESK) as desk:
        desk.goto("/de/c/ergebnis/rounds/1")
        by_keyboard(desk)
        with desk.expect_download() as sent:
            desk.get_by_role("link", name="JSON").click()
        assert digest_of(sent.value.path().read_text("utf-8")) == digest


def by_keyboard(desk: Page) -> None:
    """Reach the table beside the chart, and the files after it."""
    reached = set()
    for _ in range(40):
        desk.keyboard.press("Tab")
        reached.add(
            desk.evaluate(
                "document.activeElement.getAttribute('aria-labelledby')"
                " ?? document.activeElement.textContent.trim()"
            )
        )
    assert {"ranking", "CSV", "Excel", "JSON", "PDF"} <= reached


def test_an_open_page_changes_by_itself_and_gently(server, browser):
    async def fill() -> None:
        conference = await make_conference("laeuft")
        await make_round(conference, votes=VOTES, results_live=True, receipts=False)

    async def more() -> None:
        conference = await conference_by_key("laeuft")
        one = await round_of(conference.id, 1)
        await give(one.id, conference, [{3: 1}] * 5, receipts=False)

    arrange(server.url, fill)
    with visit(browser, server.address) as phone:
        phone.clock.install()
        phone.goto("/de/c/laeuft/rounds/1")
        expect(phone.locator(".ranking tbody tr").first).to_contain_text("Deutschkurse")
        arrange(server.url, more)
        phone.wait_for_timeout(5500)  # a live result is counted every five seconds
        phone.get_by_role("link", name="Meine Seite öffnen").focus()
        phone.clock.run_for(16_000)
        expect(phone.locator(".ranking tbody tr").first).to_contain_text("Beratung")


async def fill_groups() -> None:
    conference = await conference_by_key("gruppen")
    camps = [FIRST] * 12 + [SECOND] * 8
    made = await make_round(
        conference, TITLES, camps, method=Method.OPINION, receipts=False
    )
    frame = json.dumps({str(place): 0 for place in range(1, 10)})
    await VotingRound.update({"frame": frame}).where(VotingRound.id == made.id)


async def end_groups() -> None:
    conference = await conference_by_key("gruppen")
    one = await round_of(conference.id, 1)
    await close_round(one, shares=equal_shares, by=COMMAND, now=clock())


def test_a_phone_finds_its_own_group_and_forgets_it_when_asked(server, browser):
    hall = open_hall(server, "gruppen")
    arrange(server.url, fill_groups)
    code = shown(hall.guests[0].code)
    with visit(browser, server.address) as phone:
        vote_as_the_second(phone, code)
        phone.get_by_role("button", name="Auf diesem Gerät merken").click()
        expect(phone.get_by_text("Gemerkt, nur auf diesem Gerät.")).to_be_visible()
        arrange(server.url, end_groups)
        phone.goto("/de/c/gruppen/rounds/1/opinions")
        own = phone.locator("#own-group")
        expect(own).to_contain_text("am nächsten bei: Gruppe B")
        own.get_by_role("button", name="löschen").click()
        expect(own.get_by_role("status")).to_contain_text("Gelöscht")
        phone.reload()
        expect(own).to_be_hidden()
    with visit(browser, server.address) as stranger:
        stranger.goto("/de/c/gruppen/rounds/1/opinions")
        expect(stranger.get_by_role("heading", name="2 Gruppen")).to_be_visible()
        expect(stranger.locator("#own-group")).to_be_hidden()


def vote_as_the_second(phone: Page, code: str) -> None:
    for _ in TITLES:
        phone.goto(f"/de/t/{code}/vote/1")
        title = phone.locator(".option-words").inner_text()
        answer = "Dafür" if "Vorschlag 9" in title else "Dagegen"
        with phone.expect_navigation():
            phone.get_by_role("button", name=answer, exact=True).click()
    phone.goto(f"/de/t/{code}/vote/1/done")
