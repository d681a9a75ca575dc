"""The letter that tells somebody what became of her proposals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lip.mail.documents.letter import Link, Words, Written, write
from lip.registration.documents.notice import day_words
from lip.said import Said, Spoken
from lip.words import _, speaking
from proposals.rules.following import State
from proposals.rules.standing import Standing
from proposals.words import STANDINGS, STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """
    One proposal and where it stands.

    `taken_back`: its only answers are; then `reason` says why.
    """

    number: int
    title: str
    language: str
    standing: Standing
    state: State
    reason: Said
    taken_back: bool = False

    @property
    def shown(self) -> bool:
        """Tell whether everybody may read it."""
        return self.standing is Standing.SHOWN

    @property
    def word(self) -> str:
        """Say where it stands, in German to be translated."""
        return STATES[self.state] if self.shown else STANDINGS[self.standing]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The conference, where to read on, and the day the letter's address goes."""

    title: str
    address: str
    gone: date


def answer_letter(told: Sequence[Told], about: About, *, language: str) -> Written:
    """Write it in the language of the reader; her own words stay as they are."""
    with speaking(language):
        words = Words(
            head=about.title,
            subject=_("Was aus Ihren Vorschlägen wurde"),
            greeting=_("Guten Tag,"),
            paragraphs=[
                _(
                    "Sie wollten hören, was aus Ihren Vorschlägen bei „%(title)s“ "
                    "geworden ist. So weit sind sie:",
                    title=about.title,
                ),
                *_lines(told, language),
            ],
            button=Link(label=_("Alles zu meinen Vorschlägen"), address=about.address),
            foot=[
                _(
                    "Sie bekommen diese Nachricht einmal, weil Sie darum gebeten "
                    "haben. Ihre Adresse löschen wir am %(day)s.",
                    day=day_words(about.gone),
                )
            ],
        )
        return write(words, language=language)


def _lines(told: Sequence[Told], language: str) -> Sequence[str | Spoken]:
    lines: list[str | Spoken] = []
    for one in told:
        name = f"{one.number}: {one.title}"
        lines += [Spoken(text=name, lang=one.language), _(one.word)]
        if one.taken_back:
            lines.append(_("Eine Antwort dazu wurde zurückgenommen."))
        if one.reason:
            lines.append(one.reason.pick(language))
    return lines
