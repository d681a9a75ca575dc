"""
A few statements as Turtle and as JSON-LD.

A catalogue has some hundred statements of one simple kind: writing them takes these
few lines, and no library of its own at run time. Tests read both with one.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

PREFIXES: Final[Mapping[str, str]] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_ESCAPED: Final = str.maketrans({
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
})
_NOT_IN_IRI: Final = frozenset('<>"{}|^`\\ ')


@dataclass(frozen=True, slots=True)
class Iri:
    """The address of a thing; signs that may not stand in one are written out."""

    address: str

    @property
    def written(self) -> str:
        """Give it without signs that would end it."""
        return "".join(
            f"%{ord(sign):02X}" if sign in _NOT_IN_IRI or sign < " " else sign
            for sign in self.address
        )


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a language, or of a type such as `xsd:dateTime`."""

    text: str
    language: str = ""
    kind: str = ""


Value: TypeAlias = Iri | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing with all that is said of it, in order; predicates with their prefix."""

    address: str
    kinds: Sequence[str]
    said: Sequence[tuple[str, Value]]


def turtle(nodes: Sequence[Node]) -> str:
    """Write statements as Turtle."""
    heads = [f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()]
    return "\n".join([*heads, "", *map(_node, nodes)])


def json_ld(nodes: Sequence[Node]) -> str:
    """Write the same statements as JSON-LD."""
    graph = [
        {
            "@id": Iri(node.address).written,
            "@type": list(node.kinds),
            **_by_predicate(node.said),
        }
        for node in nodes
    ]
    whole = {"@context": dict(PREFIXES), "@graph": graph}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _node(node: Node) -> str:
    lines = [f"a {', '.join(node.kinds)}", *_lines(node.said)]
    return f"<{Iri(node.address).written}>\n    " + " ;\n    ".join(lines) + " .\n"


def _lines(said: Sequence[tuple[str, Value]]) -> Iterator[str]:
    for predicate, value in said:
        yield f"{predicate} {_turtle_value(value)}"


def _turtle_value(value: Value) -> str:
    if isinstance(value, Iri):
        return f"<{value.written}>"
    tail = f"@{value.language}" if value.language else ""
    tail = f"^^{value.kind}" if value.kind else tail
    return f'"{value.text.translate(_ESCAPED)}"{tail}'


def _by_predicate(said: Sequence[tuple[str, Value]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for predicate, value in said:
        found.setdefault(predicate, []).append(_json_value(value))
    return found


def _json_value(value: Value) -> dict[str, str]:
    if isinstance(value, Iri):
        return {"@id": value.written}
    if value.kind:
        return {"@value": value.text, "@type": value.kind}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    return {"@value": value.text}
