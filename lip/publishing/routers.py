"""The pages of search, books and duty pages."""

from lip.publishing.pages import (
    books,
    duties,
    search,
)

ROUTERS = (
    search.router,
    books.router,
    duties.router,
)
