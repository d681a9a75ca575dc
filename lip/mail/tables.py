"""Rows of the outbox."""

from piccolo.columns import (
    UUID,
    Bytea,
    Date,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table

from lip.mail.rules.letters import Fate, Trouble


class MailOut(Table, help_text="Postausgang: one letter to one address."):
    """
    `key` makes it one letter however often it is asked for.

    `handed_over_at` is set before the text leaves: from then on nobody knows, until
    the server answers, whether it went out.
    """

    id = UUID(primary_key=True)
    key = Varchar(length=200)
    scope = Varchar(length=60, default="", index=True)
    about = UUID(null=True, default=None)
    to_address = Varchar(length=254, default="")
    to_name = Varchar(length=200, default="")
    language = Varchar(length=35, default="")
    subject = Text(default="")
    text = Text(default="")
    html = Text(default="")
    reply_to = Varchar(length=254, default="")
    stop_at = Text(default="")
    fate = Varchar(length=20, default=Fate.WAITING, choices=Fate)
    tries = Integer(default=0)
    next_try_at = Timestamptz(null=True, default=None, index=True)
    send_until = Timestamptz(null=True, default=None)
    queued_at = Timestamptz(default=None, null=False)
    sending_since = Timestamptz(null=True, default=None)
    handed_over_at = Timestamptz(null=True, default=None)
    sent_at = Timestamptz(null=True, default=None)
    trouble = Varchar(length=40, default=Trouble.NONE, choices=Trouble)
    last_answer = Text(default="")
    message_id = Varchar(length=300, default="")
    delete_on = Date(default=None, null=False, index=True)

    one_letter_per_key = Unique([key])


class MailEnclosure(Table, help_text="Anlage: a file that goes with a letter."):
    """Deleted with its letter."""

    id = UUID(primary_key=True)
    mail = ForeignKey(MailOut, null=False, on_delete=OnDelete.cascade, index=True)
    filename = Varchar(length=200, default="")
    media_type = Varchar(length=100, default="")
    content = Bytea()
