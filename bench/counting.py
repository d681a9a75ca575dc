"""
What counting costs: `uv run python -m bench.counting`.

100,000 papers: STV with 12 candidates and 4 seats, read and counted; Equal Shares and
Phragmén with 20 candidates; every other method once. Papers are made at random.
"""

import random
import resource
from time import process_time

from elections.files.reading import read_contest, write_contest
from elections.rules.ballots import Ballot, Contest, Kind
from elections.rules.counting.methods import METHODS, count
from elections.rules.terms import Completion, Terms

PAPERS = 100_000
CHANCE = random.Random(5)
RANKED = {"stv-scottish", "stv-meek", "irv", "schulze"}
ONE_SEAT = {"irv", "schulze"}


def names(number):
    return tuple(f"K{at:02}" for at in range(1, number + 1))


def ranked():
    standing = names(12)
    weights = [1 / at for at in range(1, 13)]
    ballots = []
    for _ in range(PAPERS):
        order = sorted(
            standing, key=lambda n: CHANCE.random() ** (1 / weights[int(n[1:]) - 1])
        )
        picked = order[::-1][: CHANCE.randint(1, 12)]
        ballots.append(Ballot(tuple((n, r) for r, n in enumerate(picked, 1))))
    return Contest(
        kind=Kind.RANKED, candidates=standing, ballots=tuple(ballots), seats=4
    )


def marked(most=20):
    standing = names(20)
    return Contest(
        kind=Kind.MARKED,
        candidates=standing,
        ballots=tuple(
            Ballot(
                tuple((n, 1) for n in CHANCE.sample(standing, CHANCE.randint(1, most)))
            )
            for _ in range(PAPERS)
        ),
    )


def scored():
    standing = names(12)
    return Contest(
        kind=Kind.POINTS,
        candidates=standing,
        ballots=tuple(
            Ballot(tuple((n, CHANCE.randint(0, 5)) for n in standing))
            for _ in range(PAPERS)
        ),
    )


def timed(what, work):
    start = process_time()
    result = work()
    print(f"{what:42} {process_time() - start:6.2f} s")
    return result


def main() -> None:
    """Print CPU seconds and the most memory used."""
    papers = ranked()
    text = write_contest("bench.blt", papers).encode()
    del papers
    read = timed("read BLT", lambda: read_contest("bench.blt", text))
    for method in sorted(RANKED):
        seats = 1 if method in ONE_SEAT else 4
        timed(method, lambda m=method, s=seats: count(m, read, Terms(seats=s)))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{'memory so far':42} {used:6} MB")
    crosses, points = marked(), scored()
    for completion in Completion:
        if completion is not Completion.ADD1_COMPARISON:
            terms = Terms(seats=10, completion=completion)
            timed(
                f"equal-shares/{completion}",
                lambda t=terms: count("equal-shares", crosses, t),
            )
    timed("phragmen", lambda: count("phragmen", crosses, Terms(seats=10)))
    for method in ("score", "star"):
        timed(method, lambda m=method: count(m, points, Terms(seats=1)))
    few = marked(most=3)
    for method in sorted(set(METHODS) - RANKED - {"star", "equal-shares", "phragmen"}):
        seats = 1 if method == "sntv" else 4
        timed(method, lambda m=method, s=seats: count(m, few, Terms(seats=s)))


if __name__ == "__main__":
    main()
