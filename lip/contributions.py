"""What areas give to what they do not know: each list once, lower areas show it."""

from collections.abc import Mapping
from pathlib import Path

from elections import kept as elections_kept
from elections import kept_roll, paper_sentences, roll_sentences
from elections import sentences as elections_sentences
from elections.pages.offering import offer_elections
from elections.queries.names import names_of_elections
from lip.accounts import kept as accounts_kept
from lip.accounts import sentences as accounts_sentences
from lip.attendance import kept as attendance_kept
from lip.attendance import sentences as attendance_sentences
from lip.attendance.pages.offering import offer_feedback, offer_figures
from lip.bodies import sentences as bodies_sentences
from lip.bodies.queries.bodies import names_of_bodies
from lip.bodies.queries.steps import names_of_steps
from lip.bodies.queries.subjects import bodies_as_subjects, body_documents
from lip.conference import kept as conference_kept
from lip.conference import sentences as conference_sentences
from lip.conference.pages.journal_lines import Namer
from lip.conference.queries.beside import BlockOf, ColumnsOf
from lip.database import sentences as database_sentences
from lip.fields import sentences as fields_sentences
from lip.fields.queries.fields import names_of_fields
from lip.kept import Kind
from lip.mail import kept as mail_kept
from lip.mail import sentences as mail_sentences
from lip.measures import sentences as measures_sentences
from lip.measures.queries.names import names_of_measures
from lip.measures.queries.subjects import (
    contact_points_to_read,
    documents_to_read,
    subjects_of_contact_points,
    subjects_of_measures,
)
from lip.news import sentences as news_sentences
from lip.news.queries.subjects import (
    news_to_read,
    pages_about_measure,
    subjects_of_news,
    subjects_of_projects,
)
from lip.opendata import kept as opendata_kept
from lip.opendata import sentences as opendata_sentences
from lip.papers import sentences as papers_sentences
from lip.papers.queries.paths import paths_of
from lip.papers.queries.subjects import (
    names_of_papers,
    paper_documents,
    papers_as_subjects,
)
from lip.pictures import sentences as pictures_sentences
from lip.plan import change_sentences as plan_change_sentences
from lip.plan import kept as plan_kept
from lip.plan import text_sentences as plan_text_sentences
from lip.plan.queries.change_subjects import (
    amendments_to_read,
    names_of_changes,
    subjects_of_amendments,
    subjects_of_versions,
    versions_to_read,
)
from lip.plan.queries.chapter_subjects import plans_to_read, subjects_of_chapters
from lip.programme import agenda_sentences
from lip.programme import kept as programme_kept
from lip.programme import sentences as programme_sentences
from lip.programme.queries.names import names_in_programmes
from lip.programme.queries.subjects import (
    public_conference_pages,
    subjects_of_conferences,
)
from lip.programme.rules.board import BoardLink
from lip.publishing import sentences as publishing_sentences
from lip.registration import form_sentences, kept_invitations, place_sentences
from lip.registration import kept as registration_kept
from lip.registration.pages.answers_beside import answer_columns, answers_block
from lip.registration.pages.offering import registration_offer
from lip.retention import kept as retention_kept
from lip.retention import sentences as retention_sentences
from lip.subjects import DocumentsOf, SubjectKind, SubjectsBeside, SubjectsOf
from lip.tracing import kept as tracing_kept
from lip.tracing import sentences as tracing_sentences
from lip.web import kept as web_kept
from lip.words import N_
from proposals import kept as proposals_kept
from proposals import kept_discussion
from proposals import sentences as proposals_sentences
from proposals.board import page_sentences as board_page_sentences
from proposals.board import sentences as board_sentences
from proposals.board.pages.figures import board_figures
from proposals.board.pages.offering import offer_clusters
from proposals.board.queries.subjects import public_clusters, subjects_of_clusters
from proposals.pages.figures import FiguresOf, proposal_figures
from proposals.pages.offering import offer_proposals
from proposals.queries.subjects import public_proposals, subjects_of_proposals
from proposals.voting import kept as voting_kept
from proposals.voting import result_sentences
from proposals.voting import sentences as voting_sentences
from proposals.voting.pages.figures import voting_figures
from proposals.voting.pages.offering import offer_rounds
from proposals.voting.queries.names import names_of_rounds
from proposals.voting.queries.subjects import public_rounds, subjects_of_rounds

HERE = Path(__file__).parent

NAMERS: tuple[Namer, ...] = (
    names_in_programmes,
    names_of_fields,
    names_of_measures,
    names_of_rounds,
    names_of_elections,
    names_of_bodies,
    names_of_steps,
    names_of_papers,
    names_of_changes,
)
"""How the journal names what belongs to higher areas."""

BOARD_LINKS = (
    BoardLink(label=N_("Programm"), path="/c/{key}/programme"),
    BoardLink(label=N_("Meine Seite"), path="/t"),
)
"""The pages whose QR codes always stand on the board; offers add theirs."""

OFFERERS = (
    registration_offer,
    offer_proposals,
    offer_rounds,
    offer_clusters,
    offer_elections,
    offer_feedback,
    offer_figures,
)
"""What areas offer on the page of a conference."""

MODERATORS_FIGURES: tuple[FiguresOf, ...] = (
    proposal_figures,
    board_figures,
    voting_figures,
)
"""What is counted at the head of the moderators' pages."""

BLOCKS_BESIDE: tuple[BlockOf, ...] = (answers_block,)
"""What higher areas say of a person on her page of the guest list."""

COLUMNS_BESIDE: tuple[ColumnsOf, ...] = (answer_columns,)
"""The columns that higher areas add to an export of the guest list."""

TEMPLATES = [
    HERE.parent / "elections" / "templates",
    HERE.parent / "proposals" / "templates",
    HERE / "web" / "templates",
    HERE / "accounts" / "templates",
    HERE / "fields" / "templates",
    HERE / "bodies" / "templates",
    HERE / "tracing" / "templates",
    HERE / "measures" / "templates",
    HERE / "plan" / "templates",
    HERE / "papers" / "templates",
    HERE / "news" / "templates",
    HERE / "publishing" / "templates",
    HERE / "opendata" / "templates",
    HERE / "conference" / "templates",
    HERE / "mail" / "templates",
    HERE / "programme" / "templates",
    HERE / "attendance" / "templates",
    HERE / "registration" / "templates",
    HERE / "retention" / "templates",
]

KINDS: tuple[Kind, ...] = (
    *opendata_kept.KINDS,
    *plan_kept.KINDS,
    *kept_invitations.KINDS,
    *registration_kept.KINDS,
    *attendance_kept.KINDS,
    *tracing_kept.KINDS,
    *voting_kept.KINDS,
    *kept_discussion.KINDS,
    *kept_roll.KINDS,
    *elections_kept.KINDS,
    *proposals_kept.KINDS,
    *programme_kept.KINDS,
    *mail_kept.KINDS,
    *conference_kept.KINDS,
    *accounts_kept.KINDS,
    *web_kept.KINDS,
    *retention_kept.KINDS,
)
"""What is kept of people, higher areas first: in this order it is deleted."""

SENTENCES = (
    database_sentences.SENTENCES,
    pictures_sentences.SENTENCES,
    accounts_sentences.SENTENCES,
    fields_sentences.SENTENCES,
    bodies_sentences.SENTENCES,
    papers_sentences.SENTENCES,
    conference_sentences.SENTENCES,
    place_sentences.SENTENCES,
    form_sentences.SENTENCES,
    elections_sentences.SENTENCES,
    paper_sentences.SENTENCES,
    roll_sentences.SENTENCES,
    proposals_sentences.SENTENCES,
    board_sentences.SENTENCES,
    board_page_sentences.SENTENCES,
    voting_sentences.SENTENCES,
    tracing_sentences.SENTENCES,
    publishing_sentences.SENTENCES,
    result_sentences.SENTENCES,
    mail_sentences.SENTENCES,
    measures_sentences.SENTENCES,
    news_sentences.SENTENCES,
    programme_sentences.SENTENCES,
    agenda_sentences.SENTENCES,
    retention_sentences.SENTENCES,
    attendance_sentences.SENTENCES,
    plan_text_sentences.SENTENCES,
    plan_change_sentences.SENTENCES,
    opendata_sentences.SENTENCES,
)
"""What refusals say, by their code."""

SUBJECTS: Mapping[SubjectKind, SubjectsOf] = {
    SubjectKind.CONFERENCE: subjects_of_conferences,
    SubjectKind.PROPOSAL: subjects_of_proposals,
    SubjectKind.CLUSTER: subjects_of_clusters,
    SubjectKind.VOTING_ROUND: subjects_of_rounds,
    SubjectKind.CHAPTER: subjects_of_chapters,
    SubjectKind.MEASURE: subjects_of_measures,
    SubjectKind.CONTACT_POINT: subjects_of_contact_points,
    SubjectKind.PAPER: papers_as_subjects,
    SubjectKind.PROJECT: subjects_of_projects,
    SubjectKind.NEWS: subjects_of_news,
    SubjectKind.AMENDMENT: subjects_of_amendments,
    SubjectKind.VERSION: subjects_of_versions,
    SubjectKind.BODY: bodies_as_subjects,
}
"""Who names what can be followed through the plan."""

BESIDE_MEASURES: tuple[SubjectsBeside, ...] = (pages_about_measure,)
"""What higher areas keep of a measure."""

PAPER_PATHS = paths_of
"""Finds where everybody can read council papers that a text names."""

DOCUMENTS: tuple[DocumentsOf, ...] = (
    public_conference_pages,
    public_proposals,
    public_clusters,
    public_rounds,
    plans_to_read,
    paper_documents,
    documents_to_read,
    contact_points_to_read,
    news_to_read,
    amendments_to_read,
    versions_to_read,
    body_documents,
)
"""Who lists public pages for search, feeds, site map and the static copy."""
