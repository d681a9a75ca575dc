"""A chapter out of a Markdown file, with fields at its head or without."""

import re
from typing import Final

from lip.bodies.queries.bodies import all_bodies
from lip.partial_dates import PartialDate
from lip.plan.actions.chapters import ChapterWish, FirstText, NewChapter
from lip.plan.rules.chapters import (
    LONGEST_INITIATOR,
    LONGEST_KIND,
    LONGEST_NUMBER,
    LONGEST_TITLE,
    usable_language,
)
from lip.plan.rules.kinds import SavedBy
from lip.plan.rules.markdown import parted
from lip.said import Said
from lip.web.forms import Form
from lip.words import _

LARGEST: Final = 2 * 1024 * 1024
"""Bytes; a chapter has at most 500,000 characters."""
_NUMBER: Final = re.compile(r"(?P<number>\d+(?:\.\d+)*\.?)\s+(?P<title>\S.*)")
_HEADING: Final = re.compile(r"\A#\s+(?P<title>.+?)\s*#*\n+")


async def read_file(form: Form) -> str | None:
    """Read an uploaded Markdown file; None where it is none."""
    upload = form.upload("file")
    if upload is None:
        form.refuse("file", _("Bitte wählen Sie eine Datei."))
        return None
    content = await upload.read(LARGEST + 1)
    if len(content) > LARGEST:
        form.refuse("file", _("Diese Datei ist größer als 2 MB. Bitte teilen Sie sie."))
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\x00"
    if "\x00" in text:
        form.refuse(
            "file",
            _(
                "Diese Datei ist kein Text. Bitte speichern Sie das Kapitel als "
                "Markdown oder als einfachen Text (UTF-8)."
            ),
        )
        return None
    return text


async def read_chapter_file(form: Form, language: str) -> NewChapter | None:
    """Make a chapter of an uploaded file; None where something is wrong."""
    text = await read_file(form)
    if text is None:
        return None
    fields, words = parted(text)
    title, words = _title(fields, words)
    number, title = _number(fields, title)
    if not title:
        form.refuse(
            "file",
            _(
                "In der Datei steht kein Titel. Bitte beginnen Sie sie mit einer "
                "Überschrift: „# Titel“."
            ),
        )
        return None
    tag = fields.get("sprache", "")
    return NewChapter(
        wish=await _wish(fields, number, language),
        first=FirstText(
            language=tag if usable_language(tag) else language,
            title=title[:LONGEST_TITLE],
            text=words,
            saved_by=SavedBy.IMPORT,
        ),
    )


def _title(fields: dict[str, str], words: str) -> tuple[str, str]:
    if title := fields.get("titel", ""):
        return title, words
    found = _HEADING.match(words + "\n")
    return (found["title"], words[found.end() :]) if found else ("", words)


def _number(fields: dict[str, str], title: str) -> tuple[str, str]:
    """Take the number from its field, or from before the title."""
    if number := fields.get("nummer", ""):
        return number[:LONGEST_NUMBER], title.removeprefix(number).strip()
    found = _NUMBER.fullmatch(title)
    return (found["number"][:LONGEST_NUMBER], found["title"]) if found else ("", title)


async def _wish(fields: dict[str, str], number: str, language: str) -> ChapterWish:
    name = fields.get("initiator", "")
    body = next((one for one in await all_bodies() if name in one.name.values()), None)
    kind = fields.get("art", "") or "Kapitel"
    return ChapterWish(
        code=fields.get("kürzel", "")[:LONGEST_NUMBER],
        number=number,
        kind=Said({language: kind[:LONGEST_KIND]}),
        initiator=body.id if name and body else None,
        initiator_name=name[:LONGEST_INITIATOR],
        decided_on=_date(fields.get("beschlossen_am", "")),
    )


def _date(code: str) -> PartialDate | None:
    try:
        return PartialDate.load(code) if code else None
    except ValueError:
        return None
