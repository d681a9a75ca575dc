"""The page of a chapter, of a draft and of a version alike."""

from dataclasses import dataclass

from litestar.response import Template

from lip.bodies.pages.timeline import NO_STEPS, Timeline
from lip.plan.documents.chapter import language_of_files
from lip.plan.pages.chapter_html import Marker, drawn
from lip.plan.pages.lines_asked import text_with_lines
from lip.plan.pages.tongues import language_name
from lip.plan.rules.shown import ShownChapter
from lip.plan.rules.tongues import direction_of
from lip.plan.status_words import MOTION_STATUSES, STATE_SIGNS, TEXT_STATES
from lip.web.json_ld import markup
from lip.web.page import AnyRequest, page
from lip.web.partial_dates import said as said_date
from lip.web.visit import visit_of
from lip.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink:
    """A language of a chapter as it is offered."""

    tag: str
    name: str
    path: str
    current: bool
    state: str = ""
    sign: tuple[str, str] = ("", "")
    older: bool = False


def chapter_page(
    request: AnyRequest,
    shown: ShownChapter,
    *,
    base: str,
    timeline: Timeline = NO_STEPS,
    markers: tuple[Marker, ...] = (),
) -> Template:
    """
    Show a chapter; `base` is the address before its key ("/plan/lip/draft/").

    Neighbours, languages and files stand beside it under the same base.
    """
    prefix = visit_of(request).prefix
    folder = f"{prefix}{base}"
    under = f"versions/{shown.version}" if shown.version else "draft"
    permanent = f"/plan/{shown.plan.key}/{under}"
    site = request.app.state.settings.base_url.rstrip("/")
    text, lines = text_with_lines(
        request, drawn(shown.text, shown.plan.line_length, shown.terms, markers)
    )
    return page(
        request,
        "plan/chapter.html",
        shown=shown,
        text=text,
        lines=lines,
        direction=direction_of(shown.language),
        languages_shown=_languages(shown, folder),
        folder=folder,
        base=base,
        tag_of_files=language_of_files(shown.language),
        timeline=timeline,
        decided=said_date(shown.decided_on) if shown.decided_on else "",
        motion_status=_(MOTION_STATUSES[shown.status]) if shown.status else "",
        address=f"{site}{permanent}/{shown.key}/{shown.language}",
        about=markup(
            request,
            "Chapter",
            path=f"{base}{shown.key}",
            part_of=f"/plan/{shown.plan.key}",
            name=shown.title,
            language=shown.language,
        ),
    )


def _languages(shown: ShownChapter, folder: str) -> list[LanguageLink]:
    return [
        LanguageLink(
            tag=one.tag,
            name=language_name(one.tag),
            path=f"{folder}{shown.key}/{one.tag}",
            current=one.tag == shown.language,
            state=_(TEXT_STATES[one.state]) if one.state else "",
            sign=STATE_SIGNS[one.state] if one.state else ("", ""),
            older=one.older,
        )
        for one in shown.languages
    ]
