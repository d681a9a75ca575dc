"""What a picture or a poster says of a conference, in one language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A conference in a few lines; `language` is that of the lines around them."""

    language: str
    title: str
    title_language: str
    when: str
    doors: str = ""
    where: str = ""
    organiser: str = ""
    series: str = ""
    subtitle: str = ""
    summary: str = ""
    notice: str = ""
