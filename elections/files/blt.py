"""
BLT, the ballot file of Hill, Wichmann and Woodall, as OpenSTV and OpaVote write it.

First line: candidates and seats; then withdrawn ones as negative numbers; then a line
for each kind of paper (number of papers, candidates by rank, 0), `=` between equal
ranks, `-` for a rank left out; a 0; the names and the title in quotes; `#` comments.
"""

from collections.abc import Iterator, Sequence

from elections.files.unreadable import Unreadable
from elections.rules.ballots import Ballot, Contest, Kind, Marks

Lines = Iterator[tuple[int, str]]


def read_blt(text: str) -> Contest:
    """Read ranked papers."""
    lines = _lines(text)
    number, start = next(lines, (0, ""))
    try:
        candidates, seats = (int(word) for word in start.split())
    except ValueError:
        raise Unreadable("blt_first_line", number, start) from None
    papers, withdrawn = _papers(lines, candidates)
    names = [_name(line) for _, line in lines]
    if len(names) not in {candidates, candidates + 1}:
        raise Unreadable("blt_names", what=f"{len(names)}/{candidates}")
    title = names.pop() if len(names) > candidates else ""
    if len(set(names)) < candidates:
        raise Unreadable("same_name_twice")
    return Contest(
        kind=Kind.RANKED,
        candidates=tuple(names),
        ballots=tuple(_named(papers, names)),
        title=title,
        seats=seats,
        withdrawn=frozenset(names[one - 1] for one in withdrawn),
    )


def write_blt(contest: Contest) -> str:
    """Write ranked papers."""
    place = {name: str(at) for at, name in enumerate(contest.candidates, 1)}
    lines = [f"{len(contest.candidates)} {contest.seats or 1}"]
    gone = [name for name in contest.candidates if name in contest.withdrawn]
    if gone:
        lines.append(" ".join(f"-{place[name]}" for name in gone))
    for ballot in contest.ballots:
        ranks = _ranks(ballot.marks, place)
        lines.append(" ".join([str(ballot.times), *ranks, "0"]))
    quoted = [_quoted(name) for name in (*contest.candidates, contest.title)]
    return "\n".join([*lines, "0", *quoted]) + "\n"


def _lines(text: str) -> Lines:
    for number, line in enumerate(text.splitlines(), 1):
        content = line.strip()
        if "#" in content and not content.startswith('"'):
            content = content.partition("#")[0].rstrip()
        if content:
            yield number, content


def _papers(
    lines: Lines, candidates: int
) -> tuple[list[tuple[list[tuple[int, int]], int]], list[int]]:
    pairs = {
        str(one): [(one, rank) for rank in range(candidates + 2)]
        for one in range(1, candidates + 1)
    }
    papers: list[tuple[list[tuple[int, int]], int]] = []
    withdrawn: list[int] = []
    for number, line in lines:
        words = line.split()
        if words == ["0"]:
            return papers, withdrawn
        try:
            if words[0].startswith("-"):
                withdrawn += [-int(word) for word in words if word != "0"]
                continue
            times = int(words[0])
            marks = _marks(words, pairs)
        except (ValueError, KeyError, IndexError):
            raise Unreadable("blt_paper", number, line) from None
        if words[-1] != "0" or times < 0:
            raise Unreadable("blt_paper", number, line)
        papers.append((marks, times))
    raise Unreadable("blt_no_end")


def _marks(
    words: Sequence[str], pairs: dict[str, list[tuple[int, int]]]
) -> list[tuple[int, int]]:
    try:  # the usual paper: one name for each rank
        return [pairs[word][rank] for rank, word in enumerate(words[1:-1], 1)]
    except (KeyError, IndexError):
        return [
            (pairs[one][0][0], rank)
            for rank, word in enumerate(words[1:-1], 1)
            if word != "-"
            for one in word.split("=")
        ]


def _named(
    papers: list[tuple[list[tuple[int, int]], int]], names: Sequence[str]
) -> Iterator[Ballot]:
    """Put names for numbers; equal pairs are one object, which saves much memory."""
    known: dict[tuple[int, int], tuple[str, int]] = {}
    for marks, _ in papers:
        for mark in marks:
            if mark not in known:
                known[mark] = (names[mark[0] - 1], mark[1])
    for marks, times in papers:
        yield Ballot(tuple([known[mark] for mark in marks]), times)


def _ranks(marks: Marks, place: dict[str, str]) -> list[str]:
    by_rank: dict[int, list[str]] = {}
    for name, rank in marks:
        by_rank.setdefault(rank, []).append(place[name])
    last = max(by_rank, default=0)
    return ["=".join(by_rank.get(rank, ["-"])) for rank in range(1, last + 1)]


def _name(line: str) -> str:
    content = line.strip()
    if len(content) > 1 and content[0] == content[-1] == '"':
        content = content[1:-1]
    return content.replace('\\"', '"')


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '\\"') + '"'
