"""A form that was sent before: the same people again, or others after going back."""

from lip.conference.rules.guest import display_name
from lip.registration.pages.field_names import name_of
from lip.registration.queries.parties import PartyFacts
from lip.registration.rules.forms import FormFacts
from lip.registration.rules.registering import PartyWish
from lip.web.forms import Form
from lip.words import _


def names_others(wish: PartyWish, known: PartyFacts) -> bool:
    """Tell whether somebody else is wanted than was registered by this form."""
    wanted = [
        one.guest.full_name or display_name(one.guest.given_name, one.guest.family_name)
        for one in wish.people
    ]
    return sorted(wanted) != sorted(one.name for one in known.people)


def ask_about_others(sent: Form, facts: FormFacts, known: PartyFacts) -> None:
    """Ask at the first question whether they are to be registered as well."""
    names = ", ".join(filter(None, (one.name for one in known.people)))
    sentence = _(
        "Mit diesem Formular ist schon jemand angemeldet: %(names)s. Sollen auch die "
        "Menschen angemeldet werden, die jetzt hier stehen? Dann senden Sie es noch "
        "einmal.",
        names=names or _("ohne Namen"),
    )
    sent.refuse(name_of(facts.fields[0].key, 1), sentence)
