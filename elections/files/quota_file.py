"""
Quotas as JSON: the bounds, and who has which attribute.

{"quotas": [{"attribute": "gender", "value": "f", "min": 2, "max": 3}],
 "candidates": {"Ada": {"gender": "f"}, "Bo": {"gender": "m"}}}

`min` and `max` may be left out. The candidates named here are those who stand, where
the file of the papers does not name them itself.
"""

import json
from collections.abc import Mapping

from elections.files.unreadable import Unreadable
from elections.rules.terms import Quota, Quotas


def read_quotas(content: bytes) -> Quotas:
    """Read bounds and attributes."""
    try:
        found = json.loads(content)
        rules = tuple(_quota(rule) for rule in found.get("quotas", []))
        attributes = {
            str(name): {str(key): str(value) for key, value in about.items()}
            for name, about in found.get("candidates", {}).items()
        }
    except (KeyError, TypeError, AttributeError, json.JSONDecodeError) as error:
        raise Unreadable("quota_file", what=str(error)) from None
    except UnicodeDecodeError as error:
        raise Unreadable("quota_file", what=str(error)) from None
    return Quotas(rules=rules, attributes=attributes)


def _quota(rule: Mapping[str, object]) -> Quota:
    least, most = rule.get("min", 0), rule.get("max")
    if not isinstance(least, int) or not isinstance(most, int | None):
        raise Unreadable("quota_file", what=str(rule))
    return Quota(
        attribute=str(rule["attribute"]),
        value=str(rule["value"]),
        at_least=least,
        at_most=most,
    )
