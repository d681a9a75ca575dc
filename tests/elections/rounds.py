"""A whole round with real keys: credentials, ballots, record, bundle."""

from collections import Counter
from functools import cache
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from elections.files.bundle import Bundle, contest_of, terms_of
from elections.files.result import as_plain
from elections.rules.blind_signatures import (
    PrivateKey,
    PublicKey,
    blind,
    blind_sign,
    finalize,
)
from elections.rules.cast import Cast, Credential, prepared
from elections.rules.counting.methods import count
from elections.rules.lots import lot_order
from elections.rules.record import Board, Entry, Kind, chained, root_of

ROUND = "hall-2026-1"
NAMES = {"k1": "Ada", "k2": "Bo", "k3": "Cem", "k4": "Dilek", "k5": "Ewa"}
DICE = "12345612345612345612"
SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@cache
def key() -> PrivateKey:
    """Make the key of the round."""
    numbers = rsa.generate_private_key(
        public_exponent=65537, key_size=2048
    ).private_numbers()
    public = PublicKey(numbers.public_numbers.n, numbers.public_numbers.e)
    return PrivateKey(public, numbers.p, numbers.q)


@cache
def credential(voter: int) -> Credential:
    """Walk one voter through blinding and signing."""
    serial, prefix = _bytes(f"serial {voter}"), _bytes(f"prefix {voter}")
    message = prepared(ROUND, serial, prefix)
    salt = (_bytes(f"salt {voter}") * 2)[:48]
    blinded = blind(key().public, message, salt=salt, factor=voter + 2)
    signed = blind_sign(key(), blinded.message, mask=voter + 3)
    signature = finalize(key().public, message, signed, blinded.inverse)
    return Credential(serial=serial, prefix=prefix, signature=signature)


def cast(voter: int, *names: str) -> Cast:
    """Vote for some of the candidates."""
    marks = tuple((name, 1) for name in names)
    return Cast(credential=credential(voter), marks=marks, nonce=_bytes(f"n {voter}"))


def bundle_of(
    *votes,
    papers=(),
    seats=2,
    entitled=None,
    dice="",
    witnesses=(),
    method="block",
    board=Board.FULL,
) -> Bundle:
    """Publish a round: who was voted for by whom; papers as (names, times)."""
    casts = [cast(voter, *names) for voter, names in enumerate(votes)]
    on_paper = sum(times for _, times in papers)
    parts = [
        (Kind.ELECTION, _election(board, seats=seats, method=method)),
        (Kind.CANDIDATES, {"candidates": [_stands(id_) for id_ in NAMES]}),
        (
            Kind.ROLL,
            {"digest": "ab" * 32, "size": entitled or len(casts) + on_paper},
        ),
        (Kind.KEYS, {"credentials": [_public()]}),
        (Kind.ANNULLED, {"serials": []}),
        (Kind.CLOSED, {"credentials": len(casts), "papers": on_paper}),
        (Kind.BALLOTS, _published(casts, board)),
        (Kind.PAPERS, {"papers": [_paper(names, times) for names, times in papers]}),
    ]
    lot = ()
    if dice:
        lot = lot_order(root_of(chained(parts)), dice, "Platz", tuple(NAMES))
        parts.append((
            Kind.LOT,
            {"question": "Platz", "digits": dice, "order": list(lot)},
        ))
    elif witnesses:
        lot = tuple(NAMES)
        parts.append((
            Kind.LOT,
            {"question": "Platz", "order": list(lot), "witnesses": list(witnesses)},
        ))
    unsigned = Bundle(entries=chained(parts), signer=b"", signature=b"")
    tally = count(method, contest_of(unsigned), terms_of(unsigned, lot=lot))
    return signed(chained([*parts, (Kind.RESULT, as_plain(tally))]))


def _election(board: Board, *, seats: int, method: str):
    return {
        "id": ROUND,
        "board": board.value,
        "title": {"de": "Vertretung"},
        "seats": seats,
        "method": method,
        "kind": "marked",
        "votes_each": 2,
    }


def signed(entries: tuple[Entry, ...]) -> Bundle:
    """Sign the last digest."""
    signature = SIGNER.sign(entries[-1].digest.encode())
    public = SIGNER.public_key().public_bytes_raw()
    return Bundle(entries=entries, signer=public, signature=signature)


def _published(casts, board):
    ordered = sorted(casts, key=lambda one: one.digest)
    if board is Board.FULL:
        whole = [{**one.credential.as_plain(), **one.content} for one in ordered]
        return {"ballots": whole}
    contents = Counter(one.marks for one in casts)
    return {
        "credentials": [
            {**one.credential.as_plain(), "digest": one.digest} for one in ordered
        ],
        "contents": [
            {"marks": [list(mark) for mark in marks], "times": times}
            for marks, times in sorted(contents.items())
        ],
    }


def _paper(names, times):
    return {"marks": [[name, 1] for name in names], "times": times}


def _stands(id_):
    return {"id": id_, "name": NAMES[id_], "attributes": {}}


def _public():
    public = key().public
    return {"group": "", "modulus": f"{public.modulus:x}", "exponent": public.exponent}


def _bytes(text: str) -> bytes:
    return sha256(text.encode()).digest()
