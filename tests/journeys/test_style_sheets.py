"""A browser reads from a trimmed style sheet what it reads from the written one."""

import re

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

        rules, again = (page.evaluate(READ, css) for css in (written, sent.decode()))

        assert rules, name
        assert [laid_out(rule) for rule in again] == [laid_out(rule) for rule in rules]
    page.close()


def laid_out(rule: str) -> str:
    """Make one of what browsers give as it was typed: lists in tokens, conditions."""
    return re.sub(r"([,:]) ", r"\1", re.sub(r"\s+", " ", rule))
