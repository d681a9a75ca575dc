"""Blind signatures: the published vectors, and keys of another library."""

import json
import secrets
from functools import cache

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from hypothesis import given, settings
from hypothesis import strategies as st

from elections.rules.blind_signatures import (
    NotSignable,
    PrivateKey,
    PublicKey,
    blind,
    blind_sign,
    finalize,
    is_signed,
)
from tests.elections.contests import SHARED

VECTORS = SHARED / "rfc9474/test_vectors_rfc9474.json"
NAMES = [
    f"RSABSSA-SHA384-{ending}"
    for ending in (
        "PSS-Randomized",
        "PSSZERO-Randomized",
        "PSS-Deterministic",
        "PSSZERO-Deterministic",
    )
]


@cache
def made() -> rsa.RSAPrivateKey:
    """Make one key with the other library."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def own() -> PrivateKey:
    """Take over its numbers."""
    numbers = made().private_numbers()
    public = PublicKey(numbers.public_numbers.n, numbers.public_numbers.e)
    return PrivateKey(public, numbers.p, numbers.q)


@pytest.mark.skipif(not VECTORS.exists(), reason="the published vectors are not here")
@pytest.mark.parametrize("name", NAMES)
def test_the_published_vectors_hold_on_both_sides(name):
    [vector] = [v for v in json.loads(VECTORS.read_text()) if v["name"] == name]
    public = PublicKey(int(vector["n"], 16), int(vector["e"], 16))
    key = PrivateKey(public, int(vector["p"], 16), int(vector["q"], 16))
    message = bytes.fromhex(vector["input_msg"])
    salt = bytes.fromhex(vector["salt"])
    inverse = int(vector["inv"], 16)
    factor = pow(inverse, -1, public.modulus)

    blinded = blind(public, message, salt=salt, factor=factor)
    signed = blind_sign(key, blinded.message, mask=12345678901234567891)
    signature = finalize(public, message, signed, inverse, salt_length=len(salt))

    assert key.exponent % (key.first_prime - 1) == int(vector["d"], 16) % (
        key.first_prime - 1
    )
    assert blinded.inverse == inverse
    assert blinded.message == bytes.fromhex(vector["blinded_msg"])
    assert signed == bytes.fromhex(vector["blind_sig"])
    assert signature == bytes.fromhex(vector["sig"])


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=200), st.binary(min_size=48, max_size=48))
def test_another_library_takes_our_signature(message, salt):
    key = own()
    factor = 2 + secrets.randbelow(key.public.modulus - 2)
    mask = 2 + secrets.randbelow(key.public.modulus - 2)

    blinded = blind(key.public, message, salt=salt, factor=factor)
    signed = blind_sign(key, blinded.message, mask=mask)
    signature = finalize(key.public, message, signed, blinded.inverse)

    pss = padding.PSS(padding.MGF1(hashes.SHA384()), salt_length=48)
    made().public_key().verify(signature, message, pss, hashes.SHA384())


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 255), st.integers(1, 255))
def test_we_judge_as_another_library_does(message, place, change):
    pss = padding.PSS(padding.MGF1(hashes.SHA384()), salt_length=48)
    good = made().sign(message, pss, hashes.SHA384())
    bad = bytearray(good)
    bad[place] ^= change

    assert is_signed(own().public, message, good)
    assert not is_signed(own().public, message, bytes(bad))
    assert not is_signed(own().public, message + b"!", good)
    with pytest.raises(InvalidSignature):
        made().public_key().verify(bytes(bad), message, pss, hashes.SHA384())


def test_the_same_blinded_message_gets_the_same_answer_whatever_the_mask():
    key = own()
    blinded = blind(key.public, b"ballot", salt=bytes(48), factor=7)

    answers = {
        blind_sign(key, blinded.message, mask=mask) for mask in (3, 5, 2**99 + 1)
    }

    assert len(answers) == 1


def test_two_factors_hide_one_message_differently_and_reveal_nothing_of_it():
    key = own()

    first = blind(key.public, b"Ada", salt=bytes(48), factor=11)
    other = 1 + secrets.randbelow(key.public.modulus - 1)
    number = int.from_bytes(blind(key.public, b"Bo", salt=bytes(48), factor=1).message)
    wanted = int.from_bytes(first.message)
    ratio = wanted * pow(number, -1, key.public.modulus) % key.public.modulus

    assert blind(key.public, b"Ada", salt=bytes(48), factor=other) != first
    # some factor turns the other message into the very same blinded one
    signed = int.from_bytes(blind_sign(key, ratio.to_bytes(256, "big"), mask=3))
    again = blind(key.public, b"Bo", salt=bytes(48), factor=signed)
    assert again.message == first.message


BAD = {
    "too short": b"\x01" * 255,
    "too long": b"\x00" + b"\x01" * 256,
    "not below the modulus": b"\xff" * 256,
}


@pytest.mark.parametrize("blinded", BAD.values(), ids=BAD)
def test_what_does_not_fit_the_key_is_not_signed(blinded):
    with pytest.raises(NotSignable):
        blind_sign(own(), blinded, mask=3)


def test_a_faulty_answer_is_found_out_before_it_is_used():
    key = own()
    blinded = blind(key.public, b"ballot", salt=bytes(48), factor=7)
    signed = bytearray(blind_sign(key, blinded.message, mask=3))
    signed[200] ^= 1

    with pytest.raises(NotSignable):
        finalize(key.public, b"ballot", bytes(signed), blinded.inverse)


def test_a_key_does_not_print_what_is_secret():
    key = own()

    shown = repr(key) + repr(blind(key.public, b"x", salt=bytes(48), factor=9))

    assert str(key.first_prime) not in shown
    assert str(key.second_prime) not in shown
    assert str(pow(9, -1, key.public.modulus)) not in shown
