// Seats by number of votes, within the quotas: block, limited, single, approval, score.

import { explored, table } from "./exploring.js";
import { crosses, scores, sortedPapers } from "./papers.js";
import { committeeOf } from "./quotas.js";

export function totals(papers, names) {
  const votes = new Map(names.map((name) => [name, 0]));
  for (const { marks, times } of papers.valid) {
    for (const [name, number] of marks) votes.set(name, votes.get(name) + number * times);
  }
  return votes;
}

export function groupsByVotes(names, votes) {
  const compare = (one, other) => {
    const [a, b] = [votes.get(one), votes.get(other)];
    return a > b ? -1 : a < b ? 1 : one < other ? -1 : Number(one > other);
  };
  const groups = [];
  for (const name of [...names].sort(compare)) {
    const last = groups.at(-1);
    if (last && votes.get(last[0]) === votes.get(name)) last.push(name);
    else groups.push([name]);
  }
  return groups;
}

export const countBlock = (contest, terms) => byCrosses("block", contest, terms, terms.votesEach || terms.seats);

export const countLimited = (contest, terms) =>
  byCrosses("limited", contest, terms, terms.votesEach || Math.max(1, terms.seats - 1));

export const countSntv = (contest, terms) => byCrosses("sntv", contest, terms, 1);

export const countApproval = (contest, terms) => byCrosses("approval", contest, terms, terms.votesEach);

export const countScore = (contest, terms) => counted("score", contest, terms, scores(contest, terms));

function byCrosses(method, contest, terms, most) {
  return counted(method, contest, terms, crosses(contest, terms, most));
}

export function counted(method, contest, terms, judge) {
  const papers = sortedPapers(contest, judge);
  const votes = totals(papers, contest.standing);
  const committee = committeeOf(contest.standing, terms);
  return explored(method, (choose) => fill(votes, committee, choose), papers, terms);
}

function fill(votes, committee, choose) {
  const elected = [];
  const stages = [{ step: "votes", votes: table(votes) }];
  for (const group of groupsByVotes(votes.keys(), votes)) {
    const chosen = fitting(group, elected, [...votes.keys()], committee, choose);
    elected.push(...chosen);
    const isFull = elected.length === committee.size;
    const passed = group.filter((name) => !chosen.includes(name));
    stages.push({ step: chosen.length ? "elected" : "doomed", elected: chosen, excluded: isFull ? [] : passed });
    if (isFull) break;
  }
  const rest = [...votes.keys()].filter((name) => !elected.includes(name));
  return { winners: elected, deputies: groupsByVotes(rest, votes), stages };
}

function fitting(group, elected, names, committee, choose) {
  const below = names.filter((name) => !elected.includes(name) && !group.includes(name));
  if (committee.completable([...elected, ...group], below)) return group;
  const chosen = [];
  let open = [...group];
  while (open.length) {
    const [sure, pool] = [[...elected, ...chosen], [...open, ...below]];
    open = open.filter((name) => !committee.doomed(name, sure, pool));
    if (!open.length) break;
    const name = choose(open, sure);
    chosen.push(name);
    open = open.filter((other) => other !== name);
  }
  return chosen;
}
