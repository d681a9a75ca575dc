import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.mail.rules.addresses import cleaned, in_ascii, is_usable

LONGEST_LABEL = "a" * 63


@pytest.mark.parametrize(
    "address",
    [
        "amal@example.org",
        "o'brien+lip/2026@sub.example.org",
        "jürgen@bücher.example",
        "أمل@مثال.example",
        "用户@例子.example",
        "δοκιμή@παράδειγμα.example",
        f"{'a' * 64}@example.org",
        f"{'ü' * 32}@example.org",
        f"a@{LONGEST_LABEL}.example",
    ],
)
def test_addresses_that_some_server_takes(address: str):
    assert is_usable(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "amal",
        "@example.org",
        "amal@",
        "amal@example",
        "amal@@example.org",
        "amal@exa mple.org",
        "amal muster@example.org",
        ".amal@example.org",
        "amal.@example.org",
        "amal..muster@example.org",
        "amal@example..org",
        "amal@example.org.",
        "amal@-example.org",
        "amal@[192.0.2.1]",
        '"amal muster"@example.org',
        "amal<x>@example.org",
        "amal@example.org\r\nRCPT TO:<x@example.org>",
        "amal\x00@example.org",
        "amal\u202e@example.org",
        "amal\u2028@example.org",
        f"{'a' * 65}@example.org",
        f"{'ü' * 33}@example.org",
        f"a@a{LONGEST_LABEL}.example",
        f"{'a' * 60}@{'.'.join([LONGEST_LABEL] * 3)}.example",
        "amal@example.org, x@example.org",
    ],
)
def test_addresses_that_no_server_takes(address: str):
    assert not is_usable(address)


@pytest.mark.parametrize(
    "address, written",
    [
        ("amal@example.org", "amal@example.org"),
        ("Amal@Bücher.example", "Amal@xn--bcher-kva.example"),
        ("amal@straße.example", "amal@xn--strae-oqa.example"),
        ("jürgen@example.org", None),
    ],
)
def test_an_address_in_ascii(address: str, written: str | None):
    assert in_ascii(address) == written


def test_what_slips_in_by_copying_falls_away():
    assert cleaned("\u2068 amal@example.org\u2069\u200f ") == "amal@example.org"


def test_letters_in_two_parts_become_one():
    assert cleaned("ju\u0308rgen@example.org") == "jürgen@example.org"


@given(st.text())
def test_whatever_is_typed_is_judged(typed: str):
    address = cleaned(typed)

    usable = is_usable(address)

    if usable:
        assert address.isprintable()
        assert not set(address) & set(' \r\n\t<>,;:"()[]\\')
        assert len(address.encode()) <= 254
