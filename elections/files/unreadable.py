"""Why a file cannot be read."""


class Unreadable(ValueError):
    """Tell what is wrong with a file; `line` says where, 0 for the whole."""

    def __init__(self, code: str, line: int = 0, what: str = "") -> None:
        super().__init__(f"{code}, line {line}: {what}")
        self.code = code
        self.line = line
        self.what = what
