"""
Find the encoding of a text file and decode it.

Excel writes UTF-8 with a mark, UTF-16 with a mark, or the Windows code page of the
country, which here is cp1252. A damaged UTF-8 file is refused with its line instead
of being read as cp1252, which would turn every umlaut into two signs.
"""

import codecs

from lip.errors import Unusable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "", ""),
    (codecs.BOM_UTF32_BE, "", ""),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_LOOKED_AT = 4096


def decode(content: bytes, *, encoding: str = "") -> tuple[str, str]:
    """Decode text and name its encoding; raise Unusable where that is impossible."""
    codec, name = (encoding, encoding) if encoding else _detected(content)
    if not codec:
        raise Unusable("bad_encoding", line=1)
    try:
        return content.decode(codec).removeprefix("\ufeff"), name
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Unusable("bad_encoding", line=line) from error
    except LookupError as error:
        raise Unusable("unknown_encoding", encoding=encoding) from error


def _detected(content: bytes) -> tuple[str, str]:
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return codec, name
    if codec := _unmarked_utf16(content[:_LOOKED_AT]):
        return codec, "UTF-16"
    return ("utf-8", "UTF-8") if _is_utf8(content) else ("cp1252", "Windows-1252")


def _unmarked_utf16(start: bytes) -> str:
    """Tell UTF-16 by the zeros beside each separator, blank and Latin letter."""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if max(even, odd) * 8 < len(start) or min(even, odd) * 10 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_utf8(content: bytes) -> bool:
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if not broken:
        return True
    whole = sum(letter > "\x7f" for letter in text) - broken
    return whole > broken
