"""Answer with a photo beside a proposal."""

from litestar import Response

from lip.web.picture_answer import picture_answer
from proposals.photo_files import MEDIA_TYPE
from proposals.queries.photos import Picture


def photo_answer(picture: Picture) -> Response[bytes]:
    """Send a picture; what not everybody may see stays in no cache."""
    return picture_answer(picture.content, media_type=MEDIA_TYPE, public=picture.shown)
