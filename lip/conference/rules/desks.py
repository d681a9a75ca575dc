"""The names of desks at the door."""

import re

MOST_DESKS = 20


def desk_labels(first: str, count: int) -> tuple[str, ...]:
    """
    Name several desks after the first one, counting on.

    >>> desk_labels("Tisch 2", 3)
    ('Tisch 2', 'Tisch 3', 'Tisch 4')
    >>> desk_labels("Eingang", 2)
    ('Eingang 1', 'Eingang 2')
    >>> desk_labels("Eingang", 1)
    ('Eingang',)
    """
    label = first.strip()
    if count == 1 or not label:
        return (label,)
    found = re.fullmatch(r"(.*?)\s*(\d{1,4})", label)
    name, start = (found[1], int(found[2])) if found else (label, 1)
    return tuple(f"{name} {number}".strip() for number in range(start, start + count))
