"""
Ballot papers as PDF/UA-1: large, in several languages, numbered by batch only.

Every paper of a print is the same to the last dot, so that none can be told from
another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from elections.ballot_words import HINTS
from elections.queries.elections import ElectionFacts
from elections.rule_words import votes_in_words
from elections.rules.paper_forms import Form
from lip.conference.documents.colours import ACCENT, deepened
from lip.conference.documents.compiling import WHOLE, compile_pdf
from lip.conference.documents.fonts import direction, settable
from lip.conference.queries.conferences import ConferenceFacts
from lip.words import LANGUAGES, _, language_of, speaking

FOLDER = Path(__file__).parent / "typst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What stands on a paper: names, each with what stands below it."""

    form: Form
    highest: int
    rows: Sequence[tuple[str, str]]


async def ballot_papers_pdf(
    election: ElectionFacts,
    paper: Printed,
    *,
    conference: ConferenceFacts,
    copies: int,
    batch: int,
    accent: str = ACCENT,
) -> bytes:
    """Set so many equal papers of one batch."""
    own = conference.language
    others = [tag for tag in LANGUAGES if tag != own]
    with speaking(own):
        name = _("Stimmzettel: %(title)s", title=election.title.pick(own).text)
    values = {
        "lang": own,
        "rtl": language_of(own).direction == "rtl",
        "deep": deepened(accent),
        "title": settable(name),
        "copies": copies,
        "words": [_words(election, paper, tag, batch) for tag in (own, *others)],
        "boxes": paper.highest if paper.form is Form.SEVERAL else 1,
        "written": paper.form in {Form.RANKS, Form.POINTS},
        "rows": [
            {
                "name": _said(name),
                "association": _said(below),
            }
            for name, below in paper.rows
        ],
    }
    return compile_pdf("ballot_papers", values, folder=FOLDER, root=WHOLE)


def _words(
    election: ElectionFacts, paper: Printed, tag: str, batch: int
) -> dict[str, Any]:
    """Say in one language what the paper is and how it is filled in."""
    with speaking(tag):
        title = election.title.pick(tag)
        hint = HINTS[paper.form]
        sentences = [
            *votes_in_words(election),
            _(hint) if hint else "",
            _leave_empty(),
        ]
        return {
            "lang": tag,
            "rtl": language_of(tag).direction == "rtl",
            "kicker": _said(_("Stimmzettel")),
            "title": _said(title.text),
            "rule": [_said(one) for one in sentences if one],
            "batch": _said(_("Stapel %(number)s", number=batch)),
        }


def _leave_empty() -> str:
    return _("Wer nichts ankreuzt, enthält sich. Schreiben Sie sonst nichts darauf.")


def _said(text: str) -> dict[str, str]:
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}
