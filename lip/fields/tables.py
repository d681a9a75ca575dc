"""Rows of fields of action."""

from piccolo.columns import UUID, Boolean, Integer, Text, Timestamptz
from piccolo.table import Table


class FieldOfAction(Table, help_text="Handlungsfeld: one part of a city's plan."):
    """
    Said: name, goal (the overarching one), words (what belongs to it).

    A closed field stays where it stands but is not offered any more.
    """

    id = UUID(primary_key=True)
    position = Integer()
    name = Text(default="")
    goal = Text(default="")
    words = Text(default="")
    closed = Boolean(default=False)
    changed_at = Timestamptz(default=None, null=False)
