"""What became of proposals, in words: a whole way, or its state for a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from lip.said import Said, Spoken
from lip.web.page import AnyRequest
from lip.web.visit import visit_of
from lip.words import N_, _, current_language
from proposals.queries.following import ways_of
from proposals.rules.following import State, Step, state_at_end
from proposals.words import BECAME, STATES

_ICONS: Final[Mapping[State, str]] = {
    State.COLLECTED: "pencil",
    State.MERGED: "link",
    State.IN_CLUSTER: "list",
    State.IN_VOTE: "hourglass",
    State.VOTED: "check",
    State.TAKEN_UP: "eye",
    State.ADOPTED: "circle-check",
    State.ADOPTED_CHANGED: "circle-check",
    State.NOT_FOLLOWED: "x",
}
_KINDS: Final[Mapping[State, str]] = {
    State.TAKEN_UP: "note",
    State.ADOPTED: "good",
    State.ADOPTED_CHANGED: "good",
    State.NOT_FOLLOWED: "warn",
}
_SAID: Final[Mapping[State, str]] = {
    State.COLLECTED: N_("Eingereicht als Nr. %(number)s"),
    State.MERGED: N_("Zusammengelegt mit Nr. %(number)s"),
    State.IN_CLUSTER: N_("In einem Bündel mit ähnlichen Vorschlägen"),
    State.IN_VOTE: N_("Zur Abstimmung gestellt"),
    **{State(became.value): said for became, said in BECAME.items()},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WayLink:
    """A page of a higher area about a proposal's way; `{id}` is the proposal's."""

    label: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A state as a badge."""

    kind: str
    icon: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WayLine:
    """
    One step of a way in words; `path` is where to read on.

    `taken_back` is why an answer was taken back.
    """

    icon: str
    said: str
    title: Spoken
    path: str
    at: datetime | None
    reason: Spoken
    taken_back: Spoken


def badge_of(state: State) -> Badge:
    """Draw a state."""
    return Badge(kind=_KINDS.get(state, ""), icon=_ICONS[state], word=_(STATES[state]))


async def badges_for(
    request: AnyRequest, proposals: Sequence[UUID]
) -> Mapping[UUID, Badge]:
    """Draw the states of all proposals of a list, in a constant number of queries."""
    ways = await ways_of(proposals, request.app.state.tracers)
    return {one: badge_of(state_at_end(way)) for one, way in ways.items()}


def way_in_words(
    request: AnyRequest, way: Sequence[Step], *, main: str
) -> Sequence[WayLine]:
    """Tell a way in the language of the page, or else in `main`."""
    return [
        WayLine(
            icon=_ICONS[step.state],
            said=_said(step),
            title=_spoken(step.title, main),
            path=_path(request, step.path),
            at=step.at,
            reason=_spoken(step.reason, main),
            taken_back=_spoken(step.taken_back_reason, main),
        )
        for step in way
    ]


def links_beside(request: AnyRequest, proposal: UUID) -> Sequence[tuple[str, str]]:
    """Give label and address of what higher areas tell of a proposal's way."""
    links: Sequence[WayLink] = request.app.state.way_links
    return [
        (_(one.label), _path(request, one.path.format(id=proposal))) for one in links
    ]


def _spoken(texts: Mapping[str, str], main: str) -> Spoken:
    return Said(texts).pick(current_language(), main)


def _path(request: AnyRequest, path: str) -> str:
    ours = path.startswith("/") and not path.startswith("//")
    return visit_of(request).prefix + path if ours else path


def _said(step: Step) -> str:
    if step.state is State.VOTED:
        return _voted(step)
    said = _(_SAID[step.state], number=step.number)
    if step.taken_back_at is None:
        return said
    return _("Zurückgenommen: %(answer)s", answer=said)


def _voted(step: Step) -> str:
    if not step.place:
        return _("Darüber wurde abgestimmt")
    said = _("Abgestimmt: Platz %(place)s", place=step.place)
    if step.out_of:
        said = _(
            "Abgestimmt: Platz %(place)s von %(many)s",
            place=step.place,
            many=step.out_of,
        )
    return _("%(voted)s, gemeinsam mit anderen", voted=said) if step.tied else said
