"""
Logs as JSON lines on standard error, without addresses, codes or names.

`LOG_CONFIG` is handed to uvicorn, so that every worker process logs alike.
"""

import logging
import logging.config
import re
from collections.abc import MutableMapping
from typing import Any, Final

import structlog

LOG_CONFIG: Final[dict[str, Any]] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "lip.web.logs.json_lines"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "lines",
            "stream": "ext://sys.stderr",
        }
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "uvicorn.access": {  # it would name addresses
            "handlers": [],
            "level": "CRITICAL",
            "propagate": False,
        },
    },
}

_SIGN = "[2-9A-HJ-NP-Z]"
_SECRETS: Final = re.compile(
    rf"(/t/|/link/|[?&](?:code|q|next)=|[Bb]earer )[^/?&\s\"']+"
    rf"|\b{_SIGN}{{4}}-{_SIGN}{{4}}-{_SIGN}{{4}}\b|\b{_SIGN}{{12}}\b"
)


def set_up_logs() -> None:
    """Send everything that is logged through one formatter."""
    logging.config.dictConfig(LOG_CONFIG)


def json_lines() -> logging.Formatter:
    """Make the formatter: one JSON object a line."""
    return structlog.stdlib.ProcessorFormatter(
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
    Replace ticket codes, link tokens and what people searched for.

    >>> hide_secrets("GET /t/ABCDEFGHJKMN and ABCD-EFGH-JKMN and /door/x?q=Ada")
    'GET /t/… and … and /door/x?q=…'
    """
    return _SECRETS.sub(lambda found: f"{found[1] or ''}…", text)
