"""How well two divisions agree, after Hubert and Arabie 1985 and Rosenberg 2007."""

import numpy as np


def crossed(first, second) -> np.ndarray:
    """Count how often a group of the first meets a group of the second."""
    _, a = np.unique(np.asarray(first), return_inverse=True)
    _, b = np.unique(np.asarray(second), return_inverse=True)
    table = np.zeros((a.max() + 1, b.max() + 1))
    np.add.at(table, (a, b), 1)
    return table


def adjusted_rand(first, second) -> float:
    """Give the adjusted Rand index: 1 for the same division, 0 for chance."""
    table = crossed(first, second)
    pairs = (table * (table - 1)).sum()
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    of_rows = (rows * (rows - 1)).sum()
    of_columns = (columns * (columns - 1)).sum()
    total = table.sum() * (table.sum() - 1)
    chance = of_rows * of_columns / total
    most = (of_rows + of_columns) / 2
    return float((pairs - chance) / (most - chance)) if most != chance else 1.0


def v_measure(first, second) -> float:
    """Give the harmonic mean of homogeneity and completeness."""
    table = crossed(first, second) / len(first)
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    shared = table[table > 0] * np.log((table / np.outer(rows, columns))[table > 0])
    of_rows, of_columns = (
        -(rows * np.log(rows)).sum(),
        -(columns * np.log(columns)).sum(),
    )
    return float(2 * shared.sum() / (of_rows + of_columns)) if of_rows else 1.0
