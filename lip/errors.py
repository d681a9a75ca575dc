"""
Why the software says no.

* Refusal           - base: carries a `code` that `lip.web.refusals` puts into words
  + NotFound        - the thing is not there, or not for this person
  + NotSignedIn     - it is there, but first say who you are
  + NotAllowed      - it is there, but this role may not do that
  + TooEarly        - the window has not opened yet
  + TooLate         - the window has closed, or the record is sealed
  + Conflict        - someone else was faster, or the name is taken
  + TooMany         - too many attempts in a short time
  + Unusable        - what was handed in cannot be used
"""

from typing import ClassVar


class Refusal(Exception):
    """A rule says no; `facts` are the values that its sentence mentions."""

    status: ClassVar[int] = 400

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class NotFound(Refusal):
    """The thing is not there, or not for this person."""

    status = 404


class NotSignedIn(Refusal):
    """Nobody has signed in yet."""

    status = 401


class NotAllowed(Refusal):
    """The role of this person does not allow that."""

    status = 403


class TooEarly(Refusal):
    """The window has not opened yet."""

    status = 409


class TooLate(Refusal):
    """The window has closed, or the record is sealed."""

    status = 410


class Conflict(Refusal):
    """Someone else was faster, or the name is taken."""

    status = 409


class TooMany(Refusal):
    """Too many attempts in a short time; `seconds` says when to try again."""

    status = 429


class Unusable(Refusal):
    """What was handed in cannot be used."""

    status = 422
