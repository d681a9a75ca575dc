"""The sentences about guest lists: labels of columns, findings, verdicts, refusals."""

from collections.abc import Mapping
from functools import cache

from lip.conference.rules.column import Column
from lip.conference.rules.columns import MappingProblem, Preset, ProblemCode
from lip.conference.rules.findings import Code, Finding, Level
from lip.conference.rules.guest import LIMITS
from lip.conference.rules.guest_list import RowStatus
from lip.conference.rules.guest_twins import Likeness, Twin
from lip.words import LANGUAGES, N_, _, speaking

_LONGEST_QUOTE = 80

LABELS: Mapping[Column, str] = {
    Column.EXTERNAL_ID: N_("Nr."),
    Column.FULL_NAME: N_("Voller Name"),
    Column.GIVEN_NAME: N_("Vorname"),
    Column.FAMILY_NAME: N_("Nachname"),
    Column.BADGE_NAME: N_("Name auf dem Namensschild"),
    Column.ORGANISATION: N_("Organisation"),
    Column.ROLE: N_("Rolle"),
    Column.EMAIL: N_("E-Mail"),
    Column.PHONE: N_("Telefon"),
    Column.LANGUAGE: N_("Sprache"),
    Column.SPOKEN_LANGUAGES: N_("Weitere Sprachen"),
    Column.INTERPRETING: N_("Dolmetschen"),
    Column.CHILDCARE: N_("Kinderbetreuung (Anzahl)"),
    Column.ACCESS: N_("Barrierefreiheit"),
    Column.DIET: N_("Verpflegung"),
    Column.WORKSHOP: N_("Workshop"),
    Column.MAY_VOTE: N_("Stimmberechtigt"),
    Column.NOTE: N_("Bemerkung"),
    Column.ONLY_ON: N_("Nur am"),
    Column.STATUS: N_("Anmeldestatus"),
    Column.IGNORE: N_("Wird nicht übernommen"),
}

PRESETS: Mapping[Preset, str] = {
    Preset.PRETIX_POSITIONS: N_("Export der Bestellungen aus pretix"),
    Preset.PRETIX_CHECK_IN: N_("Check-in-Liste aus pretix"),
    Preset.OPENSLIDES: N_("Teilnehmende aus OpenSlides"),
    Preset.ANTRAGSGRUEN: N_("Personen aus Antragsgrün"),
    Preset.LIST: N_("Eigene Liste"),
    Preset.UNKNOWN: N_("Unbekannte Liste: bitte ordnen Sie die Spalten zu."),
}

LEVELS: Mapping[Level, str] = {
    Level.NOTE: N_("Hinweis"),
    Level.WARNING: N_("Bitte prüfen"),
    Level.ERROR: N_("Fehler"),
}

STATUSES: Mapping[RowStatus, str] = {
    RowStatus.NEW: N_("Neu"),
    RowStatus.ALREADY_THERE: N_("Schon angemeldet"),
    RowStatus.CHANGED: N_("Schon angemeldet, mit anderen Angaben"),
    RowStatus.POSSIBLE_DUPLICATE: N_("Vielleicht doppelt"),
    RowStatus.FAULTY: N_("Fehlerhaft"),
}

FINDINGS: Mapping[Code, str] = {
    Code.TRIMMED: N_("%(column)s: überflüssige Leerzeichen entfernt."),
    Code.LINE_BREAK: N_(
        "%(column)s: ein Zeilenumbruch in der Zelle wurde ein Leerzeichen."
    ),
    Code.INVISIBLE_REMOVED: N_("%(column)s: unsichtbare Zeichen entfernt."),
    Code.DIRECTION_REMOVED: N_(
        "%(column)s: Zeichen entfernt, die Text verkehrt herum anzeigen. "
        "Bitte prüfen Sie „%(value)s“."
    ),
    Code.UNREADABLE_CHARACTER: N_(
        "%(column)s: „%(value)s“ enthält Zeichen, die beim Speichern verloren gingen."
    ),
    Code.GARBLED: N_("%(column)s: falsch gespeicherte Zeichen. Gemeint: „%(value)s“?"),
    Code.FORMULA: N_(
        "%(column)s: „%(value)s“ sieht aus wie eine Formel. "
        "Das bleibt Text und wird nirgends ausgerechnet."
    ),
    Code.READ_AS_NONE: N_("%(column)s: „%(value)s“ als „keine Angabe“ verstanden."),
    Code.EMAIL_BROKEN: N_(
        "„%(value)s“ ist keine E-Mail-Adresse. Die Person kommt ohne Adresse in die "
        "Liste."
    ),
    Code.SEVERAL_EMAILS: N_(
        "Mehrere E-Mail-Adressen: „%(value)s“. Nur die erste wird übernommen."
    ),
    Code.PHONE_UNREADABLE: N_(
        "„%(value)s“ sieht nicht aus wie eine Telefonnummer. Es wird so übernommen."
    ),
    Code.LANGUAGE_UNKNOWN: N_(
        "%(column)s: die Sprache „%(value)s“ ist nicht bekannt und fehlt."
    ),
    Code.SEVERAL_LANGUAGES: N_(
        "Mehrere Sprachen: „%(value)s“. Die erste gilt, die anderen stehen unter "
        "„Weitere Sprachen“."
    ),
    Code.NUMBER_UNREADABLE: N_("%(column)s: „%(value)s“ ist keine klare Anzahl."),
    Code.ANSWER_UNREADABLE: N_(
        "%(column)s: „%(value)s“ ist weder Ja noch Nein. Es gilt als Nein."
    ),
    Code.DAY_UNREADABLE: N_(
        "%(column)s: „%(value)s“ ist kein Datum wie 24.11.2026. Die Angabe fehlt."
    ),
    Code.TOO_LONG: N_(
        "%(column)s: der Text hat %(value)s Zeichen, höchstens %(limit)s passen. "
        "Bitte kürzen Sie ihn in der Liste."
    ),
    Code.NO_NAME: N_("Ohne Namen. Die Person bekommt „Gast“ und eine Nummer."),
    Code.ONE_NAME: N_("Nur ein Name: „%(value)s“."),
    Code.NAME_TURNED: N_("„%(value)s“ als „Nachname, Vorname“ gelesen."),
    Code.BADGE_GIVEN_NAME_ONLY: N_(
        "Die Bemerkung wünscht ein Namensschild ohne Nachnamen: „%(value)s“."
    ),
    Code.EXTRA_CELLS: N_(
        "Mehr Zellen als Überschriften. Nicht übernommen: „%(value)s“."
    ),
    Code.NOBODY: N_("In dieser Zeile steht keine Person."),
    Code.CANCELLED: N_("Diese Anmeldung ist zurückgezogen: „%(value)s“."),
    Code.NUMBER_TWICE: N_("Die Nummer %(value)s steht mehrmals in der Liste."),
    Code.NUMBER_TAKEN: N_("Die Nummer %(value)s hat schon eine andere Person."),
    Code.EMAIL_SHARED: N_(
        "Dieselbe E-Mail-Adresse haben auch andere Personen: %(value)s."
    ),
}

TWINS: Mapping[tuple[Likeness, bool], str] = {
    (Likeness.SAME_ENTRY, True): N_("Gleicher Eintrag in Zeile %(line)s."),
    (Likeness.SAME_NAME, True): N_("Gleicher Name in Zeile %(line)s: %(name)s."),
    (Likeness.SAME_EMAIL, True): N_(
        "Gleiche E-Mail-Adresse und ähnlicher Name in Zeile %(line)s: %(name)s."
    ),
    (Likeness.SAME_ENTRY, False): N_("Mit gleichen Angaben angemeldet: %(name)s."),
    (Likeness.SAME_NAME, False): N_("Mit gleichem Namen angemeldet: %(name)s."),
    (Likeness.SAME_EMAIL, False): N_(
        "Mit gleicher E-Mail-Adresse und ähnlichem Namen angemeldet: %(name)s."
    ),
}
"""Sentences on twins, by likeness and whether they stand in the same list."""

PROBLEMS: Mapping[ProblemCode, str] = {
    ProblemCode.COLUMN_TWICE: N_(
        "„%(column)s“ ist mehrmals zugeordnet. Bitte wählen Sie eine Spalte."
    ),
    ProblemCode.NOTHING_MAPPED: N_(
        "Keine Spalte ist zugeordnet. Bitte ordnen Sie mindestens eine zu."
    ),
    ProblemCode.WRONG_LENGTH: N_(
        "Die Zuordnung gehört zu einer anderen Datei. Bitte laden Sie sie neu hoch."
    ),
    ProblemCode.NO_NAME_COLUMN: N_(
        "Keine Spalte enthält Namen. Alle Personen würden „Gast“ heißen."
    ),
    ProblemCode.HEADING_TWICE: N_(
        "Die Überschrift steht mehrmals in der Liste. Für „%(column)s“ gilt die erste "
        "Spalte, in der etwas steht und die zugeordnet ist."
    ),
}


def label(column: Column) -> str:
    """Name a column in the current language."""
    return _(LABELS[column])


def finding_sentence(finding: Finding) -> str:
    """Put a finding into a sentence."""
    return _(
        FINDINGS[finding.code],
        column=label(finding.column) if finding.column else "",
        value=shortened(finding.value),
        limit=LIMITS.get(finding.column, "") if finding.column else "",
    )


def twin_sentence(twin: Twin) -> str:
    """Say who may be the same person, and why."""
    listed = twin.line is not None
    return _(TWINS[twin.likeness, listed], line=twin.line, name=shortened(twin.name))


def problem_sentence(problem: MappingProblem) -> str:
    """Say what is wrong with a mapping."""
    column = label(problem.column) if problem.column else ""
    return _(PROBLEMS[problem.code], column=column)


def shortened(text: str) -> str:
    """Shorten a quotation; only what is shown is cut, never what is stored."""
    if len(text) <= _LONGEST_QUOTE:
        return text
    return text[: _LONGEST_QUOTE - 1].rstrip() + "…"


@cache
def known_labels() -> Mapping[str, Column]:
    """Collect our own headings in every language, so that exports can come back."""
    labels: dict[str, Column] = {}
    for tag in LANGUAGES:
        with speaking(tag):
            for column in Column:
                labels.setdefault(label(column), column)
    return labels
