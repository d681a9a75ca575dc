"""Who stands: candidates, and the lists that they stand on."""

from piccolo.columns import UUID, Boolean, Bytea, ForeignKey, Integer, Text, Varchar
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table

from elections.rules.stages import Standing
from elections.tables.elections import Election
from lip.conference.tables import Participant


class Slate(Table, help_text="Liste: candidates who stand together."):
    """Named on ballots `l1`, `l2` and so on."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    number = Integer()
    name = Varchar(length=200, default="")

    one_slate_per_number = Unique([election, number])


class Nomination(Table, help_text="Kandidatur: who stands in an election."):
    """
    Said: statement. `place` is drawn by lot, at the latest when the polls open; 0
    before. `list_place` is where she stands on her `slate`.

    `participant` is who stands, if she has a ticket; `consent_seal` is the keyed hash
    of the link by which somebody nominated by others consents. `attributes` (JSON,
    value by name) are self-declared and used for quotas; `declared` is a JSON list
    of codes of `rules.eligibility` that the person has confirmed. `photo` is PNG or
    JPEG without any metadata. `accepted` is empty until an elected person has said
    yes or no.
    """

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    number = Integer()
    place = Integer(default=0)
    standing = Varchar(length=20, default=Standing.ADMITTED, choices=Standing)
    reason = Text(default="")
    participant = ForeignKey(
        Participant, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    by_oneself = Boolean(default=False)
    consent_seal = Varchar(length=64, null=True, default=None, secret=True)
    name = Varchar(length=200, default="")
    association = Varchar(length=200, default="")
    statement = Text(default="")
    attributes = Text(default="{}")
    declared = Text(default="[]")
    photo = Bytea(null=True, default=None)
    photo_kind = Varchar(length=20, default="")
    slate = ForeignKey(Slate, null=True, default=None, on_delete=OnDelete.set_null)
    list_place = Integer(default=0)
    accepted = Boolean(null=True, default=None)
    request = UUID(null=True, default=None)

    one_nomination_per_number = Unique([election, number])
    one_nomination_per_request = Unique([request])
    one_nomination_per_consent = Unique([consent_seal])
