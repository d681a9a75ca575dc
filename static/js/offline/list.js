// The guest list on this device: fetched, kept up to date, asked, and forgotten in time.

import { deviceKey, fromText, keysOf, openLine, toText } from "./locks.js";
import { forgetList, reading, writing } from "./store.js";

const BUCKETS = 256;
const DIGEST = 4;

// The server said that this pass may not do that (any more); the message is its code.
export class Refused extends Error {}

export async function checked(answer) {
  if (answer.status === 401 || answer.status === 403) throw new Refused((await answer.json()).code);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

export class GuestList {
  #left = false;
  about = null; // what the server said of the conference; null while there is no list

  constructor(conference, address) {
    Object.assign(this, { conference, address });
  }

  // The server's time, as far as the device could tell when it last heard of it.
  get now() {
    return Date.now() + (this.about?.ahead ?? 0);
  }

  // From here on nothing is kept, nor what was asked for before.
  leave() {
    this.#left = true;
    this.about = null;
  }

  get ready() {
    return Boolean(this.about);
  }

  async load() {
    this.about = (await reading(["lists"], ({ lists }) => lists.get(this.conference))) ?? null;
    return this.forgetInTime();
  }

  // The end is in the list itself; afterwards nothing of it is left here.
  async forgetInTime() {
    if (!this.about || this.now < this.about.until) return false;
    await this.forget();
    return true;
  }

  async forget() {
    this.about = null;
    await forgetList();
  }

  // Everything that the server has written before it was asked is in the list afterwards;
  // `sent` tells that nothing waited here, so what was noted by hand is in it as well.
  async refresh({ sent }) {
    const asked = Date.now();
    const answer = await fetch(`${this.address}?have=${encodeURIComponent(await this.#have())}`, {
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout?.(20_000),
    });
    await this.#keep(await checked(answer), asked, sent);
  }

  async #have() {
    const digests = new Uint8Array(BUCKETS * DIGEST);
    const kept = await reading(["buckets"], ({ buckets }) => buckets.getAll(this.#mine()));
    for (const { number, digest } of kept) digests.set(digest, number * DIGEST);
    return toText(digests);
  }

  #mine() {
    return IDBKeyRange.bound([this.conference, 0], [this.conference, BUCKETS]);
  }

  async #keep({ buckets: sent, device, salt, post_box, ...rest }, asked, allSent) {
    const about = {
      ...rest,
      conference: this.conference,
      device: await deviceKey(fromText(device)),
      salt: fromText(salt),
      postBox: fromText(post_box),
      ahead: rest.now - (asked + Date.now()) / 2,
      refreshed: rest.now,
    };
    if (this.#left) throw new Error("signed out");
    await writing(["lists", "buckets", "seen"], ({ lists, buckets, seen }) => {
      lists.put(about);
      for (const [number, [digest, lines]] of Object.entries(sent)) {
        buckets.put({ conference: this.conference, number: Number(number), digest: fromText(digest), lines: fromText(lines) });
      }
      if (allSent) forgetOlder(seen, asked);
    });
    if (!this.#left) this.about = about;
  }

  // The line behind a code, with what this desk itself has noted since; null for none.
  async find(code, day) {
    const keys = await keysOf(code, this.about);
    const handle = `${keys.name} ${day}`;
    const [bucket, noted] = await Promise.all([
      reading(["buckets"], ({ buckets }) => buckets.get([this.conference, keys.handle[0]])),
      reading(["seen"], ({ seen }) => seen.get([this.conference, handle])),
    ]);
    const line = bucket && (await openLine(bucket.lines, keys));
    return line && { ...line, handle, noted };
  }
}

function forgetOlder(seen, moment) {
  const walk = seen.openCursor();
  walk.onsuccess = () => {
    if (!walk.result) return;
    if (walk.result.value.noted < moment) walk.result.delete();
    walk.result.continue();
  };
}
