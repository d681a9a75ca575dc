// Single transferable vote as in Scottish council elections (Order 2011, rules 46 to 52).

import { explored, table } from "./exploring.js";
import { ranks, sortedPapers } from "./papers.js";
import { extremes, Piles } from "./piles.js";
import { groupsByVotes } from "./votes.js";

const DECIMALS = 5;
const UNIT = 10n ** BigInt(DECIMALS);

export function countScottish(contest, terms) {
  const papers = sortedPapers(contest, ranks(contest, true));
  return explored("stv-scottish", (choose) => new Count(contest, terms, papers, choose).run(), papers, terms);
}

class Count {
  constructor(contest, terms, papers, choose) {
    this.piles = new Piles(papers.valid, contest.standing, UNIT);
    this.size = Math.min(terms.seats, contest.standing.length);
    this.choose = choose;
    this.quota = BigInt(Math.floor(papers.number / (terms.seats + 1)) + 1) * UNIT;
    this.continuing = [...contest.standing];
    [this.elected, this.excluded, this.surpluses, this.history, this.stages] = [[], [], [], [], []];
  }

  run() {
    this.note("first_votes", null);
    while (this.elected.length < this.size) {
      if (this.surpluses.length) this.transfer();
      else this.exclude(this.lowest());
    }
    const votes = new Map(this.continuing.map((name) => [name, this.piles.of(name)]));
    const gone = [...this.excluded].reverse().map((name) => [name]);
    const deputies = [...groupsByVotes(this.continuing, votes), ...gone];
    return { winners: this.elected, deputies, stages: this.stages };
  }

  back(name) {
    const place = this.piles.names.indexOf(name);
    return [...this.history].reverse().map((votes) => votes[place]);
  }

  lowest() {
    let tied = extremes(this.continuing, (name) => this.back(name), -1);
    const missing = this.size - this.elected.length;
    if (this.back(tied[0])[0] === 0n && this.continuing.length - tied.length >= missing) tied = tied.slice(0, 1);
    return this.choose(tied, this.elected);
  }

  exclude(name) {
    this.continuing = this.continuing.filter((other) => other !== name);
    this.excluded.push(name);
    this.piles.close(name);
    this.piles.move(name, (value) => value, 0n);
    this.note("excluded", name);
  }

  transfer() {
    const name = this.choose(extremes(this.surpluses, (one) => this.back(one), 1), this.elected);
    this.surpluses = this.surpluses.filter((other) => other !== name);
    const total = this.piles.of(name);
    const surplus = total - this.quota;
    this.piles.move(name, (value) => (surplus * value) / total, this.quota);
    this.note("surplus", name);
  }

  note(step, who) {
    this.history.push([...this.piles.votes]);
    const elected = this.elect();
    this.stages.push({
      step,
      votes: table(this.piles.names.map((name, at) => [name, units(this.piles.votes[at])])),
      elected,
      excluded: step === "excluded" ? [who] : [],
      transferred: step === "surplus" ? [who] : [],
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
    if (this.continuing.length === this.size - this.elected.length) {
      const votes = new Map(this.continuing.map((name) => [name, this.piles.of(name)]));
      const rest = groupsByVotes(this.continuing, votes).flat();
      fresh.push(...rest);
      this.elected.push(...rest);
      this.continuing = [];
    }
    return fresh;
  }

  reached() {
    if (this.elected.length >= this.size) return null;
    const enough = this.continuing.filter((name) => this.piles.of(name) >= this.quota);
    return enough.length ? extremes(enough, (name) => this.back(name), 1)[0] : null;
  }
}

function units(number) {
  return `${number / UNIT}.${String(number % UNIT).padStart(DECIMALS, "0")}`;
}
