"""The language being spoken now, and the functions that put sentences into it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from lip.words.catalogues import SOURCE, catalogue

_language: ContextVar[str] = ContextVar("language", default=SOURCE)


def current_language() -> str:
    """Tell the tag of the language being spoken."""
    return _language.get()


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Speak another language for a while: in a page, a mail or a document."""
    token = _language.set(tag)
    try:
        yield
    finally:
        _language.reset(token)


def _(sentence: str, /, **values: object) -> str:
    """Put a sentence into the current language and fill in its values."""
    said = catalogue(_language.get()).gettext(sentence)
    return said % values if values else said


def ngettext(one: str, many: str, num: int, /, **values: object) -> str:
    """Put a sentence with a number into the current language."""
    said = catalogue(_language.get()).ngettext(one, many, num)
    return said % {"num": num, **values}


def pgettext(context: str, sentence: str, /, **values: object) -> str:
    """Put a word that means several things into the current language."""
    said = catalogue(_language.get()).pgettext(context, sentence)
    return said % values if values else said


def N_(sentence: str, /) -> str:  # noqa: N802 - gettext's own name
    """Mark a sentence for translation where it is only stored."""
    return sentence
