"""Rows of pages that duty asks for."""

from piccolo.columns import Text, Timestamptz, Varchar
from piccolo.table import Table


class DutyPage(Table, help_text="Pflichtseite: imprint, privacy, accessibility."):
    """
    Own words instead of, or beside, the ready text; `name` is that of the page.

    Said: text (Markdown).
    """

    name = Varchar(length=40, primary_key=True)
    text = Text(default="")
    changed_at = Timestamptz(default=None, null=False)
