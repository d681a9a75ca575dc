"""What a page answers while a film plays again and again before its camera."""

from playwright.sync_api import Page, expect

from tests.browsers import PATIENCE

# an answer stays only until the film begins anew: whoever looks rarely may miss it
NOTING = """
addEventListener("DOMContentLoaded", () => {
  window.told = {};
  const note = (one) => {
    if (one.id === "answer") told[one.dataset.outcome] ??= one.textContent;
  };
  const changed = (changes) => changes.forEach((one) => one.addedNodes.forEach(note));
  new MutationObserver(changed).observe(document, { childList: true, subtree: true });
});
"""


def told(page: Page, outcome: str) -> str:
    """Wait for an answer, whatever was answered after it; give its words."""
    for _ in range(PATIENCE // 100):
        if words := page.evaluate("outcome => told[outcome]", outcome):
            return " ".join(words.split())
        page.wait_for_timeout(100)
    raise AssertionError(f"nobody was told: {outcome}")


def stop_the_film(page: Page) -> None:
    """Hold nothing new before the camera."""
    page.locator("video").evaluate("video => video.pause()")
    expect(page.locator(".stage[data-busy]")).to_have_count(0)
