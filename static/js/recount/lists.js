// Seats of lists: Hare-Niemeyer, Sainte-Laguë, d'Hondt; then their people as listed.

import { explored, table } from "./exploring.js";
import { sortedPapers, Spoiled } from "./papers.js";
import { totals } from "./votes.js";

export const countHareNiemeyer = (contest, terms) => countLists("hare-niemeyer", contest, terms, byRemainders, false);

export const countSainteLague = (contest, terms) =>
  countLists("sainte-lague", contest, terms, byQuotients((seats) => 2 * seats + 1), true);

export const countDhondt = (contest, terms) =>
  countLists("dhondt", contest, terms, byQuotients((seats) => seats + 1), true);

function countLists(method, given, terms, seatsOf, movesOn) {
  const contest = withLists(given, terms);
  const names = contest.lists.map((list) => list.name);
  if (new Set([...names, ...contest.candidates]).size < names.length + contest.candidates.length) {
    throw new Error("same_name_twice");
  }
  const papers = sortedPapers(contest, judge([...names, ...contest.candidates]));
  const votes = totals(papers, [...names, ...contest.candidates]);
  const ofLists = new Map(
    contest.lists.map((list) => [
      list.name,
      list.members.reduce((sum, name) => sum + votes.get(name), votes.get(list.name)),
    ]),
  );
  const members = new Map(
    contest.lists.map((list) => [list.name, list.members.filter((name) => !contest.withdrawn.has(name))]),
  );
  const run = (choose) => {
    const entitled = new Map(table(ofLists).filter(([, number]) => number));
    const seats = roomy(entitled, members, terms.seats, movesOn, (open, left) => seatsOf(open, left, choose));
    return seated(ofLists, members, seats);
  };
  return explored(method, run, papers, terms);
}

function withLists(contest, terms) {
  if (contest.lists.length) return contest;
  const places = Array.from({ length: terms.seats }, (_none, at) => at + 1);
  const lists = contest.standing.map((name) => ({ name, members: places.map((place) => `${name} ${place}`) }));
  const candidates = lists.flatMap((list) => list.members);
  return { ...contest, lists, candidates, withdrawn: new Set() };
}

function judge(known) {
  return ({ marks: all }) => {
    const marks = all.filter((mark) => mark[1]);
    if (marks.some(([name]) => !known.includes(name))) return new Spoiled("unknown");
    if (marks.some((mark) => mark[1] < 0)) return new Spoiled("out_of_range");
    return marks.length ? marks : null;
  };
}

function roomy(votes, members, seats, movesOn, give) {
  let fixed = [];
  let open = new Map(votes);
  while (open.size) {
    const taken = fixed.reduce((sum, [, number]) => sum + number, 0);
    const given = give(open, seats - taken);
    const short = [...open.keys()].filter((name) => given.get(name) > members.get(name).length);
    if (!short.length || !movesOn) {
      const capped = [...given].map(([name, number]) => [name, Math.min(number, members.get(name).length)]);
      return new Map([...fixed, ...capped]);
    }
    fixed = [...fixed, ...short.map((name) => [name, members.get(name).length])];
    open = new Map([...open].filter(([name]) => !short.includes(name)));
  }
  return new Map(fixed);
}

function seated(ofLists, members, seats) {
  const order = [...ofLists].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  const elected = order.flatMap(([name]) => members.get(name).slice(0, seats.get(name) ?? 0));
  const stages = [{ step: "seats", votes: table(ofLists), facts: table(seats) }];
  for (const [name] of order) {
    const people = elected.filter((one) => members.get(name).includes(one));
    if (people.length) stages.push({ step: "elected", elected: people, facts: [[name, people.length]] });
  }
  const deputies = order
    .filter(([name]) => seats.get(name))
    .flatMap(([name]) => members.get(name).filter((one) => !elected.includes(one)))
    .map((one) => [one]);
  return { winners: elected, deputies, stages };
}

function byQuotients(divisor) {
  return (votes, seats, choose) => {
    const given = new Map([...votes.keys()].map((name) => [name, 0]));
    const quotient = (name) => [BigInt(votes.get(name)), BigInt(divisor(given.get(name)))];
    const above = ([a, b], [c, d]) => a * d > c * b;
    for (let seat = 0; seat < seats; seat += 1) {
      const names = [...votes.keys()];
      const level = names.filter((name) => !names.some((other) => above(quotient(other), quotient(name))));
      const name = level.length === 1 ? level[0] : choose(level, []);
      given.set(name, given.get(name) + 1);
    }
    return given;
  };
}

function byRemainders(votes, seats, choose) {
  const total = [...votes.values()].reduce((sum, number) => sum + number, 0);
  const given = new Map([...votes].map(([name, number]) => [name, (number * seats - ((number * seats) % total)) / total]));
  const open = new Map([...votes].map(([name, number]) => [name, (number * seats) % total]));
  let left = seats - [...given.values()].reduce((sum, number) => sum + number, 0);
  for (; left > 0; left -= 1) {
    const most = Math.max(...open.values());
    const level = [...open.keys()].filter((name) => open.get(name) === most);
    const name = level.length === 1 ? level[0] : choose(level, []);
    given.set(name, given.get(name) + 1);
    open.delete(name);
  }
  return given;
}
