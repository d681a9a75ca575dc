// Method of Equal Shares: every voter gets the same share of the seats and spends it.

import { explored, table } from "./exploring.js";
import { Fraction, least } from "./fractions.js";
import { crosses, sortedPapers } from "./papers.js";
import { fill, Loads, supporters } from "./phragmen.js";
import { committeeOf } from "./quotas.js";
import { groupsByVotes, totals } from "./votes.js";

const NOTHING = new Fraction(0);
const ADDING = ["add1", "add1-comparison"];
const COMPLETIONS = ["none", "phragmen", "approval", ...ADDING];

export function countEqualShares(contest, terms) {
  const papers = sortedPapers(contest, crosses(contest, terms, terms.votesEach));
  const completion = terms.completion || "phragmen";
  if (!COMPLETIONS.includes(completion)) throw new Error("completion");
  const votes = totals(papers, contest.standing);
  const voters = supporters(papers, contest.standing);
  const committee = committeeOf(contest.standing, terms);
  const run = (choose) => new Count(papers, votes, voters, committee, terms.seats, choose).run(completion);
  return explored(`equal-shares/${completion}`, run, papers, terms);
}

class Count {
  constructor(papers, votes, voters, committee, seats, choose) {
    Object.assign(this, { papers: papers.valid, votes, voters, committee, seats, choose });
    this.number = Math.max(1, papers.number);
    this.names = [...votes.keys()];
  }

  run(completion) {
    let purse = this.buy(this.seats);
    if (ADDING.includes(completion)) purse = this.addSeats(purse);
    const elected = purse.spent.map(([name]) => name);
    const stages = purse.spent.map(([name, payment], at) => ({
      step: "elected",
      votes: at ? [] : table(this.votes),
      elected: [name],
      facts: [["payment", payment]],
    }));
    const deputies = this.complete(completion, purse, elected, stages);
    return { winners: elected, deputies, stages };
  }

  // Whatever costs its supporters least is bought, again and again.
  buy(seats) {
    const purse = new Purse(this.papers, this.voters, new Fraction(seats, this.number));
    const open = new Set(this.names.filter((name) => this.voters.get(name).length));
    for (;;) {
      const bought = purse.spent.map(([name]) => name);
      const prices = [];
      for (const name of [...open].filter((one) => this.isAllowed(one, bought))) {
        const price = purse.price(name);
        if (price) prices.push([name, price]);
        else open.delete(name);
      }
      if (!prices.length) return purse;
      const smallest = least(prices.map(([, price]) => price));
      const level = prices.filter(([, price]) => !price.compare(smallest)).map(([name]) => name);
      const name = this.choose(level, bought);
      open.delete(name);
      purse.pay(name, smallest);
    }
  }

  isAllowed(name, elected) {
    const pool = this.names.filter((other) => !elected.includes(other));
    return !this.committee.doomed(name, elected, pool);
  }

  // Raise the shares until the seats are full, or everybody wanted has one.
  addSeats(first) {
    const wanted = this.names.filter((name) => this.voters.get(name).length).length;
    let purse = first;
    let seats = this.seats;
    while (purse.spent.length < Math.min(this.committee.size, wanted)) {
      seats += 1;
      if (seats > this.seats * this.number + this.number) break;
      purse = this.buy(seats);
    }
    return purse;
  }

  complete(completion, purse, elected, stages) {
    const owed = purse.money.map((money) => NOTHING.minus(money));
    const loads = new Loads(this.voters, this.papers, owed, purse.classes);
    if (elected.length < this.committee.size && completion !== "none") {
      stages.push({ step: "completion" });
      if (completion === "phragmen") {
        stages.push(...fill(loads, elected, this.committee, this.names, this.choose));
      } else this.byVotes(elected, stages);
    }
    const rest = this.names.filter((name) => !elected.includes(name));
    return completion === "phragmen" ? loads.order(rest) : groupsByVotes(rest, this.votes);
  }

  byVotes(elected, stages) {
    while (elected.length < this.committee.size) {
      const fit = this.names.filter((name) => !elected.includes(name) && this.isAllowed(name, elected));
      const name = this.choose(groupsByVotes(fit, this.votes)[0], elected);
      elected.push(name);
      stages.push({ step: "elected", elected: [name] });
    }
  }
}

// What each paper still has; papers with equal money share a class.
class Purse {
  constructor(papers, voters, share) {
    Object.assign(this, { papers, voters, money: [share], spent: [] });
    this.classes = papers.map(() => 0);
  }

  // What the best-off supporter pays, or null if all together have too little.
  price(name) {
    const numbers = this.money.map(() => 0);
    for (const paper of this.voters.get(name)) numbers[this.classes[paper]] += this.papers[paper].times;
    const poorestFirst = [...this.money.entries()].filter(([at]) => numbers[at]);
    poorestFirst.sort((one, other) => one[1].compare(other[1]));
    let cost = new Fraction(1);
    let left = numbers.reduce((sum, number) => sum + number, 0);
    for (const [at, money] of poorestFirst) {
      if (cost.compare(money.times(left)) <= 0) return cost.over(left);
      cost = cost.minus(money.times(numbers[at]));
      left -= numbers[at];
    }
    return null;
  }

  pay(name, payment) {
    const after = new Map();
    for (const paper of this.voters.get(name)) {
      const before = this.classes[paper];
      if (!after.has(before)) after.set(before, this.classWith(this.money[before].minus(payment)));
      this.classes[paper] = after.get(before);
    }
    this.spent.push([name, payment]);
  }

  classWith(left) {
    const money = left.compare(NOTHING) < 0 ? NOTHING : left;
    const known = this.money.findIndex((one) => !one.compare(money));
    return known < 0 ? this.money.push(money) - 1 : known;
  }
}
