"""One proposal: for everybody, by ticket, and with an account."""

import re
from uuid import UUID, uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.codes import shown
from lip.conference.rules.stages import Stage
from lip.conference.tables import Conference
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from proposals.actions.follow_up import Answer, say_what_became
from proposals.actions.moderate import Verdict
from proposals.actions.moderate_comments import moderate_comment
from proposals.actions.translate import Desk, write_translation
from proposals.queries.comments import comments_of
from proposals.queries.translations import translations_of
from proposals.rules.following import Became
from proposals.rules.handing_in import Wording
from proposals.rules.standing import Reason, Standing
from proposals.tables import Proposal
from tests.client import another, send, sign_in_as
from tests.factories import MadeParticipant, clock, make_participant
from tests.proposals.collections import collect, make_collecting, make_proposal
from tests.queries import counted_queries
from tests.schema_org import said_in

pytestmark = pytest.mark.anyio

TURKISH = "Okullarda velilere kendi dillerinde bilgi verilsin."
GERMAN = Wording(text="Eltern in ihrer Sprache informieren.", language="de")
PUBLIC = "/de/c/konferenz/proposals/1"


def at(person: MadeParticipant, rest: str = "read") -> str:
    return f"/de/t/{shown(person.code)}/proposals/1/{rest}"


async def a_proposal(**wish) -> tuple[ConferenceFacts, MadeParticipant, UUID]:
    conference = await make_collecting(**{"comments_open": True, **wish})
    ada = await make_participant(conference)
    made = await make_proposal(conference, TURKISH, language="tr", title="Okul")
    return conference, ada, made.id


async def merge(one: UUID, into: UUID) -> None:
    await Proposal.update({Proposal.merged_into: into}).where(Proposal.id == one)


async def translate(conference: ConferenceFacts, wording: Wording = GERMAN) -> None:
    desk = Desk(conference=conference, by=COMMAND, now=clock())
    await write_translation(1, wording, seen=1, desk=desk)


async def test_the_original_stands_in_its_language_and_names_it(
    client: httpx.AsyncClient,
):
    conference, _ada, _one = await a_proposal()
    await translate(conference)

    page = (await client.get(PUBLIC)).text

    assert "Im Original: Türkisch" in page
    assert f'<p class="words original" lang="tr" dir="auto">{TURKISH}</p>' in page
    assert '<h1 lang="tr" dir="auto">Okul</h1>' in page
    assert client.cookies == {} or not list(client.cookies)


async def test_the_language_of_the_page_comes_first_and_unfolded(
    client: httpx.AsyncClient,
):
    conference, _ada, _one = await a_proposal()
    await translate(conference)
    await translate(conference, Wording(text="Inform parents.", language="en"))
    await translate(conference, Wording(text="إعلام الأهالي", language="ar"))

    for tag in ("de", "en", "ar"):
        page = (await client.get(f"/{tag}/c/konferenz/proposals/1")).text
        found = re.findall(r'<details class="translation" id="t-(\w+)"( open)?>', page)
        assert [one for one, is_open in found if is_open] == [tag]
        assert found[0][0] == tag
        assert TURKISH in page


async def test_words_say_who_translated_and_whether_anybody_checked(
    client: httpx.AsyncClient,
):
    conference, ada, _one = await a_proposal()

    await send(
        client,
        at(ada, "translate"),
        {"text": "Eltern", "language": "de", "version": "1"},
    )
    before = (await client.get(PUBLIC)).text
    await translate(conference)
    after = (await client.get(PUBLIC)).text

    assert "Von Menschen übersetzt, noch ungeprüft" in before
    assert "Von Menschen übersetzt und geprüft" in after


async def test_where_everything_is_read_first_so_are_translations_of_participants(
    client: httpx.AsyncClient,
):
    _conference, ada, _one = await a_proposal()
    await collect(_conference, release_first=True)

    fields = {"text": "Nur für mich", "language": "de", "version": "1"}
    await send(client, at(ada, "translate"), fields)

    assert "Nur für mich" not in (await client.get(PUBLIC)).text
    assert "Nur für mich" in (await client.get(at(ada))).text


@pytest.mark.parametrize(
    "standing", [Standing.HIDDEN, Standing.WAITING, Standing.WITHDRAWN]
)
async def test_what_is_not_shown_is_not_there(client: httpx.AsyncClient, standing):
    _conference, ada, _one = await a_proposal()
    await Proposal.update({Proposal.standing: standing}, force=True)

    for path in (PUBLIC, at(ada), at(ada, "translate")):
        answer = await client.get(path)
        assert answer.status_code == 404
        assert TURKISH not in answer.text


async def test_what_became_of_it_is_told_step_by_step(client: httpx.AsyncClient):
    conference, _ada, _one = await a_proposal()
    reason = Said.of(de="Das Land entscheidet.", ar="القرار للولاية.")
    await say_what_became(
        1,
        Answer(became=Became.NOT_FOLLOWED, reason=reason),
        conference=conference,
        by=COMMAND,
        now=clock(),
        request=uuid4(),
    )

    page = (await client.get(PUBLIC)).text
    arabic = (await client.get("/ar/c/konferenz/proposals/1")).text

    assert page.index("Eingereicht als Nr. 1") < page.index("Nicht aufgegriffen")
    assert 'lang="de" dir="auto">Das Land entscheidet.' in page
    assert 'lang="ar" dir="auto">القرار للولاية.' in arabic
    assert "nicht aufgegriffen" in (await client.get("/de/c/konferenz/proposals")).text


async def test_merged_ones_keep_their_words_and_authors(client: httpx.AsyncClient):
    conference, _ada, one = await a_proposal()
    two = await make_proposal(conference, "Elternabende auf Arabisch", author_name="Bo")
    await merge(two.id, one)

    page = (await client.get(PUBLIC)).text
    other = (await client.get("/de/c/konferenz/proposals/2")).text

    assert "Elternabende auf Arabisch" in page
    assert "<bdi>Bo</bdi>" in page
    assert "Zusammengelegt mit Nr. 1" in other
    assert 'href="/de/c/konferenz/proposals/1"' in other


async def test_a_comment_by_ticket_is_read_by_everybody_without_a_name(
    client: httpx.AsyncClient,
):
    _conference, ada, _one = await a_proposal()
    key = str(uuid4())

    sent = [
        await client.post(at(ada, "comments"), data={"text": "نعم مهم", "request": key})
        for _ in range(2)
    ]
    page = (await client.get(PUBLIC)).text

    assert {one.headers["location"] for one in sent} == {f"{at(ada)}#k1"}
    assert page.count('id="k1"') == 1
    assert 'lang="ar" dir="auto">نعم مهم' in page
    assert "ohne Namen" in page
    assert ada.code not in page


async def test_a_discussion_that_closes_while_somebody_writes_keeps_her_words(
    client: httpx.AsyncClient,
):
    conference, ada, _one = await a_proposal()
    await collect(conference, comments_open=False)

    answer = await client.post(at(ada, "comments"), data={"text": "Zu spät?"})

    assert answer.status_code == 422
    assert "Die Diskussion ist geschlossen." in answer.text
    assert "Zu spät?" in answer.text


@pytest.mark.parametrize(
    "text,sentence",
    [
        ("", "Hier steht noch nichts."),
        ("a" * 20_000, "20000 Zeichen"),
    ],
)
async def test_what_is_wrong_with_a_comment_is_said_at_its_field(
    client: httpx.AsyncClient, text: str, sentence: str
):
    _conference, ada, _one = await a_proposal()

    answer = await client.post(at(ada, "comments"), data={"text": text})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'aria-describedby="h-text e-text"' in answer.text


async def test_tricks_stay_words(client: httpx.AsyncClient):
    _conference, ada, _one = await a_proposal()
    text = "<script>alert(1)</script> [x](javascript:y) \u202eevil مرحبا"

    await client.post(at(ada, "comments"), data={"text": text})
    page = (await client.get(PUBLIC)).text

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page
    assert "\u202e" not in page


async def test_search_engines_learn_what_is_proposed_and_nobody_s_name(
    client: httpx.AsyncClient,
):
    conference, ada, _one = await a_proposal(names_allowed=True)
    await make_proposal(conference, "Ein Park & mehr", author_name="Yılmaz")

    listed = said_in((await client.get("/de/c/konferenz/proposals")).text)
    page = (await client.get("/de/c/konferenz/proposals/2")).text
    said = said_in(page)
    turkish = said_in((await client.get(PUBLIC)).text)["CreativeWork"]
    own = said_in((await client.get(at(ada))).text)

    assert set(said) == {"CreativeWork", "BreadcrumbList"}
    assert said["CreativeWork"]["text"] == "Ein Park & mehr"
    assert said["CreativeWork"]["about"]["url"].endswith("/c/konferenz")
    assert "Yılmaz" in page
    assert "Yılmaz" not in str(said)
    assert (turkish["name"], turkish["inLanguage"]) == ("Okul", "tr")
    files = listed["CollectionPage"]["mainEntity"]["distribution"]
    for one in files:
        assert (await client.get(one["contentUrl"])).status_code == 200
    assert own == {}


async def test_a_ticket_of_another_conference_opens_nothing_here(
    client: httpx.AsyncClient,
):
    await a_proposal()
    elsewhere = await make_collecting("andere", comments_open=True)
    bo = await make_participant(elsewhere)

    for path in ("comments", "translate"):
        fields = {"text": "Fremd", "language": "de"}
        answer = await client.post(at(bo, path), data=fields)
        assert answer.status_code == 404

    assert "Fremd" not in (await client.get(PUBLIC)).text


async def test_the_author_of_a_hidden_comment_reads_why_in_her_language(
    client: httpx.AsyncClient,
):
    conference, ada, _one = await a_proposal()
    await client.post(at(ada, "comments"), data={"text": "Unfreundlich"})
    hide = Verdict(standing=Standing.HIDDEN, reason=Reason.INSULT, reason_text="Bitte")
    await moderate_comment(1, 1, hide, conference=conference, by=COMMAND, now=clock())

    own = (await client.get(at(ada))).text
    public = (await client.get(PUBLIC)).text

    assert "Grund: Beleidigung oder Hetze" in own
    assert "verborgen" in own
    assert "Unfreundlich" not in public


async def test_ones_own_comment_is_taken_back_and_its_language_corrected(
    client: httpx.AsyncClient,
):
    _conference, ada, _one = await a_proposal()
    bo = await make_participant(_conference)
    await client.post(at(ada, "comments"), data={"text": "Ok"})

    corrected = await client.post(
        at(ada, "comments/1/language"), data={"language": "tr"}
    )
    foreign = await client.post(at(bo, "comments/1/withdraw"))
    mine = (await comments_of(ada.id))[0]
    await client.post(at(ada, "comments/1/withdraw"))

    assert (corrected.status_code, mine.language) == (303, "tr")
    assert foreign.status_code == 404
    assert (await comments_of(ada.id))[0].standing is Standing.WITHDRAWN
    assert 'id="k1"' not in (await client.get(PUBLIC)).text


async def test_staff_comment_with_their_account_and_are_told_apart(
    client: httpx.AsyncClient,
):
    await a_proposal(release_first=False)
    await sign_in_as(client, Role.EDITOR)

    sent = await send(client, "/c/konferenz/proposals/1/comments", {"text": "Gut so"})
    public = (await another(client).get(PUBLIC)).text

    assert sent.status_code == 303
    assert "aus dem Team der Konferenz" in public
    taken = await send(client, "/c/konferenz/proposals/1/comments/1/withdraw")
    assert taken.status_code == 303
    assert 'id="k1"' not in (await another(client).get(PUBLIC)).text


async def test_who_has_neither_ticket_nor_account_only_reads(
    client: httpx.AsyncClient,
):
    await a_proposal()

    page = (await client.get(PUBLIC)).text
    sent = await client.post(f"{PUBLIC}/comments", data={"text": "Ich"})

    assert sent.status_code == 401
    assert "<textarea" not in page
    assert "Mit Ihrem Ticket mitreden" in page


async def test_without_a_discussion_nothing_is_said_of_one(client: httpx.AsyncClient):
    await a_proposal(comments_open=False)

    assert "Diskussion" not in (await client.get(PUBLIC)).text


async def test_another_participant_checks_a_translation(client: httpx.AsyncClient):
    conference, ada, one = await a_proposal()
    bo = await make_participant(conference)
    fields = {"text": "Eltern", "language": "de", "version": "1"}
    await client.post(at(ada, "translate"), data=fields)
    (found,) = await translations_of(one)

    own = await client.post(at(ada, "translations/de/check"), data={"mark": found.mark})
    stale = await client.post(at(bo, "translations/de/check"), data={"mark": "x"})
    good = await client.post(at(bo, "translations/de/check"), data={"mark": found.mark})

    assert (own.status_code, stale.status_code, good.status_code) == (403, 409, 303)
    assert (await translations_of(one))[0].checked


async def test_a_page_costs_the_same_with_many_comments(client: httpx.AsyncClient):
    _conference, ada, _one = await a_proposal()
    await client.post(at(ada, "comments"), data={"text": "Eins"})
    with counted_queries() as few:
        await client.get(PUBLIC)
    for n in range(4):
        await client.post(at(ada, "comments"), data={"text": f"Noch {n}"})

    with counted_queries() as many:
        page = await client.get(PUBLIC)

    assert len(many) == len(few)
    assert 'id="k5"' in page.text


async def test_a_draft_shows_no_proposal(client: httpx.AsyncClient):
    await a_proposal()
    await Conference.update({Conference.stage: Stage.DRAFT}, force=True)

    for path in (PUBLIC, "/c/konferenz/proposals.json", "/c/konferenz/proposals.csv"):
        assert (await client.get(path)).status_code == 404
