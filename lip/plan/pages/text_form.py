"""The words of a chapter as a form brings them."""

from lip.plan.actions.save_text import Words
from lip.plan.rules.chapters import LONGEST_TITLE
from lip.plan.rules.kinds import SavedBy
from lip.plan.rules.markdown import LONGEST_TEXT
from lip.web.forms import Form
from lip.words import _


def read_words(form: Form, saved_by: SavedBy) -> Words | None:
    """Read words; a text that is far too long is not even looked at."""
    title = form.text("title", most=LONGEST_TITLE, required=True)
    if len(form.raw("text")) > LONGEST_TEXT:
        form.refuse(
            "text",
            _(
                "Dieser Text ist zu lang. Ein Kapitel hat höchstens %(most)s Zeichen. "
                "Bitte teilen Sie ihn auf mehrere Kapitel auf.",
                most=LONGEST_TEXT,
            ),
        )
    text = "" if form.errors else form.text("text", most=LONGEST_TEXT, lines=True)
    version = form.whole_number("version", least=0, most=1_000_000_000)
    if not form:
        return None
    return Words(title=title, text=text, began_with=version, saved_by=saved_by)


def typed_words(form: Form) -> Words:
    """Give what was typed, all of it, to show it again."""
    version = form.raw("version")
    return Words(
        title=form.raw("title")[:500],
        text=form.raw("text"),
        began_with=int(version) if version.isdecimal() and len(version) < 10 else 0,
    )
