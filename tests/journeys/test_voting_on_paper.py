"""Voting with printed codes and with dots on paper, from the printer to the result."""

import io
import re
from dataclasses import dataclass

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from lip.accounts.rules.roles import Role
from lip.conference.queries.conferences import conference_by_id
from lip.conference.rules.codes import shown
from proposals.voting.queries.rounds import RoundFacts, round_of
from proposals.voting.rules.sealing import read_result
from tests.axe import findings
from tests.browsers import DESK, PHONE, sign_in, visit
from tests.factories import MadeParticipant, MadePerson, make_participant
from tests.journeys.halls import open_account
from tests.proposals.ballots import make_open
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KEY = "auf-papier"
ROUND = f"/de/conferences/{KEY}/rounds/1"
CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
REFUSED = ["404", "409", "422"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    """An open round, three people with tickets, and two of the team."""

    round: RoundFacts
    people: tuple[MadeParticipant, ...]
    team: tuple[MadePerson, MadePerson]


def open_hall(server: Server) -> Hall:
    async def make() -> tuple[RoundFacts, list[MadeParticipant]]:
        one = await make_open(KEY)
        conference = await conference_by_id(one.conference)
        return one, [await make_participant(conference) for _ in range(3)]

    one, people = arrange(server.url, make)
    first, second = (open_account(server, Role.ORGANISER, KEY) for _ in range(2))
    return Hall(round=one, people=tuple(people), team=(first, second))


def test_codes_and_dots_count_together_and_nobody_twice(
    server: Server, browser: Browser
):
    hall = open_hall(server)
    team = {"size": DESK, "expected": ["422"]}
    with (
        visit(browser, server.address, **team) as one,
        visit(browser, server.address, **team) as other,
    ):
        for page, person in zip((one, other), hall.team, strict=True):
            sign_in(page, person.name, person.password)
        slips = print_package(one)
        hand_out(one, hall.people[0], "code")
        with visit(browser, server.address, size=PHONE, expected=REFUSED) as phone:
            vote_by_code(phone, slips[0])
        with visit(browser, server.address, size=PHONE, expected=REFUSED) as phone:
            hold_what_is_not_hers(phone, slips, hall.people[0])
        for person in hall.people[1:]:
            hand_out(one, person, "paper")
        count_twice(one, other)
        end(one)

    def points() -> dict[int, int]:
        found = arrange(server.url, lambda: round_of(hall.round.conference, 1))
        told = read_result(found.result).standings
        return {each.option.position: each.points for each in told}

    assert points() == {1: 5, 2: 2, 3: 0, 4: 0}


def print_package(page: Page) -> list[str]:
    """Make a package of three slips, print it, read what it says, hand it over."""
    page.goto(f"{ROUND}/codes")
    page.locator("[name=size]").fill("3")
    page.get_by_role("button", name="Codes anlegen").click()
    link = page.get_by_role("link", name=re.compile("Drucken"))
    sent = page.request.get(link.get_attribute("href") or "")
    paper = pypdfium2.PdfDocument(io.BytesIO(sent.body()))
    codes = CODE.findall(paper[0].get_textpage().get_text_bounded())
    assert len(set(codes)) == 3
    page.get_by_role("button", name=re.compile("Ausgeben")).click()
    page.wait_for_load_state()
    expect(page.get_by_role("button", name=re.compile("Ausgeben"))).to_have_count(0)
    return list(dict.fromkeys(codes))


def hand_out(page: Page, person: MadeParticipant, what: str) -> None:
    page.goto(f"{ROUND}/hand-out")
    page.locator(f"[name=channel][value={what}]").check()
    page.locator("[name=code]").fill(shown(person.code))
    page.get_by_role("button", name="Prüfen").click()
    expect(page.get_by_text("Bitte ausgeben")).to_be_visible()


def vote_by_code(phone: Page, slip: str) -> None:
    """Type a code wrongly, then rightly, and vote in Arabic."""
    phone.goto("/ar/v")
    phone.locator("[name=code]").fill("ABCD-ABCD-ABCD")
    phone.locator("main button[type=submit]").click()
    expect(phone.get_by_role("alert")).to_be_visible()
    assert findings(phone) == []
    phone.locator("[name=code]").fill(slip.lower().replace("-", " "))
    phone.locator("main button[type=submit]").click()
    expect(phone.locator("h1")).to_have_text("ما الأولوية؟")
    phone.locator("#o-1").fill("2")
    phone.locator(".send button").click()
    expect(phone.locator(".given")).to_be_visible()
    assert findings(phone) == []


def hold_what_is_not_hers(
    phone: Page, slips: list[str], rightful: MadeParticipant
) -> None:
    """Find a used slip used, a stolen one without a vote, and the ticket spent."""
    phone.goto(f"/de/v/{slips[0]}")
    expect(phone.get_by_text("Mit diesem Code wurde schon abgestimmt.")).to_be_visible()
    phone.goto(f"/de/v/{slips[1]}")
    expect(phone.get_by_role("alert")).to_contain_text("So viele Zettel")
    expect(phone.locator("#o-1")).to_have_count(0)
    phone.goto(f"/de/t/{shown(rightful.code)}/vote/1")
    expect(phone.locator("main")).to_contain_text("Zettel mit Stimmcode")
    expect(phone.locator("#o-1")).to_have_count(0)


def count_twice(one: Page, other: Page) -> None:
    """Count a sheet, each alone; see where they differ; one counts once more."""
    for page, dots in ((one, "4"), (other, "3")):
        page.goto(f"{ROUND}/paper/1")
        expect(page.get_by_text("Bitte zählen Sie allein.")).to_be_visible()
        expect(page.locator("table")).to_have_count(0)
        enter(page, dots)
    expect(other.get_by_text("Die beiden Zählungen unterscheiden sich")).to_be_visible()
    first = other.locator("tbody tr").nth(1)
    expect(first).to_contain_text("verschieden")
    expect(other.locator("tbody tr").nth(2)).to_contain_text("gleich")
    assert findings(other) == []
    one.reload()
    enter(one, "3")
    expect(one.get_by_text("Dieser Bogen ist fertig und zählt.")).to_be_visible()


def enter(page: Page, dots: str) -> None:
    page.locator("[name=people]").fill("2")
    page.locator("[name=c-1]").fill(dots)
    page.locator("[name=c-2]").fill("2")
    with page.expect_navigation():
        page.get_by_role("button", name="Zählung speichern").click()


def end(page: Page) -> None:
    """End the voting; with every sheet settled, the result can be kept for good."""
    page.goto(ROUND)
    page.get_by_role("link", name="Beenden oder verlängern").click()
    page.get_by_role("button", name="Jetzt beenden").click()
    page.get_by_role("button", name="Ergebnis festhalten").click()
    page.wait_for_load_state()
    expect(page.get_by_role("button", name="Ergebnis festhalten")).to_have_count(0)
