"""Three people vote at one tablet, one after the other, and it forgets each of them."""

import pytest
from playwright.sync_api import Page, expect

from elections.rules.record import Kind
from lip.conference.rules.codes import shown
from tests.axe import findings
from tests.browsers import visit
from tests.elections.polls import Hall, finish, make_hall, open_hall, published
from tests.journeys.casting import send_in
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TABLET = {"width": 820, "height": 1180}
KEY = "kabine"


@pytest.fixture(scope="module")
def hall(server: Server) -> Hall:
    async def make() -> Hall:
        return await open_hall(await make_hall(key=KEY, voters=3))

    return arrange(server.url, make)


def vote_here(tablet: Page, code: str, name: str) -> str:
    field = tablet.get_by_label("Code von Ihrem Ticket oder Wahlschein")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    field.fill(code)
    tablet.keyboard.press("Enter")
    tablet.wait_for_url("**/ballot")
    tablet.get_by_role("checkbox", name=name).check()
    tracking = send_in(tablet)
    assert findings(tablet) == []
    tablet.get_by_role("button", name="die nächste Person kann wählen").click()
    tablet.wait_for_url("**/booth")
    return tracking


def test_three_people_vote_at_one_tablet_that_forgets_them(server, browser, hall):
    expected = ["409 (Conflict)"]
    with visit(browser, server.address, size=TABLET, expected=expected) as tablet:
        tablet.goto(f"/de/c/{KEY}/elections/1/booth")
        assert findings(tablet) == []
        codes = [
            vote_here(tablet, shown(person.code), name)
            for person, name in zip(hall.people, ("Ada", "Bo", "Ada"), strict=True)
        ]

        tablet.goto(f"/de/c/{KEY}/elections/1/ballot")
        expect(tablet.locator("[data-no-credential]")).to_be_visible()
        kept = tablet.evaluate("[sessionStorage.length, localStorage.length]")
        tablet.goto(f"/de/c/{KEY}/elections/1/booth")
        tablet.get_by_label("Code von").fill(shown(hall.people[0].code))
        tablet.keyboard.press("Enter")
        expect(tablet.get_by_role("alert")).to_contain_text("auf einem anderen Gerät")

    async def after() -> list[str]:
        await finish(hall)
        return (await published(hall)).the(Kind.RESULT)["winners"]

    assert len(set(codes)) == 3
    assert kept == [0, 0]
    assert arrange(server.url, after) == ["k1", "k2"]
