"""What sets of data hold and what their fields mean, in words."""

from collections.abc import Mapping, Sequence
from typing import Final

from lip.opendata.rules.datasets import Dataset
from lip.words import N_, _, speaking

TITLES: Final[Mapping[Dataset, str]] = {
    Dataset.PLANS: N_("Pläne"),
    Dataset.FIELDS: N_("Handlungsfelder"),
    Dataset.MEASURES: N_("Vorhaben"),
    Dataset.CONTACT_POINTS: N_("Anlaufstellen"),
    Dataset.PAPERS: N_("Drucksachen"),
    Dataset.CHAPTERS: N_("Kapitel der Pläne"),
    Dataset.BODIES: N_("Gremien und Partner"),
    Dataset.PROJECTS: N_("Projekte"),
    Dataset.NEWS: N_("Nachrichten"),
    Dataset.PROPOSALS: N_("Vorschläge von Konferenzen"),
    Dataset.VOTES: N_("Abstimmungen"),
    Dataset.ELECTIONS: N_("Wahlen"),
    Dataset.ANSWERS: N_("Antworten auf Vorschläge"),
    Dataset.RESULTS: N_("Ergebnisse von Abstimmungen und Wahlen"),
}
DESCRIPTIONS: Final[Mapping[Dataset, str]] = {
    Dataset.PLANS: N_("Alle öffentlichen Pläne mit ihrer neuesten Fassung."),
    Dataset.FIELDS: N_("Die Handlungsfelder des Plans mit ihrem übergreifenden Ziel."),
    Dataset.MEASURES: N_(
        "Alle veröffentlichten Vorhaben mit Zielen, Zeitplanung, Kosten, Partnern, "
        "Messgrößen und Stand."
    ),
    Dataset.CONTACT_POINTS: N_(
        "Orte, an denen Menschen Rat finden, mit Adresse, Öffnungszeiten und Sprachen."
    ),
    Dataset.PAPERS: N_(
        "Alle veröffentlichten Drucksachen mit Empfängern, Text, Kosten und "
        "Beratungsverlauf."
    ),
    Dataset.CHAPTERS: N_(
        "Der Wortlaut der Pläne, Kapitel für Kapitel und in jeder Sprache, in der er "
        "vorliegt."
    ),
    Dataset.PROPOSALS: N_(
        "Was Menschen auf Konferenzen vorgeschlagen haben und was daraus wurde. Namen "
        "stehen hier nicht, und Zahlen unter fünf auch nicht."
    ),
    Dataset.BODIES: N_(
        "Wer entscheidet, berät und mitarbeitet: Gremien, Ämter, Vereine und "
        "Förderer mit ihrer Anschrift."
    ),
    Dataset.PROJECTS: N_(
        "Alle veröffentlichten Projekte mit Zeitraum, Veranstaltungen und Förderung."
    ),
    Dataset.NEWS: N_("Alle Nachrichten mit Hintergrund und Zitaten."),
    Dataset.VOTES: N_(
        "Was bei geschlossenen Abstimmungen herauskam, Zeile für Zeile. Wo weniger "
        "als fünf abgestimmt haben, steht nichts."
    ),
    Dataset.ELECTIONS: N_(
        "Abgeschlossene Wahlen mit Plätzen, gültigen Stimmen und den Gewählten, die "
        "angenommen haben."
    ),
    Dataset.ANSWERS: N_(
        "Wie viele Vorschläge einer Konferenz eine Antwort haben, welche, und nach "
        "wie vielen Tagen."
    ),
    Dataset.RESULTS: N_(
        "Ergebnisse als Popolo: Zahlen je Auswahl, gewählte Personen nur mit ihrer "
        "Zustimmung, nie einzelne Stimmen."
    ),
}
FIELDS: Final[Mapping[str, str]] = {
    "key": N_("Kürzel in der Adresse"),
    "name": N_("Name"),
    "goal": N_("Übergreifendes Ziel"),
    "version": N_("Nummer der neuesten Fassung"),
    "published": N_("Wann die Fassung erschienen ist"),
    "chapters": N_("Wie viele Kapitel"),
    "plan": N_("Kürzel des Plans"),
    "initiator": N_("Wer das Kapitel vorgelegt hat"),
    "decided_on": N_("Wann es beschlossen wurde, soweit bekannt"),
    "motion_status": N_("Stand wie in Antragsgrün"),
    "short_name": N_("Kurzname"),
    "body_kind": N_("Art"),
    "part_of": N_("Gehört zu"),
    "street": N_("Straße"),
    "town": N_("Postleitzahl und Ort"),
    "email": N_("E-Mail"),
    "since": N_("Besteht seit"),
    "until": N_("Bestand bis"),
    "period": N_("Zeitraum in Worten"),
    "begins": N_("Beginn"),
    "ends": N_("Ende"),
    "organiser": N_("Wer es veranstaltet"),
    "funder": N_("Wer es fördert"),
    "events": N_("Veranstaltungen"),
    "background": N_("Hintergrund"),
    "quotations": N_("Zitate mit Quelle"),
    "cluster": N_("Bündel, zu dem der Vorschlag gehört"),
    "place": N_("Platz oder Ort"),
    "out_of": N_("Von wie vielen Plätzen"),
    "answer": N_("Antwort der Stadt als Wort für Programme"),
    "reason": N_("Begründung der Antwort"),
    "method": N_("Verfahren als Wort für Programme"),
    "voted": N_("Wie viele abgestimmt haben"),
    "option": N_("Worüber abgestimmt wurde"),
    "points": N_("Punkte"),
    "closed": N_("Wann geschlossen wurde"),
    "seats": N_("Wie viele Plätze"),
    "valid": N_("Gültige Stimmzettel"),
    "abstained": N_("Enthaltungen"),
    "spoiled": N_("Ungültige Stimmzettel"),
    "elected": N_("Wer gewählt ist und angenommen hat"),
    "proposals": N_("Wie viele Vorschläge"),
    "answered": N_("Wie viele eine Antwort haben"),
    "taken_up": N_("Wie viele aufgegriffen sind"),
    "adopted": N_("Wie viele übernommen sind"),
    "adopted_changed": N_("Wie viele mit Änderungen übernommen sind"),
    "not_followed": N_("Wie viele nicht aufgegriffen sind"),
    "median_days": N_("Tage bis zur Antwort, in der Mitte"),
    "slowest_days": N_("Tage bis zur spätesten Antwort"),
    "id": N_("Kennung, die sich nie ändert"),
    "code": N_("Kurzbezeichnung"),
    "title": N_("Titel"),
    "subtitle": N_("Untertitel"),
    "status": N_("Stand in den Worten der Stadt"),
    "status_kind": N_("Stand als Wort für Programme"),
    "fields": N_("Handlungsfelder"),
    "field": N_("Handlungsfeld"),
    "districts": N_("Stadtbezirke, oder „gesamtstädtisch“"),
    "district": N_("Stadtbezirk"),
    "summary": N_("Kurzbeschreibung"),
    "goals": N_("Ziele, mit Jahr wo eins genannt ist"),
    "timetable": N_("Zeitplanung, Zeile für Zeile"),
    "costs": N_("Kosten: Satz, Betrag in Euro, Zeitraum"),
    "partners": N_("Partner und ihre Rolle"),
    "participation": N_("Beteiligung der Öffentlichkeit"),
    "target": N_("Zielgruppe"),
    "target_count": N_("Wie viele Menschen die Zielgruppe hat, ab fünf"),
    "responsible": N_("Zuständige Stelle"),
    "council": N_("Beschlusslage"),
    "indicators": N_("Messgrößen mit Zielwert und gemessenen Werten"),
    "updated": N_("Zuletzt aktualisiert, wie es auf dem Blatt steht"),
    "changed": N_("Zuletzt geändert"),
    "url": N_("Seite für Menschen"),
    "measure": N_("Vorhaben, zu dem der Ort gehört"),
    "address": N_("Adresse"),
    "opening": N_("Öffnungszeiten"),
    "service": N_("Angebot"),
    "languages": N_("Sprachen"),
    "phone": N_("Telefon"),
    "website": N_("Internetseite"),
    "state": N_("Stand"),
    "note": N_("Hinweis"),
    "reference": N_("Nummer der Drucksache"),
    "kind": N_("Art der Drucksache"),
    "dated": N_("Datum, soweit bekannt"),
    "recipients": N_("Empfänger in ihrer Reihenfolge"),
    "consultations": N_("Beratungsverlauf"),
    "relations": N_("Verwandte Drucksachen"),
    "files": N_("Anlagen"),
    "signer": N_("Wer unterzeichnet hat"),
    "conference": N_("Kürzel der Konferenz"),
    "number": N_("Nummer"),
    "language": N_("Sprache des Textes"),
    "text": N_("Wortlaut"),
    "support": N_("Wie viele den Vorschlag unterstützen, ab fünf"),
    "handed_in": N_("Tag, an dem er eingereicht wurde"),
}
CATALOGUE: Final = (
    N_("Offene Daten: %(city)s"),
    N_(
        "Plan, Vorhaben, Drucksachen, Vorschläge und Ergebnisse der Beteiligung zum "
        "Lokalen Integrationsplan."
    ),
)
CATALOGUE_LANGUAGES: Final = ("de", "en")


def meanings(columns: Sequence[str]) -> Sequence[tuple[str, str]]:
    """Say what each column means, in the reader's language."""
    return [(name, _(FIELDS[name])) for name in columns]


def by_language(sentence: str) -> Mapping[str, str]:
    """Give one of our sentences in the languages of the catalogue."""
    found = {}
    for tag in CATALOGUE_LANGUAGES:
        with speaking(tag):
            found[tag] = _(sentence)
    return found
