"""A field is suggested where one is clearly nearest."""

import numpy as np
import pytest

from proposals.rules.field_hint import nearest_field


def rows(*values):
    return np.array(values, dtype=np.float32)


@pytest.mark.parametrize(
    "meaning,sayings,owners,field",
    [
        ((1, 0), [(0.9, 0), (0.5, 0)], [0, 1], 0),
        ((1, 0), [(0.5, 0), (0.1, 0), (0.9, 0)], [0, 0, 1], 1),
        ((1, 0), [(0.9, 0), (0.89, 0)], [0, 1], None),
        ((1, 0), [(0.1, 0), (0.0, 0)], [0, 1], None),
        ((1, 0), [(0.9, 0)], [0], 0),
        ((1, 0), np.zeros((0, 2)), [], None),
    ],
    ids=["nearest", "best saying counts", "a tie", "far", "only one", "none"],
)
def test_the_clearly_nearest(meaning, sayings, owners, field):
    found = nearest_field(rows(*meaning), rows(*sayings), owners)

    assert found == field
