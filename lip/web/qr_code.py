"""A QR code as a picture inside a page, without another request."""

from base64 import b64encode

import qrcode
from qrcode.constants import ERROR_CORRECT_M


def qr_svg_address(content: str) -> str:
    """Draw a QR code (ISO/IEC 18004, level M) as the address of an SVG picture."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(content)
    matrix = code.get_matrix()
    size = len(matrix)
    path = "".join(
        f"M{column} {row}h1v1h-1z"
        for row, cells in enumerate(matrix)
        for column, dark in enumerate(cells)
        if dark
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{path}"/></svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
