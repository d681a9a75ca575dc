"""Photos are made anew: upright, small, and without anything else."""

import zlib
from io import BytesIO
from struct import pack

import pytest
from PIL import Image

from lip.errors import Unusable
from proposals.photo_files import LARGEST, LONGEST_SIDE, MOST_KEPT, photo_from
from tests.proposals.pictures import from_a_camera, picture


def test_what_a_camera_writes_beside_the_picture_stays_behind():
    sent = from_a_camera()
    assert b"Ada Muster" in sent

    made = photo_from(sent, shows="Kurse")

    assert b"Ada Muster" not in made.content
    kept = Image.open(BytesIO(made.content))
    assert not kept.getexif()
    assert kept.info.keys() <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }


def test_it_stands_upright():
    made = photo_from(from_a_camera((80, 40)))

    assert (made.width, made.height) == (40, 80)
    red, _green, blue = Image.open(BytesIO(made.content)).getpixel((20, 70))
    assert blue > red


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_kinds_that_phones_send_are_taken(kind: str):
    made = photo_from(picture((3000, 1000), kind))

    assert made.content.startswith(b"\xff\xd8\xff")
    assert (made.width, made.height) == (LONGEST_SIDE, 533)


def test_a_transparent_picture_lies_on_white():
    out = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(out, "PNG")

    made = photo_from(out.getvalue())

    assert Image.open(BytesIO(made.content)).getpixel((5, 5)) == (255, 255, 255)


def test_a_noisy_picture_is_packed_until_it_fits():
    out = BytesIO()
    Image.effect_noise((1600, 1600), 120).save(out, "JPEG", quality=95)

    assert len(photo_from(out.getvalue()).content) <= MOST_KEPT


def bomb(side: int) -> bytes:
    """A PNG that claims to be very large."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return pack(">I", len(content)) + name + content + pack(">I", check)

    head = pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", b"")
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "content,code",
    [
        (b"", "photo_empty"),
        (b"x" * (LARGEST + 1), "photo_too_large"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo_unreadable"),
        (b"%PDF-1.7", "photo_unreadable"),
        (picture()[:200], "photo_unreadable"),
        (picture(kind="GIF"), "photo_unreadable"),
        (bomb(7_100), "photo_has_too_many_pixels"),
        (bomb(10_000), "photo_has_too_many_pixels"),
        (bomb(60_000), "photo_has_too_many_pixels"),
    ],
    ids=["empty", "large", "svg", "pdf", "cut", "gif", "50 MP", "100 MP", "3600 MP"],
)
def test_what_is_no_photo_is_refused(content: bytes, code: str):
    with pytest.raises(Unusable) as refusal:
        photo_from(content)

    assert refusal.value.code == code
