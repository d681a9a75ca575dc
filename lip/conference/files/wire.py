"""Bytes as they travel in JSON: base64 (RFC 4648)."""

from base64 import b64decode, b64encode


def to_text(content: bytes) -> str:
    """Write bytes as text."""
    return b64encode(content).decode()


def from_text(text: str) -> bytes:
    """Read bytes back; what is no base64 is nothing."""
    try:
        return b64decode(text, validate=True)
    except ValueError:
        return b""
