"""
What axe finds on a page that has come to rest: only what it finds goes back.

Whoever looks at many pages gives `SCRIPT` to `visit`: the browser then brings it into
each page by itself, eight times as fast as sending it again.
"""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RUN = """
async (rules) => {
  const ends = (one) => Number.isFinite(one.effect.getComputedTiming().endTime);
  const moving = document.getAnimations().filter(ends);
  await Promise.allSettled(moving.map((one) => one.finished));
  const options = { resultTypes: ["violations"] };
  const found = await axe.run(document, { ...options, ...rules });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(
    ({ html, failureSummary }) =>
      `${id}: ${html.slice(0, 200)} ${(failureSummary ?? "").slice(0, 300)}`));
}
"""
CONTRAST = "color-contrast"
SCRIPT: str = Axe().axe_script


def findings(page: Page, *, contrast: bool = True) -> list[str]:
    """Ask every rule of axe; without `contrast`, all but that of colours."""
    rules = {} if contrast else {"rules": {CONTRAST: {"enabled": False}}}
    return _found(page, rules)


def contrast_findings(page: Page) -> list[str]:
    """Ask for the contrast of colours alone."""
    return _found(page, {"runOnly": [CONTRAST]})


def _found(page: Page, rules: dict[str, object]) -> list[str]:
    page.wait_for_load_state()  # a page just opened has no element yet
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{SCRIPT};0")
    return list(page.evaluate(RUN, rules))
