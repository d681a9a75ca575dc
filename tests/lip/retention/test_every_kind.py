"""No area forgets a kind: whoever goes leaves no row behind that would hold her."""

import pytest
from piccolo.columns import ForeignKey
from piccolo.columns.base import OnDelete
from piccolo.conf.apps import Finder

from lip.conference.tables import Participant
from lip.contributions import KINDS
from lip.kept import Kind

REFERENCES = [
    (table.__name__, column._meta.name, column)
    for table in Finder().get_table_classes()
    for column in table._meta.foreign_key_columns
    if column._foreign_key_meta.resolved_references is Participant
]


def test_there_are_rows_about_participants_in_many_areas():
    assert {"CheckIn", "Need", "Place", "Answer"} <= {name for name, *_ in REFERENCES}


@pytest.mark.parametrize(
    "table, name, column", REFERENCES, ids=[f"{t}.{n}" for t, n, _ in REFERENCES]
)
def test_no_row_keeps_a_participant_from_going(
    table: str, name: str, column: ForeignKey
):
    on_delete = column._foreign_key_meta.on_delete

    assert on_delete in {OnDelete.cascade, OnDelete.set_null}


def test_names_of_kinds_stand_once():
    names = [kind.name for kind in KINDS]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_every_kind_says_what_it_is_and_how_long(kind: Kind):
    assert kind.label
    assert kind.rule.endswith(".")
    assert not kind.stays or kind.stays.endswith(".")
