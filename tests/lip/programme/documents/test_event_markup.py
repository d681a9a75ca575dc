"""JSON-LD for search engines."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lip.conference.rules.stages import Stage
from lip.programme.documents.event_markup import Event, days_with_zone, event_markup
from tests.factories import BERLIN, clock, whole_days

EVENT = Event(
    name="Konferenz",
    description="Kurz",
    address="https://lip.example/de/c/eins",
    picture="https://lip.example/de/c/eins/share.png",
    language="de",
    languages=("de", "ar"),
    stage=Stage.ANNOUNCED,
    days=[("2026-10-24T09:00+02:00", "2026-10-24T18:00+02:00")],
    place="Rathaus",
    street="Platz 1, 12345 Stadt",
    map_url="https://karte.example/x",
    organiser="Netzwerk e. V.",
    organiser_contact={"email": "a@example.org", "telephone": ""},
    series="Reihe",
)


def test_it_says_what_schema_org_asks_for():
    said = json.loads(event_markup(EVENT))

    assert said["@type"] == "Event"
    assert said["startDate"] == "2026-10-24T09:00+02:00"
    assert said["location"]["address"] == "Platz 1, 12345 Stadt"
    assert said["organizer"] == {
        "@type": "Organization",
        "name": "Netzwerk e. V.",
        "email": "a@example.org",
    }
    assert said["eventStatus"].endswith("EventScheduled")
    assert said["superEvent"] == {"@type": "EventSeries", "name": "Reihe"}


def test_what_is_called_off_is_cancelled():
    said = json.loads(event_markup(replace(EVENT, stage=Stage.CALLED_OFF)))

    assert said["eventStatus"] == "https://schema.org/EventCancelled"


def test_what_nobody_wrote_is_left_out():
    said = json.loads(
        event_markup(
            replace(EVENT, place="", street="", organiser="", series="", days=())
        )
    )

    assert not {"location", "organizer", "superEvent", "startDate"} & said.keys()


@given(st.text(max_size=100))
def test_no_title_ends_the_element_it_stands_in(title: str):
    written = event_markup(replace(EVENT, name=f"</script><b>{title}", description="x"))

    assert "<" not in written
    assert json.loads(written)["name"] == f"</script><b>{title}"


def test_both_days_around_the_change_of_the_clock_have_their_own_offset():
    summer = clock().replace(year=2026, month=10, day=24, hour=12)

    days = days_with_zone(whole_days(summer, 2), BERLIN)

    assert [begin[-6:] for begin, _ in days] == ["+02:00", "+02:00"]
    assert [end[-6:] for _, end in days] == ["+02:00", "+01:00"]
