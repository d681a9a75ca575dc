"""Languages: every sentence on screen, in documents and mails passes through here."""

from lip.words.catalogues import LANGUAGES, Language, language_of, spoken
from lip.words.speaking import N_, _, current_language, ngettext, pgettext, speaking

__all__ = [
    "LANGUAGES",
    "N_",
    "Language",
    "_",
    "current_language",
    "language_of",
    "ngettext",
    "pgettext",
    "speaking",
    "spoken",
]
