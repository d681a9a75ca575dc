// Whether a round follows from the one before, and who is elected over all of them.

import { checked, onward, openTie } from "./found.js";
import { canonical } from "./reading.js";

export function* following(round, before, tally) {
  const about = round.the("election");
  if (!about.earlier && !before) return;
  if (!about.earlier || !before) return void (yield checked("follows", false));
  const wanted = { id: before.the("election").id, digest: before.last };
  yield checked("follows", canonical(about.earlier) === canonical(wanted));
  const runoff = about.round === "runoff";
  yield people(round, before, runoff ? (openTie(tally)?.candidates ?? []) : onward(tally), runoff);
  const quotas = canonical(about.quotas ?? []) === canonical(runoff ? [] : (before.the("election").quotas ?? []));
  const seats = runoff ? (openTie(tally)?.seats ?? 0) : before.the("election").seats;
  yield checked("seats", quotas && about.seats === seats);
}

function people(round, before, wanted, runoff) {
  const stands = round.the("candidates").candidates;
  const former = new Map(before.the("candidates").candidates.map((one) => [one.id, one]));
  const same =
    canonical(stands.map((one) => one.earlier ?? null).sort()) === canonical([...wanted].sort()) &&
    stands.every((one) => {
      const known = former.get(one.earlier);
      return known?.name === one.name && canonical(known.attributes ?? {}) === canonical(one.attributes ?? {});
    });
  const names = stands.map((one) => one.name);
  return checked(runoff ? "runoff_people" : "second_people", same, { names });
}

// In the marks of the first round.
export function wholeOf(rounds, tallies) {
  let whole = { winners: [], tied: [], seats: 0 };
  let roots = new Map();
  for (const [at, round] of rounds.entries()) {
    const marks = round.the("candidates").candidates.filter((one) => one.earlier);
    const before = roots;
    roots = new Map(at ? marks.map((one) => [one.id, before.get(one.earlier) ?? one.earlier]) : []);
    const named = (names) => names.map((name) => roots.get(name) ?? name);
    const { advance, round: kind } = round.the("election");
    if (advance) {
      whole = { winners: [], tied: [], seats: 0 };
      continue;
    }
    const tie = openTie(tallies[at]);
    const winners = named(tallies[at].winners);
    whole = {
      winners: kind === "runoff" ? [...whole.winners, ...winners] : winners,
      tied: named(tie?.candidates ?? []),
      seats: tie?.seats ?? 0,
    };
  }
  return whole;
}
