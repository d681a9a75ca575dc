"""Jinja as all pages use it, and the functions that every template may call."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_time
from babel.numbers import format_decimal
from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.runtime import Context
from litestar import Request
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template.config import TemplateConfig
from markupsafe import Markup

from lip.settings import Settings
from lip.web import csrf, partial_dates
from lip.web.paths import path_to
from lip.web.static import static_path
from lip.web.visit import Visit, visit_of
from lip.words import LANGUAGES, _, current_language, language_of, ngettext, pgettext

ZONE = ZoneInfo("Europe/Berlin")
FEW: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """
    A part of an organiser's pages: its German label, and where it begins.

    `group` is the German label of a menu that holds it; without one it stands alone.
    """

    name: str
    label: str
    route: str
    icon: str
    right: str = "organise"
    group: str = ""


def template_config(
    folders: list[Path],
    settings: Settings,
    sections: Sequence[Section] = (),
    *,
    door_sections: Sequence[Section] = (),
) -> TemplateConfig[JinjaTemplateEngine]:
    """Set up the templates of all areas."""
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # by i18n
        gettext=_plain, ngettext=_plural, pgettext=pgettext, newstyle=True
    )
    environment.globals |= {
        "_": in_words,
        "path_for": path_for,
        "path_in": path_in,
        "static": static_path,
        "icon": icon,
        "options": options,
        "csrf": csrf_field,
        "language_path": language_path,
        "signed_in": None,
        "sections": sections,
        "grouped": grouped,
        "door_sections": door_sections,
        "languages": list(LANGUAGES.values()),
        "site": {
            "name": settings.site_name,
            "address": settings.base_url.rstrip("/"),
            "accent": settings.accent,
            "operator": settings.operator,
        },
        "language_named": language_of,
    }
    environment.filters |= {
        "date": _date,
        "time": _time,
        "moment": _moment,
        "number": _number,
        "partial_date": partial_dates.said,
    }
    engine = JinjaTemplateEngine.from_environment(environment)
    return TemplateConfig(instance=engine)


def page_context(connection: Any) -> dict[str, Any]:
    """Give what every template knows without asking."""
    visit = visit_of(connection)
    return {"signed_in": visit.signed_in, "language": language_of(current_language())}


def in_words(said: str, /, **values: object) -> Markup:
    """
    Put a sentence into the language of the page.

    A page says dozens; Jinja's own way asks for each anew and takes thrice as long.
    """
    words = _words(current_language(), said)
    return words % values if values else words


@lru_cache(maxsize=8192)
def _words(_language: str, said: str) -> Markup:
    return Markup(_(said))  # noqa: S704 - our own sentences, as Jinja trusts them too


def _plain(said: str) -> str:
    return _(said)


def _plural(one: str, many: str, num: int) -> str:
    return ngettext(one, many, num)


def _visit(context: Context) -> Visit:
    return visit_of(_request(context))


def _request(context: Context) -> Request[Any, Any, Any]:
    return cast("Request[Any, Any, Any]", context["request"])


@pass_context
def path_for(context: Context, name: str, /, **values: object) -> str:
    """Give the address of a route in the language of this page."""
    return prefixed(context["request"], name, **values)


@pass_context
def path_in(context: Context, tag: str, name: str, /, **values: object) -> str:
    """Give the address of a route in this language, whichever the page speaks."""
    return f"/{tag}{path_to(_request(context).app, name, values)}"


def prefixed(connection: Any, name: str, /, **values: object) -> str:
    """Give the address of a route in the language of this request, for redirects."""
    path = path_to(connection.app, name, values)
    return visit_of(connection).prefix + path


@pass_context
def language_path(context: Context, tag: str) -> str:
    """Give the address of this same page in another language."""
    request = _request(context)
    if request.method not in {"GET", "HEAD"}:
        return f"/{tag}/"
    query = request.scope["query_string"].decode("latin-1")
    return f"/{tag}{_visit(context).path}" + (f"?{query}" if query else "")


@pass_context
def csrf_field(context: Context) -> Markup:
    """Give the hidden field that every form of a signed-in person carries."""
    visit = _visit(context)
    if not visit.form_key:
        return Markup()
    if not visit.form_token:
        visit.form_token = csrf.make_token(visit.form_key)
    return Markup('<input type="hidden" name="{}" value="{}">').format(
        csrf.FIELD, visit.form_token
    )


@cache
def icon(name: str) -> Markup:
    """Draw an icon from the sprite; words always stand beside it."""
    address = f"{static_path('icons/sprite.svg')}#{name}"
    return Markup(
        '<svg class="icon icon-{}" aria-hidden="true" width="24" height="24">'
        '<use href="{}"></use></svg>'
    ).format(name, address)


def options(offered: Iterable[tuple[str, str]], chosen: object = "") -> Markup:
    """
    Draw what a select offers, for lists that offer the same in every row.

    >>> str(options([("", "?"), ("de", "Deutsch")], "de"))
    '<option value="">?</option><option value="de" selected>Deutsch</option>'
    """
    return _options(tuple(offered), str(chosen))


@lru_cache(maxsize=1024)
def _options(offered: tuple[tuple[str, str], ...], chosen: str) -> Markup:
    one = Markup('<option value="{}"{}>{}</option>')
    marks = {True: Markup(" selected"), False: ""}
    return Markup().join(
        one.format(value, marks[value == chosen], word) for value, word in offered
    )


def grouped(
    sections: Sequence[Section], signed_in: Any, scope: str
) -> list[tuple[str, list[Section]]]:
    """
    Give what somebody may open, in groups that stand together in the list.

    What is alone in its group, and all of a short list, needs no menu.
    """
    mine = [one for one in sections if signed_in and signed_in.may(one.right, scope)]
    if len(mine) <= FEW:
        return [("", mine)]
    groups = [
        (label, list(members))
        for label, members in groupby(mine, key=attrgetter("group"))
    ]
    return [(label if len(members) > 1 else "", members) for label, members in groups]


def _locale() -> str:
    return current_language().replace("-", "_")


def _date(value: date | datetime, form: str = "long") -> str:
    if isinstance(value, datetime):
        value = value.astimezone(ZONE).date()
    return format_date(value, format=form, locale=_locale())


def _time(value: datetime) -> str:
    return format_time(value, format="short", tzinfo=ZONE, locale=_locale())


def _moment(value: datetime) -> str:
    return format_datetime(value, format="medium", tzinfo=ZONE, locale=_locale())


def _number(value: int) -> str:
    return format_decimal(value, locale=_locale())
