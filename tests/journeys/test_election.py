"""An election day: phones vote in secret, two officers close, anybody checks."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from lip.accounts.rules.roles import Role
from lip.conference.rules.codes import shown
from tests.browsers import visit
from tests.elections.polls import Hall, make_hall, open_hall
from tests.factories import PASSWORD, MadePerson, make_person
from tests.journeys.test_accessibility import findings
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KEY = "wahltag"
PHONE = {"width": 360, "height": 740}
HERE = Path(__file__).parents[2]
CLOSE = "Dem Ende der Wahl zustimmen"
COUNT = "Vorgelesen, jetzt auszählen"
FINISH = "Feststellung zustimmen"


@pytest.fixture(scope="module")
def hall(server: Server) -> Hall:
    async def make() -> Hall:
        names = ("Ada", "Bo", "Cem", "داليا")
        return await open_hall(await make_hall(key=KEY, names=names, voters=4))

    return arrange(server.url, make)


@pytest.fixture(scope="module")
def officers(server: Server) -> list[MadePerson]:
    async def make() -> list[MadePerson]:
        return [await make_person(Role.ELECTION_BOARD) for _ in range(2)]

    return arrange(server.url, make)


def fetch_ballot(page: Page, hall: Hall, place: int, language: str) -> None:
    page.goto(f"/{language}/t/{shown(hall.people[place].code)}/elections/1")
    assert findings(page) == []
    page.locator("[data-credential] button").click()
    page.wait_for_url(f"**/{language}/c/{hall.conference.key}/elections/1/ballot")
    expect(page.locator("[data-ballot]")).to_be_visible()


def cast(page: Page, *names: str) -> str:
    for name in names:
        page.get_by_role("checkbox", name=name).check()
    page.locator("[data-ballot] button").click()
    page.locator("dialog button[value=cast]").click()
    done = page.locator("[data-cast]")
    expect(done).to_be_visible(timeout=25_000)  # it waits a while, on purpose
    expect(done).to_be_focused()
    return page.locator("[data-code]").inner_text()


def press_as(server: Server, browser, officer: MadePerson, *buttons: str) -> None:
    """Sign in as one of the board, and press one button after the other."""
    with visit(browser, server.address) as page:
        page.goto("/de/sign-in")
        page.get_by_label("Anmeldename").fill(officer.name)
        page.get_by_label("Passwort").first.fill(PASSWORD)
        page.get_by_role("button", name="Anmelden").click()
        page.goto(f"/de/conferences/{KEY}/elections/1")
        for button in buttons:
            page.get_by_role("button", name=button).click()
            expect(page.get_by_role("button", name=button)).to_have_count(0)
            assert findings(page) == []


def no_trace_of_the_voter(sent: Sequence[Request], code: str) -> None:
    for one in sent:
        headers = one.all_headers()
        assert "cookie" not in headers
        assert "referer" not in headers
        assert code not in json.dumps(headers) + (one.post_data or "")


def look_up(page: Page, code: str) -> None:
    page.get_by_label("Kontrollnummer").fill(code)
    page.get_by_role("button", name="Nachsehen").click()


def download_bundle(page: Page, file: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("link", name="Wahl als Datei").click()
    download.value.save_as(file)
    return file


def recount(file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "elections.verify", str(file), "--language", "en"],
        cwd=HERE,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_hall_votes_in_secret_and_anybody_counts_again(
    server, browser, hall, officers, tmp_path
):
    asked: list[Request] = []
    with visit(browser, server.address, size=PHONE) as phone:
        phone.on("request", lambda request: asked.extend([request]))
        fetch_ballot(phone, hall, 0, "ar")
        assert findings(phone) == []
        first = cast(phone, "Ada", "داليا")
        phone.locator("[data-again]").click()
        last = cast(phone, "Bo", "داليا")
        assert findings(phone) == []
        sent = [one for one in asked if one.url.endswith("/urn")]
        assert len(sent) == 2
        no_trace_of_the_voter(sent, shown(hall.people[0].code))

    with visit(browser, server.address) as page:
        fetch_ballot(page, hall, 1, "de")
        cast(page, "Bo")
    one, other = officers
    press_as(server, browser, one, CLOSE)
    press_as(server, browser, other, CLOSE, COUNT, FINISH)
    press_as(server, browser, one, FINISH)

    with visit(browser, server.address) as page:
        page.goto(f"/de/c/{KEY}/elections/1")
        expect(page.locator("tr.elected")).to_have_count(2)
        look_up(page, last.lower())
        expect(page.locator("#check")).to_contain_text("Stimmzettel wurde gezählt")
        look_up(page, first)
        expect(page.locator("#check")).to_contain_text("gilt nur die letzte Nummer")
        assert findings(page) == []
        checked = recount(download_bundle(page, tmp_path / "bundle.json"))
    assert checked.returncode == 0, checked.stdout
    assert re.search(r"Elected: (Bo, داليا|داليا, Bo)", checked.stdout)


def test_another_phone_with_the_same_ticket_gets_a_sentence(server, browser):
    async def make() -> Hall:
        return await open_hall(await make_hall(key="zweites-geraet", voters=1))

    hall = arrange(server.url, make)
    with visit(browser, server.address) as page:
        fetch_ballot(page, hall, 0, "en")
    with visit(browser, server.address, expected=["409 (Conflict)"]) as other:
        other.goto(f"/de/t/{shown(hall.people[0].code)}/elections/1")
        other.locator("[data-credential] button").click()
        said = other.get_by_role("alert")
        expect(said).to_contain_text("schon auf einem anderen Gerät")
