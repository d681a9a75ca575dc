"""Pages that only a copy has: its front, and what its search says without a script."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from lip.publishing.rules.copying import POLICY
from lip.words import _, language_of, speaking

_FRONT = Markup("""\
<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{name}</title>
{sheets}
<link rel="icon" type="image/svg+xml" href="{mark}">
<script type="module" src="{script}"></script>
</head>
<body>
<main class="frame flow">
<h1><bdi>{name}</bdi></h1>
<nav aria-label="{languages}"><ul class="plain">
{links}
</ul></nav>
</main>
</body>
</html>
""")
_SHEET = Markup('<link rel="stylesheet" href="{}">')
_LINK = Markup(
    '<li><a class="alone" href="{tag}/index.html" lang="{tag}" hreflang="{tag}" '
    'dir="{dir}">{name}</a></li>'
)
_WITHOUT = Markup(
    '<noscript><div class="notice note"><div><p>{sentence} '
    '<a href="{address}">{link}</a></p></div></div></noscript>\n'
)
_SCRIPT = Markup(
    '<script type="module" src="{script}" data-index="{index}"></script>\n</head>'
)


def front_page(
    name: str, languages: Sequence[str], file: Callable[[str], str]
) -> bytes:
    """Offer the languages; a script leads to the one that the browser wishes."""
    own = language_of(languages[0])
    with speaking(own.tag):
        heading = _("Sprachen")
    links = [
        _LINK.format(tag=one.tag, dir=one.direction, name=one.name)
        for one in map(language_of, languages)
    ]
    sheets = ("css/base.css", "css/parts.css", "css/fonts.css")
    html = _FRONT.format(
        lang=own.tag,
        dir=own.direction,
        policy=POLICY,
        name=name,
        sheets=Markup("\n").join(_SHEET.format(file(one)) for one in sheets),
        mark=file("icons/mark.svg"),
        script=file("js/front_copy.js"),
        languages=heading,
        links=Markup("\n").join(links),
    )
    return html.encode()


def searching_page(
    html: str, *, language: str, script: str, index: str, live: str
) -> str:
    """Let a script search in the copy; without one, lead to where it is searched."""
    tag = _SCRIPT.format(script=script, index=index)
    with speaking(language):
        without = _WITHOUT.format(
            sentence=_(
                "In dieser Kopie sucht Ihr Browser selbst. Dafür muss JavaScript an "
                "sein. Ohne JavaScript können Sie hier suchen:"
            ),
            address=f"{live}/{language}/search",
            link=_("Suche auf der Website"),
        )
    return html.replace("</head>", tag, 1).replace("</form>", f"</form>\n{without}", 1)
