"""
ABIF, the ballot format of electowiki: one line for each kind of paper.

`27:A>B=C` ranks, `27:A/5,B/3` gives scores, `=A:[Ada Lovelace]` names a short form,
`{"title": "…"}` describes, `#` starts a comment. Names with other signs than letters,
digits, `_` and `-` stand in brackets.
"""

import json
import re

from elections.files.unreadable import Unreadable
from elections.rules.ballots import Ballot, Contest, Kind

PART = re.compile(
    r"\s*(?:\[(?P<long>[^\]]*)\]|(?P<short>[^\s\[\]>=,/]+))"
    r"(?:\s*/\s*(?P<score>-?\d+))?\s*(?P<sign>[>=,]|$)"
)


def read_abif(text: str, kind: Kind | None = None) -> Contest:
    """Read ranked or scored papers; `kind` says which, where a file has both."""
    full: dict[str, str] = {}
    facts: dict[str, object] = {}
    papers: list[tuple[list[tuple[str, int, int | None]], int]] = []
    for number, line in enumerate(text.splitlines(), 1):
        content = line.partition("#")[0].strip()
        if content.startswith("{"):
            facts |= _facts(content, number)
        elif content.startswith("="):
            short, _, name = content[1:].partition(":")
            full[short.strip().strip("[]")] = name.strip().strip("[]")
        elif content:
            papers.append(_paper(content, number))
    scored = all(score is not None for marks, _ in papers for _, _, score in marks)
    chosen = kind or (Kind.POINTS if scored and papers else Kind.RANKED)
    names = dict.fromkeys(full.values())
    ballots = []
    for marks, times in papers:
        names |= dict.fromkeys(full.get(name, name) for name, _, _ in marks)
        ballots.append(
            Ballot(
                tuple(
                    (
                        full.get(name, name),
                        (score or 0) if chosen is Kind.POINTS else rank,
                    )
                    for name, rank, score in marks
                ),
                times,
            )
        )
    seats = facts.get("seats")
    return Contest(
        kind=chosen,
        candidates=tuple(names),
        ballots=tuple(ballots),
        title=str(facts.get("title", "")),
        seats=seats if isinstance(seats, int) else None,
    )


def write_abif(contest: Contest) -> str:
    """Write ranked or scored papers."""
    facts: dict[str, object] = {"title": contest.title}
    if contest.seats is not None:
        facts["seats"] = contest.seats
    lines = [
        json.dumps({key: value}, ensure_ascii=False) for key, value in facts.items()
    ]
    short = {name: f"c{at}" for at, name in enumerate(contest.candidates, 1)}
    for name, key in short.items():
        if set(name) & set("[]#\n"):
            raise Unreadable("abif_name", what=name)
        lines.append(f"={key}:[{name}]")
    lines.extend(
        f"{ballot.times}:{_marks(ballot, contest.kind, short)}"
        for ballot in contest.ballots
    )
    return "\n".join(lines) + "\n"


def _facts(content: str, number: int) -> dict[str, object]:
    try:
        facts = json.loads(content)
    except ValueError:
        found = re.fullmatch(r"\{\s*\"?(\w+)\"?\s*:\s*(.*?)\s*\}", content)
        if not found:
            raise Unreadable("abif_facts", number, content) from None
        return {found[1]: found[2].strip("\"'")}
    return dict(facts)


def _paper(content: str, number: int) -> tuple[list[tuple[str, int, int | None]], int]:
    times, colon, rest = content.partition(":")
    if not colon or not times.strip().isdigit():
        raise Unreadable("abif_paper", number, content)
    marks: list[tuple[str, int, int | None]] = []
    rank, at, rest = 1, 0, rest.strip()
    while at < len(rest):
        part = PART.match(rest, at)
        if not part:
            raise Unreadable("abif_paper", number, content)
        name = part["long"] if part["long"] is not None else part["short"]
        score = int(part["score"]) if part["score"] else None
        marks.append((name, rank, score))
        rank += part["sign"] == ">"
        at = part.end()
    return marks, int(times)


def _marks(ballot: Ballot, kind: Kind, short: dict[str, str]) -> str:
    if kind is not Kind.RANKED:
        return ",".join(f"{short[name]}/{number}" for name, number in ballot.marks)
    ordered = sorted(ballot.marks, key=lambda mark: mark[1])
    if [rank for _, rank in ordered] and _has_gap([rank for _, rank in ordered]):
        raise Unreadable("abif_gap")
    text, before = "", 1
    for name, rank in ordered:
        sign = "" if not text else (">" if rank > before else "=")
        text += sign + short[name]
        before = rank
    return text


def _has_gap(ranks: list[int]) -> bool:
    return sorted(set(ranks)) != list(range(1, max(ranks) + 1))
