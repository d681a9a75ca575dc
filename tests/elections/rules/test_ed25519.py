"""Ed25519: the vectors of RFC 8032 and another library."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from elections.rules.ed25519 import is_signed

RFC_8032 = {  # section 7.1: public key, message, signature
    "test 1": (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb882159"
            "0a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    "test 2": (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43"
            "e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
}


@pytest.mark.parametrize("key, message, signature", RFC_8032.values(), ids=RFC_8032)
def test_the_vectors_of_the_standard_hold(key, message, signature):
    found = is_signed(*map(bytes.fromhex, (key, message, signature)))

    assert found


@settings(max_examples=20, deadline=None)
@given(
    st.binary(min_size=32, max_size=32),
    st.binary(max_size=100),
    st.integers(0, 511),
)
def test_signatures_of_another_library_are_taken_and_changed_ones_are_not(
    seed, message, bit
):
    secret = Ed25519PrivateKey.from_private_bytes(seed)
    key, good = secret.public_key().public_bytes_raw(), secret.sign(message)
    bad = bytearray(good)
    bad[bit // 8] ^= 1 << bit % 8

    assert is_signed(key, message, good)
    assert not is_signed(key, message, bytes(bad))
    assert not is_signed(key, message + b".", good)


NO_KEYS = {
    "short": bytes(31),
    "off the curve": bytes([2]) + bytes(31),
    "above the prime": b"\xff" * 32,
}


@pytest.mark.parametrize("key", NO_KEYS.values(), ids=NO_KEYS)
def test_what_is_no_key_signs_nothing(key):
    assert not is_signed(key, b"", bytes(64))
