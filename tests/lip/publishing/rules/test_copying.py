"""Which pages are copied, into which files, and where their links lead."""

import pytest

from lip.publishing.rules.copying import (
    copied,
    file_of,
    links_in,
    may_copy,
    moved,
    parts_in,
)

LANGUAGES = ("de", "ar", "en")


@pytest.mark.parametrize(
    "address,may",
    [
        ("/de/", True),
        ("/de/plan/lip/5", True),
        ("/ar/measures?page=2", True),
        ("/de/news?at=2", True),
        ("/de/feed.atom", True),
        ("/sitemap.xml", True),
        ("/de/c/demo/figures", True),
        ("/de/c/demo/rounds/2/result.xlsx", True),
        ("/de/measures?field=2", True),
        ("/de/measures?q=Sprache", False),
        ("/de/plan/lip/changes?from=1&to=2", True),
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
        ("/de/plan/lip/draft/5", True),
        ("/de/plan/lip/draft/5/amend?first=3", False),
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
        ("/de/c/demo/logo", "image/png", "de/c/demo/logo.png"),
        ("/de/plan/lip/5/de/markdown", "text/markdown", "de/plan/lip/5/de/markdown.md"),
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
        html,
        address="/de/plan",
        file="de/plan/index.html",
        pages=pages,
        live="https://lip.example",
    )

    assert 'href="lip/5/index.html#z70"' in written
    assert 'href="https://lip.example/de/sign-in"' in written
    assert 'href="#content"' in written
    assert 'href="https://example.org/?a=1&amp;b"' in written
    assert 'action="https://lip.example/de/measures?a=1&amp;b=2"' in written
    assert 'src="../../static/1/js/page.js"' in written
    assert "live.js" not in written
    assert written.index("Content-Security-Policy") < written.index("charset")


@pytest.mark.parametrize(
    "form,action",
    [
        ('<form class="filter" action="/de/papers">', "https://lip.example/de/papers"),
        ('<form method="get">', "https://lip.example/de/papers?page=2"),
        ('<form action="#check">', "https://lip.example/de/papers?page=2#check"),
        ('<form action="?a=1&amp;b">', "https://lip.example/de/papers?a=1&amp;b"),
        ('<form class="search-form" action="/de/papers">', "index.html"),
    ],
)
def test_forms_ask_the_live_site_but_for_those_that_a_script_answers(form, action):
    written = copied(
        form,
        address="/de/papers?page=2",
        file="de/papers/index.html",
        pages={"/de/papers": "de/papers/index.html"},
        live="https://lip.example",
    )

    assert written.count("action=") == 1
    assert f'action="{action}">' in written


def test_lines_of_a_chapter_are_marked_in_the_copy_too():
    html = '<a href="/de/plan/lip/5?z=9-10#z9">Zeilen 9 bis 10</a>'
    pages = {"/de/plan/lip/5": "de/plan/lip/5/index.html"}

    written = copied(
        html, address="/de/traces", file="de/traces/index.html", pages=pages, live=""
    )

    assert list(links_in(html)) == ["/de/plan/lip/5"]
    assert 'href="../plan/lip/5/index.html?z=9-10#z9"' in written


def test_what_people_wrote_is_never_taken_for_a_link():
    html = "<p>Er schrieb: href=&#34;/de/plan&#34; und src=&#34;/x&#34;</p>"

    assert list(links_in(html)) == []
    assert copied(html, address="/de/", file="de/index.html", pages={}, live="") == html


def test_a_feed_leads_to_where_the_copy_stands():
    feed = (
        '<link href="https://lip.example/measures/eins#z7"/><id>https://lip.example/t</id>'
        "<url><loc>https://lip.example/de/plan</loc></url> https://elsewhere.example/plan"
    )
    pages = {
        "/de/plan": "de/plan/index.html",
        "/ar/measures/eins": "ar/measures/eins/index.html",
    }

    written = moved(
        feed,
        pages=pages,
        live="https://lip.example",
        address="https://plan.example/a",
        language="ar",
    )

    assert written == (
        '<link href="https://plan.example/a/ar/measures/eins/index.html#z7"/>'
        "<id>https://lip.example/t</id>"
        "<url><loc>https://plan.example/a/de/plan/index.html</loc></url>"
        " https://elsewhere.example/plan"
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
