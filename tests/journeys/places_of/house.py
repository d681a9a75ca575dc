"""Every page of the house itself."""

from lip.accounts.queries import account_named
from lip.accounts.rules.roles import Role
from lip.fields.queries.fields import fields_offered
from lip.sample.fill_in import ACCOUNTS, KEY
from tests.factories import make_helper_link
from tests.journeys.places_of import Place, looked_at_by

NO_PAGES = {
    "health",
    "metrics",
    "theme",
    "static",
    "static.sheet",
}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    account = await account_named(ACCOUNTS[Role.ORGANISER][0])
    link = await make_helper_link(KEY, label="Tisch 3")
    return {
        "account": str(account.id),
        "field of action": str((await fields_offered())[0].id),
        "link": str(link.id),
        "token": link.token,
    }


FOR_ORGANISERS = {
    "desk.show": "/desk",
    "own_account.show": "/account",
    "own_account.second_factor": "/account/second-factor",
    "accounts.list": "/accounts",
    "accounts.new": "/accounts/new",
    "accounts.show": "/accounts/{account}",
    "journal.all": "/journal",
    "fields_of_action.list": "/fields",
    "fields_of_action.new": "/fields/new",
    "fields_of_action.show": "/fields/{field of action}",
    "translator.show": "/translator",
}
FOR_THE_BOARD = {
    "desk of an officer": "/desk",
}
FOR_EVERYBODY = {
    "home": "/",
    "imprint": "/imprint",
    "privacy": "/privacy",
    "accessibility": "/accessibility",
    "sign_in": "/sign-in",
    "sign_in.link": "/sign-in/link/{token}",
}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    return (
        looked_at_by("admin", FOR_ORGANISERS, found)
        | looked_at_by("officer", FOR_THE_BOARD, found)
        | looked_at_by("nobody", FOR_EVERYBODY, found)
    )
