"""Who proposes and remarks: anybody, the holder of a ticket, an editor for somebody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from lip.accounts.guards import find_identity
from lip.accounts.rules.identity import Identity
from lip.conference.pages.tickets import provide_held
from lip.conference.rules.codes import shown
from lip.errors import NotFound
from lip.journal.rules.entries import Actor, ActorKind
from lip.keys import Keys
from lip.plan.queries.plans import plan_by_key
from lip.plan.rules.plans import PlanFacts
from lip.web.address import sealed_address
from lip.web.attempts import Allowance
from lip.web.limits import Limits
from lip.web.page import AnyRequest, redirect
from lip.web.pages import prefixed

SOMEBODY: Final = Actor(ActorKind.PARTICIPANT)
"""The journal does not keep who of the public wrote what."""

TEXTS_PER_ADDRESS: Final = Allowance(attempts=120, within=timedelta(minutes=10))
"""A hall shares one address."""

TEXTS_PER_TICKET: Final = Allowance(attempts=60, within=timedelta(minutes=10))

FRAMES: Final = {
    "": "plan_public.html",
    "own_": "plan/own_frame.html",
    "plan_": "plan_staff.html",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """
    Somebody who proposes other words or remarks something.

    `routes` is how the names of her pages begin; `code` is that of a ticket, and never
    stands in an address that everybody uses.
    """

    by: Actor
    routes: str = ""
    code: str = ""
    participant: UUID | None = None
    person: UUID | None = None

    @property
    def editor(self) -> bool:
        """Tell whether she enters what somebody else proposes."""
        return self.routes == "plan_"

    @property
    def frame(self) -> str:
        """Name the template around her pages."""
        return FRAMES[self.routes]

    async def plan(self, key: str) -> PlanFacts:
        """Find a plan whose draft she may read, or raise NotFound."""
        plan = await plan_by_key(key)
        if not (self.editor or plan.draft_public):
            raise NotFound("unknown_plan")
        return plan

    def way(self, request: AnyRequest, name: str, plan: str, chapter: str) -> str:
        """Give the address of one of her pages about a chapter."""
        named = {"code": self.code} if self.code else {}
        return prefixed(
            request, f"{self.routes}{name}", plan=plan, chapter=chapter, **named
        )

    def spend(self, request: AnyRequest, *, now: datetime) -> None:
        """Count what she writes, so that no program writes for her."""
        limits: Limits = request.app.state.limits
        keys: Keys = request.app.state.key_ring
        if self.participant:
            limits.spend(f"plan {self.participant}", TEXTS_PER_TICKET, now=now)
        elif not self.editor:
            limits.spend(sealed_address(request, keys), TEXTS_PER_ADDRESS, now=now)

    def thanks(self, request: AnyRequest, plan: str, amendment: str) -> Redirect:
        """Lead to the amendment that she has handed in."""
        if self.code:
            return redirect(request, "own_plan.show", code=self.code)
        return redirect(
            request, f"{self.routes}amendments.show", plan=plan, code=amendment
        )


async def provide_anybody(request: AnyRequest) -> Speaker:
    """Let everybody write; who is signed in is known."""
    identity = await find_identity(request)
    if identity is None or identity.person is None:
        return Speaker(by=SOMEBODY)
    return Speaker(by=identity.actor, person=identity.person)


async def provide_ticket_holder(
    request: AnyRequest, code: FromPath[str], now: NamedDependency[datetime]
) -> Speaker:
    """Let the holder of a ticket write, known by its code alone."""
    held = await provide_held(request, code, now)
    if held is None:
        raise NotFound("unknown_ticket")
    return Speaker(
        by=SOMEBODY,
        routes="own_",
        code=shown(held.code),
        participant=held.person.id,
    )


async def provide_editor(identity: NamedDependency[Identity]) -> Speaker:
    """Let an editor write what somebody else proposes."""
    return Speaker(by=identity.actor, routes="plan_", person=identity.person)


def ways_of(
    request: AnyRequest, speaker: Speaker, plan: str, chapter: str
) -> Mapping[str, str]:
    """Give the addresses of her pages about a chapter, by the name of the page."""
    names = {"amend": "amendments.new"}
    if not speaker.editor:
        names |= {"talk": "amendments.discuss", "remark": "remarks.new"}
    return {
        word: speaker.way(request, name, plan, chapter) for word, name in names.items()
    }
