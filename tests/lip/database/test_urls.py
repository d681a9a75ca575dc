"""DATABASE_URL is understood, or refused in one sentence."""

import pytest

from lip.database import engine_from_url


@pytest.mark.parametrize(
    "url, path",
    [
        ("sqlite:///lip.sqlite", "lip.sqlite"),
        ("sqlite:////var/lib/lip/lip.sqlite", "/var/lib/lip/lip.sqlite"),
        ("sqlite:///C:/lip/lip.sqlite", "C:/lip/lip.sqlite"),
    ],
)
def test_sqlite_is_a_path(url, path):
    assert engine_from_url(url).path == path


@pytest.mark.parametrize(
    "url, engine_type",
    [
        ("postgresql://u:p@host:5433/lip", "postgres"),
        ("postgres://host/lip?sslmode=require", "postgres"),
        ("cockroachdb://root@host:26257/lip", "cockroach"),
    ],
)
def test_servers_are_not_reached_before_the_first_statement(url, engine_type):
    engine = engine_from_url(url)

    assert engine.engine_type == engine_type
    assert engine.config["dsn"].startswith("postgresql://")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "lip.sqlite",
        "mysql://host/lip",
        "sqlite://lip.sqlite",
        "sqlite:///",
        "sqlite:///:memory:",
        "postgresql://host",
        "postgresql://host:port/lip",
    ],
)
def test_anything_else_is_refused_in_one_sentence(url):
    with pytest.raises(ValueError, match=r"^DATABASE_URL [^.]*(\.\w+)?\.$"):
        engine_from_url(url)
