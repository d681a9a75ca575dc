"""The pages of open data."""

from lip.opendata.pages import (
    api_page,
    datasets,
    feeds,
    importing,
    oparl,
    rest,
)

ROUTERS = (
    oparl.router,
    oparl.send_nothing,
    datasets.router,
    api_page.router,
    feeds.router,
    rest.router,
    importing.router,
)
