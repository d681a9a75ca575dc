"""From the door of a room to a checked certificate, and feedback in Arabic."""

import io
from itertools import count

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect

from lip.attendance.actions.ask_feedback import ask_usual_questions, open_feedback
from lip.attendance.queries.feedback import feedback_of
from lip.conference.rules.codes import shown
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from tests.attendances import Held, hold_conference
from tests.browsers import visit
from tests.door import scan
from tests.factories import clock, make_conference, make_helper_link, make_participant
from tests.programmes import make_room, make_session
from tests.servers import Server, arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

keys = (f"nachher-{number}" for number in count(1))


def held_conference(server: Server) -> Held:
    """A conference of yesterday at which feedback is open."""

    async def make() -> Held:
        held = await hold_conference(
            next(keys), given_name="فاطمة", family_name="الحسن", language="ar"
        )
        now = clock()
        place = held.conference
        await ask_usual_questions(conference=place, by=COMMAND, now=now)
        await open_feedback(
            conference=place,
            opens_at=now,
            closes_at=None,
            intro=Said(),
            by=COMMAND,
            now=now,
        )
        return held

    return arrange(server.url, make)


VIEWER = ("asked chrome", "Failed to load resource")
"""What the browser's own viewer of PDF files asks for, and does not find."""


def press_and_download(page: Page) -> bytes:
    """Press the button, and take the file that the browser is led to."""
    with page.expect_request("**/certificate.pdf*") as asked:
        page.locator("main form button[type=submit]").click()
    return page.request.get(asked.value.url).body()


def test_a_certificate_is_issued_scanned_and_checked(server: Server, browser: Browser):
    held = held_conference(server)
    with visit(browser, server.address, expected=VIEWER) as page:
        page.goto(f"/ar/t/{shown(held.people[0].code)}/certificate")
        page.get_by_label("العربية").check()
        paper = press_and_download(page)

        picture = pypdfium2.PdfDocument(io.BytesIO(paper))[0].render(scale=3)
        (code,) = zxingcpp.read_barcodes(picture.to_pil().convert("L"))
        path = "/check/" + code.text.rpartition("/")[2]
        page.goto(f"/ar{path}")

        expect(page.locator(".notice.good")).to_be_visible()
        expect(page.locator("main")).to_contain_text("فاطمة الحسن")
        page.goto("/de/check")
        page.get_by_label("Code der Bescheinigung").fill(
            path.rpartition("/")[2].lower()
        )
        page.locator("main form button").click()
        expect(page.locator("h1")).to_have_text("Teilnahmebescheinigung")
        expect(page.locator("main")).to_contain_text("7 Std. 30 Min.")


def test_feedback_is_given_in_arabic(server: Server, browser: Browser):
    held = held_conference(server)
    with visit(browser, server.address) as page:
        page.goto(f"/ar/c/{held.key}/feedback")
        assert page.evaluate("document.documentElement.dir") == "rtl"

        page.get_by_label("جيد جدًا").first.check()
        page.get_by_label("العمل في مجموعات").check()
        page.locator("textarea").fill("كان كل شيء رائعًا")
        page.locator("main form button").click()

        expect(page.locator("h1")).to_have_text("شكرًا على رأيكم!")
        assert page.context.cookies() == []

    feedback = arrange(server.url, lambda: feedback_of(held.conference))
    assert feedback.sheets == 1
    assert feedback.results[0].counts[-1] == ("5", 1)
    (text,) = feedback.results[-1].texts
    assert (text.value, text.language) == ("كان كل شيء رائعًا", "ar")


def test_a_room_is_filled_by_scans_and_its_count_lives(
    server: Server, browser: Browser
):
    key = next(keys)

    async def make():
        place = await make_conference(key)
        room = await make_room(place, "Raum 101", seats=1)
        session = await make_session(place, title="Wohnen", room=room)
        guests = [
            await make_participant(place, given_name=one) for one in ("Ada", "Bo")
        ]
        await scan(guests[0].code, now=clock(), conference=key)
        await scan(guests[1].code, now=clock(), conference=key)
        links = [await make_helper_link(key, label=f"Tür {n}") for n in (1, 2)]
        return session.id, guests, [f"/sign-in/link/{one.token}" for one in links]

    session, guests, links = arrange(server.url, make)
    path = f"/de/door/{key}/rooms/{session}"
    with (
        visit(browser, server.address) as phone,
        visit(browser, server.address) as other,
    ):
        for page, link in zip((phone, other), links, strict=True):
            page.goto(link)
            page.locator("main form button").click()
            page.wait_for_url("**/door/**")
            page.goto(path)
        inside = other.locator(".door-count [data-count=inside]")
        expect(inside).to_have_text("0")

        for one in guests:
            phone.locator("#code").fill(shown(one.code))
            phone.locator("#scan-form button[type=submit]").click()
            expect(phone.locator("#answer .answer-word")).to_contain_text("Ist im Raum")
        expect(phone.locator("#answer")).to_contain_text("Zu voll: 2 Personen")
        expect(inside).to_have_text("2")

        phone.locator('.ways input[value="out"]').check()
        phone.locator("#code").fill(shown(guests[0].code))
        phone.locator("#scan-form button[type=submit]").click()
        expect(phone.locator("#answer .answer-word")).to_contain_text("verlassen")
        expect(inside).to_have_text("1")
