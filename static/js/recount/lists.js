// Seats of lists: Hare-Niemeyer, Sainte-Laguë, d'Hondt; then their people as listed.

import { explored, table } from "./exploring.js";
import { byMark, sortedPapers, Spoiled } from "./papers.js";
import { listTotals, namesOf, parted, present, seated, seatsStage } from "./seating.js";
import { totals } from "./votes.js";

export const countHareNiemeyer = (contest, terms) => countLists("hare-niemeyer", contest, terms, byRemainders, false);

export const countSainteLague = (contest, terms) =>
  countLists("sainte-lague", contest, terms, byQuotients((seats) => 2 * seats + 1), true);

export const countDhondt = (contest, terms) =>
  countLists("dhondt", contest, terms, byQuotients((seats) => seats + 1), true);

function countLists(method, given, terms, seatsOf, movesOn) {
  const contest = withLists(given, terms);
  const names = [...namesOf(contest), ...contest.candidates];
  const papers = sortedPapers(contest, judge(names, terms.votesEach));
  const ofLists = listTotals(contest, totals(papers, names));
  const members = new Map(contest.lists.map((list) => [list.name, present(list, contest)]));
  const run = (choose) => {
    const entitled = new Map(table(ofLists).filter(([, number]) => number));
    const seats = roomy(entitled, members, terms.seats, movesOn, (open, left) => seatsOf(open, left, choose));
    const standings = [...members].map(([name, listed]) => {
      const groups = listed.map((one) => [one]);
      return { name, votes: ofLists.get(name), groups: parted(groups, seats.get(name) ?? 0, choose) };
    });
    return seated(standings, seats, terms, seatsStage(ofLists, seats), choose);
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

function judge(known, most) {
  return ({ marks: all }) => {
    const marks = all.filter((mark) => mark[1]).sort(byMark);
    if (marks.some(([name]) => !known.includes(name))) return new Spoiled("unknown");
    if (marks.some((mark) => mark[1] < 0)) return new Spoiled("out_of_range");
    if (most !== null && marks.reduce((sum, mark) => sum + mark[1], 0) > most) return new Spoiled("too_many");
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

export function byRemainders(votes, seats, choose) {
  const [given, rest] = quotaParts(votes, seats);
  const left = seats - [...given.values()].reduce((sum, number) => sum + number, 0);
  return handOut(given, rest, left, choose);
}

// Whole seats, and what is left over, for each list.
export function quotaParts(votes, seats) {
  const total = [...votes.values()].reduce((sum, number) => sum + number, 0);
  const rest = new Map([...votes].map(([name, number]) => [name, (number * seats) % total]));
  const given = new Map([...votes].map(([name, number]) => [name, (number * seats - rest.get(name)) / total]));
  return [given, rest];
}

export function handOut(given, rest, seats, choose) {
  const [result, open] = [new Map(given), new Map(rest)];
  for (let left = seats; left > 0; left -= 1) {
    const most = Math.max(...open.values());
    const level = [...open.keys()].filter((name) => open.get(name) === most);
    const name = level.length === 1 ? level[0] : choose(level, []);
    result.set(name, result.get(name) + 1);
    open.delete(name);
  }
  return result;
}
