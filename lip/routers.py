"""Every router of the application, area by area."""

from elections.routers import ROUTERS as ELECTIONS
from lip.accounts.routers import ROUTERS as ACCOUNTS
from lip.attendance.routers import ROUTERS as ATTENDANCE
from lip.bodies.routers import ROUTERS as BODIES
from lip.conference.routers import ROUTERS as CONFERENCE
from lip.fields.routers import ROUTERS as FIELDS
from lip.mail.routers import ROUTERS as MAIL
from lip.measures.routers import ROUTERS as MEASURES
from lip.news.routers import ROUTERS as NEWS
from lip.opendata.routers import ROUTERS as OPENDATA
from lip.papers.routers import ROUTERS as PAPERS
from lip.plan.routers import ROUTERS as PLAN
from lip.programme.routers import ROUTERS as PROGRAMME
from lip.publishing.routers import ROUTERS as PUBLISHING
from lip.registration.routers import ROUTERS as REGISTRATION
from lip.retention.routers import ROUTERS as RETENTION
from lip.tracing.routers import ROUTERS as TRACING
from lip.web import health, theme
from proposals.board.routers import ROUTERS as PROPOSALS_BOARD
from proposals.routers import ROUTERS as PROPOSALS
from proposals.voting.routers import ROUTERS as PROPOSALS_VOTING

ROUTERS = (
    *PROGRAMME,
    *CONFERENCE,
    *ACCOUNTS,
    *ATTENDANCE,
    *MAIL,
    *RETENTION,
    *REGISTRATION,
    *PROPOSALS,
    *PROPOSALS_BOARD,
    *FIELDS,
    *BODIES,
    *PAPERS,
    *PROPOSALS_VOTING,
    *ELECTIONS,
    *OPENDATA,
    *PUBLISHING,
    *TRACING,
    *PLAN,
    *MEASURES,
    *NEWS,
    health.router,
    theme.router,
)
