"""The pages of council papers."""

from lip.papers.pages import (
    attachments,
    drafting,
    editing,
    public_papers,
    report_paper,
)

ROUTERS = (
    editing.router,
    attachments.router,
    drafting.router,
    report_paper.router,
    public_papers.router,
)
