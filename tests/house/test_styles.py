"""Each page loads the style sheets that draw its parts, and no rule is idle."""

import re
from functools import cache
from pathlib import Path

import pytest

from lip.contributions import TEMPLATES

ROOT = Path(__file__).parents[2]
STYLES = ROOT / "static" / "css"
EVERYWHERE = {"base", "parts", "fonts"}
SHARED = {"staff", "tables"}

COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}", re.DOTALL)
RULES = re.compile(r"\{[^{}]*\}")
CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
DRAWN_IN = {"<table": {"tables"}}
MACRO = re.compile(r"\{%-? macro (\w+)\(.*?%\}(.*?)\{%-? endmacro", re.DOTALL)

FRAME = 'extends "conference/frame.html"'  # or that of accounts: the same sheets
SOURCES = {
    path.relative_to(folder).as_posix(): COMMENT.sub(
        "", path.read_text("utf-8").replace("extends frame", FRAME)
    )
    for folder in TEMPLATES
    for path in folder.rglob("*.html")
}


@cache
def drawn_by() -> dict[str, set[str]]:
    """Tell which sheets draw a class, or an element such as `<table`."""
    found: dict[str, set[str]] = dict(DRAWN_IN)
    for path in STYLES.glob("*.css"):
        selectors = RULES.sub("{}", COMMENT.sub("", path.read_text("utf-8")))
        for name in CLASS.findall(selectors):
            found.setdefault(name, set()).add(path.stem)
    return found


def is_page(name: str) -> bool:
    """Tell whether it stands in the frame of all pages; else it is a part of one."""
    frames = _named("extends", SOURCES[name])
    return any(frame == "base.html" or is_page(frame) for frame in frames)


def sheets_of(name: str) -> set[str]:
    """Name the sheets that a page loads by itself or by its frames."""
    text = SOURCES[name]
    own = set(re.findall(r'static\("css/(\w+)\.css"\)', text))
    return own.union(*(sheets_of(frame) for frame in _named("extends", text)))


@cache
def words_of(name: str, macro: str = "") -> frozenset[str]:
    """Name the classes and elements of a page, with what it includes and calls."""
    text = _macros(name)[macro] if macro else MACRO.sub("", SOURCES[name])
    found = {word for part in _classes(text) for word in re.findall(r"[\w-]+", part)}
    found |= {f"<{one}" for one in re.findall(r"<(table)\b", text)}
    for one in _named("include", text):
        found |= words_of(one)
    for one in _named("extends", text):
        found |= words_of(one) - {"nav-menu"} if one == "base.html" else words_of(one)
    if "{% block nav %}" in text:
        found.add("nav-menu")  # the frame of all pages draws it for those with a nav
    for source, called in _calls(name, text):
        if called != macro:
            found |= words_of(source, called)
    return frozenset(found)


def _named(statement: str, text: str) -> list[str]:
    named = re.findall(rf'\{{%-? {statement} "([^"]+)"', text)
    return [one for one in named if one in SOURCES]


def _classes(text: str) -> list[str]:
    """Take what stands in class attributes, without conditions and values."""
    shown = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", text)
    return re.findall(r'class="([^"]*)"', shown)


@cache
def _macros(name: str) -> dict[str, str]:
    return dict(MACRO.findall(SOURCES[name]))


def _calls(name: str, text: str) -> list[tuple[str, str]]:
    imported = re.findall(r'\{% import "([^"]+)" as (\w+)', SOURCES[name])
    calls = [
        (source, called)
        for source, alias in imported
        for called in re.findall(rf"\b{alias}\.(\w+)\(", text)
    ]
    calls += [(name, one) for one in re.findall(r"(?<![.\w])(\w+)\(", text)]
    return [(source, one) for source, one in calls if one in _macros(source)]


@pytest.mark.parametrize("name", sorted(filter(is_page, SOURCES)))
def test_page_loads_the_sheets_that_draw_its_parts(name: str) -> None:
    loaded = EVERYWHERE | sheets_of(name)
    missing = {
        word: sorted(sheets)
        for word, sheets in drawn_by().items()
        if word in words_of(name) and sheets & SHARED and not sheets & loaded
    }

    assert missing == {}, "name one of these sheets in its block `sheets` or `head`"


def test_every_class_of_a_style_sheet_is_used_somewhere() -> None:
    places = [*ROOT.glob("static/js/**/*.js"), *ROOT.glob("lip/**/*.py")]
    places += [*ROOT.glob("proposals/**/*.py"), *ROOT.glob("elections/**/*.py")]
    text = " ".join([*SOURCES.values(), *(one.read_text("utf-8") for one in places)])
    used = set(re.findall(r"[\w-]+", text))
    drawn = {name for name in drawn_by() if name[0] != "<"}
    built = {name for name in drawn if re.match(r"icon-|\w+--?\d+$", name)}

    assert drawn - used - built == set()
