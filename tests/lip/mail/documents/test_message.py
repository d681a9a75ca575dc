"""Whatever people are called and whatever they write, a message stays one message."""

import email
import email.policy
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from lip.mail.documents.headers import one_line
from lip.mail.documents.message import Outgoing, Sender, draft_of, message_of
from lip.mail.rules.letters import Enclosure

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ONE = UUID("9b2e6f2e-7f6e-4a57-9d3f-3f0c2b7b3a11")
HEADERS = [
    *("Auto-Submitted", "Content-Language", "Content-Type", "Date", "From"),
    *("MIME-Version", "Message-ID", "Subject", "To"),
]

wild = st.text(max_size=120) | st.text(
    alphabet="aZ,;:\"'<>@\r\n\t\x00\x0b\x85\u2028\u202e\u200fبةЖß😀🌀 \\()=?_.",
    max_size=150,
)


def outgoing(**changes: object) -> Outgoing:
    said = {
        "id": ONE,
        "to_address": "amal@example.org",
        "language": "ar",
        "subject": "Ihr Ticket",
        "text": "Guten Tag\n",
    }
    return Outgoing(**(said | changes))  # type: ignore[arg-type]


def sent(letter: Outgoing, sender_name: str = "", **said: bool) -> bytes:
    sender = Sender(address="post@example.org", name=sender_name)
    return message_of(letter, sender, at=AT, **said)


def said_in(header: str) -> str:
    whole = header.replace("\r\n", "")
    return str(make_header(decode_header(whole))) if "=?" in whole else whole


@given(wild, wild, st.booleans())
def test_nothing_that_people_wrote_becomes_a_header(
    name: str, subject: str, beyond: bool
):
    to = "jürgen@bücher.example" if beyond else "amal@example.org"
    letter = outgoing(to_name=name, subject=subject, to_address=to, html="<p>")

    raw = sent(letter, name, beyond_ascii=beyond)

    message = email.message_from_string(raw.decode())
    shown_name, address = parseaddr(message["To"].replace("\r\n", ""))
    assert sorted(message.keys()) == HEADERS
    assert max(map(len, raw.split(b"\r\n"))) <= 100
    assert address == to
    assert said_in(shown_name) == one_line(name)
    assert said_in(message["Subject"]) == one_line(subject)
    assert beyond or raw.isascii()


@given(wild, wild)
def test_texts_and_file_names_arrive_as_they_were(text: str, filename: str):
    pdf = Enclosure(filename=filename, media_type="application/pdf", content=b"\0\r\n.")
    clean = "".join(sign for sign in text if sign.isprintable() or sign == "\n")

    raw = sent(outgoing(text=clean, html=f"<p>{clean}</p>", enclosures=(pdf,)))

    policy = email.policy.SMTP
    message = email.message_from_bytes(raw, policy=policy)
    assert isinstance(message, EmailMessage)
    plain = message.get_body(("plain",))
    [enclosed] = message.iter_attachments()
    assert plain is not None
    assert plain.get_content().replace("\r\n", "\n").rstrip("\n") == clean.rstrip("\n")
    assert enclosed.get_content() == b"\0\r\n."
    assert raw.isascii()


def test_a_message_is_named_for_good():
    first = sent(outgoing())
    again = message_of(
        outgoing(), Sender(address="post@example.org"), at=datetime.now(UTC)
    )

    named = b"Message-ID: <9b2e6f2e-7f6e-4a57-9d3f-3f0c2b7b3a11@example.org>\r\n"
    assert named in first
    assert named in again


def test_a_draft_leaves_the_sender_to_the_mail_program():
    raw = draft_of(outgoing(reply_to="buero@example.org"), at=AT)

    message = email.message_from_bytes(raw)
    assert message["From"] is None
    assert message["X-Unsent"] == "1"
    assert parseaddr(message["Reply-To"])[1] == "buero@example.org"
