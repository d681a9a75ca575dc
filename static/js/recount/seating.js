// Lists with their people: who is present, in which order they are seated, what the quotas leave.

import { table } from "./exploring.js";
import { Fraction } from "./fractions.js";
import { committeeOf } from "./quotas.js";

const LIST = "\u0000list"; // an attribute that no file can contain

// A list and a person may not bear one name.
export function namesOf(contest) {
  const names = contest.lists.map((list) => list.name);
  const all = [...names, ...new Set(contest.candidates)];
  if (new Set(all).size < all.length) throw new Error("same_name_twice");
  return names;
}

export function listTotals(contest, votes) {
  const total = (list) => list.members.reduce((sum, name) => sum + votes.get(name), votes.get(list.name));
  return new Map(contest.lists.map((list) => [list.name, total(list)]));
}

export const present = (list, contest) => list.members.filter((name) => !contest.withdrawn.has(name));

// The lot parts a level group across the last seat, and no other.
export function parted(groups, seats, choose) {
  const result = [];
  let left = seats;
  for (const group of groups) {
    let level = [...group];
    while (left > 0 && left < level.length) {
      const name = choose(level, []);
      result.push([name]);
      level = level.filter((other) => other !== name);
      left -= 1;
    }
    result.push(level);
    left = Math.max(0, left - level.length);
  }
  return result;
}

// `standings` are { name, votes, groups }: groups of people whom only a lot can part.
export function seated(standings, seats, terms, first, choose) {
  const ranked = [...standings].sort((one, other) => other.votes - one.votes || (one.name < other.name ? -1 : 1));
  const elected = people(ranked, seats, terms, choose);
  const stages = [first];
  for (const { name, groups } of ranked) {
    const mine = elected.filter((one) => groups.flat().includes(one));
    if (mine.length) stages.push({ step: "elected", elected: mine, facts: [[name, mine.length]] });
  }
  const deputies = ranked
    .filter(({ name }) => seats.get(name))
    .flatMap(({ groups }) => groups.map((group) => group.filter((one) => !elected.includes(one))))
    .filter((rest) => rest.length);
  return { winners: elected, deputies, stages };
}

export const seatsStage = (votes, seats) => ({ step: "seats", votes: table(votes), facts: table(seats) });

function people(ranked, seats, terms, choose) {
  const inOrder = ranked.flatMap(({ name, groups }) => groups.flat().slice(0, seats.get(name) ?? 0));
  if (!terms.quotas.rules.length) return inOrder;
  const committee = committeeOf(
    ranked.flatMap(({ groups }) => groups.flat()),
    { ...terms, quotas: withLists(ranked, seats, terms.quotas) },
  );
  const places = new Map(ranked.flatMap(placesOf));
  const elected = [];
  while (elected.length < committee.size) {
    const pool = [...places.keys()].filter((name) => !elected.includes(name));
    const fit = pool.filter((name) => !committee.doomed(name, elected, pool));
    const isBest = (name) => fit.every((other) => places.get(other).compare(places.get(name)) <= 0);
    elected.push(choose(fit.filter(isBest), elected));
  }
  return elected;
}

function placesOf({ votes, groups }) {
  const order = groups.flat();
  return groups.flatMap((group) => group.map((name) => [name, new Fraction(votes, order.indexOf(group[0]) + 1)]));
}

// Every list has just its seats, besides the quotas.
function withLists(ranked, seats, quotas) {
  const named = ranked.flatMap(({ name, groups }) =>
    groups.flat().map((one) => [one, { ...quotas.attributes[one], [LIST]: name }]),
  );
  const own = ranked.map(({ name }) => ({ attribute: LIST, value: name, fewest: 0, most: seats.get(name) ?? 0 }));
  return { rules: [...quotas.rules, ...own], attributes: Object.fromEntries(named) };
}
