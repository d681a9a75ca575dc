// What a check found, and who is still level after a count.

export const checked = (code, holds, facts = {}) => ({ code, holds, facts });

export function openTie(tally) {
  return tally.ties.find((tie) => tie.over === "seat" && tie.settled_by_lot === null);
}

export function onward(tally) {
  const tied = openTie(tally)?.candidates ?? [];
  return [...tally.winners, ...tied.filter((name) => !tally.winners.includes(name))];
}
