"""
A real little server that speaks the protocol of LibreTranslate, and does as told.

It keeps every request as it came, headers too.
"""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

CODES = ("de", "en", "ar", "tr", "uk")


@dataclass(slots=True)
class Asked:
    """A request as it came."""

    path: str
    headers: dict[str, str]
    content: dict[str, str]


@dataclass(slots=True)
class Service:
    """What the server is told to do, and what it has got."""

    address: str = ""
    status: int = 200
    key: str = ""
    delay: float = 0
    answer: bytes | None = None
    codes: tuple[str, ...] = CODES
    asked: list[Asked] = field(default_factory=list)

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What was to be translated, and into what."""
        return [
            (one.content["q"], one.content["target"])
            for one in self.asked
            if one.path == "/translate"
        ]

    def reply(self, asked: Asked) -> tuple[int, Any]:
        if asked.path == "/languages":
            return 200, [
                {"code": code, "name": code, "targets": [*self.codes]}
                for code in self.codes
            ]
        if self.key and asked.content.get("api_key") != self.key:
            return 403, {"error": "Invalid API key"}
        if self.status != 200:
            return self.status, {"error": "not now"}
        text, target = asked.content["q"], asked.content["target"]
        return 200, {"translatedText": f"[{target}] {text}"}


@contextmanager
def translation_service() -> Iterator[Service]:
    """Run the server in a thread."""
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer({})

        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            self._answer(json.loads(self.rfile.read(length)))

        def _answer(self, content: dict[str, str]) -> None:
            asked = Asked(self.path, dict(self.headers), content)
            service.asked.append(asked)
            time.sleep(service.delay)
            status, reply = service.reply(asked)
            whole = service.answer if asked.path == "/translate" else None
            body = json.dumps(reply).encode() if whole is None else whole
            try:
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                return

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
