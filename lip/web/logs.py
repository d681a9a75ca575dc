"""Logs as JSON lines on standard error, without addresses, codes or names."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any, Final

import structlog

_SECRETS: Final = re.compile(
    r"(/t/|/link/)[^/?\s\"]+|[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}"
)


def set_up_logs(level: int = logging.INFO) -> None:
    """Send everything that is logged through one formatter."""
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(allow=("path", "status", "seconds", "method")),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            _without_secrets,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], True
    logging.getLogger("uvicorn.access").disabled = True  # it would name addresses


def _without_secrets(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Take ticket codes and link tokens out of whatever is logged."""
    for name, value in event.items():
        if isinstance(value, str):
            event[name] = hide_secrets(value)
    return event


def hide_secrets(text: str) -> str:
    """
    Replace ticket codes and link tokens.

    >>> hide_secrets("GET /t/ABCDEFGHJKMN and ABCD-EFGH-JKMN")
    'GET /t/… and …'
    """
    return _SECRETS.sub(lambda found: f"{found[1] or ''}…", text)
