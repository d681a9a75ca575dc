"""The QR code of a ticket inside a page, without another request."""

from base64 import b64encode

from lip.conference.documents.qr import qr_svg


def ticket_picture(url: str) -> str:
    """Draw the code of a ticket on white, as the address of a picture."""
    head, dark, path = qr_svg(url).partition("<path")
    white = '<path fill="#fff" d="M-9-9h99v99h-99z"/>'
    svg = f"{head}{white}{dark}{path}"
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
