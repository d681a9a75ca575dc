"""Count what was published of rounds: one alone, and all of one election together."""

from collections.abc import Sequence

from elections.files.bundle import Bundle, contest_of, terms_of
from elections.rules.counting.methods import count
from elections.rules.record import Kind
from elections.rules.rounds import Round, Whole, whole_of
from elections.rules.stages import RoundKind
from elections.rules.tally import Tally


def tally_of(bundle: Bundle) -> Tally:
    """Count one round, with its last lot if there is one."""
    lots = bundle.all(Kind.LOT)
    lot = tuple(lots[-1]["order"]) if lots else ()
    method = str(bundle.the(Kind.ELECTION)["method"])
    return count(method, contest_of(bundle), terms_of(bundle, lot=lot))


def round_of(bundle: Bundle, tally: Tally) -> Round:
    """Say what kind of round was counted, and who stood in the round before."""
    about = bundle.the(Kind.ELECTION)
    return Round(
        kind=RoundKind(about.get("round", RoundKind.ONLY)),
        tally=tally,
        advance=int(about.get("advance", 0)),
        marks=marks_before(bundle),
    )


def marks_before(bundle: Bundle) -> dict[str, str]:
    """Lead from the marks of a round to those of the round before it."""
    return {
        str(one["id"]): str(one["earlier"])
        for one in bundle.the(Kind.CANDIDATES)["candidates"]
        if "earlier" in one
    }


def whole(bundles: Sequence[Bundle]) -> Whole:
    """Count all rounds of one election, and say who is elected."""
    return whole_of([round_of(one, tally_of(one)) for one in bundles])
