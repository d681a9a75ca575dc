"""What sets of data hold and what their fields mean, in words."""

from collections.abc import Mapping, Sequence
from typing import Final

from lip.opendata.rules.datasets import Dataset
from lip.words import N_, _, speaking

TITLES: Final[Mapping[Dataset, str]] = {
    Dataset.MEASURES: N_("Vorhaben"),
    Dataset.CONTACT_POINTS: N_("Anlaufstellen"),
    Dataset.PAPERS: N_("Drucksachen"),
    Dataset.CHAPTERS: N_("Kapitel der Pläne"),
    Dataset.PROPOSALS: N_("Vorschläge von Konferenzen"),
    Dataset.RESULTS: N_("Ergebnisse von Abstimmungen und Wahlen"),
}
DESCRIPTIONS: Final[Mapping[Dataset, str]] = {
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
    Dataset.RESULTS: N_(
        "Ergebnisse als Popolo: Zahlen je Auswahl, gewählte Personen nur mit ihrer "
        "Zustimmung, nie einzelne Stimmen."
    ),
}
FIELDS: Final[Mapping[str, str]] = {
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
    "place": N_("Ort"),
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
