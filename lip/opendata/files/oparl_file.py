"""Read objects of OParl from a file: a page of a list, a list, or one object."""

from collections.abc import Sequence

from lip.errors import Unusable
from lip.opendata.files.json_file import read_json
from lip.papers.actions.take_in import MOST


def read_oparl(content: bytes) -> Sequence[object]:
    """Give the objects of a file as they are, or raise Unusable."""
    try:
        value = read_json(content.decode("utf-8-sig"))
    except ValueError as error:
        raise Unusable("oparl_file_unreadable") from error
    if isinstance(value, dict) and isinstance(value.get("data"), list):
        value = value["data"]
    if isinstance(value, dict) and "type" in value:
        value = [value]
    if not isinstance(value, list) or not value:
        raise Unusable("oparl_file_unreadable")
    if len(value) > MOST:
        raise Unusable("oparl_file_too_long", most=MOST)
    return value
