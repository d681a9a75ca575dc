"""The QR code of a ticket inside a page, without another request."""

from base64 import b64encode
from functools import lru_cache

from lip.conference.documents.qr import qr_svg


@lru_cache(maxsize=1024)
def ticket_picture(url: str) -> str:
    """
    Draw the code of a ticket on white, as the address of a picture.

    Drawing takes longer than all the rest of a page, and people open theirs again and
    again; so the last ones stay in memory, as attempts do, and nowhere else.
    """
    head, dark, path = qr_svg(url).partition("<path")
    white = '<path fill="#fff" d="M-9-9h99v99h-99z"/>'
    svg = f"{head}{white}{dark}{path}"
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
