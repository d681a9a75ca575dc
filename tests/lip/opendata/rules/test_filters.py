"""What may be asked of a list, and how its pages are linked."""

from uuid import UUID

import pytest

from lip.opendata.rules.filters import read_asked

LAST = UUID(int=7)


def test_filters_stay_in_the_links_and_always_in_one_order():
    asked = read_asked({
        "page": "2",
        "omit_internal": "true",
        "limit": "5",
        "modified_since": "2026-01-01T00:00:00+01:00",
        "created_since": "2025-01-01T00:00:00 01:00",  # a plus that was not written out
    })

    links = asked.links("https://x/papers", pages=3, last=LAST)

    kept = (
        "created_since=2025-01-01T00%3A00%3A00%2B01%3A00"
        "&modified_since=2026-01-01T00%3A00%3A00%2B01%3A00&limit=5&omit_internal=true"
    )
    assert links == {
        "first": f"https://x/papers?{kept}",
        "prev": f"https://x/papers?{kept}",
        "self": f"https://x/papers?{kept}&page=2",
        "next": f"https://x/papers?{kept}&page=3&after={LAST}",
        "last": f"https://x/papers?{kept}&page=3",
    }


def test_the_only_page_has_no_next():
    links = read_asked({}).links("https://x/papers", pages=1)

    assert links == dict.fromkeys(("first", "self", "last"), "https://x/papers")


@pytest.mark.parametrize(
    "query, wrong",
    [
        ({"created_since": "gestern"}, "created_since"),
        ({"created_since": "2026-01-01"}, "created_since"),
        ({"modified_until": "2026-01-01T00:00:00"}, "modified_until"),
        ({"modified_until": "9999-12-31T23:59:59-23:59"}, "modified_until"),
        ({"limit": "0"}, "limit"),
        ({"limit": "-1"}, "limit"),
        ({"limit": "²"}, "limit"),
        ({"page": "1" * 30}, "page"),
        ({"after": "7"}, "after"),
        ({"omit_internal": "perhaps"}, "omit_internal"),
    ],
)
def test_what_cannot_be_read_is_named(query: dict[str, str], wrong: str):
    with pytest.raises(ValueError, match=f"^{wrong}$"):
        read_asked(query)


def test_nobody_gets_more_than_a_hundred_at_once():
    assert read_asked({"limit": "5000"}).limit == 100
