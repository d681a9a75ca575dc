"""A document in one line: what it is called, what kind of file, how large."""

from collections.abc import Mapping

from babel.numbers import format_decimal

from lip.conference.pages.language_names import said_language
from lip.programme.queries.files import DocumentFacts
from lip.programme.rules.document_kinds import ending_for
from lip.words import current_language


def document_line(one: DocumentFacts) -> Mapping[str, object]:
    """Put a document into words."""
    return {
        "id": one.id,
        "title": one.title.pick(current_language()),
        "kind": ending_for(one.media_type).upper(),
        "size": said_size(one.size),
        "language": said_language(one.language) if one.language else "",
        "published": one.published,
        "filename": one.filename,
    }


def said_size(octets: int) -> str:
    """Say how large a file is, in kB or MB."""
    locale = current_language().replace("-", "_")
    kilobytes = max(1, round(octets / 1024))
    if kilobytes < 1000:
        return f"{format_decimal(kilobytes, locale=locale)} kB"
    return f"{format_decimal(kilobytes / 1024, format='#,##0.0', locale=locale)} MB"
