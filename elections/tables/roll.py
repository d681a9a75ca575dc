"""Who votes: associations with their delegates, and the roll."""

from piccolo.columns import UUID, Boolean, ForeignKey, Integer, Varchar
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table

from elections.rules.stages import Channel
from elections.tables.elections import Election
from lip.conference.tables import Conference, Participant


class Association(Table, help_text="Verein: an association that sends delegates."):
    """
    On the list that the city keeps for a conference.

    `likeness` is the name without case, signs and legal form: no association stands
    there twice. `umbrella` marks those that belong to an umbrella association (or are
    one): where the rule says so they vote and do not stand. `added_by` is the ruling
    by which a missing one was added.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.cascade)
    name = Varchar(length=200, default="")
    likeness = Varchar(length=200, default="")
    register_number = Varchar(length=60, default="")
    seat = Varchar(length=120, default="")
    umbrella = Boolean(default=False)
    delegates = Integer(default=1)
    added_by = UUID(null=True, default=None)

    one_association_per_likeness = Unique([conference, likeness])


class Delegate(Table, help_text="Delegierte: who votes for an association."):
    """A person with a ticket; nobody is a delegate twice in one conference."""

    id = UUID(primary_key=True)
    association = ForeignKey(Association, null=False, on_delete=OnDelete.cascade)
    participant = ForeignKey(Participant, null=False, on_delete=OnDelete.cascade)

    one_delegate_per_participant = Unique([participant])


class RollEntry(Table, help_text="Eintrag im Wählerverzeichnis: one person, one vote."):
    """
    `blinded` is the hash of what her browser had signed; empty: no credential yet.

    It says that she has a credential, and fits every ballot equally well. `name` is
    only for those on an imported roll, who have no ticket; `association` names the
    one for which she votes. `pass_seal` is the keyed hash of a voting pass, by which
    who has no ticket or no phone votes; passes are derived from the id and
    `pass_issue` (ADR 0012).
    """

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    participant = ForeignKey(
        Participant, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    name = Varchar(length=200, default="")
    association = Varchar(length=200, default="")
    channel = Varchar(length=20, default=Channel.NONE, choices=Channel)
    blinded = Varchar(length=64, default="")
    pass_seal = Varchar(length=64, null=True, default=None, secret=True)
    pass_issue = Integer(default=0)

    one_roll_entry_per_person = Unique([election, participant])
    one_roll_entry_per_pass = Unique([pass_seal])
