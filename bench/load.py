"""
A small load: many open connections, each sending one request after another.

It runs in a process of its own, so that the server's CPU time is the server's alone.
Sockets are read and written raw; an HTTP library would cost more than the server.
"""

import asyncio
import json
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a load came to; times in milliseconds."""

    answers: int
    seconds: float
    median: float
    p95: float
    worst: float
    wrong: int


async def _client(host, port, requests, expect, times, wrong, status=b"200"):
    reader, writer = await asyncio.open_connection(host, port)
    while requests:
        request = requests.pop()
        began = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        body = await reader.readexactly(length)
        times.append(time.perf_counter() - began)
        good = head.startswith(b"HTTP/1.1 " + status) and expect in head + body
        if not good:
            wrong.append(head[:40] + body[:200])
    writer.close()


async def run(
    host: str,
    port: int,
    requests: list[bytes],
    clients: int,
    expect: bytes,
    status: bytes = b"200",
):
    """Send all requests over so many connections."""
    times: list[float] = []
    wrong: list[bytes] = []
    began = time.perf_counter()
    await asyncio.gather(
        *(
            _client(host, port, requests, expect, times, wrong, status)
            for _ in range(clients)
        )
    )
    seconds = time.perf_counter() - began
    ordered = sorted(times)
    if wrong:
        sys.stderr.write(f"wrong answer: {wrong[0]!r}\n")
    return Figures(
        answers=len(times),
        seconds=seconds,
        median=1000 * statistics.median(ordered),
        p95=1000 * ordered[int(len(ordered) * 0.95)],
        worst=1000 * ordered[-1],
        wrong=len(wrong),
    )


def main() -> None:
    """Read the load from a file, run it, print the figures as JSON."""
    import uvloop  # noqa: PLC0415

    load = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    requests = [text.encode() for text in load["requests"]]
    figures = uvloop.run(
        run(
            load["host"],
            load["port"],
            requests,
            load["clients"],
            load["expect"].encode(),
            load.get("status", "200").encode(),
        )
    )
    print(json.dumps({name: getattr(figures, name) for name in Figures.__slots__}))


if __name__ == "__main__":
    main()
