"""The pages of letters."""

from lip.mail.pages import (
    letters,
    outbox,
)

ROUTERS = (
    outbox.router,
    letters.router,
)
