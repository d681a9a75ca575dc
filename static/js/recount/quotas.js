// Whether a committee can still be completed within the quotas: an exact test, as rules/quotas.py has it.

export class Committee {
  constructor(size, quotas) {
    this.size = size;
    this.rules = quotas.rules;
    this.attributes = quotas.attributes;
  }

  completable(chosen, pool) {
    const missing = this.size - chosen.length;
    if (missing < 0 || missing > pool.length) return false;
    if (!this.rules.length) return true;
    const have = this.rules.map((_rule, at) => chosen.filter((name) => this.counts(name)[at]).length);
    const kinds = new Map();
    for (const name of pool) {
      const kind = this.counts(name).join();
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    return this.fills(missing, have, kinds);
  }

  doomed(candidate, chosen, pool) {
    return !this.completable([...chosen, candidate], without(pool, candidate));
  }

  guarded(candidate, chosen, pool) {
    return !this.completable(chosen, without(pool, candidate));
  }

  counts(name) {
    const mine = this.attributes[name] ?? {};
    return this.rules.map((rule) => Number(mine[rule.attribute] === rule.value));
  }

  // Walk through the kinds of people; each set of totals is remembered once.
  fills(missing, have, kinds) {
    let reached = new Map([[[0, ...have].join(), [0, ...have]]]);
    for (const [spelled, available] of kinds) {
      const kind = spelled.split(",").map(Number);
      const next = new Map();
      for (const [taken, ...sums] of reached.values()) {
        for (let number = 0; number <= Math.min(available, missing - taken); number += 1) {
          const totals = sums.map((sum, at) => sum + kind[at] * number);
          if (!this.rules.every((rule, at) => isBelow(totals[at], rule))) break;
          const found = [taken + number, ...totals];
          next.set(found.join(), found);
        }
      }
      reached = next;
    }
    const kept = (totals) => this.rules.every((rule, at) => rule.fewest <= totals[at] && isBelow(totals[at], rule));
    return [...reached.values()].some(([taken, ...totals]) => taken === missing && kept(totals));
  }
}

// The largest size up to the number of seats for which the quotas hold.
export function committeeOf(names, { seats, quotas }) {
  for (let size = Math.min(seats, names.length); size >= 0; size -= 1) {
    const committee = new Committee(size, quotas);
    if (committee.completable([], names)) return committee;
  }
  throw new Error("quotas_cannot_be_met");
}

const isBelow = (total, rule) => rule.most === null || total <= rule.most;

const without = (pool, candidate) => pool.filter((name) => name !== candidate);
