"""People check themselves in at a tablet: by camera, by hand, in their own language."""

from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from lip.accounts.rules.roles import Role
from lip.conference.documents.qr import qr_picture
from lip.conference.rules.codes import shown
from tests.axe import findings
from tests.browsers import make_film, open_browser, staying, visit
from tests.factories import make_helper_link
from tests.journeys.halls import Hall, open_hall
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TABLET = {"width": 820, "height": 1180}


@pytest.fixture(scope="module")
def hall(server: Server) -> Hall:
    return open_hall(server, "tablet")


def sign_in(page: Page, server: Server) -> None:
    link = arrange(
        server.url,
        lambda: make_helper_link("tablet", label="Tablet 1", role=Role.KIOSK),
    )
    page.goto(f"/sign-in/link/{link.token}")
    page.get_by_role("button", name="Dieses Tablet anmelden").click()
    page.wait_for_url("**/kiosk/tablet**")


def stay(tablet: Page) -> None:
    """Let an answer stay for an hour: whoever looks slowly sees it as well."""
    tablet.locator("#kiosk-form").evaluate("form => form.dataset.seconds = '3600'")


def type_code(page: Page, code: str) -> None:
    page.locator("#code").fill(code)
    page.locator("#kiosk-form button[type=submit]").click()


def test_code_is_typed_and_the_answer_is_in_the_persons_language(server, browser, hall):
    with visit(browser, server.address, size=TABLET) as tablet:
        sign_in(tablet, server)
        stay(tablet)
        assert findings(tablet) == []
        type_code(tablet, shown(hall.guests[2].code).lower())

        said = tablet.locator("#said")
        expect(said).to_contain_text("فاطمة الحسن")
        assert said.get_attribute("lang") == "ar"
        assert said.get_attribute("dir") == "rtl"
        expect(said).to_be_focused()
        assert findings(tablet) == []
        tablet.locator("[data-back]").click()
        expect(tablet.locator("#code")).to_have_value("")
        type_code(tablet, hall.guests[2].code)
        expect(said).to_contain_text("يرجى التوجه إلى الطاولة")
        expect(said).not_to_contain_text("فاطمة")
        assert findings(tablet) == []


def test_answer_goes_away_by_itself(server, browser, hall):
    with visit(browser, server.address, size=TABLET) as tablet:
        tablet.clock.install()
        sign_in(tablet, server)
        stay(tablet)
        type_code(tablet, hall.guests[0].code)
        expect(tablet.locator("#said")).to_contain_text("Ayşe Yıldız")

        tablet.clock.fast_forward(3_600_000)

        expect(tablet.locator("#start")).to_be_visible()
        assert tablet.get_by_text("Ayşe").count() == 0


def test_without_network_the_desk_helps(server, browser, hall):
    cut_off = ["ERR_INTERNET_DISCONNECTED"]
    with visit(browser, server.address, size=TABLET, expected=cut_off) as tablet:
        sign_in(tablet, server)
        stay(tablet)
        tablet.context.set_offline(True)

        type_code(tablet, hall.guests[1].code)

        expect(tablet.locator("#said")).to_contain_text("Bitte gehen Sie zum Tisch")


def test_without_scripts(server, browser, hall):
    with visit(
        browser, server.address, size=TABLET, java_script_enabled=False
    ) as tablet:
        sign_in(tablet, server)
        tablet.route("**/kiosk/tablet/scan", staying(12))
        type_code(tablet, hall.guests[3].code)

        expect(tablet.locator("#said")).to_contain_text("Оксана Шевченко")
        tablet.locator("[data-back]").click()
        expect(tablet.locator("#start")).to_be_visible()


def test_ticket_is_held_before_the_camera(server, playwright, hall, tmp_path):
    ticket = qr_picture(f"https://lip.example.org/t/{hall.guests[4].code}", module=8)
    film = make_film(tmp_path / "ticket.mjpeg", [(ticket, 2), (None, 3.5)])
    with ExitStack() as open_things:
        camera = open_things.enter_context(open_browser(playwright, film=film))
        tablet = open_things.enter_context(visit(camera, server.address, size=TABLET))
        sign_in(tablet, server)
        stay(tablet)
        tablet.locator("[data-camera-start]").evaluate(
            "button => button.offsetParent && button.click()"
        )

        expect(tablet.locator("#said")).to_contain_text("Thị Hương Nguyễn")
