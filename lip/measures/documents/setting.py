"""Texts as typst takes them: clean, with their direction."""

from lip.conference.documents.fonts import direction, settable


def set_text(text: str) -> dict[str, str]:
    """Give a text in letters that our fonts have, and the side it begins on."""
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}
