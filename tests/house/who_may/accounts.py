"""Who may open which page of accounts, and what is kept of everything."""

from uuid import uuid4

from tests.house.who_may import ACCOUNTS, ADMINISTRATORS, BROWSERS, EVERYBODY, FIELDS

WHO_MAY: dict[str, frozenset[str]] = {
    "sign_in": EVERYBODY,
    "sign_in.send": EVERYBODY,
    "sign_in.second_step": EVERYBODY,
    "sign_in.link": EVERYBODY,
    "sign_in.use_link": EVERYBODY,
    "sign_out": EVERYBODY,
    "desk.show": BROWSERS,
    "own_account.show": ACCOUNTS,
    "own_account.password": ACCOUNTS,
    "own_account.second_factor": ACCOUNTS,
    "own_account.set_second_factor": ACCOUNTS,
    "own_account.remove_second_factor": ACCOUNTS,
    "accounts.list": ADMINISTRATORS,
    "accounts.new": ADMINISTRATORS,
    "accounts.create": ADMINISTRATORS,
    "accounts.show": ADMINISTRATORS,
    "accounts.grant": ADMINISTRATORS,
    "accounts.withdraw": ADMINISTRATORS,
    "accounts.reset": ADMINISTRATORS,
    "accounts.close": ADMINISTRATORS,
    "accounts.open": ADMINISTRATORS,
    "journal.all": ADMINISTRATORS,
    "fields_of_action.list": FIELDS,
    "fields_of_action.new": FIELDS,
    "fields_of_action.add": FIELDS,
    "fields_of_action.show": FIELDS,
    "fields_of_action.change": FIELDS,
    "fields_of_action.move": FIELDS,
    "fields_of_action.close": FIELDS,
}

PLACES: dict[str, str] = {
    "person": str(uuid4()),
    "token": "erfunden",
}
