"""The checker of what OParl demands in words, on examples that break each rule."""

from typing import Any

import pytest

from tests.lip.opendata.oparl_rules import faults_of, faults_of_list

ROOT = "https://lip.example.org/oparl/v1.1"
TIMES = {
    "created": "2026-01-01T12:00:00+01:00",
    "modified": "2026-01-02T12:00:00+01:00",
}
FILE: dict[str, Any] = {
    "id": f"{ROOT}/files/1",
    "type": "https://schema.oparl.org/1.1/File",
    "fileName": "a.pdf",
    "accessUrl": f"{ROOT}/files/1/access",
    "downloadUrl": f"{ROOT}/files/1/download",
    **TIMES,
}
PAPER: dict[str, Any] = {
    "id": f"{ROOT}/papers/1",
    "type": "https://schema.oparl.org/1.1/Paper",
    "name": "Müller & Söhne",
    "date": "2026-01-01",
    "auxiliaryFile": [FILE],
    **TIMES,
}
PAGE: dict[str, Any] = {
    "data": [PAPER],
    "pagination": {"elementsPerPage": 1, "currentPage": 1, "totalPages": 2},
    "links": {
        "first": f"{ROOT}/papers?limit=1",
        "self": f"{ROOT}/papers?limit=1",
        "next": f"{ROOT}/papers?limit=1&page=2",
    },
}
GONE = {
    "id": f"{ROOT}/papers/2",
    "type": "https://schema.oparl.org/1.1/Paper",
    "deleted": True,
    **TIMES,
}


def test_what_follows_the_rules_has_no_faults():
    assert faults_of(PAPER) == []
    assert faults_of(GONE) == []
    assert faults_of_list(PAGE) == []


@pytest.mark.parametrize(
    "change, said",
    [
        ({"created": ""}, "no created"),
        ({"modified": "2026-01-02T12:00:00Z"}, "no time"),
        ({"modified": "2026-01-02T12:00:00.5+01:00"}, "no time"),
        ({"modified": "2026-13-02T12:00:00+01:00"}, "no time"),
        ({"modified": "2025-01-01T12:00:00+01:00"}, "before it was created"),
        ({"date": "1.1.2026"}, "no date"),
        ({"date": "2026-02-30"}, "no date"),
        ({"reference": None}, "is empty"),
        ({"reference": ""}, "is empty"),
        ({"relatedPaper": []}, "is empty"),
        ({"name": "Müller &amp; Söhne"}, "escaped"),
        ({"type": "https://schema.oparl.org/1.1/Vorlage"}, "is none"),
        ({"deleted": True}, "name remains"),
        ({"auxiliaryFile": [{**FILE, "created": None}]}, "no created"),
        ({"auxiliaryFile": [{**FILE, "deleted": True}]}, "stands inside"),
        ({"mainFile": {**FILE, "sha1Checksum": "a"}}, "sha1"),
        ({"mainFile": {**FILE, "sha512Checksum": "a"}}, "sha512Checksum is none"),
        ({"mainFile": {**FILE, "fileName": None}}, "without fileName"),
    ],
)
def test_each_broken_rule_is_named(change: dict[str, Any], said: str):
    faults = faults_of({**PAPER, **change})

    assert any(said in fault for fault in faults), faults


def test_what_stands_alone_points_back():
    one = {**GONE, "type": "https://schema.oparl.org/1.1/Consultation"}
    del one["deleted"]

    assert any("points back" in fault for fault in faults_of(one))


@pytest.mark.parametrize(
    "change, said",
    [
        ({"data": [GONE]}, "nobody asked"),
        ({"data": []}, "0 objects on a page of 1"),
        ({"links": {}}, "no next"),
        (
            {"links": {**PAGE["links"], "next": "/papers?limit=1&page=2"}},
            "full address",
        ),
        ({"links": {**PAGE["links"], "next": f"{ROOT}/papers?page=2"}}, "get lost"),
        (
            {"links": {**PAGE["links"], "next": f"{ROOT}/papers?page=2&limit=1"}},
            "another order",
        ),
        ({"pagination": {**PAGE["pagination"], "currentPage": 2}}, "it is the last"),
    ],
)
def test_each_broken_rule_of_lists_is_named(change: dict[str, Any], said: str):
    faults = faults_of_list({**PAGE, **change})

    assert any(said in fault for fault in faults), faults


def test_deleted_ones_are_listed_for_who_follows_changes():
    page = {**PAGE, "data": [GONE]}

    assert faults_of_list(page, deleted_wanted=True) == []


def test_a_page_without_its_parts_is_none():
    assert faults_of_list({"data": []}) == ["no pagination", "no links"]
