"""
Numbers of council papers in running text: "Drucksache 1003/2016", "DS 0286/2017".

A number needs a word before it that says what it is, so school years ("2013/2014"),
fractions and dates stay what they are; motions and questions need a "Nr." besides.
Number and year may stand the other way round ("Vorlage 2024/0027", also with a version
"2022/0851/1"), districts put theirs in front ("15-2109/2016"), papers on the budget a
mark ("H-0390/2019", "DHH/2023/5045"), and what was added later carries marks behind
("2088/2016 E1", "0823/2021 N1 E1").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_NR: Final = r"(?:[Nn]ummern?|N[Rr][Nn]?\.?|no\.?)"
_WORD: Final = (
    r"(?:(?:[A-ZÄÖÜ][a-zäöüß]+)?(?:[Dd]rucksachen?|[Vv]orlagen?)|DRUCKSACHEN?"
    rf"|Drucks\.?|Drs\.?|DS)[  /-]*(?:\r?\n)?\s?{_NR}?"
    rf"|(?:Änderungsa|Zusatza|Ergänzungsa|Dringlichkeitsa|A)(?:ntrag|nfrage)\s{_NR}"
)
_NUMBER: Final = (
    r"(?:(?:\d{2}-|H-)?\d{1,5}(?:[/-]| / )(?:19|20)\d{2}"
    r"|(?:DHH/)?(?:19|20)\d{2}/\d{3,5}(?:/\d{1,2})?)(?!\d)"
    r"(?:[  ][ENS][1-9]\d?\b){0,2}"
)
_BETWEEN: Final = r"(?:,|;|\s+und|\s+sowie|\s+bis)\s+(?:Nr\.\s*)?"
_FOUND: Final = re.compile(
    rf"(?<![\w/])(?:{_WORD})[:  ]*(?P<numbers>{_NUMBER}(?:{_BETWEEN}{_NUMBER})*)"
)
_EACH: Final = re.compile(_NUMBER)
_PARTS: Final = re.compile(
    r"(?P<before>\d{2}-|H-|DHH/)?(?P<first>\d{1,5}) ?[/-] ?(?P<second>\d{3,5})"
    r"(?P<version>/\d{1,2})?(?P<marks>(?: ?[ENS]\d{1,2}){0,2})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A number in a text, where it stands, and how the paper is called."""

    start: int
    end: int
    reference: str


def references_in(text: str) -> Iterator[Found]:
    """
    Find the numbers of papers in a text, in order.

    >>> [one.reference for one in references_in("Drucks. Nr. 1003/2016, DS/2472-2019")]
    ['1003/2016', '2472/2019']
    """
    for match in _FOUND.finditer(text):
        start = match.start("numbers")
        for one in _EACH.finditer(match["numbers"]):
            yield Found(
                start=start + one.start(),
                end=start + one.end(),
                reference=normal(one[0]),
            )


def normal(reference: str) -> str:
    """
    Write a number as papers are called; what is none stays as it is.

    >>> normal(" 2088-2016 e1 "), normal("Antrag 7")
    ('2088/2016 E1', 'Antrag 7')
    """
    clean = " ".join(reference.split())
    found = _PARTS.fullmatch(clean.upper())
    if found is None:
        return clean
    number = f"{found['before'] or ''}{found['first']}/{found['second']}"
    marks = re.findall(r"[ENS]\d+", found["marks"])
    return " ".join((number + (found["version"] or ""), *marks))


def key_of(reference: str) -> str:
    """
    Make its place in addresses of a reference.

    >>> key_of("2088/2016"), key_of("2088/2016 E1"), key_of("15-2109/2016")
    ('2088-2016', '2088-2016-e1', '15-2109-2016')
    """
    words = re.findall(r"[a-z0-9]+", normal(reference).lower())
    return "-".join(words)[:80].strip("-")
