"""When programs are told that something changed."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from lip.opendata.rules.oparl import (
    Addresses,
    OparlType,
    Stamps,
    Thing,
    digest_of,
    document_of,
    tombstone_of,
)
from lip.opendata.rules.stamping import Told, stamps_of
from tests.lip.opendata.oparl_rules import faults_of

MADE = datetime(2026, 1, 1, 12, 0, 0, 7, tzinfo=UTC)
NOW = MADE + timedelta(days=9)
BASE = "https://lip.example.org"
ROOM = Thing(
    kind=OparlType.LOCATION,
    id=UUID(int=2),
    created=MADE,
    changed=MADE,
    fields={"description": "Saal", "room": None},
)
HALL = Thing(
    kind=OparlType.MEETING,
    id=UUID(int=1),
    created=MADE,
    changed=MADE,
    fields={"name": "Konferenz", "cancelled": False},
    parts={"location": ROOM, "agendaItem": []},
)


def told_of(thing: Thing, *, deleted: bool = False) -> Told:
    stamps = Stamps(
        created=MADE.replace(microsecond=0), modified=MADE.replace(microsecond=0)
    )
    digest = digest_of(thing, BASE)
    return Told(kind=thing.kind, digest=digest, stamps=stamps, deleted=deleted)


def modified(thing: Thing, told: Told | None, *, first_time: bool = False) -> datetime:
    digest = digest_of(thing, BASE)
    return stamps_of(thing, told, digest, first_time=first_time, now=NOW).modified


def test_what_says_the_same_keeps_its_time_whatever_its_row_says():
    touched = replace(HALL, changed=NOW)

    assert modified(touched, told_of(HALL)) == MADE.replace(microsecond=0)


def test_a_change_of_a_part_changes_the_whole():
    other = replace(HALL, parts={"location": replace(ROOM, fields={"room": "2"})})

    assert modified(other, told_of(HALL)) == NOW.replace(microsecond=0)


def test_what_appears_later_counts_as_changed_when_it_appears():
    assert modified(HALL, None) == NOW.replace(microsecond=0)
    assert modified(HALL, None, first_time=True) == MADE.replace(microsecond=0)


def test_what_is_public_again_has_changed():
    assert modified(HALL, told_of(HALL, deleted=True)) == NOW.replace(microsecond=0)


def test_a_document_has_its_times_within_and_nothing_empty():
    stamps = Stamps(created=MADE, modified=NOW)

    document = document_of(HALL, {HALL.id: stamps, ROOM.id: stamps}, Addresses(BASE))

    assert "null" not in document
    assert document.count('"modified":"2026-01-10T13:00:00+01:00"') == 2
    assert '"cancelled":false' in document


def test_of_what_is_gone_nothing_is_said_but_that():
    text = tombstone_of(
        OparlType.PERSON,
        UUID(int=3),
        Stamps(created=MADE, modified=NOW),
        Addresses(BASE),
    )

    assert faults_of(json.loads(text)) == []
    assert "name" not in text
