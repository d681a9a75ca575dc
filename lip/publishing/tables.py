"""Rows of pages that duty asks for, and of what can be found."""

from piccolo.columns import UUID, Boolean, Date, Integer, Text, Timestamptz, Varchar
from piccolo.constraints import Unique
from piccolo.table import Table

from lip.subjects import SubjectKind


class DutyPage(Table, help_text="Pflichtseite: imprint, privacy, accessibility."):
    """
    Own words before the ready text, or `instead` of it; `name` is that of the page.

    Said: text, exceptions (both Markdown), examined_how. `version` counts saves. What
    has barriers, and how and when that was examined, is said of accessibility only.
    """

    name = Varchar(length=40, primary_key=True)
    text = Text(default="")
    instead = Boolean(default=False)
    exceptions = Text(default="")
    examined_how = Text(default="")
    examined_on = Date(null=True, default=None)
    version = Integer(default=1)
    changed_at = Timestamptz(default=None, null=False)


class SearchDocument(Table, help_text="Suchtext: a public page as it can be found."):
    """
    Made from what areas list as public, and made again from it at any time.

    `mark` (SHA-256, hex) tells whether anything is different now. The stems stand in
    `search_words` (FTS5 on SQLite, tsvector on PostgreSQL), row by row.
    """

    id = UUID(primary_key=True)
    kind = Varchar(length=20, choices=SubjectKind)
    subject = UUID(default=None, null=False)
    path = Varchar(length=300)
    language = Varchar(length=35, default="")
    title = Text(default="")
    text = Text(default="")
    mark = Varchar(length=64, default="")
    changed_at = Timestamptz(null=True, default=None)

    one_document_per_page = Unique([path, language])


class SearchState(Table, help_text="Stand der Suche: up to where it has read."):
    """One row; `entry` is the newest entry of the journal that was seen."""

    id = Integer(primary_key=True)
    entry = UUID(null=True, default=None)
    refreshed_at = Timestamptz(default=None, null=False)
