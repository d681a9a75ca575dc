"""What a person's own page offers, in the order of a conference."""

from lip.plan.queries.own_talk import is_any_text_open
from lip.registration.pages.own_offers import Holding, OwnOffer
from lip.words import N_


def _comes(holding: Holding) -> bool:
    return holding.comes


def _came(holding: Holding) -> bool:
    return holding.comes and holding.begun


OWN_OFFERS = (
    OwnOffer(N_("Programm"), "programme.show", "calendar", by_key=True),
    OwnOffer(N_("Vorschläge"), "own_proposals.show", "pencil", when=_comes),
    OwnOffer(
        N_("Was aus meinen Vorschlägen wurde"),
        "own_outcome.show",
        "circle-check",
        when=_came,
    ),
    OwnOffer(N_("Abstimmen"), "own_votes.show", "check", when=_came),
    OwnOffer(N_("Wahlen"), "own_elections.list", "user-check", when=_comes),
    OwnOffer(
        N_("Am Plan mitreden"),
        "own_plan.show",
        "file-text",
        when=_comes,
        asked=is_any_text_open,
    ),
    OwnOffer(N_("Wieder eingeladen werden"), "own_again.show", "mail"),
    OwnOffer(
        N_("Teilnahme bescheinigen"),
        "own_certificate.show",
        "file-text",
        when=_came,
    ),
    OwnOffer(
        N_("Rückmeldung geben"),
        "feedback.form",
        "pencil",
        by_key=True,
        when=_came,
    ),
    OwnOffer(N_("Was von mir gespeichert ist"), "own_data.show", "lock"),
)
"""What people can do on their own pages."""
