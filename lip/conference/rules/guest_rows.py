"""One row of a list becomes a guest, with everything said that was noticed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lip.conference.rules import answers
from lip.conference.rules.cells import clean
from lip.conference.rules.column import Column
from lip.conference.rules.findings import Code, Finding, Level
from lip.conference.rules.guest import Guest, display_name
from lip.conference.rules.sheet import SheetRow

_FIRST_NAME_ONLY = re.compile(
    r"(?:ohne|keine?n?|nicht) (?:den |meinen |ihren |seinen )?"
    r"(?:nach|familien|zu)name"
    r"|(?:without|no|not) (?:the |my |her |his )?(?:sur|last |family )name"
    r"|nur (?:mit |der |den |dem )?(?:vor|ruf)name|(?:first|given) name only"
    r"|(?:only|just) (?:the |my |her |his )?(?:first|given) name",
    re.IGNORECASE,
)
_SAYS_NOTHING = frozenset({Column.EXTERNAL_ID, Column.STATUS, Column.IGNORE})


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestRow:
    """What one row says, read with a mapping."""

    line: int
    guest: Guest
    findings: tuple[Finding, ...] = ()

    @property
    def faulty(self) -> bool:
        """Tell whether something keeps this row out."""
        return any(finding.level is Level.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    full: str
    given: str
    family: str
    badge: str
    findings: list[Finding]


def read_row(row: SheetRow, mapping: Sequence[Column]) -> GuestRow:
    """Read one row; nothing is cut and nothing is dropped without being said."""
    texts, findings = _texts(row, mapping)
    if not texts.keys() - _SAYS_NOTHING:
        return GuestRow(
            line=row.line,
            guest=Guest(external_id=texts.get(Column.EXTERNAL_ID, "")),
            findings=(*findings, Finding(code=Code.NOBODY)),
        )
    names = _names(texts, mapping)
    guest, said = _guest(texts, names)
    if guest == Guest(external_id=guest.external_id):
        said.append(Finding(code=Code.NOBODY))
    return GuestRow(
        line=row.line,
        guest=guest,
        findings=(*findings, *names.findings, *said),
    )


def _texts(
    row: SheetRow, mapping: Sequence[Column]
) -> tuple[dict[Column, str], list[Finding]]:
    texts: dict[Column, str] = {}
    findings: list[Finding] = []
    for cell, column in zip(row.cells, mapping, strict=False):
        if not cell or column is Column.IGNORE or column in texts:
            continue
        text, said = clean(cell, column)
        findings += said
        if text:
            texts[column] = text
    extra = [cell for cell in row.cells[len(mapping) :] if cell.strip()]
    if extra:
        findings.append(Finding(code=Code.EXTRA_CELLS, value=" | ".join(extra)))
    return texts, findings


def _names(texts: Mapping[Column, str], mapping: Sequence[Column]) -> _Names:
    full = texts.get(Column.FULL_NAME, "")
    given = texts.get(Column.GIVEN_NAME, "")
    family = texts.get(Column.FAMILY_NAME, "")
    badge = texts.get(Column.BADGE_NAME, "")
    findings: list[Finding] = []
    if full.count(",") == 1 and not given and not family:
        family, given = (part.strip() for part in full.split(","))
        findings.append(_name_finding(Code.NAME_TURNED, full))
    if given or family:
        joined = {display_name(given, family), f"{family}, {given}"}
        full = "" if full in joined else full
    if not full and bool(given) != bool(family):
        findings.append(_name_finding(Code.ONE_NAME, given or family))
    if not (full or given or family or badge):
        findings.append(_name_finding(Code.NO_NAME, ""))
    if Column.BADGE_NAME not in mapping and _wants_given_name_only(texts):
        badge = given
        findings.append(
            Finding(
                code=Code.BADGE_GIVEN_NAME_ONLY, column=Column.BADGE_NAME, value=given
            ),
        )
    return _Names(full=full, given=given, family=family, badge=badge, findings=findings)


def _name_finding(code: Code, value: str) -> Finding:
    return Finding(code=code, column=Column.FULL_NAME, value=value)


def _wants_given_name_only(texts: Mapping[Column, str]) -> bool:
    return bool(_FIRST_NAME_ONLY.search(texts.get(Column.NOTE, "")))


def _guest(texts: Mapping[Column, str], names: _Names) -> tuple[Guest, list[Finding]]:
    def text(column: Column) -> str:
        return texts.get(column, "")

    email, email_said = answers.email(text(Column.EMAIL))
    phone, phone_said = answers.phone(text(Column.PHONE))
    language, others, language_said = answers.language(text(Column.LANGUAGE))
    spoken, spoken_said = answers.spoken(text(Column.SPOKEN_LANGUAGES))
    needed, needed_said = answers.interpreting(text(Column.INTERPRETING), language)
    childcare, children_said = answers.children(text(Column.CHILDCARE))
    may_vote, vote_said = answers.may_vote(text(Column.MAY_VOTE))
    only_on, day_said = answers.day(text(Column.ONLY_ON))
    guest = Guest(
        external_id=text(Column.EXTERNAL_ID),
        full_name=names.full,
        given_name=names.given,
        family_name=names.family,
        badge_name=names.badge,
        organisation=text(Column.ORGANISATION),
        role=text(Column.ROLE),
        email=email,
        phone=phone,
        language=language,
        spoken_languages=tuple(dict.fromkeys((*spoken, *others))),
        interpreting=needed,
        childcare=childcare,
        access=text(Column.ACCESS),
        diet=text(Column.DIET),
        workshop=text(Column.WORKSHOP),
        may_vote=may_vote,
        only_on=only_on,
        note=text(Column.NOTE),
    )
    return guest, [
        *(*email_said, *phone_said, *language_said, *spoken_said, *needed_said),
        *(*children_said, *vote_said, *day_said),
        *answers.cancelled(text(Column.STATUS)),
    ]
