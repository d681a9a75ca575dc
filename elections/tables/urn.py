"""Ballots and keys while the polls are open, and the record afterwards."""

from piccolo.columns import UUID, Bytea, ForeignKey, Integer, Text, Varchar
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table

from elections.rules.record import Kind
from elections.tables.elections import Election


class SealedBallot(Table, help_text="Versiegelter Stimmzettel in der Urne."):
    """Both columns look like chance to whoever has not the urn's key."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    handle = Varchar(length=64)
    content = Bytea()

    one_sealed_ballot_per_handle = Unique([election, handle])


class AnnulledCredential(Table, help_text="A credential that no ballot may carry."):
    """Its serial (hex) is published: it never voted, so it tells nothing."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    serial = Varchar(length=64)

    one_annulment_per_serial = Unique([election, serial])


class PollKeys(
    Table, help_text="The keys of open polls, sealed; gone when they close."
):
    """`sealed` holds primes and urn key under the operator's secret."""

    election = ForeignKey(
        Election, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    sealed = Bytea(secret=True)


class SigningKey(
    Table, help_text="The key that signs the result, sealed; gone when it is final."
):
    """`sealed` holds an Ed25519 key under the operator's secret."""

    election = ForeignKey(
        Election, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    sealed = Bytea(secret=True)


class RecordPart(Table, help_text="One entry of the public record, as it comes about."):
    """`content` is JSON; the digests of the chain are computed from all of them."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    place = Integer()
    kind = Varchar(length=20, choices=Kind)
    content = Text(default="{}")

    one_record_part_per_place = Unique([election, place])
