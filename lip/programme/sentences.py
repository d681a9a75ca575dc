"""The refusals of the programme, in sentences."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "unknown_series": N_(
        "Diese Reihe gibt es nicht mehr. Bitte wählen Sie eine andere."
    ),
    "series_needs_title": N_("Bitte geben Sie der Reihe einen Namen."),
    "page_changed_meanwhile": N_(
        "Jemand anderes hat diese Seite inzwischen geändert. Es wurde nichts "
        "überschrieben. Unten steht Ihre Fassung; wenn Sie noch einmal speichern, "
        "gilt sie."
    ),
    "map_link_unusable": N_(
        "Bitte fügen Sie die ganze Adresse der Karte ein. Sie beginnt mit „https://“."
    ),
    "contact_email_unusable": N_(
        "Diese E-Mail-Adresse hat einen Fehler. Eine richtige sieht aus wie "
        "„name@beispiel.de“."
    ),
    "unknown_document": N_(
        "Diese Unterlage gibt es nicht, oder sie ist nicht öffentlich."
    ),
    "document_needs_title": N_("Bitte geben Sie der Unterlage einen Namen."),
    "no_document_chosen": N_("Bitte wählen Sie eine Datei."),
    "document_empty": N_("Diese Datei ist leer. Bitte wählen Sie eine andere."),
    "document_too_large": N_(
        "Diese Datei ist größer als 10 MB. Bitte verkleinern Sie sie, zum Beispiel als "
        "PDF mit kleineren Bildern."
    ),
    "document_kind_unknown": N_(
        "Diese Art von Datei geht hier nicht. Möglich sind PDF, Word, Excel, "
        "PowerPoint (.docx, .xlsx, .pptx), OpenDocument (.odt, .ods, .odp) und Text "
        "(.txt)."
    ),
    "document_not_what_it_says": N_(
        "Diese Datei heißt „.%(ending)s“, ist aber etwas anderes, verschlüsselt oder "
        "beschädigt. Speichern Sie sie bitte neu, am besten als PDF."
    ),
    "document_with_macros": N_(
        "In dieser Datei stecken Makros, also Programme. Speichern Sie sie bitte ohne "
        "Makros oder als PDF."
    ),
    "too_many_documents": N_(
        "Eine Konferenz kann höchstens %(most)s Unterlagen haben. Löschen Sie bitte "
        "zuerst eine alte."
    ),
    "no_language_for_poster": N_("Bitte wählen Sie mindestens eine Sprache."),
}
