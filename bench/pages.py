"""
What pages cost: `uv run python -m bench.pages`.

For the main pages of the sample conference with 200 people: statements sent to the
database, CPU of the server process per request, and the bytes of a first load as they
go over the wire (page, style, script and icons, compressed; fonts come after).
"""

import argparse
import asyncio
import gzip
import json
import re
import signal
import sys
import tempfile
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin

import httpx

from bench.check_in import SECRET, cpu_seconds, free_port, load, start
from lip.accounts.rules.roles import Role
from lip.app import create_app
from lip.database import current_engine, engine_from_url, use_engine
from lip.database.migrations import migrate
from lip.keys import Keys
from lip.sample.fill_in import KEY, fill_in
from lip.settings import Settings

PAGES = {
    "front page": "/",
    "sign in": "/sign-in",
    "desk": "/desk",
    "overview": f"/conferences/{KEY}",
    "guest list": f"/conferences/{KEY}/participants",
    "badges": f"/conferences/{KEY}/badges",
    "passes": f"/conferences/{KEY}/passes",
    "journal": f"/conferences/{KEY}/journal",
    "door": f"/door/{KEY}",
    "door, search": f"/door/{KEY}?q=a",
}
MOST_DOOR_QUERIES, LARGEST_LOAD = 5, 25_000
_ADDRESSES = re.compile(
    r'(?:<link rel="(?:stylesheet|icon)"[^>]*?href|<script[^>]*?src)="([^"]+)"'
    r'|<use href="([^"#]+)'
)
_IMPORTS = re.compile(r'^import [^"]*"([^"]+)"', re.MULTILINE)


async def fill(url: str) -> tuple[str, str]:
    """Fill in the sample; return the administrator's login."""
    engine = engine_from_url(url)
    use_engine(engine)
    await migrate()
    sample = await fill_in(keys=Keys(SECRET), now=datetime.now(UTC))
    await engine.close_connection_pool()
    use_engine(None)
    [login] = [one for one in sample.logins if one.role is Role.ADMINISTRATOR]
    return login.name, login.password


def sign_in(address: str, login: tuple[str, str]) -> str:
    """Sign in by the form; return the cookie as a header carries it."""
    name, password = login
    answer = httpx.post(f"{address}/sign-in", data={"name": name, "password": password})
    return f"lip={answer.cookies['lip']}"


def fetch(address: str, cookie: str) -> tuple[bytes, int]:
    """Fetch as browsers do; return the content and its size on the wire."""
    headers = {"Cookie": cookie, "Accept-Encoding": "gzip", "Accept-Language": "de"}
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as it:
        body = it.read()
        packed = it.headers.get("Content-Encoding") == "gzip"
    return gzip.decompress(body) if packed else body, len(body)


def first_load(address: str, path: str, cookie: str) -> int:
    """Add up the page and everything that it needs before it is complete."""
    waiting, seen, total = [address + path], set(), 0
    while waiting:
        each = waiting.pop()
        if each in seen:
            continue
        seen.add(each)
        content, size = fetch(each, cookie)
        total += size
        text = content.decode()
        found = _IMPORTS.findall(text) if each.endswith(".js") else []
        if each == address + path:
            found = [one or other for one, other in _ADDRESSES.findall(text)]
        waiting += [urljoin(each, one) for one in found]
    return total


async def count_queries(url: str, cookie: str) -> dict[str, int]:
    """Count the statements of each page, within this process."""
    use_engine(engine_from_url(url))
    engine = current_engine()
    run, seen = engine.run, []

    async def noting(sql: str, *args, **options):
        seen.append(sql)
        return await run(sql, *args, **options)

    engine.run = noting
    app = create_app(Settings(database_url=url, secret=SECRET))
    counts = {}
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://lip") as client:
        for name, path in PAGES.items():
            seen.clear()
            answer = await client.get(path, headers={"Cookie": cookie})
            answer.raise_for_status()
            counts[name] = len(seen)
    await engine.close_connection_pool()
    use_engine(None)
    return counts


def cpu_of(server, folder: Path, port: int, path: str, cookie: str, many: int) -> float:
    """Measure the CPU of the server for one request, in milliseconds."""
    request = (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n"
        "Accept-Language: de\r\n\r\n"
    )
    load(folder, port, [request] * 20, 2, "<html")
    before = cpu_seconds(server.pid)
    figures = load(folder, port, [request] * many, 4, "<html")
    if figures["wrong"]:
        raise SystemExit(f"{path} gave {figures['wrong']} wrong answers")
    return 1000 * (cpu_seconds(server.pid) - before) / many


def main() -> None:
    """Print one line for each page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--many", type=int, default=300, help="requests per page")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lip-bench-") as name:
        folder = Path(name)
        url = f"sqlite:///{folder}/pages.sqlite"
        login = asyncio.run(fill(url))
        port = free_port()
        server = start(url, port)
        try:
            address = f"http://127.0.0.1:{port}"
            cookie = sign_in(address, login)
            queries = asyncio.run(count_queries(url, cookie))
            rows = [
                {
                    "page": page,
                    "queries": queries[page],
                    "cpu_ms": cpu_of(server, folder, port, path, cookie, options.many),
                    "first_load": first_load(address, path, cookie),
                }
                for page, path in PAGES.items()
            ]
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(10)
    if options.json:
        print(json.dumps(rows, indent=2))
    else:
        print_table(rows)
    too_much = rows_that_cost_too_much(rows)
    if too_much:
        sys.exit(f"too much: {', '.join(too_much)}")


def print_table(rows) -> None:
    """Print the figures for people."""
    print(f"{'page':14} {'queries':>7} {'CPU':>8} {'first load':>11}")
    for row in rows:
        print(
            f"{row['page']:14} {row['queries']:7} {row['cpu_ms']:5.2f} ms"
            f" {row['first_load'] / 1000:8.1f} kB"
        )
    print(f"aims: door {MOST_DOOR_QUERIES} queries, {LARGEST_LOAD / 1000:.0f} kB each")


def rows_that_cost_too_much(rows) -> list[str]:
    """Name the pages that miss an aim."""
    return [
        row["page"]
        for row in rows
        if row["first_load"] > LARGEST_LOAD
        or (row["page"] == "door" and row["queries"] > MOST_DOOR_QUERIES)
    ]


if __name__ == "__main__":
    main()
