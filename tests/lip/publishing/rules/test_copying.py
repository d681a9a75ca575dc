"""Which pages are copied, into which files, and where their links lead."""

import pytest

from lip.publishing.rules.copying import (
    copied,
    file_of,
    links_in,
    may_copy,
    parts_in,
)

LANGUAGES = ("de", "ar", "en")


@pytest.mark.parametrize(
    "address,may",
    [
        ("/de/", True),
        ("/de/plan/lip/5", True),
        ("/ar/measures?page=2", True),
        ("/de/measures?field=2", False),
        ("/de/search?q=a", False),
        ("/de/c/demo", True),
        ("/de/c/demo/proposals/4", True),
        ("/de/c/demo/elections/1/minutes.pdf", True),
        ("/de/c/demo/elections/1/ballot", False),
        ("/de/c/demo/register", False),
        ("/de/c/demo/feedback", False),
        ("/de/t/ABCD", False),
        ("/de/sign-in", False),
        ("/de/edit/measures", False),
        ("/de/plan/lip/draft/5", False),
        ("/static/1/css/base.css", True),
        ("/theme.css", True),
        ("/catalog.ttl", True),
        ("/health", False),
        ("/plan", False),
        ("//elsewhere.example/plan", False),
        ("https://elsewhere.example/de/plan", False),
    ],
)
def test_only_what_everybody_reads_is_copied(address: str, may: bool):
    assert may_copy(address, LANGUAGES) is may


@pytest.mark.parametrize(
    "address,media_type,file",
    [
        ("/de/", "text/html", "de/index.html"),
        ("/de/plan/lip", "text/html", "de/plan/lip/index.html"),
        ("/de/measures?page=2", "text/html", "de/measures/page-2/index.html"),
        ("/de/plan/lip.pdf", "application/pdf", "de/plan/lip.pdf"),
        ("/de/c/demo/recount.html", "text/html", "de/c/demo/recount.html"),
        ("/catalog.ttl", "text/turtle", "catalog.ttl"),
    ],
)
def test_each_answer_has_its_file(address: str, media_type: str, file: str):
    assert file_of(address, media_type) == file


def test_links_become_ways_between_files_and_the_rest_leads_to_the_live_site():
    html = (
        '<head>\n<meta charset="utf-8">\n'
        '<script type="module" src="/static/1/js/page.js"></script>\n'
        '<script type="module" src="/static/1/js/live.js"></script>\n'
        '<a href="/de/plan/lip/5#z70">Zeile 70</a> <a href="/de/sign-in">Anmelden</a>'
        '<a href="#content">Inhalt</a> <a href="https://example.org/?a=1&amp;b">dort</a>'
        '<form action="/de/measures?a=1&amp;b=2"></form>'
    )
    pages = {
        "/de/plan/lip/5": "de/plan/lip/5/index.html",
        "/static/1/js/page.js": "static/1/js/page.js",
    }

    written = copied(
        html, file="de/plan/index.html", pages=pages, live="https://lip.example"
    )

    assert 'href="lip/5/index.html#z70"' in written
    assert 'href="https://lip.example/de/sign-in"' in written
    assert 'href="#content"' in written
    assert 'href="https://example.org/?a=1&amp;b"' in written
    assert 'action="https://lip.example/de/measures?a=1&amp;b=2"' in written
    assert 'src="../../static/1/js/page.js"' in written
    assert "live.js" not in written
    assert written.index("Content-Security-Policy") < written.index("charset")


def test_what_people_wrote_is_never_taken_for_a_link():
    html = "<p>Er schrieb: href=&#34;/de/plan&#34; und src=&#34;/x&#34;</p>"

    assert list(links_in(html)) == []
    assert copied(html, file="de/index.html", pages={}, live="https://lip.example") == (
        html
    )


def test_parts_of_sheets_and_modules_are_followed():
    css = 'a{src:url("../fonts/web/a.woff2")}b{background:url(data:image/png;base64,x)}'
    js = 'import { a } from "./b.js";\nconst c = await import("../vendor/c.js");'

    assert list(parts_in(css, "/static/1/css/fonts.css")) == [
        "/static/1/fonts/web/a.woff2"
    ]
    assert list(parts_in(js, "/static/1/js/a.js")) == [
        "/static/1/js/b.js",
        "/static/1/vendor/c.js",
    ]
