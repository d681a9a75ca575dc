"""An election day: phones vote in secret, two officers close, anybody checks."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from elections.rules.planning import Method
from lip.accounts.rules.roles import Role
from lip.conference.rules.codes import shown
from tests.browsers import sign_in, visit
from tests.elections.polls import Hall, make_hall, open_hall
from tests.factories import MadePerson, make_person
from tests.journeys.casting import send_in
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


def ticket_page(hall: Hall, place: int, language: str = "de") -> str:
    return f"/{language}/t/{shown(hall.people[place].code)}/elections/1"


def fetch_ballot(page: Page, hall: Hall, place: int, language: str) -> str:
    """Fetch a credential, keep its recovery code, and go on to the ballot."""
    page.goto(ticket_page(hall, place, language))
    assert findings(page) == []
    page.locator("[data-fetch] button").click()
    return go_on(page, hall, language)


def go_on(page: Page, hall: Hall, language: str) -> str:
    expect(page.locator("[data-have]")).to_be_focused()
    code = page.locator("[data-copied]").inner_text()
    assert findings(page) == []
    page.locator("[data-onward]").click()
    page.wait_for_url(f"**/{language}/c/{hall.conference.key}/elections/1/ballot")
    expect(page.locator("[data-ballot]")).to_be_visible()
    return code


def cast(page: Page, *names: str, wait: bool = False) -> str:
    for name in names:
        page.get_by_role("checkbox", name=name).check()
    return send_in(page, wait=wait)


def open_the_desk(page: Page, officer: MadePerson) -> None:
    sign_in(page, officer.name, officer.password)
    page.goto(f"/de/conferences/{KEY}/elections/1")


def throw_as(server: Server, browser, officer: MadePerson) -> None:
    """Sign in as one of the board, and type in the dice."""
    with visit(browser, server.address) as page:
        open_the_desk(page, officer)
        form = page.locator("form[action$='/dice']")
        form.locator("xpath=..").locator("summary").click()
        assert findings(page) == []
        form.locator("#f-digits").fill("61524 33162 45121 66354")
        form.locator("textarea").fill("Ida\nJo")
        with page.expect_navigation():
            form.get_by_role("button").click()


def press_as(server: Server, browser, officer: MadePerson, *buttons: str) -> None:
    """Sign in as one of the board, and press one button after the other."""
    with visit(browser, server.address) as page:
        open_the_desk(page, officer)
        for button in buttons:
            page.get_by_role("button", name=button).click()
            page.wait_for_load_state()
            expect(page.get_by_role("button", name=button)).to_have_count(0)
            assert findings(page) == []


def no_trace_of_the_voter(sent: Sequence[Request], code: str) -> None:
    cast = [one for one in sent if one.url.endswith("/urn")]
    assert len(cast) == 2
    for one in [*cast, *(one for one in sent if one.url.endswith("/ballot"))]:
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


def anybody_checks(server, browser, first: str, last: str, folder: Path) -> None:
    """Look up codes, then count again by the command and by the page."""
    with visit(browser, server.address) as page:
        page.goto(f"/de/c/{KEY}/elections/1")
        expect(page.locator("tr.elected")).to_have_count(2)
        look_up(page, last.lower())
        expect(page.locator("#check")).to_contain_text("Stimmzettel wurde gezählt")
        look_up(page, first)
        expect(page.locator("#check")).to_contain_text("gilt nur die letzte Nummer")
        assert findings(page) == []
        checked = recount(download_bundle(page, folder / "bundle.json"))
        page.get_by_role("link", name="Im Browser nachzählen").click()
        page.get_by_role("button", name="Diese Wahl nachzählen").click()
        expect(page.locator(".recount .whole")).to_contain_text("Alles stimmt.")
        assert findings(page) == []
    assert checked.returncode == 0, checked.stdout
    assert re.search(r"Elected: Bo, (Ada|داليا)\.", checked.stdout)


def test_a_hall_votes_in_secret_and_anybody_counts_again(
    server, browser, hall, officers, tmp_path
):
    asked: list[Request] = []
    with visit(browser, server.address, size=PHONE) as phone:
        phone.on("request", lambda request: asked.extend([request]))
        fetch_ballot(phone, hall, 0, "ar")
        assert findings(phone) == []
        first = cast(phone, "Ada", "داليا", wait=True)
        phone.locator("[data-again]").click()
        last = cast(phone, "Bo", "داليا")
        assert findings(phone) == []
        no_trace_of_the_voter(asked, shown(hall.people[0].code))

    with visit(browser, server.address) as page:
        fetch_ballot(page, hall, 1, "de")
        cast(page, "Bo", "Ada")
    one, other = officers
    press_as(server, browser, one, CLOSE)
    press_as(server, browser, other, CLOSE, COUNT)
    throw_as(server, browser, one)
    throw_as(server, browser, other)
    press_as(server, browser, other, FINISH)
    press_as(server, browser, one, FINISH)

    anybody_checks(server, browser, first, last, tmp_path)


def test_a_recovery_code_brings_the_credential_to_another_phone(server, browser):
    async def make() -> Hall:
        return await open_hall(await make_hall(key="zweites-geraet", voters=1))

    hall = arrange(server.url, make)
    with visit(browser, server.address) as page:
        code = fetch_ballot(page, hall, 0, "en")
        page.keyboard.press("Tab")
        page.get_by_role("checkbox", name="Bo").focus()
        page.keyboard.press("Space")
        first = send_in(page)
        page.reload()
        assert page.locator("[data-code]").inner_text() == first
        code_alone_is_printed(page, first)
    with visit(browser, server.address, expected=["409 (Conflict)"]) as other:
        other.goto(ticket_page(hall, 0))
        other.get_by_label("Ersatz-Code").fill(code[:-1] + "2" * (code[-1] != "2"))
        recover = other.get_by_role("button", name="Mit Ersatz-Code holen")
        recover.click()
        said = other.get_by_role("alert")
        expect(said).to_contain_text("Tippfehler")
        other.get_by_label("Ersatz-Code").fill(code.lower())
        recover.click()
        assert go_on(other, hall, "de") == code
        other.get_by_label("Mein Stimmzettel soll ungültig sein", exact=True).evaluate(
            "box => { box.closest('details').open = true; box.click() }"
        )
        expect(other.locator("[data-given]")).to_contain_text("ungültig")
        assert send_in(other) != first
    with visit(browser, server.address, expected=["409 (Conflict)"]) as third:
        third.goto(ticket_page(hall, 0))
        third.get_by_role("button", name="Wahlberechtigung holen").click()
        said = third.get_by_role("alert")
        expect(said).to_contain_text("schon auf einem anderen Gerät")


def code_alone_is_printed(page: Page, code: str) -> None:
    """Look at what is left of the page on paper: what is elected, code and digest."""
    page.emulate_media(media="print")
    left = page.locator("body").inner_text().split()
    assert code in left
    assert re.search(r"\b[0-9a-f]{64}\b", " ".join(left))
    assert len(left) < 20, left
    page.emulate_media(media="screen")


def test_ranks_points_and_crosses_are_given_by_keyboard_and_by_tapping(server, browser):
    async def make() -> list[Hall]:
        kinds = {
            "raenge": {"method": Method.STV_SCOTTISH},
            "punkte": {"method": Method.SCORE, "highest_score": 5},
            "haeufeln": {"method": Method.CUMULATIVE, "votes_each": 3},
        }
        return [
            await open_hall(await make_hall(key=key, voters=1, **wish))
            for key, wish in kinds.items()
        ]

    ranks, points, several = arrange(server.url, make)
    with visit(browser, server.address, size=PHONE) as page:
        fetch_ballot(page, ranks, 0, "de")
        give_ranks(page, page.locator("[data-given]"))
        fetch_ballot(page, points, 0, "de")
        give_points(page, page.locator("[data-given]"))
        fetch_ballot(page, several, 0, "de")
        give_several(page, page.locator("[data-given]"))


def give_ranks(page: Page, said: Locator) -> None:
    tap(page, "Rang 1 geben", "Cem")
    tap(page, "Rang 2 geben", "Ada")
    page.get_by_label("Bo").focus()
    page.keyboard.press("ArrowDown")
    expect(said).to_contain_text("Rang 1 steht mehrmals da.")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(said).to_have_text("Sie haben 3 von 4 einen Rang gegeben.")
    tap(page, "Rang löschen", "Ada")
    expect(said).to_contain_text("Rang 2 fehlt.")
    tap(page, "Rang 2 geben", "Ada")
    page.reload()
    expect(said).to_have_text("Sie haben 3 von 4 einen Rang gegeben.")
    assert findings(page) == []
    send_in(page)


def tap(page: Page, words: str, name: str) -> None:
    """Press the one button that says what it does and whose it is."""
    page.get_by_role("button", name=re.compile(f"^{words} ?: {name}$")).click()


def give_points(page: Page, said: Locator) -> None:
    row = page.get_by_role("radiogroup", name="Ada")
    row.get_by_role("radio", name="4", exact=True).check()
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text("Sie haben 1 von 4 Punkte gegeben.")
    expect(row.get_by_role("radio", name="5", exact=True)).to_be_checked()
    assert findings(page) == []
    send_in(page)


def give_several(page: Page, said: Locator) -> None:
    for number in (1, 2, 3):
        page.get_by_label(f"Stimme {number} für Bo").check()
    expect(said).to_have_text("Sie haben 3 von 3 Stimmen gegeben.")
    assert findings(page) == []
    page.get_by_role("button", name="Alles löschen").click()
    expect(said).to_contain_text("leer")
    send_in(page)
