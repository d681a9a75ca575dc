"""Texts and papers as typst takes them: clean, with their direction."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lip.conference.documents.colours import deepened
from lip.conference.documents.compiling import compile_pdf
from lip.conference.documents.fonts import direction, settable
from lip.words import language_of

FOLDER: Final = Path(__file__).parent / "typst"


def set_text(text: str) -> dict[str, str]:
    """Give a text in letters that our fonts have, and the side it begins on."""
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}


def set_paper(
    template: str,
    title: str,
    words: Mapping[str, str],
    *,
    language: str,
    accent: str,
    **parts: object,
) -> bytes:
    """Set a paper as PDF/UA-1 in one language: the words around, and its parts."""
    values = {
        "lang": language,
        "rtl": language_of(language).direction == "rtl",
        "deep": deepened(accent),
        "title": set_text(title)["text"],
        "words": {name: set_text(text) for name, text in words.items()},
        **parts,
    }
    return compile_pdf(template, values, folder=FOLDER)
