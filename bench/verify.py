"""
How long anybody's check of a round takes: `uv run python -m bench.verify [BALLOTS]`.

Asked are 10,000 ballots in 60 s. The bundle is made with one key of 2048 bits; making
it is not measured.
"""

import resource
import sys
import time

from elections.checking import check
from elections.files.bundle import read_bundle, written
from tests.elections.rounds import NAMES, bundle_of

MOST_SECONDS = 60.0


def main(ballots: int) -> None:
    """Make a bundle, check it, print the figures."""
    names = list(NAMES)
    votes = [(names[at % 5], names[at % 4 - 1]) for at in range(ballots)]
    votes = [(one, other) if one != other else (one,) for one, other in votes]
    content = written(bundle_of(*votes))
    began, used = time.perf_counter(), time.process_time()
    found = check(read_bundle(content))
    took, used = time.perf_counter() - began, time.process_time() - used
    assert all(checked.holds for checked in found), found
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(
        f"{ballots} ballots, {len(content) / 1e6:.1f} MB: checked in {took:.1f} s"
        f" ({used:.1f} s CPU, {memory} MB), asked {MOST_SECONDS:.0f} s\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
