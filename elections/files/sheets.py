"""
CSV with a paper in each row, or with totals; comma, semicolon or tab.

Four forms, told apart by the head row; docs/counting.md shows one of each:

* names: columns `stimme1`, `stimme2` … (or `vote1`, `vote_1`), a name in each cell;
* points: a column for each candidate, a number or a cross in each cell; `Ada@Blue` is
  Ada on the list Blue, `@Blue` the list itself;
* totals: columns `candidate` and `votes`;
* lists: columns `list`, `candidate`, `votes`, also without a head row.

`count` says how many papers are alike, `association` of whom they are. Columns that
name a voter, a time or a serial number are not read: a count has no use for them.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from elections.files.unreadable import Unreadable
from elections.rules.ballots import Ballot, Contest, Kind, Marks, PartyList

NAMES = re.compile(r"(?:stimme|vote|wahl|choice)[ _-]?\d+", re.IGNORECASE)
SKIPPED = frozenset({
    *("stimmzettel", "ballot", "ballot_id", "id", "nr", "tracking"),
    *("voterid", "voter_id", "votetime", "vote_time", "time", "zeit"),
    *("pollid", "poll_id"),
})
COUNTS = frozenset({"count", "anzahl"})
GROUPS = frozenset({"association", "verein"})
CANDIDATE = frozenset({"candidate", "kandidat", "name"})
LIST = frozenset({"list", "liste"})
VOTES = frozenset({"votes", "stimmen"})
CROSSES = frozenset({"x", "✓", "✗", "ja"})
Rows = list[list[str]]


def read_sheet(text: str, candidates: Sequence[str] = ()) -> Contest:
    """Read papers or totals; `candidates` names who stands, else the file does."""
    rows = _rows(text)
    head = [cell.lower() for cell in rows[0]]
    if LIST & set(head) and VOTES & set(head):
        return _lists(rows[1:], head)
    if len(head) == 3 and all(len(row) == 3 and row[2].isdigit() for row in rows):
        return _lists(rows, ["list", "candidate", "votes"])
    if CANDIDATE & set(head) and VOTES & set(head):
        return _totals(rows[1:], head)
    if any(NAMES.fullmatch(cell) for cell in head):
        return _names(rows, head, candidates)
    return _points(rows, head)


def _rows(text: str) -> Rows:
    first = text.lstrip("\ufeff").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter)
    rows = [[cell.strip() for cell in row] for row in reader if row]
    if not rows:
        raise Unreadable("empty_file")
    return rows


def _column(head: Sequence[str], names: frozenset[str]) -> int | None:
    return next((at for at, cell in enumerate(head) if cell in names), None)


def _number(cell: str, line: int) -> int:
    if cell.lower() in CROSSES:
        return 1
    try:
        return int(cell)
    except ValueError:
        raise Unreadable("no_number", line, cell) from None


def _times(row: Sequence[str], at: int | None, line: int) -> int:
    times = 1 if at is None else _number(row[at], line)
    if times < 0:
        raise Unreadable("no_number", line, row[at or 0])
    return times


def _same_length(row: Sequence[str], head: Sequence[str], line: int) -> None:
    if len(row) != len(head):
        raise Unreadable("row_length", line)


def _names(rows: Rows, head: list[str], candidates: Sequence[str]) -> Contest:
    places = [at for at, cell in enumerate(head) if NAMES.fullmatch(cell)]
    counts, groups = _column(head, COUNTS), _column(head, GROUPS)
    ballots = []
    for line, row in enumerate(rows[1:], 2):
        _same_length(row, head, line)
        marks = tuple((row[at], 1) for at in places if row[at])
        group = "" if groups is None else row[groups]
        ballots.append(Ballot(marks, _times(row, counts, line), group))
    named = {name for ballot in ballots for name, _ in ballot.marks}
    return Contest(
        kind=Kind.MARKED,
        candidates=tuple(candidates) or tuple(sorted(named)),
        ballots=tuple(ballots),
        votes_each=len(places),
    )


def _points(rows: Rows, head: list[str]) -> Contest:
    other = SKIPPED | COUNTS | GROUPS
    columns = {at: rows[0][at] for at, cell in enumerate(head) if cell not in other}
    columns = {at: name for at, name in columns.items() if name}
    counts, groups = _column(head, COUNTS), _column(head, GROUPS)
    plain = {at: name.partition("@") for at, name in columns.items()}
    names = {at: person or party for at, (person, _, party) in plain.items()}
    if len(set(names.values())) < len(names):
        raise Unreadable("same_name_twice")
    ballots = []
    for line, row in enumerate(rows[1:], 2):
        _same_length(row, head, line)
        marks = tuple(
            (name, _number(row[at], line)) for at, name in names.items() if row[at]
        )
        group = "" if groups is None else row[groups]
        ballots.append(Ballot(marks, _times(row, counts, line), group))
    parties = dict.fromkeys(party for _, sign, party in plain.values() if sign)
    return Contest(
        kind=Kind.POINTS,
        candidates=tuple(person for person, _, _ in plain.values() if person),
        ballots=tuple(ballots),
        lists=tuple(
            PartyList(
                name=party,
                members=tuple(
                    person for person, _, of in plain.values() if person and of == party
                ),
            )
            for party in parties
        ),
    )


def _totals(rows: Rows, head: list[str]) -> Contest:
    who, votes = _column(head, CANDIDATE), _column(head, VOTES)
    assert who is not None
    assert votes is not None
    totals: dict[str, int] = {}
    for line, row in enumerate(rows, 2):
        _same_length(row, head, line)
        if row[who] in totals:
            raise Unreadable("same_name_twice", line, row[who])
        totals[row[who]] = _number(row[votes], line)
    return _of_totals(totals, {})


def _lists(rows: Rows, head: list[str]) -> Contest:
    which, who, votes = (_column(head, names) for names in (LIST, CANDIDATE, VOTES))
    assert which is not None
    assert votes is not None
    totals: dict[str, int] = {}
    members: dict[str, list[str]] = {}
    people = Counter("" if who is None else row[who] for row in rows)
    for line, row in enumerate(rows, 1):
        _same_length(row, head, line)
        name = "" if who is None else row[who]
        if name and people[name] > 1:  # two people of one name on two lists
            name = f"{name} ({row[which]})"
        if name:
            members.setdefault(row[which], []).append(name)
        else:
            members.setdefault(row[which], [])
        if (name or row[which]) in totals:
            raise Unreadable("same_name_twice", line, name or row[which])
        totals[name or row[which]] = _number(row[votes], line)
    return _of_totals(totals, members)


def _of_totals(
    totals: Mapping[str, int], members: Mapping[str, Sequence[str]]
) -> Contest:
    people = [name for name in totals if name not in members]
    if not any(members.values()):  # lists without people: the seats are numbered
        people, members = list(totals), {}
    return Contest(
        kind=Kind.MARKED,
        candidates=tuple(people),
        ballots=tuple(
            Ballot(((name, 1),), votes) for name, votes in totals.items() if votes
        ),
        lists=tuple(
            PartyList(name=name, members=tuple(names))
            for name, names in members.items()
        ),
    )


def write_sheet(contest: Contest) -> str:
    """Write papers: names in columns where they are marks, else points."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    grouped = any(ballot.group for ballot in contest.ballots)
    tail = ["count", *(["association"] if grouped else [])]
    if contest.kind is Kind.RANKED:
        raise Unreadable("csv_ranked")
    if contest.kind is Kind.MARKED and not contest.lists:
        width = contest.votes_each or max(
            (len(ballot.marks) for ballot in contest.ballots), default=1
        )
        writer.writerow([*(f"vote{at}" for at in range(1, width + 1)), *tail])
        for ballot in contest.ballots:
            names = [name for name, times in ballot.marks for _ in range(times)]
            row = [*names, *[""] * (width - len(names)), str(ballot.times)]
            writer.writerow([*row, *([ballot.group] if grouped else [])])
        return out.getvalue()
    columns = _columns(contest)
    writer.writerow([*columns.values(), *tail])
    for ballot in contest.ballots:
        row = [_cell(ballot.marks, name) for name in columns]
        row.append(str(ballot.times))
        writer.writerow([*row, *([ballot.group] if grouped else [])])
    return out.getvalue()


def _columns(contest: Contest) -> dict[str, str]:
    list_of = {name: party.name for party in contest.lists for name in party.members}
    lists = {party.name: f"@{party.name}" for party in contest.lists}
    people = {
        name: f"{name}@{list_of[name]}" if name in list_of else name
        for name in contest.candidates
    }
    return lists | people


def _cell(marks: Marks, name: str) -> str:
    return next((str(number) for marked, number in marks if marked == name), "")
