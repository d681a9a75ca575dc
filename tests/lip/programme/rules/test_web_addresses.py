"""Links that organisers type in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.programme.rules.web_addresses import LONGEST, shown_host, usable_address


@pytest.mark.parametrize(
    "address",
    [
        "https://www.openstreetmap.org/?mlat=52.3#map=17/52.3/9.7",
        "http://karte.example:8080/x",
        "https://bücher.example/weg",
        "https://[2001:db8::1]/",
    ],
)
def test_a_link_to_a_site_is_usable(address: str):
    assert usable_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "openstreetmap.org",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https:///x",
        "https://karte.example/ein weg",
        "https://karte.example/\u202ex",
        "https://ada:geheim@karte.example/",
        "https://[kaputt/",
        "https://karte.example:99999/",
        "https://karte.example/" + "x" * LONGEST,
    ],
)
def test_anything_else_is_not(address: str):
    assert not usable_address(address)


@given(st.text(max_size=80))
def test_whatever_is_usable_names_its_site(text: str):
    for address in (text, f"https://{text}"):
        if usable_address(address):
            assert shown_host(address)
