"""Ids of what has no row of its own."""

from uuid import UUID, uuid5


def text_id(chapter: UUID, language: str) -> UUID:
    """Give the id of the file that holds a chapter's words in a language."""
    return uuid5(chapter, f"text {language}")
