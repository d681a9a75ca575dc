// Check what was published, as `python -m elections.verify` does: one thing after the other.

import { countRound } from "./counting.js";
import { allSigned } from "./credentials.js";
import { digestOf, isEdSigned, sha256, utf8 } from "./digests.js";
import { checked, onward } from "./found.js";
import { canonical } from "./reading.js";
import { following, wholeOf } from "./rounds.js";

const BEFORE_THE_COUNT = ["election", "candidates", "roll", "keys", "annulled", "closed", "ballots", "papers"];

// Gives { code, holds, facts } each; the first that does not hold is the last.
export async function* checks(rounds) {
  try {
    for await (const one of allRounds(rounds)) {
      yield one;
      if (one.holds === false) return;
    }
  } catch (error) {
    yield checked("unreadable", false, { what: error.message });
  }
}

async function* allRounds(rounds) {
  const tallies = [];
  for (const [at, round] of rounds.entries()) {
    if (rounds.length > 1) yield checked("round", true, { number: at + 1 });
    const digests = [];
    yield* record(round, digests);
    yield* credentials(round);
    yield* lots(round, digests[BEFORE_THE_COUNT.length - 1]);
    const { result, tally } = await counted(round);
    yield result;
    if (!tally) return;
    tallies.push(tally);
    round.last = digests.at(-1);
    yield* following(round, rounds[at - 1], tallies[at - 1]);
  }
  const whole = wholeOf(rounds, tallies);
  if (rounds.length > 1) yield checked("outcome", true, { winners: rounds[0].named(whole.winners) });
  if (whole.seats) yield checked("still_open", true, { names: rounds[0].named(whole.tied), seats: whole.seats });
}

async function* record(round, digests) {
  let previous = "0".repeat(64);
  let broken = null;
  for (const [at, entry] of round.entries.entries()) {
    if (entry.previous !== previous) broken ??= at + 1;
    previous = await digestOf({ kind: entry.kind, content: entry.content, previous: entry.previous });
    digests.push(previous);
  }
  yield checked("chain", broken === null, { entries: round.entries.length, at: broken });
  yield checked("order", inOrder(round.entries.map((entry) => entry.kind)));
  yield checked("root", true, { root: digests[BEFORE_THE_COUNT.length - 1] });
  yield checked("signed", await isEdSigned(round.signer, utf8(previous), round.signature), { key: round.key });
}

function inOrder(kinds) {
  const after = kinds.slice(BEFORE_THE_COUNT.length);
  return (
    BEFORE_THE_COUNT.every((kind, at) => kinds[at] === kind) &&
    after.at(-1) === "result" &&
    after.slice(0, -1).every((kind) => kind === "lot")
  );
}

async function* credentials(round) {
  const listed = await round.listed();
  yield checked("credentials", await allSigned(round, listed), { ballots: listed.length });
  const serials = new Set(listed.map((one) => one.serial));
  yield checked("once", serials.size === listed.length);
  yield checked("annulled", !round.the("annulled").serials.some((serial) => serials.has(serial)));
  const digests = listed.map((one) => one.digest);
  yield checked("sorted", canonical(digests) === canonical([...new Set(digests)].sort()));
  if (!round.isFull) yield contents(round, listed);
  yield numbers(round, listed.length);
}

function contents(round, listed) {
  const groups = (ones) => {
    const found = {};
    for (const { group, times } of ones) found[group] = (found[group] ?? 0) + times;
    return canonical(found);
  };
  const marked = round.contents();
  const same = groups(marked) === groups(listed.map(({ group }) => ({ group, times: 1 })));
  return checked("contents", same, { ballots: marked.reduce((sum, one) => sum + one.times, 0) });
}

function numbers(round, ballots) {
  const papers = round.the("papers").papers.reduce((sum, one) => sum + one.times, 0);
  const { credentials: given, papers: out } = round.the("closed");
  const entitled = round.the("roll").size;
  const enough = ballots <= given && papers <= out && given + out <= entitled;
  return checked("numbers", enough, { given, papers: out, entitled });
}

async function* lots(round, root) {
  for (const { order, digits, question, witnesses } of round.all("lot")) {
    if (digits === undefined) {
      yield checked("lot_by_hand", witnesses.length > 1, { order, witnesses });
      continue;
    }
    if (!/^[1-6]{20,}$/.test(digits) || `${root}${question}`.includes("|")) throw new TypeError("digits");
    const tickets = await Promise.all(order.map((name) => sha256(`${root}|${digits}|${question}|${name}`)));
    yield checked("lot", canonical(tickets) === canonical([...tickets].sort()), { order });
  }
}

async function counted(round) {
  const { method, advance } = round.the("election");
  const tally = await countRound(round);
  if (!tally) return { result: checked("count", false, { method, winners: [] }), tally };
  const same = canonical(tally) === canonical(round.the("result"));
  const going = advance ? { names: round.named(onward(tally)) } : { winners: round.named(tally.winners) };
  return { result: checked(advance ? "count_first" : "count", same, { method, ...going }), tally };
}
