"""A browser reads from a trimmed style sheet what it reads from the written one."""

import pytest

from lip.web.static import FOLDER, sheets

pytestmark = pytest.mark.browser

READ = """
  (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return [...sheet.cssRules].map((rule) => rule.cssText);
  }
"""


def test_every_trimmed_sheet_says_what_was_written(browser):
    page = browser.new_page()
    for name, sent in sheets().items():
        written = (FOLDER / "css" / name).read_text(encoding="utf-8")

        rules = page.evaluate(READ, written)

        assert rules, name
        assert page.evaluate(READ, sent.decode()) == rules, name
    page.close()
