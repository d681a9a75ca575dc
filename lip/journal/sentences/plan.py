"""What is done with the plan and all that belongs to it."""

from collections.abc import Mapping
from typing import Final

from lip.journal.rules.acts import Act
from lip.words import N_

ACTS: Final[Mapping[Act, str]] = {
    # fields of action
    Act.FIELD_OF_ACTION_ADDED: N_("Handlungsfeld angelegt"),
    Act.FIELD_OF_ACTION_CHANGED: N_("Handlungsfeld geändert"),
    Act.FIELD_OF_ACTION_MOVED: N_("Handlungsfeld verschoben"),
    Act.FIELD_OF_ACTION_CLOSED: N_("Handlungsfeld geschlossen"),
    Act.FIELD_OF_ACTION_OPENED: N_("Handlungsfeld wieder geöffnet"),
    # plans and chapters
    Act.PLAN_ADDED: N_("Plan angelegt"),
    Act.PLAN_CHANGED: N_("Plan geändert"),
    Act.PLAN_DELETED: N_("Plan gelöscht, den noch niemand lesen konnte"),
    Act.CHAPTER_ADDED: N_("Kapitel angelegt"),
    Act.CHAPTER_CHANGED: N_("Angaben zum Kapitel geändert"),
    Act.CHAPTER_MOVED: N_("Kapitel verschoben"),
    Act.CHAPTER_REMOVED: N_("Kapitel aus dem Entwurf genommen"),
    Act.CHAPTER_DELETED: N_("Kapitel gelöscht, das noch niemand lesen konnte"),
    Act.CHAPTER_LANGUAGE_ADDED: N_("Sprache eines Kapitels angelegt"),
    Act.CHAPTER_TEXT_SAVED: N_("Text eines Kapitels gespeichert"),
    Act.CHAPTER_STATE_SET: N_("Stand eines Textes geändert"),
    Act.TERM_EXPLAINED: N_("Begriff erklärt"),
    Act.TERM_REMOVED: N_("Begriff gelöscht"),
    # amendments, remarks, versions of the plan
    Act.VERSION_PUBLISHED: N_("Fassung des Plans veröffentlicht"),
    Act.AMENDMENT_SUBMITTED: N_("Änderungsantrag gestellt"),
    Act.AMENDMENT_PROCEDURE_PROPOSED: N_("Verfahren zu Änderungsantrag vorgeschlagen"),
    Act.AMENDMENT_STATUS_SET: N_("Stand eines Änderungsantrags geändert"),
    Act.AMENDMENT_ADOPTED: N_("Änderungsantrag angenommen"),
    Act.AMENDMENT_REJECTED: N_("Änderungsantrag abgelehnt"),
    Act.AMENDMENT_WITHDRAWN: N_("Änderungsantrag zurückgezogen"),
    Act.REMARK_WRITTEN: N_("Anmerkung geschrieben"),
    Act.REMARK_HIDDEN: N_("Anmerkung ausgeblendet"),
    Act.REMARK_SHOWN: N_("Anmerkung wieder gezeigt"),
    # measures
    Act.MEASURE_ADDED: N_("Vorhaben angelegt"),
    Act.MEASURE_CHANGED: N_("Vorhaben geändert"),
    Act.MEASURE_RELEASED: N_("Vorhaben veröffentlicht"),
    Act.MEASURE_TAKEN_BACK: N_("Vorhaben aus der Öffentlichkeit genommen"),
    Act.INDICATOR_MEASURED: N_("Wert einer Messgröße eingetragen"),
    Act.INDICATOR_VALUE_REMOVED: N_("Wert einer Messgröße gelöscht"),
    Act.OFFICE_REMINDED: N_("Zuständige Stelle an ein Vorhaben erinnert"),
    Act.AGREEMENT_FILE_ADDED: N_("Datei einer Kooperationsvereinbarung gespeichert"),
    Act.AGREEMENT_FILE_REMOVED: N_("Datei einer Kooperationsvereinbarung gelöscht"),
    Act.MEASURE_DELETED: N_("Entwurf eines Vorhabens gelöscht"),
    # bodies
    Act.BODY_ADDED: N_("Gremium angelegt"),
    Act.BODY_CHANGED: N_("Gremium geändert"),
    Act.BODY_MOVED: N_("Gremium verschoben"),
    Act.BODY_CLOSED: N_("Gremium geschlossen"),
    Act.BODY_OPENED: N_("Gremium wieder geöffnet"),
    Act.DISTRICT_ADDED: N_("Stadtbezirk angelegt"),
    Act.DISTRICT_CHANGED: N_("Stadtbezirk geändert"),
    Act.DISTRICT_CLOSED: N_("Stadtbezirk geschlossen"),
    Act.DISTRICT_OPENED: N_("Stadtbezirk wieder geöffnet"),
    # steps
    Act.STEP_NOTED: N_("Beratungsschritt eingetragen"),
    Act.STEP_CHANGED: N_("Beratungsschritt geändert"),
    Act.STEP_RELEASED: N_("Beratungsschritt veröffentlicht"),
    Act.STEP_HIDDEN: N_("Beratungsschritt nicht mehr öffentlich"),
    Act.STEP_TAKEN_BACK: N_("Beratungsschritt zurückgenommen"),
    # council papers
    Act.PAPER_ADDED: N_("Drucksache angelegt"),
    Act.PAPER_CHANGED: N_("Drucksache geändert"),
    Act.PAPER_RELEASED: N_("Drucksache veröffentlicht"),
    Act.PAPER_HIDDEN: N_("Drucksache nicht mehr öffentlich"),
    Act.PAPER_REMOVED: N_("Drucksache entfernt"),
    Act.PAPER_RESTORED: N_("Drucksache wiederhergestellt"),
    Act.PAPER_FILE_ADDED: N_("Anlage einer Drucksache gespeichert"),
    Act.PAPER_FILE_REMOVED: N_("Anlage einer Drucksache gelöscht"),
    Act.PAPERS_TAKEN_IN: N_("Drucksachen eingelesen"),
    # projects and news
    Act.PROJECT_ADDED: N_("Projekt angelegt"),
    Act.PROJECT_CHANGED: N_("Projekt geändert"),
    Act.PROJECT_RELEASED: N_("Projekt veröffentlicht"),
    Act.PROJECT_TAKEN_BACK: N_("Projekt aus der Öffentlichkeit genommen"),
    Act.PROJECT_DELETED: N_("Entwurf eines Projekts gelöscht"),
    Act.NEWS_ADDED: N_("Nachricht angelegt"),
    Act.NEWS_CHANGED: N_("Nachricht geändert"),
    Act.NEWS_RELEASED: N_("Nachricht veröffentlicht"),
    Act.NEWS_TAKEN_BACK: N_("Nachricht aus der Öffentlichkeit genommen"),
    Act.NEWS_DELETED: N_("Entwurf einer Nachricht gelöscht"),
    # traces
    Act.TRACE_LAID: N_("Spur gelegt"),
    Act.TRACE_TAKEN_UP: N_("Spur entfernt"),
    Act.PROPOSALS_DECLINED: N_("Gesagt, dass Vorschläge nicht aufgegriffen werden"),
    Act.DUTY_PAGE_CHANGED: N_("Pflichtseite geändert"),
    Act.ANSWER_WISHED: N_("Um Nachricht zu Vorschlägen gebeten"),
    Act.ANSWER_WISH_ENDED: N_("Doch keine Nachricht zu Vorschlägen"),
}
