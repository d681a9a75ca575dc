"""Rows of projects and news."""

from piccolo.columns import (
    UUID,
    Boolean,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table

from lip.bodies.tables import Body
from lip.conference.tables import Conference
from lip.measures.tables import Measure


class Project(Table, help_text="Projekt: a page of what partners do together."):
    """
    Said: heading (what the overview puts it under), title, summary, text (Markdown),
    period (as written), circle (who takes part), funder (a line that stands in print
    too), contact (what is to be known beside the organiser's address).

    `begins` and `ends` are partial dates; `capacity` is how many it is for at most;
    `organiser` is whom to ask.
    """

    id = UUID(primary_key=True)
    key = Varchar(length=80)
    heading = Text(default="")
    title = Text(default="")
    summary = Text(default="")
    text = Text(default="")
    period = Text(default="")
    begins = Varchar(length=10, default="")
    ends = Varchar(length=10, default="")
    capacity = Integer(null=True, default=None)
    circle = Text(default="")
    funder = Text(default="")
    contact = Text(default="")
    organiser = ForeignKey(
        Body, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    measure = ForeignKey(
        Measure, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    position = Integer(default=0)
    version = Integer(default=1)
    public_from = Timestamptz(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)
    changed_at = Timestamptz(default=None, null=False)

    one_project_per_key = Unique([key])


class ProjectEvent(Table, help_text="Veranstaltung eines Projekts."):
    """
    Said: title, rhythm ("jährlich"), note ("sobald die Infektionslage es erlaubt").

    `interrupted` says that the series has stopped and shall go on.
    """

    id = UUID(primary_key=True)
    project = ForeignKey(Project, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    title = Text(default="")
    rhythm = Text(default="")
    interrupted = Boolean(default=False)
    note = Text(default="")
    begins = Varchar(length=10, default="")
    ends = Varchar(length=10, default="")
    conference = ForeignKey(
        Conference, null=True, default=None, on_delete=OnDelete.set_null
    )


class NewsItem(Table, help_text="Nachricht: with a background part."):
    """Said: title, body, background (Markdown both). `dated` is a partial date."""

    id = UUID(primary_key=True)
    key = Varchar(length=80)
    title = Text(default="")
    body = Text(default="")
    background = Text(default="")
    dated = Varchar(length=10, default="")
    measure = ForeignKey(
        Measure, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    project = ForeignKey(
        Project, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    version = Integer(default=1)
    public_from = Timestamptz(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)
    changed_at = Timestamptz(default=None, null=False)

    one_news_item_per_key = Unique([key])


class Quotation(Table, help_text="Zitat: what somebody said or a paper says."):
    """
    Said: text, function. Of a project or of news; always with its source.

    Who is quoted by name has spoken in public and has agreed to stand here.
    """

    id = UUID(primary_key=True)
    project = ForeignKey(
        Project, null=True, default=None, on_delete=OnDelete.cascade, index=True
    )
    news = ForeignKey(
        NewsItem, null=True, default=None, on_delete=OnDelete.cascade, index=True
    )
    position = Integer(default=0)
    text = Text(default="")
    person = Varchar(length=200, default="")
    function = Text(default="")
    organisation = Varchar(length=300, default="")
    source = Varchar(length=500, default="")
    website = Varchar(length=500, default="")
