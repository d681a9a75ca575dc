"""Why a count cannot be made at all."""


class Uncountable(ValueError):
    """These ballots cannot be counted under these terms; `code` says why."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, *(f"{name}={fact}" for name, fact in facts.items()))
        self.code = code
        self.facts = facts
