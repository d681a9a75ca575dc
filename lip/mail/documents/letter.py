"""
A letter in words: one calm page of HTML, and its twin in plain text.

Whoever sends a letter puts it into words, in the language of the person, and queues
it in the transaction of what it is about::

    with speaking(language):
        words = Words(
            head=conference.title,
            subject=_("Ihr Ticket für %(title)s", title=conference.title),
            greeting=_("Guten Tag %(name)s,", name=guest.name),
            paragraphs=(_("Sie sind angemeldet."), said.pick(language)),
            facts=((_("Ort"), place), (_("Beginn"), moment)),
            button=Link(label=_("Ticket öffnen"), address=address),
            foot=(_("Sie erhalten diese E-Mail, weil …"),),
        )
        written = write(words, language=language)
    letter = Letter(
        key=f"ticket:{participant}", language=language, subject=written.subject,
        text=written.text, html=written.html, …
    )
    await queue(letter, now=now)

Every value is text: it is escaped here, once. A `Spoken` carries its own language
and direction; names stand isolated. There is nothing to load from anywhere, so
nobody learns whether a letter was read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from lip.said import Spoken
from lip.words import language_of

TEMPLATES = Path(__file__).parents[1] / "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where a letter leads, with what stands on the button."""

    label: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """
    What a letter says.

    `head` is who or what it comes from, mostly the title of the conference. A
    paragraph keeps its line breaks. `facts` are pairs of label and value. `foot`
    says why somebody gets this letter, and how to end that.
    """

    head: str | Spoken
    subject: str
    greeting: str = ""
    paragraphs: Sequence[str | Spoken] = ()
    facts: Sequence[tuple[str, str | Spoken]] = ()
    button: Link | None = None
    closing: Sequence[str | Spoken] = ()
    foot: Sequence[str | Spoken] = ()
    links: Sequence[Link] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter ready to be queued: subject, plain text, HTML."""

    subject: str
    text: str
    html: str


def write(words: Words, *, language: str) -> Written:
    """Write both twins of a letter in the language of its reader."""
    subject = " ".join(words.subject.split())
    html = _frame().render(
        words=words, subject=subject, language=language_of(language), spoken=_spoken
    )
    return Written(subject=subject, text=_plain(words), html=html)


def _plain(words: Words) -> str:
    """Write the same without any layout, in paragraphs; the foot is a signature."""
    links = [*([words.button] if words.button else []), *words.links]
    blocks = [
        words.greeting,
        *(_spoken(each).text for each in words.paragraphs),
        "\n".join(f"{label}: {_spoken(value).text}" for label, value in words.facts),
        *(f"{link.label}:\n{link.address}" for link in links),
        *(_spoken(each).text for each in words.closing),
        "\n".join(["-- ", *(_spoken(each).text for each in (words.head, *words.foot))]),
    ]
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def _spoken(text: str | Spoken) -> Spoken:
    return text if isinstance(text, Spoken) else Spoken(text=text)


@cache
def _frame() -> Template:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["direction"] = _direction
    return environment.get_template("mail/letter.html")


def _direction(tag: str) -> str:
    return language_of(tag).direction
