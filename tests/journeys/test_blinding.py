"""Chromium blinds and unblinds as RFC 9474 says, and as the server does."""

import json

import pytest

from elections import sealing
from elections.rules.recovery import ask_again, spelled
from tests.browsers import visit
from tests.elections.contests import SHARED
from tests.elections.polls import make_hall, open_hall
from tests.servers import arrange

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VECTORS = SHARED / "rfc9474/test_vectors_rfc9474.json"
SCRIPT = """
const here = document.querySelector("script[src*=ballot]").src;
const load = (name) => import(new URL(name, here));
const byte = (two) => parseInt(two, 16);
const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], byte);
const two = (one) => one.toString(16).padStart(2, "0");
const hex = (list) => Array.from(list, two).join("");
"""
VECTOR = f"""async (vector) => {{
{SCRIPT}
const {{ blind, finalize, isSigned }} = await load("./blinding.js");
const key = {{ modulus: BigInt("0x" + vector.n), exponent: Number("0x" + vector.e) }};
const [message, salt] = [bytes(vector.input_msg), bytes(vector.salt)];
const hidden = await blind(key, message, {{ salt, drawn: bytes(vector.drawn) }});
const signed = bytes(vector.blind_sig);
const signature = await finalize(key, message, signed, hidden.inverse, salt.length);
return {{
  blinded_msg: hex(hidden.message),
  inv: hex(hidden.inverse),
  sig: hex(signature),
  other: await isSigned(key, bytes("00" + vector.input_msg), signature, salt.length),
}};
}}"""
DERIVED = f"""async ([round, modulus, secret]) => {{
{SCRIPT}
const {{ blind, prepared }} = await load("./blinding.js");
const {{ derived, secretOf, spelled }} = await load("./recovery.js");
const key = {{ modulus: BigInt("0x" + modulus), exponent: 65537 }};
const of = (what, length) => derived(bytes(secret), round, what, length);
const message = prepared(round, await of("serial", 32), await of("prefix", 32));
const chance = {{ salt: await of("salt", 48), drawn: await of("factor", 264) }};
const hidden = await blind(key, message, chance);
const code = await spelled(bytes(secret));
return [code, hex(await secretOf(code)), hex(hidden.message)];
}}"""


@pytest.fixture(scope="module")
def hall(server):
    async def make():
        return await open_hall(await make_hall(key="vektoren", voters=1))

    return arrange(server.url, make)


@pytest.mark.skipif(not VECTORS.exists(), reason="the published vectors are not here")
def test_the_published_vectors_hold_in_the_browser(server, browser, hall):
    vectors = json.loads(VECTORS.read_text())
    assert len(vectors) >= 4
    with visit(browser, server.address) as page:
        page.goto("/de/c/vektoren/elections/1/ballot")
        for published in vectors:
            vector = {
                name: value.removeprefix("0x")
                for name, value in published.items()
                if isinstance(value, str)
            }
            modulus = int(vector["n"], 16)
            factor = pow(int(vector["inv"], 16), -1, modulus)
            drawn = f"{factor - 2:0{len(vector['n'])}x}"

            found = page.evaluate(VECTOR, {**vector, "drawn": drawn})

            assert found.pop("other") is False
            assert found == {
                name: vector[name].rjust(len(vector["n"]), "0") for name in found
            }


def test_browser_and_server_derive_the_same_from_a_recovery_code(server, browser, hall):
    election = hall.election
    modulus, secret = election.public_keys[""], bytes(range(100, 116))
    asked = ask_again(election.round, sealing.public_key(modulus), secret)

    with visit(browser, server.address) as page:
        page.goto("/de/c/vektoren/elections/1/ballot")
        found = page.evaluate(DERIVED, [election.round, modulus, secret.hex()])

    assert found == [spelled(secret), secret.hex(), asked.blinded.message.hex()]
