"""Documents cannot lie: what they list is what there is."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

import lip
from lip.accounts import tables as accounts_tables
from lip.attendance import tables as attendance_tables
from lip.cli.commands import app
from lip.conference import tables as conference_tables
from lip.journal import tables as journal_tables
from lip.mail import tables as mail_tables
from lip.programme import tables as programme_tables
from lip.registration import tables as registration_tables
from lip.retention import tables as retention_tables
from lip.settings import Settings, read_settings
from proposals import tables as proposals_tables

ROOT = Path(__file__).parents[2]
TABLES = sorted(
    table._meta.tablename and table.__name__
    for module in (
        accounts_tables,
        attendance_tables,
        conference_tables,
        journal_tables,
        mail_tables,
        programme_tables,
        registration_tables,
        proposals_tables,
        retention_tables,
    )
    for table in vars(module).values()
    if isinstance(table, type)
    and hasattr(table, "_meta")
    and table.__module__ == module.__name__
)


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_in_glossary_and_architecture(table: str):
    assert f"`{table}`" in text_of("docs/glossary.md")
    assert f"`{table}`" in text_of("docs/architecture.md")


def test_the_readme_lists_every_setting():
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", text_of("README.md"), re.MULTILINE))

    settings = {f"LIP_{field.name.upper()}" for field in fields(Settings)}
    assert listed == settings - {"LIP_DATABASE_URL"} | {"DATABASE_URL"}


def test_settings_are_read_from_the_variables_that_the_readme_names():
    read = read_settings({
        "DATABASE_URL": "postgresql://x/y",
        "LIP_DURABLE": "0",
        "LIP_BASE_URL": "https://lip.example.org",
        "LIP_SECRET": "s" * 40,
        "LIP_METRICS_TOKEN": "m",
        "LIP_TRUSTED_PROXY": "10.0.0.1",
        "LIP_SITE_NAME": "Stadt",
        "LIP_OPERATOR": "Amt",
        "LIP_IMPRINT": "Straße 1 | 12345 Stadt",
        "LIP_ACCENT": "#123456",
        "LIP_SMTP_URL": "smtps://lip:p%40ss@mail.example.org",
        "LIP_MAIL_FROM": "Stadt <post@example.org>",
    })

    assert read == Settings(
        database_url="postgresql://x/y",
        durable=False,
        base_url="https://lip.example.org",
        secret="s" * 40,
        metrics_token="m",
        trusted_proxy="10.0.0.1",
        site_name="Stadt",
        operator="Amt",
        imprint="Straße 1 | 12345 Stadt",
        accent="#123456",
        smtp_url="smtps://lip:p%40ss@mail.example.org",
        mail_from="Stadt <post@example.org>",
    )
    assert read.secure
    assert read.mail_server is not None
    assert read.mail_server.password == "p@ss"
    assert "p%40ss" not in repr(read)
    assert "p@ss" not in repr(read.mail_server)


@pytest.mark.parametrize(
    "name, value",
    [
        ("LIP_BASE_URL", "lip.example.org"),
        ("LIP_SECRET", "short"),
        ("LIP_ACCENT", "blue"),
        ("LIP_SMTP_URL", "mail.example.org"),
        ("LIP_SMTP_URL", "smtp://mail.example.org:port"),
        ("LIP_MAIL_FROM", ""),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str):
    good = {"LIP_SMTP_URL": "smtp://localhost", "LIP_MAIL_FROM": "a@example.org"}

    with pytest.raises(ValueError, match=name):
        read_settings(good | {name: value})


def test_the_readme_names_every_command():
    readme = text_of("README.md")

    groups = {group.name for group in app.registered_groups}
    commands = {command.name for command in app.registered_commands}
    for name in sorted(filter(None, groups | commands)):
        assert f"`lip {name}" in readme, name


def test_contributing_names_only_recipes_that_exist():
    named = set(re.findall(r"`just ([a-z-]+)", text_of("CONTRIBUTING.md")))
    recipes = set(
        re.findall(r"^([a-z-]+)(?: [^:\n]*)?:", text_of("justfile"), re.MULTILINE)
    )

    assert named <= recipes


def test_the_version_of_the_package_is_the_projects():
    project = tomllib.loads(text_of("pyproject.toml"))["project"]

    assert lip.__version__ == project["version"]


def test_every_decision_is_numbered_and_says_what_was_turned_down():
    decisions = sorted((ROOT / "docs" / "adr").glob("*.md"))

    assert decisions
    for path in decisions:
        text = path.read_text(encoding="utf-8").lower()
        assert text.startswith(f"# {path.name[:4]}"), path.name
        for part in ("situation", "decision", "consequences", "turned down"):
            assert part in text, (path.name, part)
