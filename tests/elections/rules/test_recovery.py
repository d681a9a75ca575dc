"""A recovery code: written down, read again, and what is derived from it."""

import string

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from elections.rules.cast import SIGNS
from elections.rules.recovery import derived, secret_of, spelled

secrets = st.binary(min_size=16, max_size=16)


@given(secrets)
def test_what_was_written_down_is_read_again_however_it_is_typed(secret):
    code = spelled(secret)

    assert secret_of(code) == secret
    assert secret_of(f"  {code.lower().replace('-', ' ')}. ") == secret
    assert len(code.replace("-", "")) == 28


@given(secrets, st.integers(0, 27), st.sampled_from(SIGNS))
def test_hardly_any_slip_gives_another_secret(secret, place, sign):
    code = spelled(secret).replace("-", "")
    slipped = code[:place] + sign + code[place + 1 :]

    found = secret_of(slipped)

    assert found == secret if slipped == code else found != secret


@pytest.mark.parametrize("text", ["", "2", string.ascii_letters, "0" * 28, "Ä" * 28])
def test_what_is_no_code_is_not_read(text):
    assert secret_of(text) is None


@given(secrets, st.text(max_size=20), st.sampled_from(["serial", "factor"]))
def test_another_library_derives_the_same(secret, name, what):
    wanted = HKDF(hashes.SHA256(), 264, name.encode(), what.encode()).derive(secret)

    assert derived(secret, name, what, 264) == wanted
