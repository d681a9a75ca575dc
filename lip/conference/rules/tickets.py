"""A ticket as a person holds it: on paper, on a phone, in a message."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """
    What a ticket says; `when` and `where` are worded already.

    `code` is the ticket code without hyphens, `url` what the QR code holds,
    `language` the tag of the language in which the person is addressed.
    """

    conference: str
    when: str
    where: str
    name: str
    code: str
    url: str
    number: int
    organiser: str
    language: str = "de"
