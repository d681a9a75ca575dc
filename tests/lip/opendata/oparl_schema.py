"""The schema of OParl 1.1, which lies beside this tree."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

SHARED = Path(__file__).parents[4] / "shared/data"


@cache
def _validators() -> Mapping[str, Draft202012Validator]:
    path = SHARED / "oparl/oparl-1.1.jsonschema.json"
    schemas = json.loads(path.read_text("utf-8"))
    parts = [(one["$id"], Resource.from_contents(one)) for one in schemas.values()]
    registry = Registry().with_resources(parts)
    return {
        name: Draft202012Validator(
            one,
            registry=registry,
            format_checker=Draft202012Validator.FORMAT_CHECKER,
        )
        for name, one in schemas.items()
    }


def shared(path: str) -> Path:
    """Find what lies beside this tree, or skip the test."""
    if not (SHARED / path).exists():
        pytest.skip(f"../shared/data/{path} is not here")
    return SHARED / path


def violations(one: Mapping[str, Any]) -> list[str]:
    """Say what the schema does not allow; deleted ones have no fields to check."""
    shared("oparl/oparl-1.1.jsonschema.json")
    validator = _validators()[str(one["type"]).rpartition("/")[2]]
    return [f"{one['id']}: {error.message}" for error in validator.iter_errors(one)]
