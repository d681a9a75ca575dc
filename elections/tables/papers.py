"""Paper ballots, as they are keyed."""

from piccolo.columns import UUID, Boolean, ForeignKey, Integer, Text
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table

from elections.tables.elections import Election


class PaperBatch(Table, help_text="Stapel: paper ballots that are keyed together."):
    """`sheets` is how many papers lie in it; `settled` when two keyings agree."""

    id = UUID(primary_key=True)
    election = ForeignKey(Election, null=False, on_delete=OnDelete.cascade)
    number = Integer()
    sheets = Integer(default=0)
    settled = Boolean(default=False)

    one_batch_per_number = Unique([election, number])


class PaperKeying(Table, help_text="Eingabe: one officer's keying of a batch."):
    """
    What one officer keyed, by content and how often: no order of papers is kept.

    `counts` is a JSON list of [marks, times], sorted; `turn` is 1, 2 or 3. Rows of a
    batch go when it is settled, but for one that stands without its officer.
    """

    id = UUID(primary_key=True)
    batch = ForeignKey(PaperBatch, null=False, on_delete=OnDelete.cascade)
    turn = Integer(default=1)
    officer = UUID(null=True, default=None)
    counts = Text(default="[]")
    done = Boolean(default=False)

    one_keying_per_turn = Unique([batch, turn])
