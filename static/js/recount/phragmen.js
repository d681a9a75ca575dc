// Sequential Phragmén: each seat is a load of one, shared by those who wanted the person.

import { explored, table } from "./exploring.js";
import { Fraction, least } from "./fractions.js";
import { crosses, sortedPapers } from "./papers.js";
import { committeeOf } from "./quotas.js";

export function countPhragmen(contest, terms) {
  const papers = sortedPapers(contest, crosses(contest, terms, terms.votesEach));
  const committee = committeeOf(contest.standing, terms);
  const voters = supporters(papers, contest.standing);
  const run = (choose) => {
    const loads = new Loads(voters, papers.valid);
    const elected = [];
    const stages = fill(loads, elected, committee, contest.standing, choose);
    const rest = contest.standing.filter((name) => !elected.includes(name));
    return { winners: elected, deputies: loads.order(rest), stages };
  };
  return explored("phragmen", run, papers, terms);
}

// For each name the places of the papers that carry it.
export function supporters(papers, names) {
  const voters = new Map(names.map((name) => [name, []]));
  for (const [paper, { marks }] of papers.valid.entries()) {
    for (const [name] of marks) voters.get(name).push(paper);
  }
  return voters;
}

// What every paper bears; papers with the same load share a class.
export class Loads {
  constructor(voters, papers, loads = [new Fraction(0)], classes = papers.map(() => 0)) {
    this.voters = voters;
    this.papers = papers;
    this.loads = [...loads];
    this.classes = [...classes];
  }

  // What each supporter would bear, or null where there are none.
  after(name) {
    const numbers = this.loads.map(() => 0);
    for (const paper of this.voters.get(name)) numbers[this.classes[paper]] += this.papers[paper].times;
    const total = numbers.reduce((sum, number) => sum + number, 0);
    if (!total) return null;
    let borne = new Fraction(1);
    for (const [at, number] of numbers.entries()) if (number) borne = borne.plus(this.loads[at].times(number));
    return borne.over(total);
  }

  put(name, load) {
    this.loads.push(load);
    for (const paper of this.voters.get(name)) this.classes[paper] = this.loads.length - 1;
  }

  // The others by the load they would leave; those whom nobody wants come last.
  order(names) {
    const after = new Map(names.map((name) => [name, this.after(name)]));
    const levels = new Map();
    for (const [name, load] of after) levels.set(String(load), [...(levels.get(String(load)) ?? []), name]);
    const [unwanted, wanted] = [levels.get("null"), [...levels.values()].filter((group) => after.get(group[0]))];
    wanted.sort((one, other) => after.get(one[0]).compare(after.get(other[0])));
    return unwanted ? [...wanted, unwanted] : wanted;
  }
}

export function fill(loads, elected, committee, names, choose) {
  const stages = [];
  while (elected.length < committee.size) {
    const pool = names.filter((name) => !elected.includes(name));
    const fit = pool.filter((name) => !committee.doomed(name, elected, pool));
    const after = fit.map((name) => [name, loads.after(name)]);
    const wanted = after.filter(([, load]) => load);
    const smallest = wanted.length ? least(wanted.map(([, load]) => load)) : null;
    const level = after.filter(([, load]) => String(load) === String(smallest));
    const name = choose(level.map(([one]) => one), elected);
    if (smallest) loads.put(name, smallest);
    elected.push(name);
    stages.push({ step: "elected", votes: table(wanted), elected: [name] });
  }
  return stages;
}
