"""Portraits: square, small, upright, and nothing but the picture."""

from io import BytesIO

import pytest
from PIL import Image

from elections.portraits import MOST_KEPT, SIDE, SMALL, portrait_from, small
from lip.errors import Unusable
from tests.proposals.pictures import from_a_camera, picture


@pytest.mark.parametrize("size", [(80, 40), (40, 80), (3000, 1200)])
def test_everybody_gets_the_same_square(size):
    made = portrait_from(picture(size))

    assert Image.open(BytesIO(made)).size == (SIDE, SIDE)
    assert Image.open(BytesIO(small(made))).size == (SMALL, SMALL)


def test_nothing_that_a_camera_writes_is_kept():
    made = portrait_from(from_a_camera())

    assert b"Ada Muster" not in made
    assert not Image.open(BytesIO(made)).getexif()
    assert not Image.open(BytesIO(small(made))).getexif()


def test_it_is_never_larger_than_it_may_be():
    out = BytesIO()
    Image.effect_noise((1600, 1600), 120).save(out, "JPEG", quality=95)

    assert len(portrait_from(out.getvalue())) <= MOST_KEPT


def test_what_is_no_photo_is_refused():
    with pytest.raises(Unusable) as refusal:
        portrait_from(b"%PDF-1.7")

    assert refusal.value.code == "photo_unreadable"
