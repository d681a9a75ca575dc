"""Numbers of council papers that people write into a line are noted beside it."""

from dataclasses import replace

from lip.bodies.rules.references import references_in
from lip.measures.rules.sheet import CouncilLine, Sheet


def with_papers(sheet: Sheet) -> Sheet:
    """Note the first paper that a line names, where nobody has said which one it is."""
    council = tuple(_noted(line) for line in sheet.council)
    return sheet if council == sheet.council else replace(sheet, council=council)


def _noted(line: CouncilLine) -> CouncilLine:
    if line.paper:
        return line
    found = [one for text in line.text.values() for one in references_in(text)]
    return replace(line, paper=found[0].reference) if found else line
