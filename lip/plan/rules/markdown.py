"""
Markdown of chapters: how it is read, the same for screen, paper, lines and files.

Raw HTML stays text (the preset `js-default` escapes it) and pictures are left out,
since they would come from elsewhere. Notes at the foot are written `[^1]`.
"""

import re
from collections.abc import Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from lip.errors import Unusable
from lip.gender_stars import gender_stars

LONGEST_TEXT: Final = 500_000
"""Characters of one chapter in one language; a whole plan has 300,000."""

MOST_BRACKETS: Final = 1_000
"""In one paragraph; each could begin a link, and all that follows is read for it."""

_PARAGRAPHS: Final = re.compile(r"\n[ \t]*\n")
_MARKDOWN: Final = (
    MarkdownIt("js-default")
    .disable("image")
    .use(footnote_plugin, inline=False)
    .use(gender_stars)
)
_FRONT: Final = re.compile(r"\A---\n(?P<head>.*?)\n---(?:\n|\Z)", re.DOTALL)
_FIELD: Final = re.compile(r"(?P<name>[\w-]+):[ \t]*(?P<value>.*)")


def tokens_of(text: str) -> Sequence[Token]:
    """Read a chapter's text as markdown-it does."""
    return _MARKDOWN.parse(text)


def html_of(text: str) -> str:
    """Write a chapter's text as plain HTML, as it is given to other programs."""
    html: str = _MARKDOWN.render(text)
    return html


def cleaned(text: str) -> str:
    r"""
    Write a text as it is kept: one kind of line end, no control signs.

    >>> cleaned("a\r\nb\x00  ")
    'a\nb'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t").strip()


def check_text(text: str) -> None:
    """Refuse what no chapter is: a pasted library, or brackets without end."""
    if len(text) > LONGEST_TEXT:
        raise Unusable("chapter_text_too_long", most=LONGEST_TEXT)
    if any(part.count("[") > MOST_BRACKETS for part in _PARAGRAPHS.split(text)):
        raise Unusable("chapter_text_tangled")


def parted(file: str) -> tuple[dict[str, str], str]:
    r"""
    Part a Markdown file into the fields at its head and its text.

    >>> parted("---\nart: Kapitel\ntitel: \"5. Wohnen\"\n---\n\nText")
    ({'art': 'Kapitel', 'titel': '5. Wohnen'}, 'Text')
    """
    file = file.removeprefix("\ufeff").replace("\r\n", "\n")
    found = _FRONT.match(file)
    if not found:
        return {}, file.strip()
    fields = {
        one["name"].lower(): _unquoted(one["value"].strip())
        for row in found["head"].split("\n")
        if (one := _FIELD.fullmatch(row))
    }
    return fields, file[found.end() :].strip()


def with_head(fields: dict[str, str], text: str) -> str:
    r"""
    Write a Markdown file with fields at its head, as `parted` reads it.

    >>> with_head({"art": "Kapitel", "nummer": ""}, "Text")
    '---\nart: "Kapitel"\n---\n\nText\n'
    """
    rows = [f"{name}: {_quoted(value)}" for name, value in fields.items() if value]
    return "\n".join(["---", *rows, "---", "", text, ""])


def _quoted(value: str) -> str:
    return '"' + re.sub(r'([\\"])', r"\\\1", " ".join(value.split())) + '"'


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    return value
