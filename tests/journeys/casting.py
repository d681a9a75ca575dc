"""Put a marked ballot into the urn, as a person does."""

from playwright.sync_api import Page, expect

from tests.browsers import PATIENCE

LONGEST_WAIT = 20
# a ballot waits for as long as chance decides; here it is what a test can count on
DRAW = """share => {
  const draw = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = (into) =>
    into instanceof Uint32Array ? into.fill(share * 2 ** 32) : draw(into);
}"""

# two seconds may pass before anybody looks: what was in focus is noted
NOTE = """() => {
  const root = document.documentElement;
  delete root.dataset.waited;
  const waiting = document.querySelector("[data-waiting]");
  waiting.addEventListener("focus", () => (root.dataset.waited = ""), { once: true });
}"""


def send_in(page: Page, *, wait: bool = False) -> str:
    """Cast what is marked, at once or after two seconds; its tracking code."""
    page.evaluate(DRAW, 2 / LONGEST_WAIT if wait else 0.999)
    page.evaluate(NOTE)
    page.locator("[data-ballot] button.main").click()
    page.locator("dialog button[value=cast]").click()
    expect(page.locator("html[data-waited]")).to_be_attached()
    if not wait:
        page.locator("[data-now]").click()
    done = page.locator("[data-cast]")
    expect(done).to_be_visible(timeout=PATIENCE)
    expect(done).to_be_focused()
    return page.locator("[data-code]").inner_text()
