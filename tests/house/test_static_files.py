"""What is served as it lies is complete, small, and what its list says."""

import gzip
import hashlib
import re
from pathlib import Path

import pytest

from lip.conference.pages.door_worker import KEPT_FILES

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
VENDOR = STATIC / "vendor"
AREAS = ("lip", "proposals", "elections")
TEMPLATES = sorted(
    path for area in AREAS for path in (ROOT / area).rglob("templates/**/*.html")
)
PAGES = [path for path in TEMPLATES if path.name != "letter.html"]  # goes by mail
LISTED = re.findall(
    r"^\| `([^`]+)` .*`([0-9a-f]{64})` \|$",
    (VENDOR / "README.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


def compressed(*paths: Path) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_script_in_vendor_is_listed():
    scripts = {path.name for path in VENDOR.glob("*.js")}

    assert scripts
    assert scripts <= {name for name, _ in LISTED}


@pytest.mark.parametrize("name, digest", LISTED)
def test_vendored_file_has_the_listed_digest(name, digest):
    content = (VENDOR / name).read_bytes()

    assert hashlib.sha256(content).hexdigest() == digest


def test_every_icon_named_in_a_template_is_in_the_sprite():
    drawn = set(
        re.findall(r'<symbol id="([^"]+)"', text_of(STATIC / "icons/sprite.svg"))
    )
    named = {
        name
        for path in TEMPLATES
        for name in re.findall(r'icon\("([^"]+)"\)', text_of(path))
    }

    assert named
    assert named <= drawn


def test_every_style_and_script_named_in_a_template_exists():
    named = {
        name
        for path in TEMPLATES
        for name in re.findall(r'static\("([^"]+)"\)', text_of(path))
    }

    assert named
    assert not [name for name in named if not (STATIC / name).is_file()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_template_has_no_inline_style_or_script(path):
    page = text_of(path).replace('<script type="application/ld+json">', "")  # data

    assert not re.search(r"\sstyle=|<style|\son[a-z]+=\W|<script(?![^>]*\ssrc=)", page)


def test_styles_use_logical_properties_only():
    physical = re.compile(
        r"^\s+(?:margin|padding|border|inset)-(?:left|right)\b"
        r"|^\s+(?:left|right|float):|text-align: (?:left|right)",
        re.MULTILINE,
    )

    styles = sorted((STATIC / "css").glob("*.css"))

    assert styles
    assert not [path.name for path in styles if physical.search(text_of(path))]


def loaded_with(script: Path) -> set[Path]:
    imports = re.findall(r'^import .* from "\./(.+)";$', text_of(script), re.MULTILINE)
    return {script}.union(*(loaded_with(script.parent / name) for name in imports))


def test_styles_of_a_first_page_stay_under_6_kb():
    styles = [STATIC / "css" / f"{name}.css" for name in ("base", "parts", "fonts")]

    assert compressed(*styles) <= 6_000


def test_scripts_of_the_door_stay_under_8_kb_and_fetch_the_decoder_later():
    scripts = loaded_with(STATIC / "js/door.js") | {STATIC / "js/page.js"}

    assert len(scripts) > 3
    assert STATIC / "js/scanner.js" not in scripts
    assert compressed(*scripts) <= 8_000


def test_scripts_for_the_time_without_network_stay_under_13_kb():
    scripts = loaded_with(STATIC / "js/offline/desk.js")

    assert len(scripts) > 5
    assert not scripts & loaded_with(STATIC / "js/door.js")
    assert compressed(*scripts) <= 13_000


def test_device_keeps_every_script_of_the_door():
    scripts = loaded_with(STATIC / "js/door.js") | loaded_with(STATIC / "js/camera.js")
    scripts |= loaded_with(STATIC / "js/offline/desk.js") | {STATIC / "js/page.js"}

    kept = {STATIC / name for name in KEPT_FILES}

    assert scripts - kept == set()
    assert [path for path in kept if not path.is_file()] == []
