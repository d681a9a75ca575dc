"""The parts of each role's pages: in an organiser's head, on the desk of others."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lip.web.pages import Section
from lip.words import N_

TAKING_PART: Final = N_("Mitreden und Wählen")


def _part(name: str, label: str, route: str, icon: str) -> Section:
    return Section(name=name, label=label, route=route, icon=icon)


def _under(menu: str, *parts: Section, right: str = "organise") -> Sequence[Section]:
    """Put parts into a menu, for those who have a right; without a name beside all."""
    return [replace(part, group=menu, right=right) for part in parts]


_MODERATED = (
    _part("proposals", N_("Vorschläge"), "moderation.show", "heart-handshake"),
    _part("pinboard", N_("Pinnwand"), "pinboard.show", "layers"),
    _part("voting", N_("Abstimmungen"), "rounds.list", "check"),
)

DOOR_SECTIONS: Final = (
    _part("rooms", N_("Räume"), "room_door.list", "log-in"),
    _part("tally", N_("Zählen"), "tally.show", "plus"),
)
"""What else helpers may do at a conference; in the menu of the door."""

MODERATOR_SECTIONS: Final = (
    *_MODERATED,
    _part("agenda", N_("Ablauf am Tag"), "agenda.show", "clock"),
)
"""What moderators do at a conference; on their desk."""

EDITOR_SECTIONS: Final = (
    _part(
        "answers",
        N_("Vorschläge lesen und beantworten"),
        "proposals.list",
        "heart-handshake",
    ),
    _part("translations", N_("Übersetzungen"), "translations.queue", "languages"),
)
"""What editors do at a conference; on their desk."""

ELECTION_SECTIONS: Final = (
    _part("elections", N_("Wahlen"), "running.list", "user-check"),
)
"""What the election board does at a conference; on its desk."""

SECTIONS: Final = (
    _part("overview", N_("Übersicht"), "conference.show", "info"),
    *_under(
        N_("Vorbereiten"),
        _part("page", N_("Öffentliche Seite"), "page.edit", "file-text"),
        _part("programme", N_("Programm"), "sessions.list", "calendar"),
        _part("registration", N_("Anmeldungen"), "registration.settings", "user-check"),
        _part("mail", N_("Post"), "mail.list", "mail"),
    ),
    *_under(
        N_("Gäste und Einlass"),
        _part("participants", N_("Gästeliste"), "participants.list", "users"),
        _part("badges", N_("Namensschilder"), "badges.show", "id-card"),
        _part("door", N_("Einlass"), "door.show", "door-open"),
        _part("passes", N_("Zugänge"), "passes.list", "key"),
        _part("after", N_("Nachher"), "certificates.list", "circle-check"),
    ),
    *_under(TAKING_PART, *_MODERATED, right="moderate"),
    *_under(
        TAKING_PART,
        _part(
            "answers",
            N_("Übersetzungen und Antworten"),
            "translations.queue",
            "languages",
        ),
        right="edit_the_plan",
    ),
    *_under(TAKING_PART, *ELECTION_SECTIONS, right="run_elections"),
    *_under(
        N_("Daten und Journal"),
        _part("retention", N_("Daten und Fristen"), "retention.show", "shield"),
        _part("journal", N_("Journal"), "journal.list", "history"),
    ),
)
"""The parts of an organiser's pages of one conference, as they stand in the head."""

PLAN_SECTIONS: Final = (
    *_under(
        "",
        _part("plans", N_("Pläne"), "edit_plans.list", "layers"),
        right="edit_the_plan",
    ),
    *_under(
        "",
        _part("duties", N_("Pflichtseiten"), "duties.list", "shield"),
        _part("fields", N_("Handlungsfelder"), "fields_of_action.list", "tag"),
        right="keep_the_fields",
    ),
    *_under(
        "",
        _part("papers", N_("Drucksachen"), "council_papers.list", "file-text"),
        _part("bodies", N_("Gremien"), "bodies.list", "building"),
        _part("measures", N_("Vorhaben"), "edit_measures.list", "file-text"),
        _part(
            "news", N_("Projekte und Nachrichten"), "edit_news.list", "heart-handshake"
        ),
        _part("traces", N_("Spuren"), "traces.desk", "link"),
        _part("import", N_("Einlesen"), "imports.show", "upload"),
        right="edit_the_plan",
    ),
)
"""The parts of the editors' pages of the plan, as they stand in the head."""

PUBLIC_SECTIONS: Final = (
    _part("home", N_("Konferenzen"), "home", "calendar"),
    _part("plans", N_("Plan"), "plans.list", "layers"),
    _part("measures", N_("Vorhaben"), "measures.read_all", "circle-check"),
    _part("papers", N_("Drucksachen"), "council_papers.read_all", "file-text"),
    _part("projects", N_("Projekte"), "projects.read_all", "users"),
    _part("search", N_("Suche"), "search.show", "search"),
)
"""What everybody finds in the head of public pages."""

FOOT_SECTIONS: Final = (
    _part("contact_points", N_("Anlaufstellen"), "contact_points.read", "map-pin"),
    _part("monitoring", N_("Fortschritt"), "monitoring.read", "clock"),
    _part("traces", N_("Was daraus wurde"), "traces.list", "heart-handshake"),
    _part("bodies", N_("Gremien"), "bodies.read_all", "building"),
    _part("data", N_("Offene Daten"), "data.index", "download"),
)
"""What stands at the foot of public pages, before what the law asks for."""
