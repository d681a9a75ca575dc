"""The address that a request came from, shortened so that nobody can read it back."""

from lip.keys import Keys
from lip.web.page import AnyRequest


def sealed_address(request: AnyRequest, keys: Keys) -> str:
    """Give the key under which the attempts of an address are counted."""
    host = request.client.host if request.client else ""
    return f"address {keys.seal('address', host)}"
