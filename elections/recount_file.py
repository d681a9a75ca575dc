"""
One HTML file that counts elections again, from disk and without a network.

The modules of the page are put one after the other, each in a scope of its own, so
that nothing needs to be loaded. The file has no address of ours in it.
"""

import html
import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from lip.web.static import FOLDER

MODULES: Final = (
    "reading",
    "digests",
    "exploring",
    "found",
    "fractions",
    "papers",
    "piles",
    "quotas",
    "votes",
    "seating",
    "star",
    "stv",
    "meek",
    "one_seat",
    "lists",
    "cumulative",
    "phragmen",
    "shares",
    "counting",
    "round",
    "credentials",
    "rounds",
    "checking",
    "page",
)
"""Those of static/js/recount, each after all that it imports."""
_IMPORT = re.compile(r'^import \{([^}]+)\} from "\./(\w+)\.js";\n', re.MULTILINE)
_LATER = re.compile(r'import\("\./(\w+)\.js"\)')
_EXPORT = re.compile(
    r"^export (?=(?:async function\*? |function\*? |class |const )(\w+))", re.MULTILINE
)


@cache
def one_script() -> str:
    """Join the modules to one script that imports nothing."""
    parts = [_scoped(name) for name in MODULES]
    return '"use strict";\n' + "\n".join(parts)


def _scoped(name: str) -> str:
    text = (FOLDER / "js" / "recount" / f"{name}.js").read_text("utf-8")
    names = ", ".join(_EXPORT.findall(text))
    text = _IMPORT.sub(r"const {\1} = from_\2;\n", text)
    text = _LATER.sub(r"from_\1", text)
    text = _EXPORT.sub("", text)
    return f"const from_{name} = (() => {{\n{text}\nreturn {{ {names} }};\n}})();"


def recount_file(
    words: Mapping[str, str],
    sentences: Mapping[str, tuple[str, str]],
    *,
    language: str,
    direction: str,
) -> str:
    """Write the file; `words` are those of the page, by name."""
    said = {name: html.escape(text) for name, text in words.items()}
    spelled = html.escape(json.dumps(sentences, ensure_ascii=False))
    style = (FOLDER / "css" / "recount.css").read_text("utf-8")
    return f"""<!doctype html>
<html lang="{html.escape(language)}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{said["title"]}</title>
<style>
{style}
body {{ max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif; }}
</style>
</head>
<body>
<main>
<h1>{said["title"]}</h1>
<p>{said["lead"]}</p>
<div data-recount hidden data-sentences="{spelled}" data-old="{said["old"]}">
<p><label for="file">{said["file"]}</label><br>
<input id="file" type="file" accept=".json,application/json" data-file></p>
<ol class="recount" data-found aria-live="polite"></ol>
</div>
<noscript><p>{said["script"]}</p></noscript>
</main>
<script>
{one_script()}
</script>
</body>
</html>
"""  # noqa: E501  # HTML as it is sent
