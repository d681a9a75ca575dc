"""Encryption, signing in, and addresses beyond ASCII, with a real server."""

import ipaddress
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from lip.database import StoreEngine
from lip.mail.actions.send_due import send_due
from lip.mail.rules.letters import Fate, Trouble
from lip.settings import Encryption
from tests.letters import fates, office_at, outbox, queued
from tests.mail_server import post_office

pytestmark = pytest.mark.anyio

HOST = "127.0.0.2"  # this machine, and yet not one of its usual names


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for the host, signed by itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = (
        x509
        .CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([
                x509.IPAddress(ipaddress.ip_address(HOST)),
            ]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture
def tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The operator's system trusts this certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return


async def test_it_encrypts_by_starttls_and_signs_in(
    committed_db: StoreEngine, tls: ssl.SSLContext, trusted: None
):
    await queued()

    with post_office(host=HOST, tls=tls, logins={"lip": "geheim/@"}) as post:
        await send_due(
            office_at(
                post.port,
                host=HOST,
                encryption=Encryption.STARTTLS,
                user="lip",
                password="geheim/@",
            )
        )

    assert await fates() == [Fate.SENT]
    assert post.seen_logins == ["lip"]


async def test_it_speaks_tls_from_the_first_byte(
    committed_db: StoreEngine, tls: ssl.SSLContext, trusted: None
):
    await queued()

    with post_office(host=HOST, tls=tls, implicit_tls=True) as post:
        await send_due(office_at(post.port, host=HOST, encryption=Encryption.TLS))

    assert await fates() == [Fate.SENT]


async def test_without_encryption_nothing_leaves(committed_db: StoreEngine):
    await queued()

    with post_office(host=HOST) as post:
        await send_due(office_at(post.port, host=HOST, encryption=Encryption.STARTTLS))

    (row,) = await outbox()
    assert (row["fate"], row["trouble"]) == (Fate.WAITING, Trouble.NOT_ENCRYPTED)
    assert post.received == []


async def test_a_certificate_nobody_vouches_for_is_no_encryption(
    committed_db: StoreEngine, tls: ssl.SSLContext
):
    await queued()

    with post_office(host=HOST, tls=tls, logins={"lip": "geheim"}) as post:
        await send_due(
            office_at(
                post.port,
                host=HOST,
                encryption=Encryption.STARTTLS,
                user="lip",
                password="geheim",
            )
        )

    (row,) = await outbox()
    assert (row["fate"], row["trouble"]) == (Fate.WAITING, Trouble.NOT_ENCRYPTED)
    assert post.seen_logins == []


async def test_a_wrong_password_costs_no_letter_a_try(
    committed_db: StoreEngine, caplog: pytest.LogCaptureFixture
):
    await queued(4)

    with post_office(logins={"lip": "geheim"}) as post:
        await send_due(office_at(post.port, user="lip", password="falsch"))

    rows = await outbox()
    assert {row["fate"] for row in rows} == {Fate.WAITING}
    assert {row["trouble"] for row in rows} == {Trouble.LOGIN_REFUSED}
    assert {row["tries"] for row in rows} == {0}
    assert "falsch" not in caplog.text


@pytest.mark.parametrize(
    "address, smtputf8, arrives_at",
    [
        ("amal@bücher.example", True, "amal@xn--bcher-kva.example"),
        ("amal@bücher.example", False, "amal@xn--bcher-kva.example"),
        ("amal@straße.example", False, "amal@xn--strae-oqa.example"),
        ("jürgen@bücher.example", True, "jürgen@bücher.example"),
        ("أمل@مثال.example", True, "أمل@مثال.example"),
        ("o'brien+lip@example.org", False, "o'brien+lip@example.org"),
    ],
)
async def test_an_address_beyond_ascii_arrives(
    committed_db: StoreEngine, address: str, smtputf8: bool, arrives_at: str
):
    await queued(to_address=address, to_name="أمل, Jürgen", subject="Grüße – أهلاً")

    with post_office(smtputf8=smtputf8) as post:
        await send_due(office_at(post.port))

    (letter,) = post.received
    assert letter.to == arrives_at
    assert letter.message["Subject"] == "Grüße – أهلاً"
    assert await fates() == [Fate.SENT]


async def test_a_name_beyond_ascii_fails_where_the_server_cannot_take_it(
    committed_db: StoreEngine,
):
    await queued(to_address="jürgen@example.org")
    await queued(to_address="amal@example.org")

    with post_office(smtputf8=False) as post:
        await send_due(office_at(post.port))

    bad, good = await outbox()
    assert (bad["fate"], bad["trouble"]) == (Fate.FAILED, Trouble.ADDRESS_BEYOND_ASCII)
    assert good["fate"] == Fate.SENT
    assert len(post.received) == 1


async def test_an_address_written_wrongly_is_never_tried(committed_db: StoreEngine):
    await queued(to_address="amal@example")

    with post_office() as post:
        await send_due(office_at(post.port))

    (row,) = await outbox()
    assert (row["fate"], row["trouble"]) == (Fate.FAILED, Trouble.ADDRESS_UNUSABLE)
    assert post.received == []
