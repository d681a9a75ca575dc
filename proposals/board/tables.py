"""Rows of the board."""

from piccolo.columns import (
    UUID,
    Boolean,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table

from lip.conference.tables import Conference
from lip.fields.tables import FieldOfAction
from proposals.board.rules.steps import Step
from proposals.board.rules.suggesting import RunState
from proposals.tables import Proposal


class Board(Table, help_text="Pinnwand: the clusters of a conference and their state."):
    """
    At most one row per conference; its lock orders all steps.

    `step` is the number of the newest step, `standing` the number of the newest that
    is not undone. Those after it can be done again until something else is done.
    `public` shows clusters to everybody.
    """

    conference = ForeignKey(
        Conference, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    next_number = Integer(default=1)
    step = Integer(default=0)
    standing = Integer(default=0)
    public = Boolean(default=False)
    changed_at = Timestamptz(default=None, null=False)


class Cluster(Table, help_text="Bündel: proposals that belong together."):
    """
    `number` is what people call it by; `position` is its column on the board.

    Said: name, summary. `words` are the machine's (JSON list) and stand in until a
    person names it. A cluster that a person has opened, named, filled, split, merged
    or assigned is `kept`: later suggestions leave it and what lies in it.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.cascade)
    number = Integer()
    position = Integer()
    name = Text(default="")
    summary = Text(default="")
    words = Text(default="")
    kept = Boolean(default=False)
    field = ForeignKey(
        FieldOfAction, null=True, default=None, on_delete=OnDelete.set_null
    )
    medoid = ForeignKey(Proposal, null=True, default=None, on_delete=OnDelete.set_null)
    changed_at = Timestamptz(default=None, null=False)

    one_cluster_per_number = Unique([conference, number])


class Placement(Table, help_text="Zuordnung: a proposal in a cluster."):
    """
    `rank` 0 is the main topic, 1 and above are further ones; `position` is the place
    in the column, with gaps between.

    `by_person` is never touched by a suggestion. `distance` is how far the text lies
    from the cluster's middle, in thousandths of cosine distance; -1: not measured.
    """

    id = UUID(primary_key=True)
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    cluster = ForeignKey(Cluster, null=False, on_delete=OnDelete.cascade, index=True)
    rank = Integer(default=0)
    position = Integer(default=0)
    by_person = Boolean(default=False)
    distance = Integer(default=-1)

    one_placement_per_rank = Unique([proposal, rank])
    one_placement_per_cluster = Unique([proposal, cluster])


class Removal(
    Table, help_text="Herausnahme: a person took a proposal out of a cluster."
):
    """
    Suggestions and offered places do not put it back; laying it there again forgets it.

    A step of the board like the rest: undoing it takes the row away.
    """

    id = UUID(primary_key=True)
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    cluster = ForeignKey(Cluster, null=False, on_delete=OnDelete.cascade, index=True)

    one_removal_per_cluster = Unique([proposal, cluster])


class MapPoint(Table, help_text="Where a proposal lies on the map of the clusters."):
    """
    Thousandths of the map's width and height, by the newest suggestion.

    It tells how near meanings are, so undoing a step leaves it as it is.
    """

    proposal = ForeignKey(
        Proposal, primary_key=True, null=False, on_delete=OnDelete.cascade
    )
    x = Integer()
    y = Integer()


class BoardStep(Table, help_text="Schritt: what somebody did on the board."):
    """`before` and `after` hold the rows that changed (JSON), so undo is exact."""

    id = UUID(primary_key=True)
    conference = ForeignKey(Conference, null=False, on_delete=OnDelete.cascade)
    number = Integer()
    step = Varchar(length=20, choices=Step)
    before = Text(default="")
    after = Text(default="")
    request = UUID(null=True, default=None)
    done_at = Timestamptz(default=None, null=False)

    one_board_step_per_number = Unique([conference, number])
    one_board_step_per_request = Unique([request])


class SuggestionRun(Table, help_text="Lauf: the machine looks for clusters."):
    """
    Worked through by a process of its own; `done` of `total` texts so far.

    `tries` counts how many processes have begun it; one that kills them is given up.
    """

    id = UUID(primary_key=True)
    conference = ForeignKey(
        Conference, null=False, on_delete=OnDelete.cascade, index=True
    )
    state = Varchar(length=20, default=RunState.WAITING, choices=RunState)
    topics = Integer(default=0)
    seed = Integer(default=0)
    done = Integer(default=0)
    total = Integer(default=0)
    tries = Integer(default=0)
    asked_at = Timestamptz(default=None, null=False)
    beat_at = Timestamptz(null=True, default=None)
    finished_at = Timestamptz(null=True, default=None)
