// STAR: score, then automatic run-off between the two with the most points.

import { explored, table } from "./exploring.js";
import { scores, sortedPapers } from "./papers.js";
import { committeeOf } from "./quotas.js";
import { groupsByVotes, totals } from "./votes.js";

export function countStar(contest, terms) {
  const papers = sortedPapers(contest, scores(contest, terms));
  const scored = scoredOf(papers, contest.standing);
  const committee = committeeOf(contest.standing, terms);
  const run = (choose) => {
    const [elected, stages] = [[], []];
    while (elected.length < committee.size) {
      const pool = contest.standing.filter((name) => !elected.includes(name));
      const fit = pool.filter((name) => !committee.doomed(name, elected, pool));
      elected.push(oneSeat(fit, scored, elected, stages, choose));
    }
    const rest = contest.standing.filter((name) => !elected.includes(name));
    return { winners: elected, deputies: groupsByVotes(rest, scored.points), stages };
  };
  return explored("star", run, papers, terms);
}

function scoredOf(papers, names) {
  const top = Math.max(0, ...papers.valid.flatMap(({ marks }) => marks.map((mark) => mark[1])));
  const highest = new Map(names.map((name) => [name, 0]));
  const preferred = new Map(names.map((one) => [one, new Map(names.map((other) => [other, 0]))]));
  for (const { marks, times } of papers.valid) {
    const given = new Map(marks);
    for (const one of names.filter((name) => given.get(name))) {
      if (given.get(one) === top) highest.set(one, highest.get(one) + times);
      for (const other of names) {
        if (given.get(one) > (given.get(other) ?? 0)) {
          preferred.get(one).set(other, preferred.get(one).get(other) + times);
        }
      }
    }
  }
  return { points: totals(papers, names), highest, preferred };
}

function oneSeat(pool, scored, elected, stages, choose) {
  const finalists = [];
  const state = () => `${[...elected].sort()}|${[...finalists].sort()}`;
  while (finalists.length < Math.min(2, pool.length)) {
    const rest = pool.filter((name) => !finalists.includes(name));
    finalists.push(choose(mostPoints(rest, scored), elected, state(), stages));
  }
  stages.push({ step: "votes", votes: table(pool.map((name) => [name, scored.points.get(name)])) });
  const winner = choose(winnersOf(finalists, scored), elected, state(), stages);
  const duel = finalists.flatMap((one) =>
    finalists.filter((other) => other !== one).map((other) => [one, scored.preferred.get(one).get(other)]),
  );
  stages.push({ step: "runoff", votes: table(duel), elected: [winner] });
  return winner;
}

function mostPoints(names, scored) {
  const most = best(names, (name) => scored.points.get(name));
  const fewest = best(most, (name) => -losses(name, most, scored));
  return best(fewest, (name) => scored.highest.get(name));
}

function winnersOf(finalists, scored) {
  const level = best(finalists, (name) => -losses(name, finalists, scored));
  const most = best(level, (name) => scored.points.get(name));
  return best(most, (name) => scored.highest.get(name));
}

function best(names, worth) {
  const most = Math.max(...names.map(worth));
  return names.filter((name) => worth(name) === most);
}

function losses(name, among, scored) {
  const { preferred } = scored;
  return among.filter((other) => other !== name && preferred.get(other).get(name) > preferred.get(name).get(other))
    .length;
}
