"""What the form of a sheet is put together from: parts, lists of lines, questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lip.measures.pages.asking import Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A list of lines under a heading; `one` is what a line is called."""

    name: str
    label: str
    one: str
    kind: type[Any]
    asks: Sequence[Ask]
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is changed together."""

    name: str
    label: str
    icon: str
    asks: Sequence[Ask] = ()
    lists: Sequence[Lines] = ()

    @property
    def names(self) -> frozenset[str]:
        """The fields of a sheet that this part changes."""
        return frozenset(name for name, _label in self.labels)

    @property
    def labels(self) -> Sequence[tuple[str, str]]:
        """Those fields with their German labels, in order."""
        asks = [(one.name, one.label) for one in self.asks]
        return [*asks, *((one.name, one.label) for one in self.lists)]
