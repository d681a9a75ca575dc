"""A whole plan as one PDF/UA-1 document, with the lines of the screen."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from babel.dates import format_date
from markdown_it import MarkdownIt

from lip.conference.documents.compiling import compile_pdf
from lip.measures.rules.kinds import StatusKind
from lip.measures.words import STATUS
from lip.plan.documents.chapter import chapter_values, language_of_files, said
from lip.plan.rules.tongues import SIMPLE, direction_of
from lip.publishing.rules.books import Book
from lip.said import Said
from lip.words import _, current_language, speaking

TEMPLATES: Final = Path(__file__).parent / "typst"

Values = dict[str, Any]
Progress = Callable[[int, int], None]

_MARKDOWN: Final = MarkdownIt("js-default").disable("image")


def book_pdf(book: Book, *, progress: Progress = lambda _done, _all: None) -> bytes:
    """Set a whole plan; `progress` gets how many of how many parts are ready."""
    with speaking(language_of_files(book.language)):
        values = _values(book, progress)
        return compile_pdf("book", values, folder=TEMPLATES)


def when_words(book: Book) -> str:
    """Say of which version a plan is; it stands on the cover and at every foot."""
    day = format_date(book.published_at, "medium", locale=current_language())
    return _("Fassung %(number)s vom %(day)s", number=book.version, day=day)


def _values(book: Book, progress: Progress) -> Values:
    own, when = book.plan.language, when_words(book)
    title = book.plan.title.pick(book.language, own).text
    whole = len(book.chapters) + 1
    chapters = []
    for place, shown in enumerate(book.chapters, start=1):
        with speaking(language_of_files(shown.language)):
            chapters.append(_apart(chapter_values(shown, when), place))
        progress(place, whole)
    return {
        "lang": book.language.removesuffix(SIMPLE),
        "rtl": direction_of(book.language) == "rtl",
        "title": said(title)["text"],
        "head": said(title),
        "subtitle": said(book.plan.subtitle.pick(book.language, own).text),
        "when": said(when),
        "contents": said(_("Inhalt")),
        "foot": said(f"{title} · {when}"),
        "page": _("Seite {page} von {pages}"),
        "chapters": chapters,
        "measures-head": said(_("Vorhaben")),
        "measures": [_sheet(json.loads(one), book) for one in book.measures],
    }


def _apart(values: Values, place: int) -> Values:
    """Let notes of one chapter be others than those of the next."""
    for node in _nodes(values["nodes"]):
        if node["kind"] == "note":
            node["id"] = f"{place}-{node['number']}"
        for run in _runs(node):
            if "note" in run:
                run["note"] = f"{place}-{run['note']}"
    return values


def _runs(node: Values) -> Iterator[Values]:
    for line in node.get("lines", ()):
        yield from line["runs"]
    for cell in node.get("cells", ()):
        yield from cell


def _nodes(nodes: Sequence[Values]) -> Iterator[Values]:
    for node in nodes:
        yield node
        yield from _nodes(node.get("inner", ()))


def _sheet(sheet: Mapping[str, Any], book: Book) -> Values:
    """Tell of a measure what was decided: what, for when, with whom, at what cost."""

    def picked(said_in: Any) -> str:
        return Said(said_in or {}).pick(book.language, book.plan.language).text

    def lines(name: str, *columns: str) -> list[Values]:
        told = [
            " · ".join(filter(None, (picked(one.get(column)) for column in columns)))
            for one in sheet.get(name) or ()
        ]
        return [said(one) for one in told if one]

    lists = (
        (_("Ziele"), lines("goals", "text")),
        (_("Zeitplanung"), lines("milestones", "text", "deadline")),
        (_("Absehbare Kosten"), lines("costs", "sentence")),
        (_("Partner"), lines("partners", "name")),
    )
    kind = sheet.get("status_kind")
    status = picked(sheet.get("status")) or (
        _(STATUS[StatusKind(kind)]) if kind else ""
    )
    return {
        "title": said(picked(sheet.get("title"))),
        "status": said(status),
        "texts": [said(one) for one in _paragraphs(picked(sheet.get("summary")))],
        "lists": [
            {"head": said(head), "items": items} for head, items in lists if items
        ],
    }


def _paragraphs(markdown: str) -> Sequence[str]:
    """Give the words of Markdown, a text for each block."""
    inline = [token for token in _MARKDOWN.parse(markdown) if token.type == "inline"]
    texts = [
        "".join(
            " " if child.type.endswith("break") else child.content
            for child in token.children or ()
        )
        for token in inline
    ]
    return [text for text in texts if text.strip()]
