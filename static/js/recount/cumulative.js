// Cumulative votes: to people alone, or to people and lists, as rules/counting/cumulative.py has it.

import { explored } from "./exploring.js";
import { byRemainders, handOut, quotaParts } from "./lists.js";
import { byMark, orNothing, sortedPapers, Spoiled } from "./papers.js";
import { listTotals, namesOf, parted, present, seated, seatsStage } from "./seating.js";
import { counted, groupsByVotes, totals } from "./votes.js";

const VOTES_EACH = 3;

export function countCumulative(contest, terms) {
  const judged = judge(contest, terms);
  if (!contest.lists.length) return counted("cumulative", contest, terms, judged);
  const papers = sortedPapers(contest, judged);
  const votes = totals(papers, [...namesOf(contest), ...contest.candidates]);
  const ofLists = listTotals(contest, votes);
  const run = (choose) => {
    const entitled = new Map([...ofLists].filter(([, number]) => number));
    const seats = withMajority(entitled, contest, terms.seats, choose);
    const standings = contest.lists.map((list) => ({
      name: list.name,
      votes: ofLists.get(list.name),
      groups: groupsOf(list, contest, votes, seats.get(list.name) ?? 0, choose),
    }));
    return seated(standings, seats, terms, seatsStage(votes, seats), choose);
  };
  return explored("cumulative", run, papers, terms);
}

function judge(contest, terms) {
  const names = contest.lists.map((list) => list.name);
  const known = new Set([...names, ...contest.candidates]);
  const most = terms.votesEach || VOTES_EACH;
  const outside = (times) => times < 0 || (terms.perCandidate || times) < times;
  return ({ marks: given }) => {
    const votes = new Map();
    for (const [name, times] of given) votes.set(name, (votes.get(name) ?? 0) + times);
    if ([...votes.keys()].some((name) => !known.has(name))) return new Spoiled("unknown");
    if ([...votes.values()].some(outside)) return new Spoiled("out_of_range");
    let marks = [...votes].filter((mark) => mark[1]).sort(byMark);
    if (sum(marks) > most) marks = healed(marks, contest, most);
    return marks ? orNothing(marks, contest) : new Spoiled("too_many");
  };
}

const sum = (marks) => marks.reduce((all, mark) => all + mark[1], 0);

// List votes on top of votes for people of the same list lose what is too much; null: nothing helps.
function healed(marks, contest, most) {
  const isList = (name) => contest.lists.some((list) => list.name === name);
  const listOf = (name) => contest.lists.findLast((list) => list.members.includes(name))?.name;
  const people = marks.filter(([name]) => !isList(name));
  const lists = marks.map(([name]) => name).filter(isList);
  const given = sum(people);
  if (lists.length !== 1 || !people.length || given > most) return null;
  if (people.some(([name]) => listOf(name) !== lists[0])) return null;
  const left = given < most ? [[lists[0], most - given]] : [];
  return [...people, ...left].sort(byMark);
}

// More than half of the votes are worth more than half of the seats.
function withMajority(votes, contest, seats, choose) {
  const total = [...votes.values()].reduce((all, number) => all + number, 0);
  if (!total) return new Map();
  const [given, rest] = quotaParts(votes, seats);
  const left = seats - [...given.values()].reduce((all, number) => all + number, 0);
  const major = [...votes.keys()].find((name) => 2 * votes.get(name) > total);
  const isSingle = contest.lists.some((list) => list.name === major && list.single);
  if (!major || isSingle || !left || !isShort(given, rest, major, seats, left)) {
    return handOut(given, rest, left, choose);
  }
  return handOut(new Map(given).set(major, given.get(major) + 1), rest, left - 1, choose);
}

function isShort(given, rest, major, seats, left) {
  const ahead = [...rest].filter(([name, number]) => name !== major && number >= rest.get(major)).length;
  const sure = given.get(major) + Number(rest.get(major) > 0 && ahead < left);
  return 2 * sure <= seats;
}

// By votes first, then as listed.
function groupsOf(list, contest, votes, number, choose) {
  const members = present(list, contest);
  const people = list.members.reduce((all, name) => all + votes.get(name), 0);
  const parts = [["list", votes.get(list.name)], ["people", people]];
  const share = new Map(parts.filter(([, many]) => many));
  const byPart = number && share.size ? byRemainders(share, number, choose) : new Map();
  const forPeople = byPart.get("people") ?? 0;
  const voted = groupsByVotes(members.filter((name) => votes.get(name)), votes);
  const ranked = parted(voted, forPeople, choose);
  const first = [];
  for (const group of ranked) if (first.length + group.length <= forPeople) first.push(...group);
  const listed = members.filter((name) => !first.includes(name));
  const sure = [...first, ...listed.slice(0, Math.max(0, number - first.length))];
  const deputies = ranked.map((group) => group.filter((name) => !sure.includes(name))).filter((rest) => rest.length);
  const known = [...deputies.flat(), ...sure];
  const others = members.filter((name) => !known.includes(name));
  return [...sure.map((name) => [name]), ...deputies, ...others.map((name) => [name])];
}
