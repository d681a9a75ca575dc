"""The letter that tells somebody what became of her proposals."""

from collections.abc import Sequence
from dataclasses import dataclass

from lip.mail.documents.letter import Link, Words, Written, write
from lip.said import Said, Spoken
from lip.words import _, speaking
from proposals.rules.following import State
from proposals.words import STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One proposal and where it stands."""

    number: int
    title: str
    language: str
    state: State
    reason: Said


def answer_letter(
    told: Sequence[Told], *, title: str, address: str, language: str
) -> Written:
    """Write it in the language of the reader; her own words stay as they are."""
    with speaking(language):
        words = Words(
            head=title,
            subject=_("Was aus Ihren Vorschlägen wurde"),
            greeting=_("Guten Tag,"),
            paragraphs=[
                _(
                    "Sie wollten hören, was aus Ihren Vorschlägen bei „%(title)s“ "
                    "geworden ist. So weit sind sie:",
                    title=title,
                ),
                *_lines(told, language),
            ],
            button=Link(label=_("Alles zu meinen Vorschlägen"), address=address),
            foot=[
                _(
                    "Sie bekommen diese Nachricht einmal, weil Sie darum gebeten "
                    "haben. Ihre Adresse ist jetzt gelöscht."
                )
            ],
        )
        return write(words, language=language)


def _lines(told: Sequence[Told], language: str) -> Sequence[str | Spoken]:
    lines: list[str | Spoken] = []
    for one in told:
        name = f"{one.number}: {one.title}"
        lines += [Spoken(text=name, lang=one.language), _(STATES[one.state])]
        if one.reason:
            lines.append(one.reason.pick(language))
    return lines
