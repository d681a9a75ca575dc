"""The text of a chapter as a section of a paper has it."""

import re
from typing import Final

NOTES: Final = "Fußnoten"
_NOTE: Final = re.compile(
    r"^\[\^(?P<name>[^\]\s]+)\]:[ \t]*"
    r"(?P<text>.*(?:\n(?:[ \t]+\S.*|[ \t]*(?=\n[ \t]+\S)))*)\n?",
    re.MULTILINE,
)
_MENTION: Final = re.compile(r"\[\^([^\]\s]+)\]")
_TITLE: Final = re.compile(r"\A\s*#[ \t]+(?P<title>.*?)[ \t#]*(?:\n|\Z)")


def as_section(text: str, *, title: str) -> str:
    r"""
    Give a text without its title above it, and its footnotes at its end.

    Papers have no footnotes: their numbers stand in brackets, in the order of the text.

    >>> print(as_section("# Lernen\nMehr.[^7]\n\n[^7]: Seit 2012.", title="1. Lernen"))
    Mehr. (1)
    <BLANKLINE>
    **Fußnoten**
    <BLANKLINE>
    (1) Seit 2012.
    """
    head = _TITLE.match(text)
    if head and _bare(head["title"]) in {_bare(title), ""}:
        text = text[head.end() :]
    notes = {one["name"]: " ".join(one["text"].split()) for one in _NOTE.finditer(text)}
    body = _NOTE.sub("", text).strip()
    named = dict.fromkeys(n for n in _MENTION.findall(body) if n in notes)
    marks = {name: f"({at})" for at, name in enumerate(named, start=1)}
    if not marks:
        return body
    body = _MENTION.sub(
        lambda one: f" {marks[one[1]]}" if one[1] in marks else one[0], body
    )
    listed = [f"{mark} {notes[name]}" for name, mark in marks.items()]
    return "\n\n".join((body, f"**{NOTES}**", *listed))


def _bare(title: str) -> str:
    """Give a title without its number, to tell whether two are the same."""
    return re.sub(r"^[\d.\s]+", "", title).casefold().strip()
