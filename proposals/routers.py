"""The pages of proposals."""

from proposals.pages import (
    answering,
    by_link,
    by_ticket,
    cards,
    collecting,
    moderating,
    moderating_comments,
    photos,
    read_by_ticket,
    reading,
    shown,
    states,
    translating,
    translator,
)

ROUTERS = (
    by_ticket.router,
    by_ticket.staff_router,
    photos.router,
    photos.staff_router,
    reading.router,
    by_link.router,
    cards.router,
    moderating.router,
    collecting.router,
    shown.router,
    states.router,
    read_by_ticket.router,
    answering.router,
    translating.router,
    translator.router,
    moderating_comments.router,
)
