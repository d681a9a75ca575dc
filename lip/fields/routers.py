"""The pages of fields of action."""

from lip.fields.pages import (
    fields_of_action,
)

ROUTERS = (fields_of_action.router,)
