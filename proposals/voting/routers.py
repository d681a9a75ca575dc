"""The pages of voting."""

from proposals.voting.pages import (
    code_vote,
    enter,
    hand_out,
    opinions,
    own_vote,
    paper,
    result_download,
    results,
    round_options,
    round_stages,
    rounds,
    table_vote,
    vote_codes,
)

ROUTERS = (
    results.router,
    rounds.router,
    round_options.router,
    round_stages.router,
    vote_codes.router,
    hand_out.router,
    paper.router,
    enter.router,
    own_vote.router,
    table_vote.router,
    code_vote.router,
    opinions.router,
    result_download.router,
)
