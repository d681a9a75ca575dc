"""
Style sheets as they are sent: without comments and needless white space.

What stands in quotes, in an address or behind a backslash stays letter for letter. A
comment between two words stays as `/**/`, since it parts them and a space would mean
something else. A sheet in which a quote or a comment does not end is sent as it is.
"""

import re
from typing import Final

_PIECE: Final = re.compile(
    r"""
    (?P<kept> "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
      | (?<![\w-])url\( (?!\s*["']) (?:\\.|[^\\)])* \)
      | \\[0-9a-f]{1,6}\s? | \\. )
    | (?P<gap> (?: \s | /\*.*?\*/ )+ )
    | (?P<last> ;(?=(?: [\s;] | /\*.*?\*/ )*\}) )
    | (?P<endless> ["'] | /\* )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_NOTHING_AFTER: Final = frozenset({"", "{", "}", ";", ",", ":"})
_NOTHING_BEFORE: Final = frozenset({"", "{", "}", ";", ","})


def trimmed(css: str) -> str:
    """
    Leave out what no browser needs.

    >>> trimmed('a  b { color: red; /* why */ content: "  ;  "; }')
    'a b{color:red;content:"  ;  "}'
    """
    if any(match["endless"] for match in _PIECE.finditer(css)):
        return css
    return _PIECE.sub(_sent, css)


def _sent(match: re.Match[str]) -> str:
    if match["gap"]:
        return _parting(match)
    return match["kept"] or ""


def _parting(match: re.Match[str]) -> str:
    """Give what must stay between the words to the left and to the right."""
    left = match.string[max(0, match.start() - 2) : match.start()]
    before = "\\" if left[:-1] == "\\" else left[-1:]
    after = match.string[match.end() : match.end() + 1]
    if before == ":" and after in {";", "}"}:
        return " "  # an empty value
    if before in _NOTHING_AFTER or after in _NOTHING_BEFORE:
        return ""
    return " " if _COMMENT.sub("", match["gap"]) else "/**/"
