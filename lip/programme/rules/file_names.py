"""Names of uploaded files, as they can be saved on every computer."""

import re
import unicodedata
from typing import Final

LONGEST: Final = 120
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def cleaned_name(name: str, *, ending: str) -> str:
    """
    Keep of a name what every computer can save, with the ending of its kind.

    >>> cleaned_name("../../Protokoll: Ergebnisse?.PDF", ending="pdf")
    'Protokoll Ergebnisse.pdf'
    >>> cleaned_name("محضر.docx", ending="docx"), cleaned_name("…/.pdf", ending="pdf")
    ('محضر.docx', 'Datei.pdf')
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    stem, dot, typed = last.rpartition(".")
    if not dot or len(typed) > 5:
        stem = last
    visible = "".join(
        sign for sign in stem if unicodedata.category(sign)[0] != "C" or sign == " "
    )
    clean = " ".join(_UNSAFE.sub(" ", visible).split()).strip(". ")
    if not clean or _RESERVED.match(clean):
        clean = "Datei"
    return f"{clean[:LONGEST].strip('. ')}.{ending}"


def plain_name(name: str) -> str:
    """
    Write a name in the letters that every browser understands (RFC 6266, D.).

    >>> plain_name("Protokoll für İzmir.pdf"), plain_name("محضر.docx")
    ('Protokoll fur Izmir.pdf', 'Datei.docx')
    """
    stem, _, ending = name.rpartition(".")
    parted = unicodedata.normalize("NFKD", stem)
    kept = "".join(sign for sign in parted if sign.isascii() and sign.isprintable())
    kept = " ".join(kept.replace('"', "").replace("\\", "").replace("%", "").split())
    return f"{kept or 'Datei'}.{ending}"
