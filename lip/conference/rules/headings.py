"""
The headings that people and programs write, and the columns that they mean.

Headings are compared by `heading_key`: without case, accents, spaces and punctuation.
"""

from collections.abc import Mapping

from lip.conference.rules.column import Column
from lip.conference.rules.names import fold


def heading_key(heading: str) -> str:
    """
    Reduce a heading to what tells it apart.

    >>> heading_key("E-Mail-Adresse"), heading_key("Name Teilnehmer*in")
    ('emailadresse', 'nameteilnehmerin')
    """
    return fold(heading).replace(" ", "")


def keys(headings: str) -> frozenset[str]:
    """Read headings divided by a slash as keys."""
    return frozenset(heading_key(heading) for heading in headings.split("/")) - {""}


def _by_key(columns: Mapping[Column, str]) -> Mapping[str, Column]:
    return {key: column for column, words in columns.items() for key in keys(words)}


BARE_NAME = keys("Name/Names/Namen/Teilnehmer/Gast/Person")
"""Headings that mean the family name beside a given name, else the whole name."""

HEADINGS: Mapping[str, Column] = _by_key({
    Column.EXTERNAL_ID: (
        "Nr/Nr./No./Nummer/Number/lfd. Nr./Lfd Nr/laufende Nummer/ID/Kennung/"
        "TN-Nr./Teilnehmernummer/Teilnehmer-ID/Teilnehmenden-Nr./Gastnummer/"
        "Anmeldenummer/Anmelde-ID/Registrierungsnummer/Buchungsnummer/Ticketnummer/"
        "Ticket-ID/Participant number/Registration number/External ID/external_id"
    ),
    Column.FULL_NAME: (
        "Voller Name/Ganzer Name/Vollständiger Name/Full name/Vor- und Nachname/"
        "Vor- und Zuname/Vorname Nachname/Vorname, Name/Vorname Name/Name, Vorname/"
        "Nachname, Vorname/Name Vorname/Nachname Vorname/Familienname, Vorname/"
        "Vorname und Nachname/Vorname und Name/Vor-, Nachname/"
        "Name der Person/Teilnehmername/Teilnehmerin/Teilnehmer*in/Teilnehmer:in/"
        "Teilnehmende/Teilnehmende Person/Attendee/Attendee name/Participant/"
        "Participant name/Guest/Guest name/Gastname/Nom complet"
    ),
    Column.GIVEN_NAME: (
        "Vorname/Vornamen/Vorname(n)/Rufname/First name/Firstname/First/"
        "Given name/Given names/Forename/Prénom/Ad/Adı/Имя/Ім'я/Imię"
    ),
    Column.FAMILY_NAME: (
        "Nachname/Nachnamen/Familienname/Zuname/Last name/Lastname/Last/"
        "Family name/Surname/Nom/Nom de famille/Soyad/Soyadı/Фамилия/Прізвище/"
        "Nazwisko"
    ),
    Column.BADGE_NAME: (
        "Name auf dem Namensschild/Name auf Namensschild/Namensschild/"
        "Name auf dem Schild/Badge/Badge name/Name on badge/Anzeigename/"
        "Rufname auf dem Schild"
    ),
    Column.ORGANISATION: (
        "Organisation/Organization/Verein/Organisation/Institution/Einrichtung/"
        "Firma/Unternehmen/Company/Verband/Träger/Initiative/Gruppe/Verein (Name)/"
        "Name des Vereins/Name der Organisation/Vereinsname/Organisationsname/"
        "Organisation oder Verein/Verein oder Organisation/Organisation bzw. Verein/"
        "Verein bzw. Organisation/Organisation, Verein/Verein, Organisation/"
        "Migrant*innenorganisation/Migrantenorganisation/MSO/MO/Dienststelle/"
        "Behörde/Association/Affiliation/Employer/Structure level"
    ),
    Column.ROLE: (
        "Rolle/Funktion/Role/Function/Position/Aufgabe/Amt/Rolle auf der Konferenz/"
        "Funktion in der Organisation/Teilnahme als/Art der Teilnahme"
    ),
    Column.EMAIL: (
        "E-Mail/Mail/E-Mail-Adresse/Mailadresse/Mail-Adresse/E-Mailadresse/eMail/"
        "E-Mail (privat)/E-Mail (dienstlich)/Email address/E-Mail Teilnehmer*in/"
        "Attendee email/Courriel/E-posta/Elektronische Post"
    ),
    Column.PHONE: (
        "Telefon/Telefonnummer/Tel/Tel./Tel.-Nr./Tel. Nr./Telefon-Nr./Telefonnr./"
        "Handy/Handynummer/Handy-Nr./Mobil/Mobilnummer/Mobiltelefon/Mobile/Phone/"
        "Phone number/Mobile phone/Festnetz/Rufnummer/Telephone/Telefon, Handy/"
        "Telefon oder Handy/Telefon bzw. Handy/"
        "Telefon (mobil)/WhatsApp"
    ),
    Column.LANGUAGE: (
        "Sprache/Language/Muttersprache/Erstsprache/Herkunftssprache/"
        "Bevorzugte Sprache/Gewünschte Sprache/Korrespondenzsprache/Langue/Dil/"
        "Preferred language/Native language/Ihre Sprache/Meine Sprache"
    ),
    Column.SPOKEN_LANGUAGES: (
        "Sprachen/Languages/Gesprochene Sprachen/Sprachkenntnisse/Spricht/"
        "Weitere Sprachen/Ich spreche/Spoken languages/Languages spoken"
    ),
    Column.INTERPRETING: (
        "Dolmetschen/Dolmetscher/Dolmetscherin/Dolmetscher*in/Dolmetschung/"
        "Dolmetschbedarf/Verdolmetschung/Übersetzung/Übersetzung benötigt/"
        "Dolmetscher benötigt/Dolmetschen in/Sprachmittlung/Interpreting/"
        "Interpreter/Interpretation/Interpreting needed/Interpreter needed/"
        "Translation"
    ),
    Column.CHILDCARE: (
        "Kinderbetreuung/Kinderbetreuung (Anzahl)/Kinderbetreuung Anzahl/"
        "Anzahl Kinder/Kinder/Kinderzahl/Betreuung Kinder/Kinder (Anzahl)/"
        "Kinderbetreuung (Anzahl Kinder)/Childcare/Child care/Children/"
        "Number of children"
    ),
    Column.ACCESS: (
        "Barrierefreiheit/Barrierefrei/Unterstützungsbedarf/Assistenz/"
        "Unterstützung/Besondere Bedarfe/Besondere Bedürfnisse/Bedarfe/"
        "Barrieren/Rollstuhl/Accessibility/Access/Access needs/Special needs"
    ),
    Column.DIET: (
        "Verpflegung/Essen/Ernährung/Essenswunsch/Essenswünsche/Mittagessen/Speisen/"
        "Unverträglichkeiten/Allergien/Diet/Dietary requirements/Food/Meal/"
        "Lunch/Verpflegungswunsch"
    ),
    Column.WORKSHOP: (
        "Workshop/Workshops/Workshopwunsch/Workshop-Wahl/Arbeitsgruppe/AG/Forum/"
        "Session/Tisch/Gewählter Workshop"
    ),
    Column.MAY_VOTE: (
        "Stimmberechtigt/Stimmberechtigung/Stimmrecht/Wahlberechtigt/Wahlrecht/"
        "Delegiert/Delegierte/Delegierte*r/May vote/Can vote/Voting right/"
        "Right to vote/Entitled to vote/Eligible to vote"
    ),
    Column.NOTE: (
        "Bemerkung/Bemerkungen/Anmerkung/Anmerkungen/Notiz/Notizen/Kommentar/"
        "Hinweis/Hinweise/Sonstiges/Mitteilung/Nachricht/Note/Notes/Comment/"
        "Comments/Remark/Remarks"
    ),
    Column.ONLY_ON: (
        "Tag/Nur am/Teilnahmetag/Teilnahme am/Kommt am/Anwesend am/Day/Only on/"
        "Attendance day"
    ),
    Column.STATUS: (
        "Anmeldestatus/Status der Anmeldung/Storniert/Abgesagt/Abgemeldet/"
        "Registration status/Cancelled/Canceled"
    ),
})
"""Headings of lists that people keep themselves."""

LEFT_OUT = keys(
    "Anrede/Titel/Akademischer Titel/Title/Salutation/Geschlecht/Gender/Sex/Pronomen/"
    "Pronoun/Pronouns/Geburtsdatum/Geburtstag/Geburtsjahr/Alter/Date of birth/Birthday/"
    "Age/Geburtsort/Geburtsland/Staatsangehörigkeit/Staatsbürgerschaft/Nationalität/"
    "Nationality/Citizenship/Herkunft/Herkunftsland/Country of origin/Ethnie/Religion/"
    "Konfession/Aufenthaltsstatus/Aufenthaltstitel/Straße/Strasse/Street/Hausnummer/"
    "Adresse/Anschrift/Address/PLZ/Postleitzahl/ZIP/ZIP code/Ort/Wohnort/Stadt/City/"
    "Land/Country/Bundesstaat/Bundesland/State/Passwort/Password/Unterschrift/"
    "Signature/IBAN/Kontonummer/Timestamp/Zeitstempel/Datenschutz/Einwilligung",
)
"""Known headings that are not taken over: nobody needs them at the door."""

PRETIX: Mapping[str, Column] = _by_key({
    Column.EXTERNAL_ID: "Pseudonymization ID/Pseudonyme ID",
    Column.FULL_NAME: "Attendee name/Name Teilnehmer*in",
    Column.GIVEN_NAME: (
        "Attendee name: Given name/Attendee name: First name/"
        "Name Teilnehmer*in: Vorname"
    ),
    Column.FAMILY_NAME: (
        "Attendee name: Family name/Attendee name: Last name/"
        "Name Teilnehmer*in: Nachname/Name Teilnehmer*in: Familienname"
    ),
    Column.EMAIL: "Attendee email/E-Mail Teilnehmer*in",
    Column.PHONE: "Phone number/Telefonnummer",
    Column.ORGANISATION: "Company/Firma",
    Column.STATUS: "Status",
    Column.NOTE: "Order comment/Bestellkommentar",
})
"""Columns of pretix' export of order positions, in English and German."""

PRETIX_CHECK_IN: Mapping[str, Column] = {
    **{key: column for key, column in PRETIX.items() if column is not Column.STATUS},
    **_by_key({
        Column.EXTERNAL_ID: "Order code/Bestellnummer",
        Column.EMAIL: "E-mail",
        Column.NOTE: "Comment/Kommentar",
    }),
}
"""Columns of pretix' check-in list."""

PRETIX_LEFT_OUT = keys(
    "Event slug/Kurzname der Veranstaltung/Order code/Bestellnummer/Position ID/"
    "Position/Email/E-Mail/Order date/Bestelldatum/Order time/Bestelluhrzeit/Product/"
    "Produkt/Variation/Variante/Price/Preis/Tax rate/Steuersatz/Tax rule/Steuerregel/"
    "Tax value/Steuer/Voucher/Gutschein/Voucher code/Gutscheincode/Seat ID/"
    "Sitzplatz-ID/Seat name/Sitzbezeichnung/Seat zone/Sitzbereich/Seat row/Sitzreihe/"
    "Seat number/Sitzplatz/Follow-up date/Datum zur Wiedervorlage/"
    "Invoice address name/Rechnungsadresse: Name/VAT ID/USt-ID-Nr./Sales channel/"
    "Verkaufskanal/Order locale/Bestellsprache/E-mail address verified/"
    "E-Mail-Adresse verifiziert/Payment providers/Zahlungsmethoden/Checked in/"
    "Eingecheckt/Checked out/Ausgecheckt/Automatically checked in/"
    "Automatisch eingecheckt/Secret/Ticket-Code/Geheimnis/Paid/Bezahlt/"
    "Requires special attention/Benötigt besondere Behandlung/Start date/Beginn/"
    "End date/Ende/Date/Termin/"
    "Attendee name: Title/Attendee name: Salutation/Name Teilnehmer*in: Titel/"
    "Name Teilnehmer*in: Anrede/Invoice address name: Given name/"
    "Invoice address name: Family name/Rechnungsadresse: Name: Vorname/"
    "Rechnungsadresse: Name: Nachname",
)

OPENSLIDES: Mapping[str, Column] = _by_key({
    Column.GIVEN_NAME: "first_name",
    Column.FAMILY_NAME: "last_name",
    Column.EMAIL: "email",
    Column.ORGANISATION: "structure_level",
    Column.MAY_VOTE: "groups",
    Column.EXTERNAL_ID: "number",
    Column.NOTE: "comment",
})
"""Columns of OpenSlides 4's participants; delegates may vote."""

OPENSLIDES_LEFT_OUT = keys(
    "title/member_number/vote_weight/gender/pronoun/username/default_password/"
    "is_active/is_physical_person/is_present/locked_out/saml_id/home_committee/"
    "external",
)

ANTRAGSGRUEN: Mapping[str, Column] = _by_key({
    Column.GIVEN_NAME: "first_name",
    Column.FAMILY_NAME: "last_name",
    Column.EMAIL: "email",
    Column.ORGANISATION: "organization",
    Column.MAY_VOTE: "groups",
})
"""Columns of Antragsgrün's list of users; delegates may vote."""
