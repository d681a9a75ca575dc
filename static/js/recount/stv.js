// Single transferable vote as in Scottish council elections (Order 2011, rules 46 to 52).

import { explored, table } from "./exploring.js";
import { ranks, sortedPapers } from "./papers.js";
import { compared, extremes, Piles, written } from "./piles.js";
import { committeeOf } from "./quotas.js";
import { groupsByVotes } from "./votes.js";

const DECIMALS = 5;
const UNIT = 10n ** BigInt(DECIMALS);
const units = (number) => written(number, DECIMALS);

export function countScottish(contest, terms) {
  const papers = sortedPapers(contest, ranks(contest, true));
  const committee = committeeOf(contest.standing, terms);
  const count = (choose) => new Count(contest, terms, papers, committee, choose).run();
  return explored("stv-scottish", count, papers, terms);
}

class Count {
  constructor(contest, terms, papers, committee, choose) {
    this.piles = new Piles(papers.valid, contest.standing, UNIT);
    this.committee = committee;
    this.choose = choose;
    this.quota = BigInt(Math.floor(papers.number / (terms.seats + 1)) + 1) * UNIT;
    this.continuing = [...contest.standing];
    this.ranks = contest.standing.map(() => 0);
    [this.elected, this.excluded, this.surpluses, this.stages] = [[], [], [], []];
  }

  run() {
    this.note("first_votes", []);
    while (this.elected.length < this.committee.size) {
      const doomed = this.continuing.filter((name) => this.isDoomed(name));
      if (doomed.length) this.exclude(doomed, "doomed");
      else if (this.surpluses.length) this.transfer();
      else this.exclude([this.lowest()], "excluded");
    }
    const votes = new Map(this.continuing.map((name) => [name, this.piles.of(name)]));
    const gone = [...this.excluded].reverse().map((name) => [name]);
    const deputies = [...groupsByVotes(this.continuing, votes), ...gone];
    return { winners: this.elected, deputies, stages: this.stages };
  }

  // Who is ahead: by votes now, where level by those of the stage before.
  standing(name) {
    return [this.ranks[this.piles.names.indexOf(name)]];
  }

  rank() {
    const keys = this.piles.votes.map((votes, at) => [votes, this.ranks[at]]);
    const order = [...keys].sort(compared).filter((key, at, all) => !at || compared(key, all[at - 1]));
    this.ranks = keys.map((key) => order.findIndex((other) => !compared(key, other)));
  }

  get missing() {
    return this.committee.size - this.elected.length;
  }

  isDoomed(name) {
    return this.committee.rules.length > 0 && this.committee.doomed(name, this.elected, this.continuing);
  }

  lowest() {
    const isGuarded = (name) => this.committee.guarded(name, this.elected, this.continuing);
    const free = this.continuing.filter((name) => !this.committee.rules.length || !isGuarded(name));
    let tied = extremes(free, (name) => this.standing(name), -1);
    const areNobodys = this.piles.of(tied[0]) === 0n && this.continuing.length - tied.length >= this.missing;
    if (areNobodys && !this.committee.rules.length) tied = tied.slice(0, 1);
    return this.choose(tied, this.elected);
  }

  exclude(names, step) {
    this.continuing = this.continuing.filter((other) => !names.includes(other));
    this.excluded.push(...names);
    for (const name of names) this.piles.close(name);
    for (const name of names) this.piles.move(name, (value) => value, 0n);
    this.note(step, names);
  }

  transfer() {
    const name = this.choose(extremes(this.surpluses, (one) => this.standing(one), 1), this.elected);
    this.surpluses = this.surpluses.filter((other) => other !== name);
    const total = this.piles.of(name);
    const surplus = total - this.quota;
    this.piles.move(name, (value) => (surplus * value) / total, this.quota);
    this.note("surplus", [name]);
  }

  note(step, who) {
    this.rank();
    const elected = this.elect();
    this.stages.push({
      step,
      votes: table(this.piles.names.map((name, at) => [name, units(this.piles.votes[at])])),
      elected,
      excluded: step === "surplus" ? [] : who,
      transferred: step === "surplus" ? who : [],
      facts: [
        ["exhausted", units(this.piles.exhausted)],
        ["quota", units(this.quota)],
      ],
    });
  }

  elect() {
    const fresh = [];
    for (let name = this.reached(); name; name = this.reached()) {
      fresh.push(name);
      this.elected.push(name);
      this.continuing = this.continuing.filter((other) => other !== name);
      this.piles.close(name);
      if (this.piles.of(name) > this.quota) this.surpluses.push(name);
    }
    if (this.continuing.length === this.missing) {
      const votes = new Map(this.continuing.map((name) => [name, this.piles.of(name)]));
      const rest = groupsByVotes(this.continuing, votes).flat();
      fresh.push(...rest);
      this.elected.push(...rest);
      this.continuing = [];
    }
    return fresh;
  }

  reached() {
    const enough = this.continuing.filter(
      (name) =>
        this.piles.of(name) >= this.quota && !this.committee.doomed(name, this.elected, this.continuing),
    );
    if (!enough.length) return null;
    const tied = extremes(enough, (name) => this.standing(name), 1);
    return this.committee.rules.length ? this.choose(tied, this.elected) : tied[0];
  }
}
