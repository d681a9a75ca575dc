"""The parts of each role's pages: in an organiser's head, on the desk of others."""

from lip.web.pages import Section
from lip.words import N_

PREPARING = N_("Vorbereiten")
GUESTS = N_("Gäste und Einlass")
TAKING_PART = N_("Mitreden und Wählen")
RECORDS = N_("Daten und Journal")

SECTIONS = (
    Section(
        name="overview",
        label=N_("Übersicht"),
        route="conference.show",
        icon="info",
    ),
    Section(
        name="page",
        label=N_("Öffentliche Seite"),
        route="page.edit",
        icon="file-text",
        group=PREPARING,
    ),
    Section(
        name="programme",
        label=N_("Programm"),
        route="sessions.list",
        icon="calendar",
        group=PREPARING,
    ),
    Section(
        name="registration",
        label=N_("Anmeldungen"),
        route="registration.settings",
        icon="user-check",
        group=PREPARING,
    ),
    Section(
        name="mail",
        label=N_("Post"),
        route="mail.list",
        icon="mail",
        group=PREPARING,
    ),
    Section(
        name="participants",
        label=N_("Gästeliste"),
        route="participants.list",
        icon="users",
        group=GUESTS,
    ),
    Section(
        name="badges",
        label=N_("Namensschilder"),
        route="badges.show",
        icon="id-card",
        group=GUESTS,
    ),
    Section(
        name="door",
        label=N_("Einlass"),
        route="door.show",
        icon="door-open",
        group=GUESTS,
    ),
    Section(
        name="passes",
        label=N_("Zugänge"),
        route="passes.list",
        icon="key",
        group=GUESTS,
    ),
    Section(
        name="after",
        label=N_("Nachher"),
        route="certificates.list",
        icon="circle-check",
        group=GUESTS,
    ),
    Section(
        name="proposals",
        label=N_("Vorschläge"),
        route="moderation.show",
        icon="heart-handshake",
        right="moderate",
        group=TAKING_PART,
    ),
    Section(
        name="pinboard",
        label=N_("Pinnwand"),
        route="pinboard.show",
        icon="layers",
        right="moderate",
        group=TAKING_PART,
    ),
    Section(
        name="voting",
        label=N_("Abstimmungen"),
        route="rounds.list",
        icon="check",
        right="moderate",
        group=TAKING_PART,
    ),
    Section(
        name="answers",
        label=N_("Übersetzungen und Antworten"),
        route="translations.queue",
        icon="languages",
        right="edit_the_plan",
        group=TAKING_PART,
    ),
    Section(
        name="elections",
        label=N_("Wahlen"),
        route="running.list",
        icon="user-check",
        right="run_elections",
        group=TAKING_PART,
    ),
    Section(
        name="retention",
        label=N_("Daten und Fristen"),
        route="retention.show",
        icon="shield",
        group=RECORDS,
    ),
    Section(
        name="journal",
        label=N_("Journal"),
        route="journal.list",
        icon="history",
        group=RECORDS,
    ),
)
"""The parts of an organiser's pages of one conference, as they stand in the head."""

DOOR_SECTIONS = (
    Section(name="rooms", label=N_("Räume"), route="room_door.list", icon="log-in"),
    Section(name="tally", label=N_("Zählen"), route="tally.show", icon="plus"),
)
"""What else helpers may do at a conference; in the menu of the door."""

MODERATOR_SECTIONS = (
    Section(
        name="proposals",
        label=N_("Vorschläge"),
        route="moderation.show",
        icon="heart-handshake",
    ),
    Section(
        name="pinboard",
        label=N_("Pinnwand"),
        route="pinboard.show",
        icon="layers",
    ),
    Section(
        name="voting",
        label=N_("Abstimmungen"),
        route="rounds.list",
        icon="check",
    ),
    Section(
        name="agenda",
        label=N_("Ablauf am Tag"),
        route="agenda.show",
        icon="clock",
    ),
)
"""What moderators do at a conference; on their desk."""

EDITOR_SECTIONS = (
    Section(
        name="answers",
        label=N_("Vorschläge lesen und beantworten"),
        route="proposals.list",
        icon="heart-handshake",
    ),
    Section(
        name="translations",
        label=N_("Übersetzungen"),
        route="translations.queue",
        icon="languages",
    ),
)
"""What editors do at a conference; on their desk."""

ELECTION_SECTIONS = (
    Section(
        name="elections",
        label=N_("Wahlen"),
        route="running.list",
        icon="user-check",
    ),
)
"""What the election board does at a conference; on its desk."""

PLAN_SECTIONS: tuple[Section, ...] = (
    Section(
        name="plans",
        label=N_("Pläne"),
        route="edit_plans.list",
        icon="layers",
        right="edit_the_plan",
    ),
    Section(
        name="duties",
        label=N_("Pflichtseiten"),
        route="duties.list",
        icon="shield",
        right="keep_the_fields",
    ),
    Section(
        name="fields",
        label=N_("Handlungsfelder"),
        route="fields_of_action.list",
        icon="tag",
        right="keep_the_fields",
    ),
    Section(
        name="papers",
        label=N_("Drucksachen"),
        route="council_papers.list",
        icon="file-text",
        right="edit_the_plan",
    ),
    Section(
        name="bodies",
        label=N_("Gremien"),
        route="bodies.list",
        icon="building",
        right="edit_the_plan",
    ),
    Section(
        name="measures",
        label=N_("Vorhaben"),
        route="edit_measures.list",
        icon="file-text",
        right="edit_the_plan",
    ),
    Section(
        name="news",
        label=N_("Projekte und Nachrichten"),
        route="edit_news.list",
        icon="heart-handshake",
        right="edit_the_plan",
    ),
)
"""The parts of the editors' pages of the plan, as they stand in the head."""

PUBLIC_SECTIONS: tuple[Section, ...] = (
    Section(name="home", label=N_("Konferenzen"), route="home", icon="calendar"),
    Section(name="plans", label=N_("Plan"), route="plans.list", icon="layers"),
    Section(
        name="measures",
        label=N_("Vorhaben"),
        route="measures.read_all",
        icon="circle-check",
    ),
    Section(
        name="papers",
        label=N_("Drucksachen"),
        route="council_papers.read_all",
        icon="file-text",
    ),
    Section(
        name="projects",
        label=N_("Projekte"),
        route="projects.read_all",
        icon="users",
    ),
    Section(name="search", label=N_("Suche"), route="search.show", icon="search"),
)
"""What everybody finds in the head of public pages."""

FOOT_SECTIONS: tuple[Section, ...] = (
    Section(
        name="contact_points",
        label=N_("Anlaufstellen"),
        route="contact_points.read",
        icon="map-pin",
    ),
    Section(
        name="monitoring",
        label=N_("Fortschritt"),
        route="monitoring.read",
        icon="clock",
    ),
    Section(
        name="traces",
        label=N_("Was daraus wurde"),
        route="traces.list",
        icon="heart-handshake",
    ),
    Section(
        name="bodies", label=N_("Gremien"), route="bodies.read_all", icon="building"
    ),
    Section(name="data", label=N_("Offene Daten"), route="data.index", icon="download"),
)
"""What stands at the foot of public pages, before what the law asks for."""
