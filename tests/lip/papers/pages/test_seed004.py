"""
Informationsdrucksache 2088/2016 of Hannover, typed in, read and printed as it was.

The golden files are the paper as it stood on the web, word for word, and its fields.
"""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from pypdf import PdfReader

from lip.accounts.rules.roles import Role
from lip.bodies.queries.bodies import all_bodies
from lip.bodies.rules.references import references_in
from lip.papers.pages.words import printed_kind, recipient_lines
from lip.papers.queries.papers import papers_at, whole_paper
from lip.papers.rules.papers import Paper
from lip.papers.rules.printing import printed
from lip.sample.bodies import fill_in_bodies
from tests.client import send, sign_in_as
from tests.factories import clock
from tests.lip.papers.factories import make_paper

pytestmark = pytest.mark.anyio

GOLDEN = Path(__file__).parents[3] / "golden"
FIELDS = json.loads((GOLDEN / "seed004_drucksache.json").read_text("utf-8"))
TEXT = (GOLDEN / "seed004.txt").read_text("utf-8")
BODY = TEXT.partition("Zwischenbilanz und Ausblick**\n")[2].rpartition("Dez. III")[0]
HEADINGS = re.compile(r"(?m)^#+ \*\*(.+)\*\*$")
APART = {
    "Berücksichtigung von Gender-Aspekten": "gender",
    "Kostentabelle": "cost_sentence",
}


def lines_of_recipients() -> list[str]:
    """Give the lines of the recipients as they are broken on the paper."""
    block = TEXT[TEXT.index("In den") : TEXT.index("Nr. 2088")]
    lines = re.split(r"\n(?=In den|An die)", block.replace("  \n", "\n").strip())
    return [line.replace("(zur Kenntnis)", "").strip() for line in lines]


def typed(bodies: Mapping[str, UUID]) -> dict[str, str]:
    """Say what an editor types into the form, field by field."""
    return dict(_typed(bodies))


def _typed(bodies: Mapping[str, UUID]) -> Iterator[tuple[str, str]]:
    yield from (("kind", "information"), ("city", "Landeshauptstadt\nHannover"))
    yield from (("reference", FIELDS["nummer"]), ("stamp", FIELDS["hinweis"]))
    yield from (("title", FIELDS["titel"]), ("subtitle", FIELDS["untertitel"]))
    yield from (("signer", FIELDS["aktenzeichen_dezernat"]), ("place", FIELDS["ort"]))
    yield "dated", "26.09.2016"
    for at, (one, line) in enumerate(
        zip(FIELDS["empfaenger"], lines_of_recipients(), strict=True)
    ):
        yield f"recipient-{at}-id", ""
        yield f"recipient-{at}-body", str(bodies[one["gremium"]])
        yield f"recipient-{at}-address_as", line[:6]
        yield f"recipient-{at}-words", line if "\n" in line else ""
        yield f"recipient-{at}-for_information", "1" if one["zur_kenntnis"] else ""
    parts = HEADINGS.split(BODY)
    for at, (heading, text) in enumerate(
        zip(["", *parts[1::2]], parts[::2], strict=True)
    ):
        if heading in APART:
            yield APART[heading], text.strip()
        else:
            yield f"section-{at}-heading", heading
            yield f"section-{at}-text", text.strip()
    yield from (("log-0-id", ""), ("log-0-happened", "06.10.2016"))
    yield "log-0-body", str(bodies["Sozialausschuss"])
    yield from (("log-0-role", "for_information"), ("log-0-result", "Formal behandelt"))
    yield from (("log-0-yes", "10"), ("log-0-no", "1"), ("log-0-agenda_item", "4"))
    yield from (("related-0-reference", "1003/2016"), ("related-0-kind", "related"))


async def entered(client: httpx.AsyncClient) -> Paper:
    await fill_in_bodies(now=clock())
    bodies = {one.name.pick("de").text: one.id for one in await all_bodies()}
    await sign_in_as(client, Role.EDITOR)
    answer = await send(client, "/edit/papers/new", typed(bodies))
    assert answer.status_code == 303, answer.text
    at = answer.headers["location"]
    annex = {"file": ("Anlage 1.pdf", b"%PDF-1.7", "application/pdf")}
    assert (await send(client, f"{at}/files", files=annex)).status_code == 303
    assert (await send(client, f"{at}/release")).status_code == 303
    return await whole_paper((await papers_at("2088-2016"))[0])


def letters(text: str) -> str:
    """Give the letters of a text without marks of lists, headings and hyphenation."""
    return re.sub(r"[\s#*•\u00ad]|(?m:^- )", "", text)


async def test_it_stands_field_by_field(client: httpx.AsyncClient):
    paper = await entered(client)

    facts = paper.facts
    names = {one.id: one.name.pick("de").text for one in await all_bodies()}
    assert {
        "art": printed_kind(facts),
        "koerperschaft": " ".join(facts.city.split()),
        "nummer": facts.reference,
        "anzahl_anlagen": int(paper.files_counted),
        "zu_top": facts.agenda_item or None,
        "hinweis": facts.stamp,
        "titel": facts.title,
        "untertitel": facts.subtitle,
        "empfaenger": [
            {"gremium": names[one.body], "zur_kenntnis": one.for_information}
            for one in paper.recipients
        ],
        "abschnitte": [one.heading or "(Einleitung)" for one in printed(paper)],
        "verweise": [
            one.reference
            for section in paper.sections
            for one in references_in(section.text)
        ],
        "gender_aspekte": next(s.text for s in paper.sections if s.kind == "gender"),
        "kostentabelle": facts.cost_sentence,
        "aktenzeichen_dezernat": facts.signer,
        "ort": facts.place,
        "datum": facts.dated and facts.dated.dump(),
        "quelle": FIELDS["quelle"],
    } == FIELDS
    assert [
        line.removesuffix(" (zur Kenntnis)") for line in recipient_lines(paper)
    ] == [*lines_of_recipients()]
    assert [(one.result, one.yes, one.no, one.agenda_item) for one in paper.log] == [
        ("Formal behandelt", 10, 1, "4")
    ]
    assert [one.reference for one in paper.related] == ["1003/2016"]


async def test_it_is_read_word_for_word_with_log_links_and_attachment(
    client: httpx.AsyncClient,
):
    await make_paper("1003/2016", title="Vierte Säule")
    await entered(client)

    page = (await client.get("/de/papers/2088-2016")).text

    article = re.search(r"<article.*?</article>", page, re.DOTALL)
    assert article
    html = article[0].replace("<dd>–</dd>", "")
    shown = unescape(re.sub(r"<[^>]+>", " ", html))
    for own, there in (
        ("Empfänger", ""),
        ("Informations\u00addrucksache", "Informations-drucksache"),
        ("26. September 2016", "26.09.2016"),
    ):
        shown = shown.replace(own, there, 1)
    assert letters(shown) == letters(TEXT)
    assert 'Drucksache <a href="/de/papers/1003-2016">1003/2016</a>' in article[0]
    for words in ("Formal behandelt", "10 dafür – 1 dagegen", "TOP 4", "Anlage 1"):
        assert words in page.partition("</article>")[2]
    assert "Vierte Säule" in page.partition('id="related"')[2]


async def test_it_is_printed_word_for_word_in_the_order_of_the_city(
    client: httpx.AsyncClient,
):
    await entered(client)

    answer = await client.get("/papers/2088-2016/print.pdf")

    document = PdfReader(BytesIO(answer.content))
    root: Any = document.trailer["/Root"]
    assert answer.headers["content-type"] == "application/pdf"
    assert root["/Lang"] == "de"
    assert root["/MarkInfo"]["/Marked"]
    assert document.metadata
    assert document.metadata.title == f"2088/2016 – {FIELDS['titel']}"
    printed = "\n".join(one.extract_text() for one in document.pages)
    assert letters(re.sub(r"Seite \d von \d", "", printed)) == letters(TEXT)
