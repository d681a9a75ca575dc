"""
Check what was published of a round, as anybody can: chain, credentials, count, lot.

Each check says whether it holds and with what figures; words are put to it elsewhere.
A later check is left out where an earlier one leaves nothing to be checked.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from elections.files.bundle import (
    Bundle,
    board_of,
    contents_of,
    contest_of,
    keys_of,
    listed_of,
    terms_of,
)
from elections.files.result import as_plain
from elections.files.unreadable import Unreadable
from elections.rules import ed25519
from elections.rules.canonical import canonical
from elections.rules.cast import Credential
from elections.rules.counting.methods import METHODS, count
from elections.rules.lots import lot_order
from elections.rules.record import Board, Kind, broken_at, is_in_order, root_of
from elections.rules.uncountable import Uncountable


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at."""

    code: str
    holds: bool
    facts: Mapping[str, Any] = field(default_factory=dict)


def check(bundle: Bundle) -> Sequence[Checked]:
    """Check everything that can be checked; the first failure ends it."""
    found: list[Checked] = []
    try:
        for checked in _checks(bundle):
            found.append(checked)
            if not checked.holds:
                break
    except (Unreadable, Uncountable, KeyError, TypeError, ValueError) as error:
        found.append(Checked("unreadable", False, {"what": str(error)}))
    return found


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
    lots = bundle.all(Kind.LOT)
    lot = tuple(lots[-1]["order"]) if lots else ()
    method = str(bundle.the(Kind.ELECTION)["method"])
    if method not in METHODS:
        return Checked("count", False, {"method": method, "winners": ()})
    tally = count(method, contest_of(bundle), terms_of(bundle, lot=lot))
    published = bundle.the(Kind.RESULT)
    same = canonical(as_plain(tally)) == canonical(dict(published))  # type: ignore[arg-type]
    names = {
        str(one["id"]): str(one["name"])
        for one in bundle.the(Kind.CANDIDATES)["candidates"]
    }
    winners = tuple(names.get(winner, winner) for winner in tally.winners)
    return Checked("count", same, {"method": method, "winners": winners})
