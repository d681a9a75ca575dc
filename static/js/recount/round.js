// One round as it was published, and the file that holds all rounds of an election.

import { marksOf, papersOf } from "./counting.js";
import { bytesOf, digestOf } from "./digests.js";
import { readStrictly, Unreadable } from "./reading.js";

const FORMAT = "lip-election-1";

export class Round {
  constructor(whole) {
    if (whole.format !== FORMAT) throw new Unreadable(`${whole.format}`);
    this.entries = whole.record;
    this.key = whole.signed.key;
    this.signer = bytesOf(whole.signed.key);
    this.signature = bytesOf(whole.signed.signature);
  }

  the(kind) {
    const found = this.entries.find((entry) => entry.kind === kind);
    if (!found) throw new TypeError(kind);
    return found.content;
  }

  all(kind) {
    return this.entries.filter((entry) => entry.kind === kind).map((entry) => entry.content);
  }

  get isFull() {
    const board = this.the("election").board ?? "full";
    if (board !== "full" && board !== "digests") throw new TypeError(board);
    return board === "full";
  }

  contents() {
    if (!this.isFull) return papersOf(this.the("ballots").contents);
    return this.the("ballots").ballots.map((one) => ({ marks: marksOf(one.marks), times: 1, group: one.group }));
  }

  // Every ballot's credential and digest, in the published order.
  async listed() {
    if (!this.isFull) return this.the("ballots").credentials.map((one) => ({ ...credential(one), digest: one.digest }));
    const ballots = this.the("ballots").ballots.map(async (one) => {
      bytesOf(one.nonce);
      const plain = { ...credential(one), marks: marksOf(one.marks), nonce: one.nonce };
      return { ...credential(one), digest: await digestOf(plain) };
    });
    return Promise.all(ballots);
  }

  named(marks) {
    const names = new Map(this.the("candidates").candidates.map((one) => [one.id, one.name]));
    return marks.map((mark) => names.get(mark) ?? mark);
  }
}

function credential({ serial, prefix, signature, group }) {
  for (const hex of [serial, prefix, signature]) bytesOf(hex);
  return { serial, prefix, signature, group };
}

export function roundsOf(text) {
  try {
    const whole = readStrictly(text);
    return [...(whole.earlier ?? []), whole].map((one) => new Round(one));
  } catch (error) {
    throw new Unreadable(error.message);
  }
}
