"""Style sheets lose what no browser needs, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.web.sheets import trimmed
from lip.web.static import FOLDER, static_path

STAYS = (
    *('"  ; } /* no */  "', "'a  \\'  {'", '"\\"  "', "url( a;b,c /*d*/ )"),
    *('url("x  y")', "\\26  b", "\\,", "--x", ".a:hover", "calc(1px + 2px)", "a > b"),
)
GAPS = st.lists(
    st.sampled_from([" ", "\n  ", "/* x */", "/* } ; ' */", "\t"]), max_size=3
).map("".join)
ANY = st.lists(
    st.sampled_from((*STAYS, *"{};,: ", "\n", "/* c */", "a", "1px")), max_size=14
).map("".join)


@pytest.mark.parametrize(
    "css, sent",
    [
        ("a { color: red; }", "a{color:red}"),
        (".a/* c */.b {}", ".a/**/.b{}"),
        (".a /* c */ .b {}", ".a .b{}"),
        (".a :hover , .b{}", ".a :hover,.b{}"),
        ("a{margin: 1px/**/2px}", "a{margin:1px/**/2px}"),
        ("a{content:'  '; }", "a{content:'  '}"),
        ("a{b:c;;}", "a{b:c}"),
        ("a{--x: ; --y:;}", "a{--x: ;--y:}"),
        (r".a\, .b, .c\: .d{}", r".a\, .b,.c\: .d{}"),
        (r".\26  .b{}", r".\26  .b{}"),
        ("@media (width > 1px) { a { b: c } }", "@media (width > 1px){a{b:c}}"),
        ('a{content:"not ended}\n/* x */ b{}', 'a{content:"not ended}\n/* x */ b{}'),
        ("a{} /* not ended", "a{} /* not ended"),
        ("", ""),
    ],
)
def test_only_what_means_nothing_goes(css, sent):
    assert trimmed(css) == sent


@given(st.lists(st.tuples(st.sampled_from(STAYS), GAPS, GAPS), max_size=4))
@settings(max_examples=60)
def test_however_a_sheet_is_laid_out_the_same_is_sent(rules):
    loose = "".join(f"a{{{gap}b:{gap}{value}{end};{gap}}}" for value, gap, end in rules)

    assert trimmed(loose) == "".join(f"a{{b:{value}}}" for value, _gap, _end in rules)


@given(ANY)
@settings(max_examples=60)
def test_what_is_trimmed_is_never_longer_and_stays_as_it_is(css):
    once = trimmed(css)

    assert len(once) <= len(css)
    assert trimmed(once) == once


@pytest.mark.anyio
async def test_a_sheet_is_sent_trimmed_under_a_name_for_good(client):
    answer = await client.get(static_path("css/base.css"))

    lying = (FOLDER / "css" / "base.css").read_text(encoding="utf-8")
    assert answer.text == trimmed(lying)
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]
    assert (await client.head(static_path("css/base.css"))).status_code == 200
    assert (await client.get(static_path("css/none.css"))).status_code == 404
