// Single transferable vote by Meek: every paper is counted afresh after each change.

import { explored, table } from "./exploring.js";
import { ranks, sortedPapers } from "./papers.js";
import { written } from "./piles.js";
import { committeeOf } from "./quotas.js";
import { groupsByVotes } from "./votes.js";

const DECIMALS = 9;
const UNIT = 10n ** BigInt(DECIMALS);
const SMALL = UNIT / 10_000n; // a total surplus below 0.0001 counts as none
const units = (number) => written(number, DECIMALS);
const roundedUp = (number, divisor) => (number + divisor - 1n) / divisor;

export function countMeek(contest, terms) {
  const papers = sortedPapers(contest, ranks(contest, false));
  const committee = committeeOf(contest.standing, terms);
  const count = (choose) => new Count(contest, terms, papers, committee, choose).run();
  return explored("stv-meek", count, papers, terms);
}

class Count {
  constructor(contest, terms, papers, committee, choose) {
    Object.assign(this, { committee, choose });
    this.papers = papers.valid.map(({ marks: ranking, times }) => [ranking, BigInt(times)]);
    this.total = BigInt(papers.number) * UNIT;
    this.seats = BigInt(terms.seats);
    this.keep = new Map(contest.standing.map((name) => [name, UNIT]));
    this.continuing = [...contest.standing];
    [this.elected, this.excluded, this.stages] = [[], [], []];
  }

  run() {
    this.votes = new Map(this.continuing.map((name) => [name, 0n]));
    let gone = [];
    while (this.elected.length < this.committee.size) {
      const quota = this.settle();
      const before = this.elected.length;
      this.elect(quota);
      this.note(quota, gone, this.elected.slice(before));
      const isNobody = this.elected.length === before && this.continuing.length > this.missing;
      gone = isNobody ? this.exclude() : [];
      this.electTheRest();
    }
    const gones = [...this.excluded].reverse().map((name) => [name]);
    return {
      winners: this.elected,
      deputies: [...groupsByVotes(this.continuing, this.votes), ...gones],
      stages: this.stages,
    };
  }

  get missing() {
    return this.committee.size - this.elected.length;
  }

  // Change the keep values until hardly any surplus is left.
  settle() {
    const bundles = this.bundles();
    for (;;) {
      const quota = this.distribute(bundles);
      const above = this.elected.filter((name) => this.votes.get(name) > quota);
      const surplus = above.reduce((sum, name) => sum + this.votes.get(name) - quota, 0n);
      if (surplus < SMALL || this.continuing.some((name) => this.votes.get(name) >= quota)) return quota;
      const before = this.elected.map((name) => this.keep.get(name));
      for (const name of this.elected) {
        this.keep.set(name, roundedUp(this.keep.get(name) * quota, this.votes.get(name)));
      }
      if (this.elected.every((name, at) => this.keep.get(name) === before[at])) return quota;
    }
  }

  // Rankings as far as they still matter, equal ones together.
  bundles() {
    const found = new Map();
    for (const [ranking, times] of this.papers) {
      const first = ranking.findIndex((name) => this.continuing.includes(name));
      const mattering = first < 0 ? ranking : ranking.slice(0, first + 1);
      const short = mattering.filter((name, at) => at === first || this.elected.includes(name));
      const key = JSON.stringify(short);
      found.set(key, [short, (found.get(key)?.[1] ?? 0n) + times]);
    }
    return [...found.values()];
  }

  distribute(bundles) {
    this.votes = new Map([...this.keep.keys()].map((name) => [name, 0n]));
    let exhausted = 0n;
    for (const [ranking, times] of bundles) {
      let left = UNIT;
      for (const name of ranking) {
        const part = roundedUp(left * this.keep.get(name), UNIT);
        this.votes.set(name, this.votes.get(name) + part * times);
        left -= part;
      }
      exhausted += left * times;
    }
    return (this.total - exhausted) / (this.seats + 1n) + 1n;
  }

  elect(quota) {
    for (;;) {
      const reached = this.continuing.filter(
        (name) =>
          this.votes.get(name) >= quota && !this.committee.doomed(name, this.elected, this.continuing),
      );
      if (!reached.length) return;
      const tied = groupsByVotes(reached, this.votes)[0];
      const name = this.choose(this.committee.rules.length ? tied : tied.slice(0, 1), this.elected);
      this.elected.push(name);
      this.continuing = this.continuing.filter((other) => other !== name);
    }
  }

  exclude() {
    const isDoomed = (name) => this.committee.doomed(name, this.elected, this.continuing);
    const doomed = this.committee.rules.length ? this.continuing.filter(isDoomed) : [];
    const going = doomed.length ? doomed : [this.lowest()];
    this.continuing = this.continuing.filter((name) => !going.includes(name));
    this.excluded.push(...going);
    for (const name of going) this.keep.set(name, 0n);
    return going;
  }

  lowest() {
    const free = this.continuing.filter((name) => !this.committee.guarded(name, this.elected, this.continuing));
    const tied = groupsByVotes(free, this.votes).at(-1);
    const areNobodys =
      this.votes.get(tied[0]) === 0n && this.continuing.length - tied.length >= this.missing && !this.elected.length;
    return this.choose(areNobodys && !this.committee.rules.length ? tied.slice(0, 1) : tied, this.elected);
  }

  electTheRest() {
    if (!this.missing || this.continuing.length !== this.missing) return;
    const rest = groupsByVotes(this.continuing, this.votes).flat();
    this.elected.push(...rest);
    this.continuing = [];
    this.stages.push({ step: "elected", elected: rest });
  }

  note(quota, gone, fresh) {
    const other = this.stages.length ? "surplus" : "first_votes";
    this.stages.push({
      step: gone.length ? "excluded" : other,
      votes: table([...this.votes].map(([name, votes]) => [name, units(votes)])),
      elected: fresh,
      excluded: gone,
      facts: [["quota", units(quota)]],
    });
  }
}
