"""Every page of the application, with the sample conference behind it."""

import re
from dataclasses import dataclass
from uuid import UUID, uuid4, uuid5

import httpx
from litestar.routes import HTTPRoute

from elections.actions.name_somebody import consent_token
from elections.queries.associations import associations_of
from elections.queries.elections import election_of, elections_of, nominations_of
from elections.rules.stages import Standing
from elections.tables import RollEntry
from lip.accounts.queries import account_named
from lip.accounts.rules.roles import Role
from lip.attendance.actions.issue_certificates import certificate_code
from lip.attendance.queries.certificates import certificates_of
from lip.attendance.queries.feedback import questions_of as feedback_questions_of
from lip.conference.actions.register import sealed_code, ticket_code
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.queries.printing import people_to_print
from lip.conference.rules.codes import shown
from lip.fields.queries.fields import fields_offered
from lip.journal.rules.entries import COMMAND
from lip.mail.queries.outbox import Wanted, letters_of
from lip.mail.rules.letters import Fate
from lip.programme.queries.files import documents_of
from lip.programme.queries.sessions import programme_of, rooms_of, speakers_of
from lip.registration.actions.invite import invitation_token
from lip.registration.queries.forms import fields_of, groups_of
from lip.registration.queries.invitations import invitations_of
from lip.registration.queries.parties import party_sent
from lip.registration.queries.statistics import questions_of
from lip.sample.candidates import TITLE
from lip.sample.fill_in import ACCOUNTS, KEY, Sample, fill_in
from lip.sample.public_page import EARLIER
from proposals.actions.change_collecting import link_token
from proposals.board.queries.board import board_of
from proposals.tables import Proposal
from proposals.voting.actions.codes import make_codes, release_package, slips_of
from proposals.voting.actions.hand_out import hand_out
from proposals.voting.queries.rounds import round_of
from proposals.voting.rules.channels import Channel
from tests.client import litestar_to_read
from tests.elections.papers import make_papers_to_key
from tests.factories import KEYS, clock, make_conference, make_helper_link
from tests.journeys.places_of import (
    Place,
    bodies,
    measures,
    news,
    opendata,
    papers,
    plan,
    publishing,
    tracing,
)
from tests.proposals.voting.rounds_to_read import (
    FEW,
    LIVE,
    MONEY,
    OPINIONS,
    PLACES,
    SECRET,
    fill_in_rounds,
)
from tests.servers import Server, arrange

NO_PAGES = {
    *("badges.one", "badges.print", "door_list.print"),  # PDF
    *("vote_codes.print", "paper.print", "table_vote.ballot"),  # PDF; a short seat
    *("ticket.own_pdf", "ticket.own_png", "ticket.pdf", "ticket.png"),
    *("certificates.pdf", "certificates.all_pdf", "certificates.all_zip"),
    *("own_certificate.pdf", "lists.print", "lists.export", "figures.export"),
    "presence.live",
    *("participants.export", "imports.report"),  # files
    *("room_door.live", "door.live", "health", "metrics", "theme", "static"),
    "static.sheet",
    *("door.worker", "door.offline_list", "door.conflicts"),  # parts of the door
    "interface.counts",
    "privacy.paper",  # PDF
    *("public.picture", "public.file", "poster.print"),  # picture, files, PDF
    *("own_data.json", "retention.person_json"),
    *("mail.page", "mail.draft", "mail.enclosure"),  # letters as they went
    *("programme.calendar", "programme.session_calendar"),  # iCalendar
    *("board.live", "pinboard.live"),
    *("proposals.photo", "own_proposal.photo", "moderation.photo"),  # pictures
    "staff_proposal.photo",
    *("own_stand.photo", "link_stand.photo", "nominations.photo", "candidates.photo"),
    *("proposals.json", "proposals.csv", "results.file"),  # files
    *(
        "election.bundle",
        "election.minutes_json",
        "election.minutes_pdf",
        "papers.print",
    ),  # files
    "elections.recount_file",
    *("needs.csv", "statistics.csv", "invitations.letters"),  # files
}
"""Routes that answer something else than a page for people."""

AREAS = (bodies, measures, news, opendata, papers, plan, publishing, tracing)

DIRTY_LIST = """Vorname;Nachname;E-Mail;Organisation;Sprache
Ayşe;Yıldız;ayse@example.org;Çınar e. V.;tr
Ayşe;Yıldız;ayse@example.org;Çınar e. V.;tr
فاطمة;الحسن;keine Adresse;;ar
;;;;
Zoë;;;Verein für sehr lange Namen und noch viel längere Wörter;Klingonisch
Ayşe;Yildiz;ayse@example.net;;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The sample on a running server: the address of each page, and the cookies."""

    places: dict[str, Place]
    cookies: dict[str, str]


def page_routes() -> set[str]:
    """Name every route that answers a page, from the application itself."""
    app = litestar_to_read()
    names = {
        handler.name or ""
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if "GET" in handler.http_methods and not route.path.startswith("/schema")
    }
    return names - NO_PAGES.union(*(area.NO_PAGES for area in AREAS))


def furnish(server: Server) -> House:
    """Fill in the sample, and something for every page to show."""
    sample, values = arrange(server.url, _fill)
    admin = _signed_in(server, sample)
    values["upload"] = _upload(admin, DIRTY_LIST.encode())
    values["imported"] = _upload(admin, DIRTY_LIST.replace("Ayşe", "Ada").encode())
    values["staff proposal"] = _hand_in(admin)
    run = f"/conferences/{KEY}/participants/import/{values['imported']}/run"
    _send(admin, run, {"choice": "good_only"})
    cookies = {
        "admin": admin.cookies["lip"],
        "helper": _helper(server, sample),
        "officer": _officer(server, sample),
        "editor": _editor(server, sample),
    }
    admin.close()
    return House(places=_places(values), cookies=cookies)


async def _fill() -> tuple[Sample, dict[str, str]]:
    now = clock()
    sample = await fill_in(keys=KEYS, now=now)
    await make_conference("leer", title="Konferenz ohne Gäste")
    conference = await conference_by_key(KEY)
    await fill_in_rounds(conference)
    person = (await people_to_print(conference))[0]
    waiting = await letters_of(KEY, Wanted(fate=Fate.WAITING))
    uncertain = await letters_of(KEY, Wanted(fate=Fate.UNCERTAIN))
    account = await account_named(ACCOUNTS[Role.ORGANISER][0])
    documents = await documents_of(conference.id)
    sessions = await programme_of(conference.id)
    rooms = await rooms_of(conference.id)
    speakers = await speakers_of(conference.id)
    link = await make_helper_link(KEY, label="Tisch 3")
    author = (
        await Proposal
        .select(Proposal.participant, Proposal.number)
        .where(Proposal.participant.is_not_null())
        .order_by(Proposal.number)
        .first()
    )
    return sample, {
        "participant": str(person.id),
        "code": shown(ticket_code(person.id, person.issue, keys=KEYS)),
        "account": str(account.id),
        "document": str(documents[0].id),
        "session": str(sessions[-1].id),
        "room": str(rooms[0].id),
        "speaker": str(speakers[0].id),
        "letter": str(waiting.letters[0].id),
        "uncertain letter": str(uncertain.letters[0].id),
        "link": str(link.id),
        "voter": await _voter(conference.id),
        **await _who_stands(conference.id),
        "author": shown(ticket_code(author["participant"], 1, keys=KEYS)),
        "own proposal": str(author["number"]),
        "field of action": str((await fields_offered())[0].id),
        "open link": link_token(conference, keys=KEYS),
        "vote code": await _handed_out(conference),
        "token": link.token,
        **await _of_registration(conference.id),
        **await _of_attendance(conference),
        **await _of_the_board(conference),
        **await _of_associations(conference.id),
        "keyed election": str(await make_papers_to_key(conference)),
        **await _of_areas(),
    }


async def _of_areas() -> dict[str, str]:
    found: dict[str, str] = {}
    for area in AREAS:
        found |= await area.find()
    return found


async def _of_associations(conference: UUID) -> dict[str, str]:
    """Find an association that was added by a ruling, and what is not open yet."""
    ahead = [
        one for one in await elections_of(conference) if one.term
    ]  # the one by a template
    added = [one for one in await associations_of(conference) if one.added]
    return {"association": str(added[0].id), "prepared election": str(ahead[0].number)}


async def _of_the_board(conference: ConferenceFacts) -> dict[str, str]:
    """Find a cluster of the sample, and the card with most to say of it."""
    columns = (await board_of(conference.id)).columns
    cluster = max(columns, key=lambda column: len(column.cards))
    card = max(cluster.cards, key=lambda one: (len(one.merged), len(one.topics)))
    return {"cluster": str(cluster.number), "pinned": str(card.number)}


async def _handed_out(conference: ConferenceFacts) -> str:
    """Print and hand out a slip; give its code."""
    one, now = await round_of(conference.id, 2), clock()
    made = {"by": COMMAND, "now": now}
    await make_codes(one, packages=1, size=2, keys=KEYS, request=uuid4(), **made)
    await release_package(one, 1, **made)
    person = (await people_to_print(conference))[-1]
    sealed = sealed_code(person.id, person.issue, keys=KEYS)
    await hand_out(one, sealed, Channel.CODE, now=now)
    return shown((await slips_of(one, 1, keys=KEYS))[0].code)


async def _who_stands(conference: UUID) -> dict[str, str]:
    """Find the election that is called: who is admitted, refused and only named."""
    [called] = [one for one in await elections_of(conference) if one.title == TITLE]
    everybody = await nominations_of(called.id, all_of_them=True)
    by_standing = {one.standing: one for one in everybody}
    values = {"called": str(called.number)}
    for standing in (Standing.ADMITTED, Standing.REFUSED):
        one = by_standing[standing]
        values[f"{standing} candidate"] = str(one.number)
        values[f"{standing} ticket"] = shown(ticket_code(one.participant, 1, keys=KEYS))
    named = by_standing[Standing.PROPOSED]
    return values | {
        "named": str(named.number),
        "consent": consent_token(named.id, keys=KEYS),
    }


async def _voter(conference: UUID) -> str:
    election = await election_of(conference, 2)
    entry = (
        await RollEntry
        .select(RollEntry.participant)
        .where(RollEntry.election == election.id)
        .first()
    )
    return shown(ticket_code(entry["participant"], 1, keys=KEYS))


async def _of_attendance(conference: ConferenceFacts) -> dict[str, str]:
    certificate = (await certificates_of(conference))[0]
    return {
        "certificate": shown(certificate_code(certificate.id, keys=KEYS)),
        "feedback question": str((await feedback_questions_of(conference))[0].id),
    }


async def _of_registration(conference: UUID) -> dict[str, str]:
    facts = await conference_by_key(KEY)
    invitation = (await invitations_of(conference))[0]
    return {
        **await _of_parties(conference),
        "field": str((await fields_of(facts))[-1].id),
        "group": str((await groups_of(facts))[0].id),
        "question": str((await questions_of(conference))[0].id),
        "invitation": invitation_token(invitation.id, keys=KEYS),
    }


async def _of_parties(conference: UUID) -> dict[str, str]:
    """Find a party of the sample that has places, and somebody who waits."""
    request = uuid5(conference, "party 0")
    found = await party_sent(request)
    [*_, last] = (await party_sent(uuid5(conference, "party 5"))).people
    codes = [
        shown(ticket_code(one.id, one.issue, keys=KEYS))
        for one in (found.people[0], last)
    ]
    return {
        "party": str(request),
        "registered code": codes[0],
        "waiting code": codes[1],
    }


def _officer(server: Server, sample: Sample) -> str:
    client = _signed_in(server, sample, Role.ELECTION_BOARD)
    client.close()
    return client.cookies["lip"]


def _editor(server: Server, sample: Sample) -> str:
    client = _signed_in(server, sample, Role.EDITOR)
    client.close()
    return client.cookies["lip"]


def _signed_in(
    server: Server, sample: Sample, role: Role = Role.ADMINISTRATOR
) -> httpx.Client:
    admin = next(one for one in sample.logins if one.role is role)
    client = httpx.Client(base_url=server.address, timeout=20)
    form = {"name": admin.name, "password": admin.password}
    assert client.post("/sign-in", data=form).status_code == 303
    return client


def _helper(server: Server, sample: Sample) -> str:
    with httpx.Client(base_url=server.address) as phone:
        answer = phone.post(f"/sign-in/link/{sample.link_token}")
        assert answer.status_code == 303, answer.text
        return phone.cookies["lip"]


def _send(client: httpx.Client, path: str, fields=None, files=None) -> httpx.Response:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/").text)
    assert found
    data = {"csrf": found[1]} | (fields or {})
    answer = client.post(path, data=data, files=files)
    assert answer.status_code == 303, answer.text
    return answer


def _hand_in(client: httpx.Client) -> str:
    fields = {"text": "Formulare der Stadt in Einfacher Sprache."}
    answer = _send(client, f"/conferences/{KEY}/proposals/own", fields)
    found = re.search(r"kept=(\d+)", answer.headers["location"])
    assert found
    return found[1]


def _upload(client: httpx.Client, content: bytes) -> str:
    path = f"/conferences/{KEY}/participants/import"
    answer = _send(client, path, files={"file": ("liste.csv", content, "text/csv")})
    upload = answer.headers["location"].split("/")[-2]
    page = client.get(answer.headers["location"]).text
    columns = dict(
        re.findall(r'name="(column-\d+)".*?value="(\w+)" selected', page, re.DOTALL)
    )
    _send(client, f"{path}/{upload}/columns", columns)
    return upload


def _places(values: dict[str, str]) -> dict[str, Place]:
    place = f"/conferences/{KEY}"
    person = f"{place}/participants/{values['participant']}"
    uploads = f"{place}/participants/import"
    asked = f"{place}/feedback/questions"
    paths = {
        "desk.show": "/desk",
        "own_account.show": "/account",
        "own_account.second_factor": "/account/second-factor",
        "accounts.list": "/accounts",
        "accounts.new": "/accounts/new",
        "accounts.show": f"/accounts/{values['account']}",
        "journal.all": "/journal",
        "fields_of_action.list": "/fields",
        "fields_of_action.new": "/fields/new",
        "fields_of_action.show": f"/fields/{values['field of action']}",
        "conference.new": "/conferences/new",
        "conference.show": place,
        "conference.edit": f"{place}/edit",
        "sessions.list": f"{place}/programme",
        "sessions.new": f"{place}/programme/sessions/new",
        "sessions.edit": f"{place}/programme/sessions/{values['session']}",
        "sessions.ask": f"{place}/programme/sessions/{values['session']}/remove",
        "rooms.list": f"{place}/programme/rooms",
        "rooms.edit": f"{place}/programme/rooms/{values['room']}",
        "speakers.list": f"{place}/programme/speakers",
        "speakers.edit": f"{place}/programme/speakers/{values['speaker']}",
        "agenda.show": f"{place}/agenda",
        "a programme without sessions": "/conferences/leer/programme",
        "an agenda without sessions": "/conferences/leer/agenda",
        "participants.list": f"{place}/participants",
        "participants.new": f"{place}/participants/new",
        "participants.show": person,
        "participants.edit": f"{person}/edit",
        "imports.new": uploads,
        "imports.map": f"{uploads}/{values['upload']}/columns",
        "imports.preview": f"{uploads}/{values['upload']}/preview",
        "imports.done": f"{uploads}/{values['imported']}/done",
        "badges.show": f"{place}/badges",
        "registration.settings": f"{place}/registration",
        "registration.address": f"{place}/registration/address",
        "fields.list": f"{place}/registration/fields",
        "fields.preview": f"{place}/registration/fields/preview",
        "fields.new": f"{place}/registration/fields/new",
        "fields.show": f"{place}/registration/fields/{values['field']}",
        "fields.ask_removal": f"{place}/registration/fields/{values['field']}/remove",
        "groups.list": f"{place}/registration/groups",
        "groups.new": f"{place}/registration/groups/new",
        "groups.show": f"{place}/registration/groups/{values['group']}",
        "waiting.list": f"{place}/registration/waiting",
        "invitations.list": f"{place}/registration/invitations",
        "invitations.wording": f"{place}/registration/invitations/words",
        "needs.show": f"{place}/needs",
        "needs.kitchen": f"{place}/needs/kitchen",
        "needs.names": f"{place}/needs/names",
        "needs.published": f"{place}/needs/published",
        "statistics.show": f"{place}/statistics",
        "numbers to publish": f"{place}/statistics?public=1",
        "statistics.new": f"{place}/statistics/new",
        "statistics.question": f"{place}/statistics/{values['question']}",
        "no registration form": "/conferences/leer/registration",
        "empty statistics": "/conferences/leer/statistics",
        "passes.list": f"{place}/passes",
        "passes.show": f"{place}/passes/links?one={values['link']}",
        "passes.new_token": f"{place}/passes/tokens",
        "conflicts.list": f"{place}/conflicts",
        "kiosk.show": f"/kiosk/{KEY}",
        "journal.list": f"{place}/journal",
        "certificates.list": f"{place}/certificates",
        "certificates.terms": f"{place}/certificates/terms",
        "lists.show": f"{place}/lists",
        "figures.show": f"{place}/figures",
        "figures.report": f"{place}/figures/report",
        "feedback.results": f"{place}/feedback",
        "feedback.report": f"{place}/feedback/report",
        "feedback.questions": asked,
        "feedback.new_question": f"{asked}/new",
        "feedback.question": f"{asked}/{values['feedback question']}",
        "presence.show": f"{place}/presence",
        "empty certificates": "/conferences/leer/certificates",
        "empty lists": "/conferences/leer/lists",
        "empty figures": "/conferences/leer/figures",
        "empty feedback": "/conferences/leer/feedback",
        "rounds.list": f"{place}/rounds",
        "no rounds": "/conferences/leer/rounds",
        "rounds.new": f"{place}/rounds/new",
        "rounds.show": f"{place}/rounds/2",
        "round in preparation": f"{place}/rounds/3",
        "closed round": f"{place}/rounds/1",
        "rounds.edit": f"{place}/rounds/3/edit",
        "rounds.preview": f"{place}/rounds/2/preview",
        "preview of money": f"{place}/rounds/3/preview",
        "rounds.ask_close": f"{place}/rounds/2/close",
        "round_options.show": f"{place}/rounds/3/options",
        "round_options.show_costs": f"{place}/rounds/3/costs",
        "vote_codes.list": f"{place}/rounds/2/codes",
        "hand_out.show": f"{place}/rounds/2/hand-out",
        "paper.list": f"{place}/rounds/2/paper",
        "paper.show": f"{place}/rounds/2/paper/1",
        "moderation.show": f"{place}/proposals",
        "hidden proposals": f"{place}/proposals?standing=hidden",
        "cards.show": f"{place}/proposals/cards",
        "pinboard.show": f"{place}/board",
        "pinboard.wall": f"{place}/board/wall",
        "pinboard.steps": f"{place}/board/steps",
        "pinboard.map": f"{place}/board/map",
        "empty pinboard map": "/conferences/leer/board/map",
        "pinboard.card": f"{place}/board/cards/{values['pinned']}",
        "pinboard.cluster": f"{place}/board/clusters/{values['cluster']}",
        "empty pinboard": "/conferences/leer/board",
        "empty wall": "/conferences/leer/board/wall",
        "no steps": "/conferences/leer/board/steps",
        "staff_proposals.show": f"{place}/proposals/own",
        "staff_proposal.edit": f"{place}/proposals/own/{values['staff proposal']}",
        "collecting.show": f"{place}/proposals/settings",
        "empty moderation": "/conferences/leer/proposals",
        "comments.show": f"{place}/comments",
        "hidden comments": f"{place}/comments?standing=hidden",
        "translations.queue": f"{place}/translations?into=de",
        "translations of another script": f"{place}/translations?into=ar",
        "translations.edit": f"{place}/translations/4?into=de",
        "answers.show": f"{place}/proposals/4/answer",
        "proposal with an account": f"/c/{KEY}/proposals/1",
        "translator.show": "/translator",
        "empty comments": "/conferences/leer/comments",
        "empty translations": "/conferences/leer/translations",
        "page.edit": f"{place}/page",
        "stage.show": f"{place}/page/stage",
        "series.show": f"{place}/page/series",
        "files.list": f"{place}/page/files",
        "files.edit": f"{place}/page/files/{values['document']}",
        "poster.show": f"{place}/page/posters",
        "empty documents": "/conferences/leer/page/files",
        "empty series": "/conferences/leer/page/series",
        "mail.list": f"{place}/mail",
        "mail.show": f"{place}/mail/{values['letter']}",
        "letter without receipt": f"{place}/mail/{values['uncertain letter']}",
        "retention.show": f"{place}/retention",
        "retention.person": f"{person}/data",
        "retention.all": "/retention",
        # what stands on them while there is nothing yet
        "empty overview": "/conferences/leer",
        "empty guest list": "/conferences/leer/participants",
        "empty badges": "/conferences/leer/badges",
        "empty passes": "/conferences/leer/passes",
        "empty outbox": "/conferences/leer/mail",
        "search for no letter": f"{place}/mail?q=niemand",
        "search for nobody": f"{place}/participants?q=niemand",
    }
    at_elections = {
        "running.list": f"{place}/elections",
        "running.new": f"{place}/elections/new",
        "templates.show": f"{place}/elections/templates",
        "associations.list": f"{place}/associations",
        "no association yet": "/conferences/leer/associations",
        "associations.show": f"{place}/associations/{values['association']}",
        "associations.ask_file": f"{place}/associations/import",
        "roll.show": f"{place}/elections/2/roll",
        "roll ahead": f"{place}/elections/{values['prepared election']}/roll",
        "roll.ask_file": f"{place}/elections/{values['prepared election']}/roll/import",
        "roll.dispute": f"{place}/elections/{values['prepared election']}/roll/ruling",
        "running.show": f"{place}/elections/2",
        "running.edit": f"{place}/elections/2/change",
        "closed election": f"{place}/elections/1",
        "nominations.list": f"{place}/elections/{values['called']}/nominations",
        "nominations.show": (
            f"{place}/elections/{values['called']}/nominations/"
            f"{values['refused candidate']}"
        ),
        "nomination of somebody named": (
            f"{place}/elections/{values['called']}/nominations/{values['named']}"
        ),
        "nominations of open polls": f"{place}/elections/2/nominations",
        "running.minutes": f"{place}/elections/1/minutes",
        "annulling.show": f"{place}/elections/2/annul",
        "papers.show": f"{place}/elections/2/papers",
        "papers that differ": f"{place}/elections/{values['keyed election']}/papers",
        "papers all in": f"{place}/elections/1/papers",
        "keying.show": f"{place}/elections/{values['keyed election']}/papers/1",
        "election_lists.show": f"{place}/elections/2/lists",
        "lists to be arranged": f"{place}/elections/{values['called']}/lists",
        "no election yet": "/conferences/leer/elections",
        "desk of an officer": "/desk",
    }
    for_nobody = {
        "home": "/",
        "imprint": "/imprint",
        "privacy": "/privacy",
        "accessibility": "/accessibility",
        "public.show": f"/c/{KEY}",
        "public.imprint": f"/c/{KEY}/imprint",
        "conference without texts": "/c/leer",
        "conference in the archive": f"/c/{EARLIER}",
        "sign_in": "/sign-in",
        "sign_in.link": f"/sign-in/link/{values['token']}",
        "ticket.find": "/t",
        "own_certificate.show": f"/t/{values['code']}/certificate",
        "check.find": "/check",
        "check.show": f"/check/{values['certificate']}",
        "public.figures": f"/c/{KEY}/figures",
        "feedback.form": f"/c/{KEY}/feedback",
        "feedback closed": "/c/leer/feedback",
        "proposals.list": f"/c/{KEY}/proposals",
        "clusters.list": f"/c/{KEY}/clusters",
        "clusters.show": f"/c/{KEY}/clusters/{values['cluster']}",
        "empty proposals": "/c/leer/proposals",
        "vote.enter": f"/c/{KEY}/vote",
        "wrong code to vote with": f"/c/{KEY}/vote?code=AAAA-AAAA-AAAA",
        "own_votes.show": f"/t/{values['code']}/vote",
        "own_vote.show": f"/t/{values['code']}/vote/2",
        "own_vote.done": f"/t/{values['code']}/vote/2/done",
        "vote in a closed round": f"/t/{values['code']}/vote/1",
        "table_vote.show": f"/c/{KEY}/table-vote/2",
        "table_vote.done": f"/c/{KEY}/table-vote/2/done",
        "code_vote.find": "/v",
        "code_vote.show": f"/v/{values['vote code']}",
        "own_proposals.show": f"/t/{values['author']}/proposals",
        "own_proposals.all": f"/t/{values['author']}/proposals/all",
        "own_proposal.edit": (
            f"/t/{values['author']}/proposals/{values['own proposal']}"
        ),
        "proposal.show": f"/c/{KEY}/proposals/1",
        "proposal not followed": f"/c/{KEY}/proposals/4",
        "own_proposals.read": f"/t/{values['author']}/proposals/1/read",
        "own_translation.show": f"/t/{values['author']}/proposals/4/translate?into=ar",
        "open_link.show": f"/p/{values['open link']}",
        "results.list": f"/c/{KEY}/rounds",
        "no votes": "/c/leer/rounds",
        "results.show": f"/c/{KEY}/rounds/{PLACES}",
        "result of a field": f"/c/{KEY}/rounds/{PLACES}?field=2",
        "result of opinions": f"/c/{KEY}/rounds/{OPINIONS}",
        "result of a budget": f"/c/{KEY}/rounds/{MONEY}",
        "live result": f"/c/{KEY}/rounds/{LIVE}",
        "secret vote": f"/c/{KEY}/rounds/{SECRET}",
        "result of too few": f"/c/{KEY}/rounds/{FEW}",
        "results.screen": f"/c/{KEY}/rounds/{PLACES}/screen",
        "opinions on the wall": f"/c/{KEY}/rounds/{OPINIONS}/screen",
        "opinions.show": f"/c/{KEY}/rounds/{OPINIONS}/opinions",
        "elections.list": f"/c/{KEY}/elections",
        "no elections": "/c/leer/elections",
        "elections.secrecy": f"/c/{KEY}/elections/secrecy",
        "election.show": f"/c/{KEY}/elections/1",
        "election.minutes": f"/c/{KEY}/elections/1/minutes",
        "election.step": f"/c/{KEY}/elections/1/steps/1",
        "election.recount": f"/c/{KEY}/elections/1/recount",
        "tracking code that is not there": f"/c/{KEY}/elections/1?code=222",
        "open election": f"/c/{KEY}/elections/2",
        "ballot.show": f"/c/{KEY}/elections/2/ballot",
        "booth.show": f"/c/{KEY}/elections/2/booth",
        "election that is called": f"/c/{KEY}/elections/{values['called']}",
        "candidates.show": (
            f"/c/{KEY}/elections/{values['called']}/candidates/"
            f"{values['admitted candidate']}"
        ),
        "candidates.introductions": (
            f"/c/{KEY}/elections/{values['called']}/introductions?at=2"
        ),
        "own_stand.show": (
            f"/t/{values['admitted ticket']}/elections/{values['called']}/stand"
        ),
        "nomination that was refused": (
            f"/t/{values['refused ticket']}/elections/{values['called']}/stand"
        ),
        "link_stand.show": f"/stand/{values['consent']}",
        "own_naming.show": (
            f"/t/{values['admitted ticket']}/elections/{values['called']}/nominate"
        ),
        "own_elections.list": f"/t/{values['voter']}/elections",
        "own_election.show": f"/t/{values['voter']}/elections/2",
        "programme.show": f"/c/{KEY}/programme",
        "board.show": f"/c/{KEY}/board",
        "empty board": "/c/leer/board",
        "empty programme": "/c/leer/programme",
        "ticket.show": f"/t/{values['code']}",
        "page of somebody registered": f"/t/{values['registered code']}",
        "page of somebody waiting": f"/t/{values['waiting code']}",
        "own.change": f"/t/{values['registered code']}/change",
        "own.cancel": f"/t/{values['code']}/cancel",
        "register.show": f"/c/{KEY}/register",
        "no registration": "/c/leer/register",
        "registered.show": f"/c/{KEY}/registered/{values['party']}",
        "privacy.show": f"/c/{KEY}/privacy",
        "own_again.show": f"/t/{values['code']}/invitations",
        "invitation.show": f"/i/{values['invitation']}",
        "anonymous.show": f"/c/{KEY}/statistics",
        "thanks for answers": f"/c/{KEY}/statistics?done=1",
        "own_data.show": f"/t/{values['code']}/data",
        "own_data.erase": f"/t/{values['code']}/erase",
        "own_data.erased": "/t/gone",
        "retention.public": f"/c/{KEY}/retention",
    }
    at_the_door = {
        "door.show": f"/door/{KEY}",
        "room_door.list": f"/door/{KEY}/rooms",
        "room_door.show": f"/door/{KEY}/rooms/{values['session']}",
        "door.shell": f"/door/{KEY}/offline/shell",
        "tally.show": f"/door/{KEY}/tally",
        "door with a search": f"/door/{KEY}?q=a#search",
        "door, walk-in": f"/door/{KEY}#walk-in",
        "door, list": f"/door/{KEY}#list",
    }
    return {
        **{name: Place(path=path) for name, path in paths.items()},
        **{name: Place(path=path, who="nobody") for name, path in for_nobody.items()},
        **{name: Place(path=path, who="helper") for name, path in at_the_door.items()},
        **{
            name: Place(path=path, who="officer") for name, path in at_elections.items()
        },
        **{name: one for area in AREAS for name, one in area.places(values).items()},
    }
