// Papers sorted into valid, spoiled with a reason, and abstaining.

export class Spoiled {
  constructor(reason) {
    this.reason = reason;
  }
}

export const byMark = (one, other) => (one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : one[1] - other[1]);

export const isOnPurpose = (marks) => marks.length === 1 && marks[0][0] === "" && marks[0][1] === 1;

export function sortedPapers(contest, judge) {
  const valid = new Map();
  const spoiled = new Map();
  let [number, abstained] = [0, 0];
  for (const ballot of contest.ballots) {
    const verdict = judged(ballot, judge);
    if (verdict === null) abstained += ballot.times;
    else if (verdict instanceof Spoiled) {
      spoiled.set(verdict.reason, (spoiled.get(verdict.reason) ?? 0) + ballot.times);
    } else {
      const key = JSON.stringify(verdict);
      const known = valid.get(key) ?? { marks: verdict, times: 0 };
      known.times += ballot.times;
      valid.set(key, known);
      number += ballot.times;
    }
  }
  return { valid: [...valid.values()], number, abstained, spoiled: [...spoiled].sort() };
}

function judged(ballot, judge) {
  if (!ballot.marks.length) return null;
  return isOnPurpose(ballot.marks) ? new Spoiled("on_purpose") : judge(ballot);
}

export function orNothing(marks, contest) {
  const left = marks.filter(([name]) => !contest.withdrawn.has(name));
  return left.length ? left : null;
}

export function crosses(contest, terms, most) {
  return ({ marks: all, group }) => {
    const marks = all.filter((mark) => mark[1]).sort(byMark);
    const names = marks.map((mark) => mark[0]);
    if (names.some((name) => !contest.candidates.includes(name))) return new Spoiled("unknown");
    if (marks.some((mark) => mark[1] < 0)) return new Spoiled("out_of_range");
    if (new Set(names).size < names.length || marks.some((mark) => mark[1] > 1)) return new Spoiled("duplicate");
    if (most !== null && names.length > most) return new Spoiled("too_many");
    if (aboveOwnLimit(names, group, contest, terms)) return new Spoiled("own_limit");
    return orNothing(marks, contest);
  };
}

function aboveOwnLimit(names, group, contest, terms) {
  if (terms.ownLimit === null || !group) return false;
  return names.filter((name) => contest.attributes[name]?.association === group).length > terms.ownLimit;
}

export function scores(contest, terms) {
  return ({ marks }) => {
    const names = marks.map((mark) => mark[0]);
    if (names.some((name) => !contest.candidates.includes(name))) return new Spoiled("unknown");
    if (new Set(names).size < names.length) return new Spoiled("duplicate");
    if (marks.some(([, points]) => points < 0 || (terms.highest || points) < points)) {
      return new Spoiled("out_of_range");
    }
    return orNothing([...marks].sort(byMark), contest);
  };
}

// Names alone, the first choice first.
export function ranks(contest, gapsEnd) {
  return ({ marks }) => {
    const names = new Set(marks.map((mark) => mark[0]));
    if ([...names].some((name) => !contest.candidates.includes(name))) return new Spoiled("unknown");
    const isUsual = names.size === marks.length && marks.every((mark, at) => mark[1] === at + 1);
    const ranking = isUsual ? [...names] : uniqueRanks(marks, gapsEnd);
    if (!ranking.length) return new Spoiled("unclear");
    const left = ranking.filter((name) => !contest.withdrawn.has(name));
    return left.length ? left : null;
  };
}

function uniqueRanks(marks, gapsEnd) {
  const seen = new Set();
  let expected = 1;
  for (const [name, rank] of [...marks].sort((one, other) => one[1] - other[1])) {
    if (marks.filter((mark) => mark[1] === rank).length > 1 || (gapsEnd && rank > expected)) break;
    expected = rank + 1;
    seen.add(name);
  }
  return [...seen];
}

export function orders(contest) {
  return ({ marks }) => {
    const names = marks.map((mark) => mark[0]);
    if (names.some((name) => !contest.candidates.includes(name))) return new Spoiled("unknown");
    if (new Set(names).size < names.length) return new Spoiled("duplicate");
    const ordered = [...marks].sort((one, other) => one[1] - other[1] || (one[0] < other[0] ? -1 : 1));
    return orNothing(ordered, contest);
  };
}
