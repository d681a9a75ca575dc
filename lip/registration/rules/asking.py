"""Which questions are asked of somebody, given what she has answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from lip.conference.rules.admission import Doors
from lip.conference.rules.stages import Stage
from lip.registration.rules.field_kinds import FieldKind
from lip.registration.rules.forms import FieldFacts, FormFacts

Values = tuple[str, ...]

_NO = frozenset({"", "0", "no"})


class Opening(StrEnum):
    """Whether people can register now, or why not."""

    OPEN = "open"
    NO_FORM = "no_form"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    CALLED_OFF = "called_off"
    OVER = "over"


def opening(
    form: FormFacts | None, stage: Stage, days: Sequence[Doors], *, now: datetime
) -> Opening:
    """Tell whether people can register; after the last day nobody can."""
    if stage is Stage.CALLED_OFF:
        return Opening.CALLED_OFF
    over = bool(days) and now > max(doors.close for doors in days)
    if over or stage in {Stage.HELD, Stage.ARCHIVED}:
        return Opening.OVER
    if form is None:
        return Opening.NO_FORM
    if form.opens_at is not None and now < form.opens_at:
        return Opening.NOT_YET
    if form.closes_at is not None and now >= form.closes_at:
        return Opening.CLOSED
    return Opening.OPEN


def says_something(values: Values) -> bool:
    """
    Tell whether an answer is more than nothing, none or no.

    >>> says_something(("0",)), says_something(("2",))
    (False, True)
    """
    return any(value not in _NO for value in values)


def asked(
    fields: Sequence[FieldFacts], answers: Mapping[str, Values]
) -> Sequence[FieldFacts]:
    """List the fields that are asked; who depends on one that is not asked, is not."""
    open_keys: set[str] = set()
    found: list[FieldFacts] = []
    for field in fields:
        if _is_asked(field, answers, open_keys):
            open_keys.add(field.key)
            found.append(field)
    return found


def _is_asked(
    field: FieldFacts, answers: Mapping[str, Values], open_keys: set[str]
) -> bool:
    condition = field.shown_if
    if condition is None:
        return True
    if condition.key not in open_keys:
        return False
    said = answers.get(condition.key, ())
    if condition.values:
        return not set(condition.values).isdisjoint(said)
    return says_something(said)


def fields_for(fields: Sequence[FieldFacts], person: int) -> Sequence[FieldFacts]:
    """Leave out for further people how to reach them: the first gets all letters."""
    contact = {FieldKind.EMAIL, FieldKind.PHONE}
    return [field for field in fields if person == 1 or field.kind not in contact]
