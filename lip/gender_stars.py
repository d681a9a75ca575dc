"""
Stars within words, as German has them: "Migrant*innen und Lehrer*innen".

CommonMark takes two of them for emphasis and drops them. Here a single star between
two letters is a letter like any other; emphasis begins and ends beside a word.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline


def gender_stars(markdown: MarkdownIt) -> None:
    """Teach a parser to leave stars within words; for `MarkdownIt.use`."""
    markdown.inline.ruler.before("emphasis", "gender_star", _star)


def _star(state: StateInline, silent: bool) -> bool:
    at, source = state.pos, state.src
    within = 0 < at < state.posMax - 1 and source[at] == "*"
    if not within or not (source[at - 1].isalnum() and source[at + 1].isalnum()):
        return False
    if not silent:
        state.pending += "*"
    state.pos += 1
    return True
