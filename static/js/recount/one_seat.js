// Ranked papers for one seat: instant run-off and Schulze.

import { explored, sameList, table } from "./exploring.js";
import { orders, ranks, sortedPapers } from "./papers.js";
import { extremes, Piles } from "./piles.js";
import { committeeOf } from "./quotas.js";

export function countIrv(contest, terms) {
  if (terms.seats !== 1) throw new Error("one_seat_only");
  const papers = sortedPapers(contest, ranks(contest, false));
  const committee = committeeOf(contest.standing, terms);
  const barred = contest.standing.filter(
    (name) => !committee.size || committee.doomed(name, [], contest.standing),
  );
  return explored("irv", (choose) => rounds(contest.standing, barred, papers, choose), papers, terms);
}

function rounds(names, barred, papers, choose) {
  const piles = new Piles(papers.valid, names, 1n);
  const [excluded, history, stages] = [[], [], []];
  const first = [...barred];
  let continuing = [...names];
  while (continuing.length && !sameList(continuing, barred)) {
    history.push([...piles.votes]);
    const total = continuing.reduce((sum, name) => sum + piles.of(name), 0n);
    const hasMost = (name) => 2n * piles.of(name) > total || continuing.length === 1;
    const winner = first.length ? undefined : continuing.find(hasMost);
    stages.push({
      step: excluded.length ? "excluded" : "first_votes",
      votes: table(continuing.map((name) => [name, String(piles.of(name))])),
      elected: winner ? [winner] : [],
      excluded: excluded.slice(-1),
    });
    if (winner) {
      const votes = (name) => piles.of(name);
      const rest = continuing
        .filter((name) => name !== winner)
        .sort((one, other) => (votes(one) > votes(other) ? -1 : votes(one) < votes(other) ? 1 : one < other ? -1 : 1));
      const deputies = [...rest, ...excluded.reverse()].map((name) => [name]);
      return { winners: [winner], deputies, stages };
    }
    const name = first.shift() ?? lowest(continuing, history, names, choose);
    continuing = continuing.filter((other) => other !== name);
    excluded.push(name);
    piles.close(name);
    piles.move(name, (value) => value, 0n);
  }
  return { winners: [], deputies: [], stages };
}

function lowest(continuing, history, names, choose) {
  const back = (name) => [...history].reverse().map((votes) => votes[names.indexOf(name)]);
  const tied = extremes(continuing, back, -1);
  const nobodys = back(tied[0])[0] === 0n && tied.length < continuing.length;
  return choose(nobodys ? tied.slice(0, 1) : tied, []);
}

export function countSchulze(contest, terms) {
  if (terms.seats !== 1) throw new Error("one_seat_only");
  const papers = sortedPapers(contest, orders(contest));
  const names = contest.standing;
  const duels = duelsOf(papers, names);
  const strengths = strengthsOf(duels, names);
  const beaten = names.map((name) => [
    name,
    names.filter((other) => strengths.get(other).get(name) > strengths.get(name).get(other)).length,
  ]);
  const committee = committeeOf(names, terms);
  const fit = names.filter((name) => !committee.doomed(name, [], names));
  const run = (choose) => {
    const best = unbeaten(fit, strengths);
    if (!committee.size || !best.length) return { winners: [], deputies: [], stages: [] };
    const winner = choose(best, []);
    const stages = [
      { step: "comparison", facts: comparisons("duel", duels) },
      { step: "comparison", facts: comparisons("chain", strengths) },
      { step: "elected", votes: table(beaten), elected: [winner] },
    ];
    const rest = names.filter((name) => name !== winner);
    return { winners: [winner], deputies: ranked(rest, strengths), stages };
  };
  return explored("schulze", run, papers, terms);
}

function duelsOf(papers, names) {
  const duels = new Map(names.map((one) => [one, new Map(names.map((other) => [other, 0]))]));
  for (const { marks, times } of papers.valid) {
    const given = new Map(marks);
    const last = Math.max(...given.values()) + 1;
    for (const [one, rank] of marks) {
      for (const other of names) {
        if (rank < (given.get(other) ?? last)) duels.get(one).set(other, duels.get(one).get(other) + times);
      }
    }
  }
  return duels;
}

function strengthsOf(duels, names) {
  const won = (one, other) => (duels.get(one).get(other) > duels.get(other).get(one) ? duels.get(one).get(other) : 0);
  const strengths = new Map(names.map((one) => [one, new Map(names.map((other) => [other, won(one, other)]))]));
  for (const middle of names) {
    for (const one of names) {
      for (const other of names) {
        if (new Set([middle, one, other]).size < 3) continue;
        const chain = Math.min(strengths.get(one).get(middle), strengths.get(middle).get(other));
        if (chain > strengths.get(one).get(other)) strengths.get(one).set(other, chain);
      }
    }
  }
  return strengths;
}

function unbeaten(names, strengths) {
  const stronger = (one, other) => strengths.get(one).get(other) >= strengths.get(other).get(one);
  return names.filter((name) => names.every((other) => stronger(name, other)));
}

function ranked(names, strengths) {
  const groups = [];
  let left = [...names];
  while (left.length) {
    const level = unbeaten(left, strengths);
    groups.push(level);
    left = left.filter((name) => !level.includes(name));
  }
  return groups;
}

function comparisons(what, duels) {
  return [...duels].flatMap(([one, against]) =>
    [...against].filter(([other]) => other !== one).map(([other, votes]) => [`${what}: ${one} > ${other}`, votes]),
  );
}
