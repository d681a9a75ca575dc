"""
Check what was published of a round, as anybody can: chain, credentials, count, lot.

Each check says whether it holds and with what figures; words are put to it elsewhere.
A later check is left out where an earlier one leaves nothing to be checked.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from elections.checked import Checked, named
from elections.checking_rounds import follows, outcome
from elections.files.bundle import (
    Bundle,
    board_of,
    contents_of,
    keys_of,
    listed_of,
)
from elections.files.result import as_plain
from elections.files.unreadable import Unreadable
from elections.recounting import tally_of
from elections.rules import ed25519
from elections.rules.canonical import canonical
from elections.rules.cast import Credential
from elections.rules.counting.methods import METHODS
from elections.rules.lots import lot_order
from elections.rules.record import Board, Kind, broken_at, is_in_order, root_of
from elections.rules.rounds import goes_on
from elections.rules.uncountable import Uncountable


def check(bundle: Bundle) -> Sequence[Checked]:
    """Check everything that can be checked; the first failure ends it."""
    found: list[Checked] = []
    try:
        for checked in _all_rounds(bundle):
            found.append(checked)
            if not checked.holds:
                break
    except (Unreadable, Uncountable, KeyError, TypeError, ValueError) as error:
        found.append(Checked("unreadable", False, {"what": str(error)}))
    return found


def _all_rounds(bundle: Bundle) -> Iterator[Checked]:
    """Check each round, and that each follows from the one before."""
    rounds = bundle.rounds
    for number, one in enumerate(rounds, 1):
        if len(rounds) > 1:
            yield Checked("round", True, {"number": number})
        yield from _checks(one)
        before = rounds[number - 2] if number > 1 else None
        yield from follows(one, before)
    yield from outcome(rounds)


def _checks(bundle: Bundle) -> Iterator[Checked]:
    entries = bundle.entries
    broken = broken_at(entries)
    yield Checked("chain", broken is None, {"entries": len(entries), "at": broken})
    yield Checked("order", is_in_order(entries))
    yield Checked("root", True, {"root": root_of(entries)})
    signed = ed25519.is_signed(
        bundle.signer, entries[-1].digest.encode(), bundle.signature
    )
    yield Checked("signed", signed, {"key": bundle.signer.hex()})
    yield from _credentials(bundle)
    yield from _lots(bundle)
    yield _result(bundle)


def _credentials(bundle: Bundle) -> Iterator[Checked]:
    listed = listed_of(bundle)
    credentials = [one.credential for one in listed]
    yield Checked(
        "credentials", _all_signed(bundle, credentials), {"ballots": len(listed)}
    )
    serials = {one.serial.hex() for one in credentials}
    yield Checked("once", len(serials) == len(listed))
    annulled = serials & set(bundle.the(Kind.ANNULLED)["serials"])
    yield Checked("annulled", not annulled)
    digests = [one.digest for one in listed]
    yield Checked("sorted", digests == sorted(set(digests)))
    if board_of(bundle) is Board.DIGESTS:
        yield _contents(bundle, credentials)
    yield _numbers(bundle, len(listed))


def _contents(bundle: Bundle, credentials: Sequence[Credential]) -> Checked:
    """Compare both lists of a round with digests only, for each group of voters."""
    contents: Counter[str] = Counter()
    for ballot in contents_of(bundle):
        contents[ballot.group] += ballot.times
    same = contents == Counter(one.group for one in credentials)
    return Checked("contents", same, {"ballots": contents.total()})


def _numbers(bundle: Bundle, ballots: int) -> Checked:
    closed = bundle.the(Kind.CLOSED)
    papers = sum(int(one["times"]) for one in bundle.the(Kind.PAPERS)["papers"])
    given, on_paper = int(closed["credentials"]), int(closed["papers"])
    entitled = int(bundle.the(Kind.ROLL)["size"])
    enough = ballots <= given and papers <= on_paper and given + on_paper <= entitled
    facts = {"given": given, "papers": on_paper, "entitled": entitled}
    return Checked("numbers", enough, facts)


def _all_signed(bundle: Bundle, credentials: Sequence[Credential]) -> bool:
    election, keys = str(bundle.the(Kind.ELECTION)["id"]), keys_of(bundle)
    return all(
        one.group in keys and one.is_of(keys[one.group], election)
        for one in credentials
    )


def _lots(bundle: Bundle) -> Iterator[Checked]:
    """Check each lot; one that was drawn by hand has witnesses and no digits."""
    root = root_of(bundle.entries)
    for lot in bundle.all(Kind.LOT):
        order = tuple(lot["order"])
        if "digits" in lot:
            wanted = lot_order(root, lot["digits"], lot["question"], order)
            yield Checked("lot", order == wanted, {"order": order})
        else:
            facts = {"order": order, "witnesses": tuple(lot["witnesses"])}
            yield Checked("lot_by_hand", len(facts["witnesses"]) > 1, facts)


def _result(bundle: Bundle) -> Checked:
    about = bundle.the(Kind.ELECTION)
    method = str(about["method"])
    if method not in METHODS:
        return Checked("count", False, {"method": method, "winners": ()})
    tally = tally_of(bundle)
    published = bundle.the(Kind.RESULT)
    same = canonical(as_plain(tally)) == canonical(dict(published))  # type: ignore[arg-type]
    if about.get("advance"):
        onward = named(bundle, goes_on(tally))
        return Checked("count_first", same, {"method": method, "names": onward})
    winners = named(bundle, tally.winners)
    return Checked("count", same, {"method": method, "winners": winners})
