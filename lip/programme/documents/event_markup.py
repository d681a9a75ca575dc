"""A conference for search engines: schema.org `Event` as JSON-LD."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lip.conference.rules.admission import Doors
from lip.conference.rules.stages import Stage

_STATUS: Final = {
    Stage.CALLED_OFF: "https://schema.org/EventCancelled",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What is said of an event; empty values are left out."""

    name: str
    description: str
    address: str
    picture: str
    language: str
    languages: Sequence[str]
    stage: Stage
    days: Sequence[tuple[str, str]]
    place: str
    street: str
    map_url: str
    organiser: str
    organiser_contact: Mapping[str, str]
    series: str


def event_markup(event: Event) -> str:
    """Write it so that it may stand in a page: no sign can end its element."""
    text = json.dumps(_without_empty(_event(event)), ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _event(event: Event) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.name,
        "description": event.description,
        "url": event.address,
        "image": event.picture,
        "inLanguage": list(event.languages) or [event.language],
        "startDate": event.days[0][0] if event.days else "",
        "endDate": event.days[-1][1] if event.days else "",
        "eventStatus": _STATUS.get(event.stage, "https://schema.org/EventScheduled"),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": _place(event),
        "organizer": _organiser(event),
        "superEvent": {"@type": "EventSeries", "name": event.series}
        if event.series
        else {},
    }


def _place(event: Event) -> dict[str, Any]:
    if not event.place and not event.street:
        return {}
    return {
        "@type": "Place",
        "name": event.place,
        "address": event.street or event.place,
        "hasMap": event.map_url,
    }


def _organiser(event: Event) -> dict[str, Any]:
    if not event.organiser:
        return {}
    return {
        "@type": "Organization",
        "name": event.organiser,
        **event.organiser_contact,
    }


def _without_empty(values: Any) -> Any:
    if isinstance(values, dict):
        kept = {key: _without_empty(value) for key, value in values.items()}
        return {key: value for key, value in kept.items() if value not in ("", {}, [])}
    return values


def days_with_zone(days: Sequence[Doors], zone: Any) -> Sequence[tuple[str, str]]:
    """Write begin and end of each day with the offset of its place (ISO 8601)."""
    return [
        (
            doors.open.astimezone(zone).isoformat(timespec="minutes"),
            doors.close.astimezone(zone).isoformat(timespec="minutes"),
        )
        for doors in days
    ]
