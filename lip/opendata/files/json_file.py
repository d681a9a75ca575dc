"""Read JSON as people hand it in: whatever stands in it, nothing breaks."""

import json
from typing import Any


def read_json(text: str) -> Any:
    """
    Read a value, or raise ValueError: no JSON, nested too deep, or no text in it.

    What a column cannot keep is no text: half of a sign, or the sign without a name.
    """
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise ValueError("too deep") from error
    plain = json.dumps(value, ensure_ascii=False)
    plain.encode()
    if "\\u0000" in plain:
        raise ValueError("a sign without a name")
    return value
