"""Imprint, privacy and accessibility are never farther away than two clicks."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOOT = re.compile(r"{% block footer %}(.*?){% endblock %}", re.DOTALL)
FRAME = "lip/web/templates/base.html"
LEADS_TO = {
    "lip/attendance/templates/attendance/room.html": "imprint",
    "lip/conference/templates/conference/door.html": "imprint",
    "lip/programme/templates/programme/board.html": "programme.show",
    "proposals/templates/proposals/board/wall.html": "pinboard.show",
    "proposals/templates/results/screen.html": "results.show",
    "elections/templates/elections/introductions.html": "election.show",
}
"""Pages without the foot, and a page with it that each of them leads to."""
NO_WAY_OUT = {"lip/conference/templates/kiosk/frame.html"}
"""The tablet in the hall: nothing on it leads away."""


def templates() -> dict[str, str]:
    return {
        str(path.relative_to(ROOT)): path.read_text()
        for area in ("lip", "proposals", "elections")
        for path in (ROOT / area).rglob("*.html")
    }


def test_the_foot_of_the_frame_leads_to_all_three():
    frame = templates()[FRAME]
    foot = frame[frame.index("{% block footer %}") :]

    for route in ("imprint", "privacy", "accessibility"):
        assert f'path_for("{route}")' in foot


def test_a_page_without_the_foot_leads_to_one_that_has_it():
    without = {
        name
        for name, text in templates().items()
        if (foot := FOOT.search(text)) and name != FRAME and "super()" not in foot[1]
    }

    assert without == set(LEADS_TO) | NO_WAY_OUT
    for name, route in LEADS_TO.items():
        assert f'path_for("{route}"' in templates()[name], name
