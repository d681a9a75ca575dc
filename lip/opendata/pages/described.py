"""What the interfaces answer, as their description for programs says it (OpenAPI)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from litestar.openapi.spec import (
    OpenAPIFormat,
    OpenAPIMediaType,
    OpenAPIResponse,
    OpenAPIType,
    Operation,
    Parameter,
    Schema,
)

from lip.opendata.rules.filters import MOST, SINCE_UNTIL

WORDS: Final = Schema(type=OpenAPIType.STRING)
ANYTHING: Final = Schema(type=OpenAPIType.OBJECT)
_TIME: Final = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.DATE_TIME)
_WHOLE: Final = Schema(type=OpenAPIType.INTEGER, minimum=1, maximum=1_000_000)


def thing(**fields: Schema) -> Schema:
    """Describe an object that has at least these fields."""
    return Schema(type=OpenAPIType.OBJECT, required=list(fields), properties={**fields})


def many(one: Schema) -> Schema:
    """Describe a list."""
    return Schema(type=OpenAPIType.ARRAY, items=one)


def answer(
    description: str, schema: Schema | None = None, *media_types: str
) -> OpenAPIResponse:
    """Describe an answer; without a schema it has no content to speak of."""
    types = media_types or (("application/json",) if schema else ())
    content = {one: OpenAPIMediaType(schema=schema) for one in types}
    return OpenAPIResponse(description=description, content=content or None)


SAME: Final = answer("Nothing has changed since it was asked last (ETag).")


def described(
    answers: Mapping[int, OpenAPIResponse], asked: Sequence[Parameter] = ()
) -> type[Operation]:
    """Describe a handler: exactly these answers, and what may be asked."""

    @dataclass
    class Told(Operation):
        def __post_init__(self) -> None:
            self.responses = {
                str(status): one for status, one in sorted(answers.items())
            }
            self.parameters = [*(self.parameters or ()), *asked] or None

    return Told


def told(
    summary: str,
    answers: Mapping[int, OpenAPIResponse],
    asked: Sequence[Parameter] = (),
) -> dict[str, Any]:
    """Say in one sentence what a handler does, and describe it."""
    return {"summary": summary, "operation_class": described(answers, asked)}


def file_of(summary: str, *media_types: str, schema: Schema = WORDS) -> dict[str, Any]:
    """Describe a file that is always there."""
    return told(summary, {200: answer("The file.", schema, *media_types), 304: SAME})


ERROR: Final = thing(type=WORDS, message=WORDS, debug=WORDS)
NOTHING: Final = answer("There is no such object.", ERROR)
WRONG: Final = answer("A parameter cannot be read.", ERROR)
ELSEWHERE: Final = answer("It stands at another address: that of the settings.")
OBJECT: Final = thing(id=WORDS, type=WORDS, created=_TIME, modified=_TIME)
PAGE: Final = thing(data=many(OBJECT), pagination=ANYTHING, links=ANYTHING)
FILTERS: Final = (
    *(Parameter(name=name, param_in="query", schema=_TIME) for name in SINCE_UNTIL),
    Parameter(
        name="limit",
        param_in="query",
        schema=Schema(type=OpenAPIType.INTEGER, minimum=1, maximum=MOST),
    ),
    Parameter(
        name="omit_internal",
        param_in="query",
        schema=Schema(type=OpenAPIType.BOOLEAN),
    ),
    Parameter(name="page", param_in="query", schema=_WHOLE),
    Parameter(
        name="after",
        param_in="query",
        schema=Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.UUID),
        description="The last object seen; the links of a page name it.",
    ),
)
"""What may be asked of every list of OParl."""
