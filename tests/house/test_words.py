"""Every sentence is translated, and the check that says so finds mistakes."""

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from lip.words import LANGUAGES
from lip.words.catalogues import FOLDER
from lip.words.checking import mistakes
from lip.words.extracting import said

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted(ROOT.glob("lip/**/templates/**/*.html"))

NAMES = re.compile(  # what is written here becomes the value of a class
    r"{% set \w+ %}.*?{% endset %}"
    r"|{% block (tone|body_class|main_class) %}.*?{% endblock %}",
    re.DOTALL,
)
JINJA = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"')
SCRIPTED = re.compile(r"<(script|style|svg|pre|code)\b.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]*>", re.DOTALL)
LETTERS = re.compile(r"[^\W\d_]{2,}")
SPOKEN = re.compile(r'\b(?:alt|title|placeholder|aria-label)="([^"{]*[^\W\d_][^"]*)"')
NO_WORDS = {"XXXX-XXXX-XXXX"}  # the form of a code


@pytest.fixture(scope="module")
def sentences() -> Catalog:
    """Read all sources once."""
    return said()


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """A copy of a catalogue, to spoil."""
    return Path(shutil.copy(FOLDER / "en.po", tmp_path / "en.po"))


def spoil(path: Path, pattern: str, by: str) -> None:
    text = path.read_text(encoding="utf-8")
    spoiled = re.sub(pattern, by, text, count=1)
    assert spoiled != text
    path.write_text(spoiled, encoding="utf-8")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_sentence_is_translated(tag: str, sentences: Catalog):
    assert list(mistakes(FOLDER / f"{tag}.po", sentences)) == []


@pytest.mark.parametrize(
    "pattern, by, found",
    [
        (r'msgid "Anmelden"\nmsgstr ".*"', 'msgid "Anmelden"\nmsgstr ""', "missing"),
        (r'msgid "Anmelden"\nmsgstr ".*"\n', "", "missing"),
        (r'msgid "Anmelden"\n', '#, fuzzy\nmsgid "Anmelden"\n', "fuzzy"),
        (r'msgid "Anmelden"\n', 'msgid "Abendessen"\n', "said nowhere"),
        (r'msgstr "(.*)%\(column\)s', r'msgstr "\1%(columns)s', "wrong values"),
        (r'msgstr "(.*)%\(column\)s', r'msgstr "\1', "wrong values"),
        (r'msgstr\[1\] ".*"', 'msgstr[1] ""', "missing"),
    ],
)
def test_the_check_finds_every_kind_of_mistake(
    english: Path, sentences: Catalog, pattern: str, by: str, found: str
):
    spoil(english, pattern, by)

    assert any(found in one for one in mistakes(english, sentences))


def test_a_plural_needs_all_forms_of_its_language(tmp_path: Path, sentences: Catalog):
    arabic = Path(shutil.copy(FOLDER / "ar.po", tmp_path / "ar.po"))
    spoil(arabic, r'msgstr\[5\] ".*"\n', "")

    assert any("missing" in one for one in mistakes(arabic, sentences))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_speaks_past_the_catalogues(path: Path):
    text = JINJA.sub(" ", NAMES.sub(" ", path.read_text(encoding="utf-8")))

    spoken = SPOKEN.findall(text)
    for pattern in (SCRIPTED, ATTRIBUTE, TAG):
        text = pattern.sub(" ", text)
    written = [word for word in LETTERS.findall(text) if word not in NO_WORDS]

    assert set(spoken) <= NO_WORDS
    assert written == []
