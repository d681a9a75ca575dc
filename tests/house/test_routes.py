"""Every route of the application, tried by everybody who may knock."""

import re
from uuid import uuid4

import httpx
import pytest

from lip.conference.tables import Participant
from tests.databases import ENGINES
from tests.factories import make_conference, make_helper_link, make_participant
from tests.house.visitors import VISITORS, Route, routes_of, visitor_named
from tests.house.who_may import (
    ACCOUNTS,
    ADMINISTRATORS,
    AGENDA,
    ANNOUNCERS,
    BROWSERS,
    DOOR,
    EDITORS,
    ELECTION_BOARD,
    EVERYBODY,
    FIELDS,
    INTERFACE,
    KIOSK,
    MODERATORS,
    NOBODY,
    ORGANISERS,
    bodies,
    measures,
    news,
    opendata,
    papers,
    plan,
    publishing,
    tracing,
)

pytestmark = pytest.mark.anyio

WHO_MAY = {
    # the house
    "home": EVERYBODY,
    "health": EVERYBODY,
    "metrics": NOBODY,  # but the operator's token
    "theme": EVERYBODY,
    "static": EVERYBODY,
    "static/head": EVERYBODY,
    "static.sheet": EVERYBODY,
    "/schema": EVERYBODY,
    "/schema/openapi.json": EVERYBODY,
    "/schema/{path}": EVERYBODY,
    # signing in
    "sign_in": EVERYBODY,
    "sign_in.send": EVERYBODY,
    "sign_in.second_step": EVERYBODY,
    "sign_in.link": EVERYBODY,
    "sign_in.use_link": EVERYBODY,
    "sign_out": EVERYBODY,
    "desk.show": BROWSERS,
    # accounts
    "own_account.show": ACCOUNTS,
    "own_account.password": ACCOUNTS,
    "own_account.second_factor": ACCOUNTS,
    "own_account.set_second_factor": ACCOUNTS,
    "own_account.remove_second_factor": ACCOUNTS,
    "accounts.list": ADMINISTRATORS,
    "accounts.new": ADMINISTRATORS,
    "accounts.create": ADMINISTRATORS,
    "accounts.show": ADMINISTRATORS,
    "accounts.grant": ADMINISTRATORS,
    "accounts.withdraw": ADMINISTRATORS,
    "accounts.reset": ADMINISTRATORS,
    "accounts.close": ADMINISTRATORS,
    "accounts.open": ADMINISTRATORS,
    "journal.all": ADMINISTRATORS,
    # fields of action
    "fields_of_action.list": FIELDS,
    "fields_of_action.new": FIELDS,
    "fields_of_action.add": FIELDS,
    "fields_of_action.show": FIELDS,
    "fields_of_action.change": FIELDS,
    "fields_of_action.move": FIELDS,
    "fields_of_action.close": FIELDS,
    # what everybody reads
    "imprint": EVERYBODY,
    "privacy": EVERYBODY,
    "accessibility": EVERYBODY,
    "public.show": EVERYBODY,
    "public.picture": EVERYBODY,
    "public.file": EVERYBODY,
    "public.imprint": EVERYBODY,
    # the public page, for organisers
    "page.edit": ORGANISERS,
    "page.change": ORGANISERS,
    "stage.show": ORGANISERS,
    "stage.change": ORGANISERS,
    "series.show": ORGANISERS,
    "series.choose": ORGANISERS,
    "series.make": ORGANISERS,
    "series.rename": ORGANISERS,
    "files.list": ORGANISERS,
    "files.add": ORGANISERS,
    "files.edit": ORGANISERS,
    "files.change": ORGANISERS,
    "files.remove": ORGANISERS,
    "poster.show": ORGANISERS,
    "poster.print": ORGANISERS,
    # tickets: whoever has the code
    "ticket.find": EVERYBODY,
    "ticket.show": EVERYBODY,
    "ticket.own_png": EVERYBODY,
    "ticket.own_pdf": EVERYBODY,
    "own.join": EVERYBODY,
    "own.leave": EVERYBODY,
    "own.cancel": EVERYBODY,
    "own.send_cancellation": EVERYBODY,
    "own.come_again": EVERYBODY,
    "own.withdraw": EVERYBODY,
    "own.change": EVERYBODY,
    "own.send_change": EVERYBODY,
    # registering
    "register.show": EVERYBODY,
    "register.send": EVERYBODY,
    "registered.show": EVERYBODY,
    "privacy.show": EVERYBODY,
    "privacy.paper": EVERYBODY,
    # people on the waiting list
    "door.let_in": DOOR,
    "participants.give_place": ORGANISERS,
    # the programme, for everybody
    "programme.show": EVERYBODY,
    "programme.calendar": EVERYBODY,
    "programme.session_calendar": EVERYBODY,
    "board.show": EVERYBODY,
    "board.live": EVERYBODY,
    # the programme, for organisers
    "sessions.list": ORGANISERS,
    "sessions.new": ORGANISERS,
    "sessions.create": ORGANISERS,
    "sessions.edit": ORGANISERS,
    "sessions.change": ORGANISERS,
    "sessions.ask": ORGANISERS,
    "sessions.remove": ORGANISERS,
    "sessions.call_off": ORGANISERS,
    "rooms.list": ORGANISERS,
    "rooms.create": ORGANISERS,
    "rooms.edit": ORGANISERS,
    "rooms.change": ORGANISERS,
    "rooms.remove": ORGANISERS,
    "speakers.list": ORGANISERS,
    "speakers.create": ORGANISERS,
    "speakers.edit": ORGANISERS,
    "speakers.change": ORGANISERS,
    "speakers.remove": ORGANISERS,
    "agenda.show": AGENDA,
    "agenda.late": AGENDA,
    "agenda.undo": AGENDA,
    # conferences
    "conference.new": ANNOUNCERS,
    "conference.create": ANNOUNCERS,
    "conference.show": ORGANISERS,
    "conference.edit": ORGANISERS,
    "conference.change": ORGANISERS,
    "journal.list": ORGANISERS,
    # what is kept, and how it goes
    "own_data.show": EVERYBODY,
    "own_data.json": EVERYBODY,
    "own_data.prove": EVERYBODY,
    "own_data.erase": EVERYBODY,
    "own_data.send_erasure": EVERYBODY,
    "own_data.erased": EVERYBODY,
    "retention.public": EVERYBODY,
    "retention.show": ORGANISERS,
    "retention.periods": ORGANISERS,
    "retention.prolong": ORGANISERS,
    "retention.end_prolonging": ORGANISERS,
    "retention.person": ORGANISERS,
    "retention.person_json": ORGANISERS,
    "retention.erase_person": ORGANISERS,
    "retention.all": ADMINISTRATORS,
    "participants.list": ORGANISERS,
    "participants.export": ORGANISERS,
    "participants.show": ORGANISERS,
    "participants.new": ORGANISERS,
    "participants.create": ORGANISERS,
    "participants.edit": ORGANISERS,
    "participants.change": ORGANISERS,
    "participants.cancel": ORGANISERS,
    "participants.reinstate": ORGANISERS,
    "participants.reissue": ORGANISERS,
    "ticket.png": ORGANISERS,
    "ticket.pdf": ORGANISERS,
    "imports.new": ORGANISERS,
    "imports.upload": ORGANISERS,
    "imports.map": ORGANISERS,
    "imports.assign": ORGANISERS,
    "imports.read": ORGANISERS,
    "imports.drop": ORGANISERS,
    "imports.preview": ORGANISERS,
    "imports.tick": ORGANISERS,
    "imports.run": ORGANISERS,
    "imports.done": ORGANISERS,
    "imports.report": ORGANISERS,
    "badges.show": ORGANISERS,
    "badges.print": ORGANISERS,
    "door_list.print": ORGANISERS,
    "passes.list": ORGANISERS,
    "passes.show": ORGANISERS,
    "passes.make_link": ORGANISERS,
    "passes.new_token": ORGANISERS,
    "passes.make_token": ORGANISERS,
    "passes.withdraw": ORGANISERS,
    # the outbox
    "mail.list": ORGANISERS,
    "mail.show": ORGANISERS,
    "mail.page": ORGANISERS,
    "mail.draft": ORGANISERS,
    "mail.enclosure": ORGANISERS,
    "mail.send_again": ORGANISERS,
    "mail.call_off": ORGANISERS,
    "mail.mark_sent": ORGANISERS,
    # registration, for its organisers
    "registration.settings": ORGANISERS,
    "registration.change": ORGANISERS,
    "registration.usual": ORGANISERS,
    "registration.open": ORGANISERS,
    "registration.close": ORGANISERS,
    "registration.address": ORGANISERS,
    "fields.list": ORGANISERS,
    "fields.preview": ORGANISERS,
    "fields.new": ORGANISERS,
    "fields.add": ORGANISERS,
    "fields.show": ORGANISERS,
    "fields.change": ORGANISERS,
    "fields.move": ORGANISERS,
    "fields.ask_removal": ORGANISERS,
    "fields.remove": ORGANISERS,
    "groups.list": ORGANISERS,
    "groups.new": ORGANISERS,
    "groups.add": ORGANISERS,
    "groups.show": ORGANISERS,
    "groups.change": ORGANISERS,
    "groups.move": ORGANISERS,
    "groups.remove": ORGANISERS,
    "waiting.list": ORGANISERS,
    "waiting.move_up": ORGANISERS,
    "invitations.list": ORGANISERS,
    "invitations.add": ORGANISERS,
    "invitations.send": ORGANISERS,
    "invitations.letters": ORGANISERS,
    "invitations.withdraw": ORGANISERS,
    "invitations.wording": ORGANISERS,
    "invitations.word": ORGANISERS,
    "needs.show": ORGANISERS,
    "needs.kitchen": ORGANISERS,
    "needs.published": ORGANISERS,
    "needs.names": ORGANISERS,
    "needs.csv": ORGANISERS,
    "statistics.show": ORGANISERS,
    "statistics.csv": ORGANISERS,
    "statistics.new": ORGANISERS,
    "statistics.add": ORGANISERS,
    "statistics.question": ORGANISERS,
    "statistics.change": ORGANISERS,
    "statistics.remove": ORGANISERS,
    # proposals
    "proposals.list": EVERYBODY,
    "own_proposals.show": EVERYBODY,
    "own_proposals.submit": EVERYBODY,
    "own_proposals.alike": EVERYBODY,
    "own_proposal.field": EVERYBODY,
    "own_proposal.language": EVERYBODY,
    "own_proposal.add_photo": EVERYBODY,
    "own_proposal.photo": EVERYBODY,
    "own_proposal.remove_photo": EVERYBODY,
    "proposals.photo": EVERYBODY,
    "own_proposals.all": EVERYBODY,
    "own_proposals.support": EVERYBODY,
    "own_proposal.edit": EVERYBODY,
    "own_proposal.change": EVERYBODY,
    "own_proposal.withdraw": EVERYBODY,
    # voting
    "rounds.list": MODERATORS,
    "rounds.new": MODERATORS,
    "rounds.create": MODERATORS,
    "rounds.show": MODERATORS,
    "rounds.edit": MODERATORS,
    "rounds.change": MODERATORS,
    "rounds.remove": MODERATORS,
    "rounds.preview": MODERATORS,
    "rounds.open": MODERATORS,
    "rounds.extend": MODERATORS,
    "rounds.ask_close": MODERATORS,
    "rounds.close": MODERATORS,
    "rounds.seal": MODERATORS,
    "round_options.show": MODERATORS,
    "round_options.choose": MODERATORS,
    "round_options.show_costs": MODERATORS,
    "round_options.costs": MODERATORS,
    "vote_codes.list": MODERATORS,
    "vote_codes.make": MODERATORS,
    "vote_codes.print": MODERATORS,
    "vote_codes.release": MODERATORS,
    "vote_codes.void": MODERATORS,
    "hand_out.show": MODERATORS,
    "hand_out.scan": MODERATORS,
    "paper.list": MODERATORS,
    "paper.print": MODERATORS,
    "paper.show": MODERATORS,
    "paper.count": MODERATORS,
    "vote.enter": EVERYBODY,
    "own_votes.show": EVERYBODY,
    "own_vote.show": EVERYBODY,
    "own_vote.cast": EVERYBODY,
    "own_vote.done": EVERYBODY,
    "table_vote.show": EVERYBODY,
    "table_vote.begin": EVERYBODY,
    "table_vote.ballot": EVERYBODY,
    "table_vote.cast": EVERYBODY,
    "table_vote.done": EVERYBODY,
    "code_vote.find": EVERYBODY,
    "code_vote.show": EVERYBODY,
    "code_vote.cast": EVERYBODY,
    "open_link.show": EVERYBODY,
    "open_link.submit": EVERYBODY,
    "moderation.show": MODERATORS,
    "moderation.judge": MODERATORS,
    "moderation.field": MODERATORS,
    "moderation.language": MODERATORS,
    "moderation.photo": MODERATORS,
    "moderation.remove_photo": MODERATORS,
    "staff_proposals.show": MODERATORS,
    "staff_proposals.submit": MODERATORS,
    "staff_proposals.alike": MODERATORS,
    "staff_proposal.edit": MODERATORS,
    "staff_proposal.change": MODERATORS,
    "staff_proposal.withdraw": MODERATORS,
    "staff_proposal.field": MODERATORS,
    "staff_proposal.language": MODERATORS,
    "staff_proposal.add_photo": MODERATORS,
    "staff_proposal.photo": MODERATORS,
    "staff_proposal.remove_photo": MODERATORS,
    "cards.show": MODERATORS,
    "cards.enter": MODERATORS,
    "collecting.show": MODERATORS,
    "collecting.change": MODERATORS,
    # the board of the moderators
    "pinboard.show": MODERATORS,
    "pinboard.live": MODERATORS,
    "pinboard.wall": MODERATORS,
    "pinboard.map": MODERATORS,
    "clusters.list": EVERYBODY,
    "clusters.show": EVERYBODY,
    "pinboard.arrange": MODERATORS,
    "pinboard.card": MODERATORS,
    "pinboard.cluster": MODERATORS,
    "pinboard.open": MODERATORS,
    "pinboard.name": MODERATORS,
    "pinboard.field": MODERATORS,
    "pinboard.merge": MODERATORS,
    "pinboard.split": MODERATORS,
    "pinboard.place": MODERATORS,
    "pinboard.close": MODERATORS,
    "pinboard.steps": MODERATORS,
    "pinboard.take_back": MODERATORS,
    "pinboard.suggest": MODERATORS,
    "pinboard.publish": MODERATORS,
    # invitations and statistics, for everybody
    "own_again.show": EVERYBODY,
    "own_again.send": EVERYBODY,
    "invitation.show": EVERYBODY,
    "invitation.answer": EVERYBODY,
    "anonymous.show": EVERYBODY,
    "anonymous.send": EVERYBODY,
    "tally.show": DOOR,
    "tally.count": DOOR,
    # one proposal: its words, translations, discussion, and what became of it
    "proposal.show": EVERYBODY,
    "proposal.comment": ACCOUNTS,
    "proposal.withdraw_comment": ACCOUNTS,
    "proposals.json": EVERYBODY,
    "proposals.csv": EVERYBODY,
    # votes and results
    "results.list": EVERYBODY,
    "results.show": EVERYBODY,
    "results.screen": EVERYBODY,
    "results.file": EVERYBODY,
    "opinions.show": EVERYBODY,
    "own_proposals.read": EVERYBODY,
    "own_comments.write": EVERYBODY,
    "own_comments.withdraw": EVERYBODY,
    "own_comments.language": EVERYBODY,
    "own_translation.show": EVERYBODY,
    "own_translation.write": EVERYBODY,
    "own_translation.check": EVERYBODY,
    "own_translation.withdraw": EVERYBODY,
    "translations.queue": EDITORS,
    "translations.next": EDITORS,
    "translations.edit": EDITORS,
    "translations.write": EDITORS,
    "translations.check": EDITORS,
    "translations.withdraw": EDITORS,
    "answers.show": EDITORS,
    "answers.say": EDITORS,
    "comments.show": MODERATORS,
    "comments.judge": MODERATORS,
    "translator.show": ADMINISTRATORS,
    # elections
    "running.list": ELECTION_BOARD,
    "running.new": ELECTION_BOARD,
    "running.prepare": ELECTION_BOARD,
    "templates.show": ELECTION_BOARD,
    "associations.list": ELECTION_BOARD,
    "associations.add": ELECTION_BOARD,
    "associations.show": ELECTION_BOARD,
    "associations.change": ELECTION_BOARD,
    "associations.remove": ELECTION_BOARD,
    "associations.ask_file": ELECTION_BOARD,
    "associations.take_in": ELECTION_BOARD,
    "delegates.choose": ELECTION_BOARD,
    "delegates.drop": ELECTION_BOARD,
    "roll.show": ELECTION_BOARD,
    "roll.ask_file": ELECTION_BOARD,
    "roll.take_in": ELECTION_BOARD,
    "roll.dispute": ELECTION_BOARD,
    "roll.rule": ELECTION_BOARD,
    "templates.take": ELECTION_BOARD,
    "running.show": ELECTION_BOARD,
    "running.edit": ELECTION_BOARD,
    "running.change": ELECTION_BOARD,
    "running.nominate": ELECTION_BOARD,
    "running.withdraw": ELECTION_BOARD,
    "nominations.list": ELECTION_BOARD,
    "nominations.show": ELECTION_BOARD,
    "nominations.photo": ELECTION_BOARD,
    "nominations.admit": ELECTION_BOARD,
    "nominations.refuse": ELECTION_BOARD,
    "nominations.accept": ELECTION_BOARD,
    "own_stand.show": EVERYBODY,
    "own_stand.send": EVERYBODY,
    "own_stand.withdraw": EVERYBODY,
    "own_stand.accept": EVERYBODY,
    "own_stand.photo": EVERYBODY,
    "link_stand.show": EVERYBODY,
    "link_stand.send": EVERYBODY,
    "link_stand.withdraw": EVERYBODY,
    "link_stand.accept": EVERYBODY,
    "link_stand.photo": EVERYBODY,
    "own_naming.show": EVERYBODY,
    "own_naming.send": EVERYBODY,
    "candidates.show": EVERYBODY,
    "candidates.photo": EVERYBODY,
    "candidates.introductions": EVERYBODY,
    "running.open": ELECTION_BOARD,
    "running.close": ELECTION_BOARD,
    "running.count": ELECTION_BOARD,
    "running.finish": ELECTION_BOARD,
    "running.dice": ELECTION_BOARD,
    "running.drawn": ELECTION_BOARD,
    "running.next_round": ELECTION_BOARD,
    "running.take_back": ELECTION_BOARD,
    "running.draw_order": ELECTION_BOARD,
    "running.minutes": ELECTION_BOARD,
    "running.keep_minutes": ELECTION_BOARD,
    "running.rule": ELECTION_BOARD,
    "papers.show": ELECTION_BOARD,
    "papers.print": ELECTION_BOARD,
    "papers.hand_out": ELECTION_BOARD,
    "papers.lay": ELECTION_BOARD,
    "papers.remove": ELECTION_BOARD,
    "papers.finish": ELECTION_BOARD,
    "keying.show": ELECTION_BOARD,
    "keying.add": ELECTION_BOARD,
    "keying.end": ELECTION_BOARD,
    "booth.give_pass": ELECTION_BOARD,
    "booth.show": EVERYBODY,
    "booth.begin": EVERYBODY,
    "booth.credential": EVERYBODY,
    "annulling.show": ELECTION_BOARD,
    "annulling.agree": ELECTION_BOARD,
    "election_lists.show": ELECTION_BOARD,
    "election_lists.arrange": ELECTION_BOARD,
    "own_elections.list": EVERYBODY,
    "own_election.show": EVERYBODY,
    "own_election.credential": EVERYBODY,
    "ballot.show": EVERYBODY,
    "ballot.cast": EVERYBODY,
    "elections.list": EVERYBODY,
    "elections.secrecy": EVERYBODY,
    "election.show": EVERYBODY,
    "election.bundle": EVERYBODY,
    "election.recount": EVERYBODY,
    "elections.recount_file": EVERYBODY,
    "election.minutes": EVERYBODY,
    "election.step": EVERYBODY,
    "election.minutes_pdf": EVERYBODY,
    "election.minutes_json": EVERYBODY,
    # the door
    "door.show": DOOR,
    "door.live": DOOR,
    "door.scan": DOOR,
    "door.admit": DOOR,
    "door.undo": DOOR,
    "door.step_out": DOOR,
    "door.come_back": DOOR,
    "door.walk_in": DOOR,
    "door.worker": EVERYBODY,  # a script of ours, the same for all
    "door.shell": DOOR,
    "door.offline_list": DOOR,
    "door.offline_send": DOOR,
    "door.conflicts": DOOR,
    "conflicts.list": ORGANISERS,
    "conflicts.settle": ORGANISERS,
    # the tablet at which people check themselves in
    "passes.kiosk": ORGANISERS,
    "kiosk.show": KIOSK,
    "kiosk.scan": KIOSK,
    "badges.one": DOOR,
    "certificates.list": ORGANISERS,
    "certificates.issue": ORGANISERS,
    "certificates.withdraw": ORGANISERS,
    "certificates.pdf": ORGANISERS,
    "certificates.all_pdf": ORGANISERS,
    "certificates.all_zip": ORGANISERS,
    "certificates.terms": ORGANISERS,
    "certificates.set_terms": ORGANISERS,
    "own_certificate.show": EVERYBODY,
    "own_certificate.issue": EVERYBODY,
    "own_certificate.pdf": EVERYBODY,
    "check.find": EVERYBODY,
    "check.show": EVERYBODY,
    "lists.show": ORGANISERS,
    "lists.print": ORGANISERS,
    "lists.export": ORGANISERS,
    "figures.show": ORGANISERS,
    "figures.report": ORGANISERS,
    "figures.export": ORGANISERS,
    "figures.publish": ORGANISERS,
    "public.figures": EVERYBODY,
    "feedback.form": EVERYBODY,
    "feedback.give": EVERYBODY,
    "feedback.results": ORGANISERS,
    "feedback.report": ORGANISERS,
    "feedback.questions": ORGANISERS,
    "feedback.set_times": ORGANISERS,
    "feedback.usual": ORGANISERS,
    "feedback.new_question": ORGANISERS,
    "feedback.create_question": ORGANISERS,
    "feedback.question": ORGANISERS,
    "feedback.change_question": ORGANISERS,
    "feedback.remove_question": ORGANISERS,
    "presence.show": ORGANISERS,
    "presence.live": ORGANISERS,
    "room_door.list": DOOR,
    "room_door.show": DOOR,
    "room_door.scan": DOOR,
    "room_door.pass": DOOR,
    "room_door.take_back": DOOR,
    "room_door.live": DOOR,
    "interface.check_in": INTERFACE,
    "interface.counts": INTERFACE,
}
AREAS = (bodies, measures, news, opendata, papers, plan, publishing, tracing)
for area in AREAS:
    WHO_MAY |= area.WHO_MAY

PLACES = {
    "stands": "1",
    "step": "1",
    "person": str(uuid4()),
    "association": str(uuid4()),
    "entry": str(uuid4()),
    "batch": "1",
    "participant": str(uuid4()),
    "upload": str(uuid4()),
    "one": str(uuid4()),
    "document": str(uuid4()),
    "party": str(uuid4()),
    "key": "eins",
    "photo": str(uuid4()),
    "field": str(uuid4()),
    "ics": f"{uuid4()}.ics",
    "speaker": str(uuid4()),
    "room": str(uuid4()),
    "shift": str(uuid4()),
    "token": "erfunden",
    "session": str(uuid4()),
    "question": str(uuid4()),
    "code": "ABCD-EFGH-JKMN",
    "number": "1",
    "file": "result.csv",
    "comment": "1",
    "tongue": "de",
    "package": "1",
    "sheet": "1",
    "seat": "erfunden",
    "file_path": "js/page.js",
    "name": "base.css",
    "path": "nothing",
}
for area in AREAS:
    PLACES |= area.PLACES


def known_as(route: Route) -> str:
    return route.path if route.path.startswith("/schema") else route.name


def address(route: Route, **places: str) -> str:
    known = PLACES | places
    return re.sub(r"\{(\w+)\}", lambda found: known[found[1]], route.path)


def last(route: Route) -> bool:
    """What ends the session itself is tried at the end."""
    return route.name in {"sign_out", "sign_in.use_link", "sign_in.send"}


async def test_every_route_stands_in_the_table(client: httpx.AsyncClient):
    known = {known_as(route) for route in routes_of(client)}

    assert known - WHO_MAY.keys() == set(), "say who may use these"
    assert WHO_MAY.keys() - known == set(), "these are gone"


@pytest.mark.parametrize(
    "engine_name,name",
    [(ENGINES[0], name) for name in VISITORS]  # who may come in knows no database
    + [(engine, "administrator") for engine in ENGINES[1:]],  # what she asks, does
    scope="session",
)
async def test_a_visitor_gets_in_where_she_may_and_nowhere_else(
    client: httpx.AsyncClient, engine_name: str, name: str
):
    await make_conference("eins")
    await make_conference("zwei")
    visitor = await visitor_named(name, client)
    refused_by = 401 if name == "anonymous" or name.startswith("token") else 403

    wrong = []
    for route in sorted(routes_of(client), key=last):
        reply = await visitor.knock(route.method, address(route))
        may, known = name in WHO_MAY[known_as(route)], known_as(route)
        no = 403 if known == "metrics" else refused_by
        if name.startswith("token") and "/api/" in route.path:
            no = 403
        if (may and reply.status in {0, 401, 403, 405, 500}) or (
            not may and reply.status != no
        ):
            wrong.append((known, route.method, reply.status))

    assert wrong == []


async def test_a_helpers_link_opens_no_other_conference(client: httpx.AsyncClient):
    await make_conference("eins")
    visitor = await visitor_named("link@zwei", client)

    page = await visitor.knock("GET", "/door/eins")

    assert page.status == 403
    assert "Ihre Rolle erlaubt das nicht." in page.body.decode()


async def test_what_belongs_to_another_conference_is_not_found(
    client: httpx.AsyncClient,
):
    await make_conference("eins")
    place = await make_conference("zwei")
    guest = await make_participant(place, given_name="Geheim", family_name="Person")
    link = await make_helper_link("zwei")
    visitor = await visitor_named("organiser@eins", client)
    before = await Participant.select().where(Participant.id == guest.id)
    foreign = {"participant": str(guest.id), "one": str(link.id)}
    body = f"participant={guest.id}&given_name=x".encode()

    told = []
    for route in routes_of(client):
        if "{key}" not in route.path:
            continue
        reply = await visitor.knock(route.method, address(route, **foreign), body)
        named = re.search(r"\{(participant|one)\}", route.path)
        hidden = {404, 422}
        if "organiser@eins" not in WHO_MAY[known_as(route)]:
            hidden.add(403)  # none of hers anyway, wherever it belongs
        if b"Geheim" in reply.body or (named and reply.status not in hidden):
            told.append((route.name, reply.status))

    assert told == []
    assert await Participant.select().where(Participant.id == guest.id) == before
