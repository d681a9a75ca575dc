"""The pages of accounts."""

from lip.accounts.pages import (
    accounts,
    own_account,
    sign_in,
)

ROUTERS = (
    sign_in.router,
    own_account.router,
    accounts.router,
)
