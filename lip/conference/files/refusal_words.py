"""What is said when an uploaded file cannot be read at all."""

from collections.abc import Mapping

from lip.words import N_

SENTENCES: Mapping[str, str] = {
    "empty_file": N_("Die Datei ist leer."),
    "no_rows": N_("Die Datei enthält nur Überschriften und keine Personen."),
    "no_heading": N_(
        "In der ersten Zeile stehen keine Überschriften. Bitte schreiben Sie über "
        "jede Spalte, was darin steht, zum Beispiel „Vorname“."
    ),
    "too_large_file": N_(
        "Die Datei ist zu groß. Sie darf höchstens %(megabytes)s MB haben."
    ),
    "too_many_rows": N_(
        "Die Liste ist zu lang. Höchstens %(limit)s Zeilen passen auf einmal. "
        "Bitte teilen Sie sie."
    ),
    "too_many_columns": N_(
        "Die Liste hat zu viele Spalten. Höchstens %(limit)s sind möglich."
    ),
    "nul_byte": N_(
        "Die Datei ist beschädigt: in Zeile %(line)s steht ein Zeichen, das in keiner "
        "Tabelle vorkommt. Bitte speichern Sie die Liste neu."
    ),
    "bad_encoding": N_(
        "Die Zeichen der Datei sind nicht lesbar, zum ersten Mal in Zeile %(line)s. "
        "Bitte speichern Sie die Liste als Excel-Datei oder als „CSV UTF-8“."
    ),
    "unknown_encoding": N_("Diese Zeichenkodierung gibt es nicht."),
    "open_quote": N_(
        "In Zeile %(line)s beginnt ein Anführungszeichen, das nicht geschlossen wird. "
        "Bitte berichtigen Sie die Zeile."
    ),
    "cell_too_large": N_(
        "In Zeile %(line)s beginnt eine Zelle mit mehr als 100.000 Zeichen. "
        "Vermutlich fehlt ein Anführungszeichen."
    ),
    "broken_xlsx": N_(
        "Die Excel-Datei ist beschädigt. Bitte öffnen Sie sie in Ihrem "
        "Tabellenprogramm und speichern Sie sie neu."
    ),
    "xlsx_bomb": N_(
        "Diese Excel-Datei wird nicht geöffnet: sie ist so gebaut, dass sie den "
        "Rechner überlasten würde."
    ),
    "encrypted": N_(
        "Die Datei ist mit einem Passwort geschützt. Bitte speichern Sie sie ohne "
        "Passwort."
    ),
    "unknown_sheet": N_("Ein Blatt mit diesem Namen gibt es in der Datei nicht."),
    "old_xls": N_(
        "Das ist eine Datei im alten Excel-Format (.xls). Bitte speichern Sie sie als "
        "Excel-Arbeitsmappe (.xlsx)."
    ),
    "xlsb_file": N_(
        "Das ist eine binäre Excel-Datei (.xlsb). Bitte speichern Sie sie als "
        "Excel-Arbeitsmappe (.xlsx)."
    ),
    "ods_file": N_(
        "Das ist eine Datei von LibreOffice (.ods). Bitte speichern Sie sie als "
        "Excel-Arbeitsmappe (.xlsx) oder als CSV."
    ),
    "numbers_file": N_(
        "Das ist eine Datei von Numbers. Bitte exportieren Sie sie als Excel oder CSV."
    ),
    "pdf_file": N_(
        "Das ist ein PDF. Bitte laden Sie die Tabelle hoch, aus der es entstanden ist."
    ),
    "picture_file": N_("Das ist ein Bild. Bitte laden Sie eine Tabelle hoch."),
    "document_file": N_(
        "Das ist ein Textdokument. Bitte kopieren Sie die Liste in eine Tabelle und "
        "speichern Sie sie als Excel oder CSV."
    ),
    "archive_file": N_(
        "Das ist ein Archiv. Bitte entpacken Sie es und laden Sie die Tabelle hoch."
    ),
    "web_page": N_(
        "Das ist eine Webseite. Bitte laden Sie die Liste als Excel oder CSV herunter."
    ),
}
"""A sentence for each code that reading a file may refuse with."""
