"""A voting round as people meet it: on a phone, on the table's tablet, as it closes."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from lip.conference.queries.conferences import conference_by_id
from lip.conference.rules.codes import shown
from proposals.voting.queries.rounds import RoundFacts
from proposals.voting.rules.channels import Channel
from tests.axe import findings
from tests.browsers import visit
from tests.factories import MadeParticipant, make_participant
from tests.proposals.ballots import OPINION, close, make_open
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = {"width": 360, "height": 740}
TABLET = {"width": 820, "height": 1180}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An open round and the people at a table."""

    round: RoundFacts
    people: tuple[MadeParticipant, ...]

    def ballot(self, place: int) -> str:
        return f"/t/{shown(self.people[place].code)}/vote/1"


def sit_down(server: Server, key: str, **wish) -> Table:
    async def make() -> Table:
        one = await make_open(key, **wish)
        conference = await conference_by_id(one.conference)
        languages = ("ar", "de", "en")
        people = [await make_participant(conference, language=tag) for tag in languages]
        return Table(round=one, people=tuple(people))

    return arrange(server.url, make)


def test_somebody_votes_on_her_phone_in_arabic_and_changes_it(server, browser):
    table = sit_down(server, "stimmen")

    with visit(browser, server.address, size=PHONE, expected=["422"]) as phone:
        phone.goto(f"/ar{table.ballot(0)}")
        expect(phone.locator("h1")).to_have_text("ما الأولوية؟")
        assert phone.locator("html").get_attribute("dir") == "rtl"
        left = phone.locator("[data-left-shown]")
        more = phone.locator(".option").first.locator("[data-step='1']")
        more.click()
        more.click()
        expect(left).to_contain_text("1")
        assert findings(phone) == []
        phone.locator(".send button").click()
        phone.wait_for_url("**/done")
        expect(phone.locator(".given")).to_contain_text("نقطتان")
        assert findings(phone) == []

        phone.go_back()
        expect(phone.locator("#o-1")).to_have_value("2")
        phone.locator("#o-1").fill("3")
        phone.locator("#o-2").fill("3")
        expect(left).to_contain_text("3")
        phone.locator(".send button").click()
        expect(phone.get_by_role("alert")).to_be_visible()
        expect(phone.locator("#o-2")).to_have_value("3")


def sit(tablet: Page, code: str) -> None:
    tablet.locator("#code").fill(shown(code))
    tablet.locator("#table-form button[type=submit]").click()
    tablet.wait_for_url("**/ballot/**")


def test_three_people_vote_on_one_tablet_and_going_back_shows_nothing(server, browser):
    table = sit_down(server, "tablett")

    with visit(browser, server.address, size=TABLET) as tablet:
        for place, person in enumerate(table.people):
            tablet.goto("/c/tablett/table-vote/1")
            assert findings(tablet) == []
            sit(tablet, person.code)
            assert (
                tablet.locator("html").get_attribute("lang")
                == ["ar", "de", "en"][place]
            )
            expect(tablet.locator("#o-1")).to_have_value("")
            tablet.locator(f"#o-{place + 1}").fill("2")
            tablet.locator(".send button").click()
            tablet.wait_for_url("**/done")
            tablet.go_back()
            tablet.wait_for_url("**/table-vote/1")
            expect(tablet.locator("#code")).to_have_value("")
            expect(tablet.locator(".ballot")).to_have_count(0)
            assert person.code not in tablet.content()


def test_opinions_go_one_by_one_without_scripts_and_end_when_the_round_closes(
    server, browser
):
    phone_only = frozenset({Channel.PHONE})
    table = sit_down(server, "meinung", terms=OPINION, channels=phone_only)

    plain = {"java_script_enabled": False, "expected": ["409"]}
    with visit(browser, server.address, size=PHONE, **plain) as phone:
        phone.goto(table.ballot(1))
        phone.get_by_role("button", name="Dafür").click()
        expect(phone.get_by_text("1 von 4 beantwortet")).to_be_visible()
        phone.get_by_role("button", name="Dagegen").click()
        expect(phone.get_by_text("2 von 4 beantwortet")).to_be_visible()
        arrange(server.url, lambda: close(table.round))
        phone.get_by_role("button", name="Dafür").click()
        expect(phone.get_by_text("kam zu spät und zählt nicht")).to_be_visible()
