// Piles of ranked papers, each with its value in units of the rule; whole numbers only.

export class Piles {
  constructor(papers, names, unit) {
    this.names = names;
    this.votes = names.map(() => 0n);
    this.exhausted = 0n;
    this.open = names.map(() => true);
    this.piles = names.map(() => []);
    for (const { marks: ranking, times } of papers) {
      const first = names.indexOf(ranking[0]);
      this.piles[first].push([ranking, 0, unit, BigInt(times)]);
      this.votes[first] += unit * BigInt(times);
    }
  }

  of(name) {
    return this.votes[this.names.indexOf(name)];
  }

  close(name) {
    this.open[this.names.indexOf(name)] = false;
  }

  // Move all papers of a closed candidate on, at a new value; `keep` stays.
  move(name, newValue, keep) {
    const candidate = this.names.indexOf(name);
    const pile = this.piles[candidate];
    this.piles[candidate] = [];
    const before = this.votes[candidate];
    let moved = 0n;
    for (const [ranking, place, value, times] of pile) {
      const worth = newValue(value);
      const step = ranking.findIndex((name, at) => at > place && this.open[this.names.indexOf(name)]);
      if (step < 0) continue;
      const receiver = this.names.indexOf(ranking[step]);
      this.piles[receiver].push([ranking, step, worth, times]);
      this.votes[receiver] += worth * times;
      moved += worth * times;
    }
    this.votes[candidate] = keep;
    this.exhausted += before - keep - moved;
  }
}

// Compare lists of numbers from the first place that differs.
export function compared(one, other) {
  for (let at = 0; at < one.length; at += 1) {
    if (one[at] !== other[at]) return one[at] < other[at] ? -1 : 1;
  }
  return 0;
}

export function extremes(names, worth, sign) {
  let found = [];
  for (const name of names) {
    const order = found.length ? sign * compared(worth(name), worth(found[0])) : 0;
    if (order > 0) found = [name];
    else if (order === 0) found.push(name);
  }
  return found;
}

// A whole number of units as the rule prints it, with so many decimals.
export function written(number, decimals) {
  const unit = 10n ** BigInt(decimals);
  return `${number / unit}.${String(number % unit).padStart(decimals, "0")}`;
}
