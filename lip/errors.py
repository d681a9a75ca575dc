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


class Refusal(Exception):
    """A rule says no; `facts` are the values that its sentence mentions."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class NotFound(Refusal):
    """The thing is not there, or not for this person."""


class NotSignedIn(Refusal):
    """Nobody has signed in yet."""


class NotAllowed(Refusal):
    """The role of this person does not allow that."""


class TooEarly(Refusal):
    """The window has not opened yet."""


class TooLate(Refusal):
    """The window has closed, or the record is sealed."""


class Conflict(Refusal):
    """Someone else was faster, or the name is taken."""


class TooMany(Refusal):
    """Too many attempts in a short time; `seconds` says when to try again."""


class Unusable(Refusal):
    """What was handed in cannot be used."""
