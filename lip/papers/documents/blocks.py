"""Markdown as blocks that a typst template can set: paragraphs, lists, headings."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from lip.conference.documents.fonts import direction, settable
from lip.gender_stars import gender_stars

Block: TypeAlias = Mapping[str, Any]
_MARKDOWN: Final = MarkdownIt("js-default").disable("image").use(gender_stars)
_STYLES: Final = {"strong": "bold", "em": "slanted", "s": "struck"}


def blocks_of(text: str) -> Sequence[Block]:
    r"""
    Read Markdown into blocks; raw HTML stays text, pictures are left out.

    >>> [one["kind"] for one in blocks_of("Anfang.\n\n- eins\n- zwei")]
    ['par', 'list']
    """
    tree = SyntaxTreeNode(_MARKDOWN.parse(text))
    return _blocks(tree.children)


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> Sequence[Block]:
    made: list[Block] = []
    for node in nodes:
        if node.type in {"paragraph", "heading"}:
            runs = _runs(node)
            kind = "par" if node.type == "paragraph" else "heading"
            made.append({"kind": kind, "runs": runs, "dir": _direction(runs)})
        elif node.type in {"bullet_list", "ordered_list"}:
            made.append(_list(node))
        elif node.type == "blockquote":
            made.append({"kind": "quote", "blocks": _blocks(node.children)})
        elif node.type in {"fence", "code_block", "html_block"}:
            made.append(_plain(node.content))
        elif node.type == "table":
            made.append(_table(node))
    return [one for one in made if one]


def _list(node: SyntaxTreeNode) -> Block:
    ordered = node.type == "ordered_list"
    return {
        "kind": "list",
        "ordered": ordered,
        "start": int(node.attrs.get("start", 1)) if ordered else 1,
        "items": [_blocks(item.children) for item in node.children],
    }


def _plain(content: str) -> Block:
    runs = [_run(line) for line in content.splitlines() if line.strip()]
    lines = [part for run in runs for part in (run, {"break": True})][:-1]
    return {"kind": "par", "runs": lines, "dir": _direction(lines)}


def _table(node: SyntaxTreeNode) -> Block:
    rows = [
        [_runs(cell) for cell in row.children]
        for part in node.children
        for row in part.children
    ]
    return {"kind": "table", "columns": max(map(len, rows), default=1), "rows": rows}


def _runs(node: SyntaxTreeNode) -> Sequence[Block]:
    inline = next((one for one in node.children if one.type == "inline"), None)
    if inline is None or inline.token is None:
        return []
    return _inline(inline.token.children or [])


def _inline(tokens: Sequence[Token]) -> Sequence[Block]:
    styles: list[str] = []
    links: list[str] = []
    made: list[Block] = []
    for token in tokens:
        name, _, turn = token.type.rpartition("_")
        if name in _STYLES and turn == "open":
            styles.append(_STYLES[name])
        elif name in _STYLES:
            styles.remove(_STYLES[name])
        elif token.type == "link_open":
            links.append(str(token.attrGet("href") or ""))
        elif token.type == "link_close":
            links.pop()
        elif token.type == "hardbreak":
            made.append({"break": True})
        else:
            made.append(_run(_words(token), styles, links))
    return made


def _words(token: Token) -> str:
    return " " if token.type == "softbreak" else token.content


def _run(text: str, styles: Sequence[str] = (), links: Sequence[str] = ()) -> Block:
    """Reduce words to what our fonts have; blanks at their ends count."""
    clean = settable(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and clean else ""
    link = links[-1] if links and "://" in links[-1] else ""
    return {"text": before + clean + after, "styles": list(styles), "link": link}


def _direction(runs: Sequence[Block]) -> str:
    return direction("".join(one.get("text", "") for one in runs))
