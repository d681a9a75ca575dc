"""Twenty papers keyed twice, a tie for the last seat, a run-off, a lot, and minutes."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from elections.actions.hand_out_paper import hand_out_paper
from elections.queries.elections import election_of
from elections.queries.roll import frozen_roll
from elections.rules.stages import TieRule
from lip.accounts.rules.roles import Role
from lip.journal.rules.entries import COMMAND
from tests.axe import findings
from tests.browsers import DESK, sign_in, visit
from tests.elections.polls import Hall, credential_for, make_hall, open_hall, vote
from tests.factories import PASSWORD, clock, make_person
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KEY = "zwanzig"
RUN = f"/de/conferences/{KEY}/elections"
NAMES = ("Ada", "Bo", "Cem", "Dilek", "Ewa")
SPOILED = ("Ungültig",)
PAPERS = (
    *(("Ada", "Bo", "Cem", "Dilek"),) * 8,
    *(("Ada", "Bo", "Cem", "Ewa"),) * 7,
    ("Ada", "Ewa"),
    ("Ada", "Bo"),
    ("Ada", "Bo"),
    (),
    SPOILED,
)
"""Four seats: the first three are clear, Dilek and Ewa are level with eight each."""
MISREAD = (*PAPERS[:-3], ("Ada", "Bo", "Cem"), *PAPERS[-2:])
DICE = "61524 33162 45121 66354"
CLOSE = "Dem Ende der Wahl zustimmen"
FINISH = "Feststellung zustimmen"


@pytest.fixture(scope="module")
def hall(server: Server) -> Hall:
    """Open the polls, and hand a paper to everybody."""

    async def make() -> Hall:
        made = await open_hall(
            await make_hall(
                key=KEY, voters=20, names=NAMES, seats=4, ties=TieRule.RUNOFF
            )
        )
        for line in (await frozen_roll(made.election.id)).lines:
            await hand_out_paper(made.election, line.entry, by=COMMAND, now=clock())
        return made

    return arrange(server.url, make)


@pytest.fixture
def board(server: Server, browser) -> Iterator[Sequence[Page]]:
    """Sign three officers in, each in a browser of her own."""

    async def make() -> list[str]:
        return [(await make_person(Role.ELECTION_BOARD)).name for _ in range(3)]

    with ExitStack() as stack:
        pages = []
        for name in arrange(server.url, make):
            page = stack.enter_context(visit(browser, server.address, size=DESK))
            sign_in(page, name, PASSWORD)
            pages.append(page)
        yield pages


def press(page: Page, number: int, button: str) -> None:
    """Open an election, press a button, and see that it is done."""
    page.goto(f"{RUN}/{number}")
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()
    expect(page.get_by_role("button", name=button, exact=True)).to_have_count(0)


def key_in(page: Page, papers: Sequence[Sequence[str]]) -> None:
    """Key a batch, one paper after the other, and say that it is done."""
    page.goto(f"{RUN}/1/papers/1")
    for at, names in enumerate(papers, 1):
        for name in names:
            page.get_by_role("checkbox", name=name).check()
        page.get_by_role("button", name="Diesen Stimmzettel eingeben").click()
        expect(page.get_by_role("status")).to_contain_text(f"{at} von 20")
    page.get_by_role("button", name="Stapel fertig eingegeben").click()
    page.wait_for_url(f"**{RUN}/1/papers")


def throw(page: Page) -> None:
    page.goto(f"{RUN}/2")
    form = page.locator("form[action$='/dice']")
    form.locator("xpath=..").locator("summary").click()
    form.locator("#f-digits").fill(DICE)
    form.locator("textarea").fill("Ida\nJo")
    with page.expect_navigation():
        form.get_by_role("button").click()


def twenty_papers_are_keyed(one: Page, other: Page, third: Page) -> None:
    one.goto(f"{RUN}/1/papers")
    one.get_by_label("Wie viele Stimmzettel").fill("20")
    with one.expect_navigation():
        one.get_by_role("button", name="Stapel anlegen").click()
    key_in(one, PAPERS)
    key_in(other, MISREAD)
    expect(other.locator("main")).to_contain_text("eine dritte Eingabe ist nötig")
    third.goto(f"{RUN}/1/papers/1")
    assert third.locator("tbody tr").all_inner_texts() == [
        "Ada, Bo\t2\t1",
        "Ada, Bo, Cem\t0\t1",
    ]
    assert findings(third) == []
    key_in(third, PAPERS)
    expect(third.locator("main")).to_contain_text("zwei Eingaben stimmen überein")
    one.goto(f"{RUN}/1/papers")
    with one.expect_navigation():
        one.get_by_role("button", name="Papier vollständig erfasst").click()
    press(one, 1, "Vorgelesen, jetzt auszählen")


def a_run_off_is_prepared(page: Page) -> None:
    """Prepare it by mistake, take it back, and prepare it again."""
    for once in (True, False):
        page.goto(f"{RUN}/1")
        page.get_by_role("button", name="Stichwahl vorbereiten").click()
        page.wait_for_url(f"**{RUN}/2")
        expect(page.locator("main")).to_contain_text("Ewa")
        page.goto(f"{RUN}/1")
        assert findings(page) == []
        if once:
            page.get_by_role("button", name="zurücknehmen").click()
            page.wait_for_load_state()
            expect(page.get_by_role("button", name="zurücknehmen")).to_have_count(0)


def two_vote_and_are_level(server: Server, hall: Hall) -> None:
    async def cast() -> None:
        election = await election_of(hall.conference.id, 2)
        runoff = Hall(conference=hall.conference, election=election, people=hall.people)
        for person, mark in zip(hall.people, ("k1", "k2"), strict=False):
            await vote(runoff, await credential_for(runoff, person.id), mark)

    arrange(server.url, cast)


def the_minutes_say_it_all(page: Page) -> None:
    page.goto(f"/de/c/{KEY}/elections/2/minutes")
    said = page.locator("main").inner_text()
    for words in ("Erster Wahlgang", "Stichwahl", "Los", "Ida, Jo", "Ada", "Bo", "Cem"):
        assert words in said
    assert DICE.replace(" ", "") in said
    assert findings(page) == []
    page.goto(f"/de/c/{KEY}/elections/2")
    expect(page.locator(".winners li")).to_have_count(4)
    assert findings(page) == []
    page.get_by_role("link", name="Im Browser nachzählen").click()
    page.get_by_role("button", name="Diese Wahl nachzählen").click()
    expect(page.locator(".recount .whole")).to_contain_text("Alles stimmt.")


def test_papers_keyed_twice_lead_through_run_off_and_lot_to_minutes(
    server, browser, hall, board
):
    one, other, third = board
    press(one, 1, CLOSE)
    press(other, 1, CLOSE)
    twenty_papers_are_keyed(one, other, third)
    a_run_off_is_prepared(one)
    press(one, 1, FINISH)
    press(other, 1, FINISH)

    press(one, 2, "Wahl eröffnen")
    two_vote_and_are_level(server, hall)
    press(one, 2, CLOSE)
    press(other, 2, CLOSE)
    press(third, 2, "Vorgelesen, jetzt auszählen")
    throw(one)
    throw(third)
    press(one, 2, FINISH)
    press(other, 2, FINISH)

    with visit(browser, server.address) as anybody:
        the_minutes_say_it_all(anybody)
