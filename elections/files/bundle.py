"""
The public bundle of a round: the record and the signature under it, as one JSON file.

{"format": "lip-election-1", "record": [{"kind", "content", "previous"}, …],
 "signed": {"key": hex, "signature": hex}, "earlier": [bundle, …]}

`earlier` has the bundles of the rounds before, the first one first; where there was one
round alone it is not there. The Ed25519 signature is over the digest (64 hexadecimal
digits) of the last entry.
What an entry's content holds is said where it is read: `contest_of`, `casts_of`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from elections.files.unreadable import Unreadable
from elections.rules.ballots import Ballot, Contest, Kind, Marks, PartyList
from elections.rules.blind_signatures import PublicKey
from elections.rules.cast import Cast, Credential, Listed
from elections.rules.record import Board, Entry
from elections.rules.record import Kind as Part
from elections.rules.terms import Completion, Quota, Quotas, Terms

FORMAT = "lip-election-1"
LARGEST = 200 * 1024 * 1024

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What was published of one round."""

    entries: tuple[Entry, ...]
    signer: bytes
    signature: bytes
    earlier: tuple["Bundle", ...] = ()

    @property
    def rounds(self) -> tuple["Bundle", ...]:
        """Give all rounds, the first one first."""
        return (*self.earlier, replace(self, earlier=()))

    def the(self, part: Part) -> Content:
        """Return the content of the one entry of this kind."""
        return next(entry.content for entry in self.entries if entry.kind is part)

    def all(self, part: Part) -> Sequence[Content]:
        """Return the contents of all entries of this kind."""
        return [entry.content for entry in self.entries if entry.kind is part]


def written(bundle: Bundle) -> bytes:
    """Write a bundle for people and programs."""
    return json.dumps(_plain(bundle), ensure_ascii=False, indent=1).encode()


def _plain(bundle: Bundle) -> dict[str, Any]:
    record = [
        {"kind": one.kind.value, "content": one.content, "previous": one.previous}
        for one in bundle.entries
    ]
    signed = {"key": bundle.signer.hex(), "signature": bundle.signature.hex()}
    whole = {"format": FORMAT, "record": record, "signed": signed}
    if bundle.earlier:
        whole["earlier"] = [_plain(one) for one in bundle.earlier]
    return whole


def read_bundle(content: bytes) -> Bundle:
    """Read a bundle; raises Unreadable where it is not one."""
    if len(content) > LARGEST:
        raise Unreadable("too_large")
    try:
        whole = json.loads(content, object_pairs_hook=_without_doubles)
        earlier = tuple(_bundle(one) for one in whole.get("earlier", ()))
        return _bundle(whole, earlier)
    except Unreadable:
        raise
    except (
        AttributeError,
        KeyError,
        TypeError,
        ValueError,
        RecursionError,
    ) as error:
        raise Unreadable("bundle", what=str(error)) from None


def _bundle(whole: Content, earlier: tuple[Bundle, ...] = ()) -> Bundle:
    _check_format(whole)
    entries = tuple(
        Entry(
            kind=Part(one["kind"]),
            content=dict(one["content"]),
            previous=str(one["previous"]),
        )
        for one in whole["record"]
    )
    signer, signature = (_bytes(whole["signed"][k]) for k in ("key", "signature"))
    return Bundle(entries=entries, signer=signer, signature=signature, earlier=earlier)


def _check_format(whole: Content) -> None:
    if whole["format"] != FORMAT:
        raise Unreadable("other_format", what=str(whole["format"]))


def keys_of(bundle: Bundle) -> Mapping[str, PublicKey]:
    """Read `{"credentials": [{"group", "modulus" (hex), "exponent"}]}`."""
    return {
        str(key["group"]): PublicKey(int(key["modulus"], 16), int(key["exponent"]))
        for key in bundle.the(Part.KEYS)["credentials"]
    }


def casts_of(bundle: Bundle) -> Sequence[Cast]:
    """
    Read `{"ballots": [{"serial", "prefix", "signature", "group", "marks", "nonce"}]}`.

    Marks are pairs of a candidate's id and a number; all bytes are hexadecimal.
    """
    return [_cast(one) for one in bundle.the(Part.BALLOTS)["ballots"]]


def board_of(bundle: Bundle) -> Board:
    """Say how ballots were published; where nothing is said, whole."""
    return Board(bundle.the(Part.ELECTION).get("board", Board.FULL))


def listed_of(bundle: Bundle) -> Sequence[Listed]:
    """
    Read every ballot's credential and digest, in the published order.

    With digests only: `{"credentials": [{"serial", …, "group", "digest"}], "contents":
    [{"marks", "times", "group"}]}`.
    """
    if board_of(bundle) is Board.FULL:
        return [
            Listed(credential=c.credential, digest=c.digest) for c in casts_of(bundle)
        ]
    return [
        Listed(credential=_credential(one), digest=_bytes(one["digest"]).hex())
        for one in bundle.the(Part.BALLOTS)["credentials"]
    ]


def contents_of(bundle: Bundle) -> Sequence[Ballot]:
    """Read what was marked on the ballots that were cast."""
    if board_of(bundle) is Board.FULL:
        return [Ballot(c.marks, 1, c.credential.group) for c in casts_of(bundle)]
    return _papers(bundle.the(Part.BALLOTS)["contents"])


def contest_of(bundle: Bundle) -> Contest:
    """Read all papers, those cast and those on paper, for the candidates who stand."""
    candidates = bundle.the(Part.CANDIDATES)["candidates"]
    paper = _papers(bundle.the(Part.PAPERS)["papers"])
    election = bundle.the(Part.ELECTION)
    return Contest(
        kind=Kind(election["kind"]),
        candidates=tuple(str(one["id"]) for one in candidates),
        ballots=(*contents_of(bundle), *paper),
        withdrawn=frozenset(str(o["id"]) for o in candidates if o.get("withdrawn")),
        votes_each=election.get("votes_each"),
        lists=tuple(
            PartyList(
                name=str(one["id"]),
                members=tuple(map(str, one["members"])),
                single=bool(one.get("single")),
            )
            for one in bundle.the(Part.CANDIDATES).get("lists", ())
        ),
    )


def terms_of(bundle: Bundle, *, lot: tuple[str, ...] = ()) -> Terms:
    """
    Read how the round is counted: seats, votes, limits, quotas.

    Where the best go on to another round, as many are counted in; quotas wait for it.
    """
    election = bundle.the(Part.ELECTION)
    advance = int(election.get("advance", 0))
    attributes = {
        str(one["id"]): {str(k): str(v) for k, v in one.get("attributes", {}).items()}
        for one in bundle.the(Part.CANDIDATES)["candidates"]
    }
    quotas = tuple(
        Quota(
            attribute=str(one["attribute"]),
            value=str(one["value"]),
            at_least=int(one.get("min", 0)),
            at_most=one.get("max"),
        )
        for one in (() if advance else election.get("quotas", ()))
    )
    completion = election.get("completion")
    return Terms(
        seats=advance or int(election["seats"]),
        quotas=Quotas(rules=quotas, attributes=attributes),
        lot=lot,
        votes_each=election.get("votes_each"),
        votes_per_candidate=election.get("votes_per_candidate"),
        own_limit=election.get("own_limit"),
        completion=Completion(completion) if completion else None,
        highest_score=election.get("highest_score"),
    )


def _cast(one: Content) -> Cast:
    return Cast(
        credential=_credential(one),
        marks=_marks(one["marks"]),
        nonce=_bytes(one["nonce"]),
    )


def _credential(one: Content) -> Credential:
    return Credential(
        serial=_bytes(one["serial"]),
        prefix=_bytes(one["prefix"]),
        signature=_bytes(one["signature"]),
        group=str(one["group"]),
    )


def _papers(found: Sequence[Content]) -> list[Ballot]:
    papers = []
    for one in found:
        times = one["times"]
        if type(times) is not int or times < 1:
            raise Unreadable("bundle", what=repr(times))
        papers.append(Ballot(_marks(one["marks"]), times, str(one.get("group", ""))))
    return papers


def _marks(found: Sequence[Any]) -> Marks:
    pairs = []
    for name, number in found:
        if not isinstance(name, str) or type(number) is not int:
            raise Unreadable("bundle", what=repr([name, number]))
        pairs.append((name, number))
    return tuple(pairs)


def _bytes(text: str) -> bytes:
    found = bytes.fromhex(text)
    if found.hex() != text:
        raise Unreadable("bundle", what=text)
    return found


def _without_doubles(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable("bundle", what="a key stands twice")
    return found
