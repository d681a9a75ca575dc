"""The pages of public pages and programme."""

from lip.programme.pages import (
    agenda,
    board,
    documents,
    home,
    legal,
    page_editor,
    posters,
    public_page,
    public_programme,
    rooms,
    series,
    sessions,
    speakers,
    stage,
)

ROUTERS = (
    home.router,
    public_page.router,
    page_editor.router,
    documents.router,
    posters.router,
    series.router,
    stage.router,
    legal.router,
    legal.conference_router,
    public_programme.router,
    sessions.router,
    rooms.router,
    speakers.router,
    agenda.router,
    board.router,
)
