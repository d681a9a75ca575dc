"""Who may open which page of the plan."""

from tests.house.who_may import EVERYBODY, PLAN

WHO_MAY: dict[str, frozenset[str]] = {
    "edit_plans.list": PLAN,
    "edit_plans.new": PLAN,
    "edit_plans.add": PLAN,
    "edit_plans.show": PLAN,
    "edit_plans.settings": PLAN,
    "edit_plans.change": PLAN,
    "edit_chapters.new": PLAN,
    "edit_chapters.add": PLAN,
    "edit_chapters.import": PLAN,
    "edit_chapters.show": PLAN,
    "edit_chapters.change": PLAN,
    "edit_chapters.move": PLAN,
    "edit_chapters.remove": PLAN,
    "edit_chapters.add_language": PLAN,
    "edit_texts.show": PLAN,
    "edit_texts.save": PLAN,
    "edit_texts.autosave": PLAN,
    "edit_texts.preview": PLAN,
    "edit_texts.state": PLAN,
    "edit_texts.import": PLAN,
    "edit_texts.export": PLAN,
    "edit_glossary.show": PLAN,
    "edit_glossary.save": PLAN,
    "edit_glossary.remove": PLAN,
    "plans.list": EVERYBODY,
    "plans.show": EVERYBODY,
    "plans.chapter": EVERYBODY,
    "plans.chapter_in": EVERYBODY,
    "plans.chapter_pdf": EVERYBODY,
    "plans.markdown": EVERYBODY,
    "plan_draft.pdf": EVERYBODY,
    "plan_draft.markdown": EVERYBODY,
    "plan_draft.show": EVERYBODY,
    "plan_draft.chapter": EVERYBODY,
    "plan_draft.chapter_in": EVERYBODY,
}
"""The visitors who get in, by the name of a route."""

PLACES: dict[str, str] = {
    "plan": "lip",
    "chapter": "integration",
    "language": "de",
}
"""What to put into a route's address, by the name of the part."""
