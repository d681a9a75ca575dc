// Seats by number of votes: block, limited, single, approval, score, cumulative without lists.

import { explored, table } from "./exploring.js";
import { crosses, orNothing, scores, sortedPapers, Spoiled } from "./papers.js";

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

export function countCumulative(contest, terms) {
  const most = terms.votesEach || 3;
  return counted("cumulative", contest, terms, ({ marks }) => {
    const votes = new Map();
    for (const [name, times] of marks) votes.set(name, (votes.get(name) ?? 0) + times);
    if ([...votes.keys()].some((name) => !contest.candidates.includes(name))) return new Spoiled("unknown");
    const outside = (times) => times < 0 || (terms.perCandidate || times) < times;
    if ([...votes.values()].some(outside)) return new Spoiled("out_of_range");
    const sum = [...votes.values()].reduce((all, times) => all + times, 0);
    if (sum > most) return new Spoiled("too_many");
    return orNothing(table([...votes].filter((mark) => mark[1])), contest);
  });
}

function byCrosses(method, contest, terms, most) {
  return counted(method, contest, terms, crosses(contest, terms, most));
}

function counted(method, contest, terms, judge) {
  const papers = sortedPapers(contest, judge);
  const votes = totals(papers, contest.standing);
  return explored(method, (choose) => fill(votes, terms.seats, choose), papers, terms);
}

function fill(votes, seats, choose) {
  const size = Math.min(seats, votes.size);
  const elected = [];
  const stages = [{ step: "votes", votes: table(votes) }];
  for (const group of groupsByVotes(votes.keys(), votes)) {
    if (elected.length === size) break;
    const chosen = fitting(group, elected, size, choose);
    elected.push(...chosen);
    const passed = group.filter((name) => !chosen.includes(name));
    stages.push({ step: "elected", elected: chosen, excluded: elected.length === size ? [] : passed });
  }
  const rest = [...votes.keys()].filter((name) => !elected.includes(name));
  return { winners: elected, deputies: groupsByVotes(rest, votes), stages };
}

function fitting(group, elected, size, choose) {
  if (elected.length + group.length <= size) return group;
  const chosen = [];
  while (elected.length + chosen.length < size) {
    const open = group.filter((name) => !chosen.includes(name));
    chosen.push(choose(open, [...elected, ...chosen]));
  }
  return chosen;
}
