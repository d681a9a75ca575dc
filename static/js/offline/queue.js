// Acts made without network: on the disk before anybody is told of them, and gone from
// it only when the server has said that it has them.

import { parcel, toText } from "./locks.js";
import { checked } from "./list.js";
import { reading, writing } from "./store.js";

const AT_ONCE = 50;
const TIMEOUT_MS = 20_000;

export class Queue {
  unsent = 0;

  constructor(list, address, token) {
    Object.assign(this, { list, address, token });
  }

  async load() {
    this.unsent = (await this.#mine()).length;
    tellSignOut(this.unsent ? this.list.conference : "");
  }

  // `handle` marks the person as seen, so that a second scan here is told from the first;
  // false when another tab was faster.
  async add(act, { request, at, handle = "", seen = null }) {
    const { conference, about } = this.list;
    const locked = await parcel(act, { postBox: about.postBox, request });
    try {
      await writing(["queue", "seen"], (stores) => {
        stores.queue.add({ conference, request, at, parcel: locked });
        if (handle) stores.seen.add({ conference, handle, noted: Date.now(), ...seen });
      });
    } catch (error) {
      if (error?.name === "ConstraintError") return false;
      throw error;
    }
    this.unsent += 1;
    tellSignOut(conference);
    return true;
  }

  // Send everything in order. Tabs take turns.
  async send() {
    const sending = () => this.#send();
    return navigator.locks ? navigator.locks.request("lip-door-send", sending) : sending();
  }

  async #send() {
    for (let acts = await this.#mine(); acts.length; acts = await this.#mine()) {
      const some = acts.slice(0, AT_ONCE);
      const done = await this.#post(some);
      const known = new Set(done.map(({ request }) => request));
      const orders = some.filter(({ request }) => known.has(request)).map(({ order }) => order);
      if (!orders.length) throw new Error("nothing was taken");
      await writing(["queue"], ({ queue }) => orders.forEach((order) => queue.delete(order)));
      this.unsent = acts.length - orders.length;
    }
    await this.load();
  }

  async #post(acts) {
    const answer = await fetch(this.address, {
      method: "POST",
      headers: { Accept: "application/json", "Content-Type": "application/json", "X-CSRF": this.token() },
      body: JSON.stringify({ acts: acts.map(({ request, at, parcel: locked }) => ({ request, at, parcel: toText(locked) })) }),
      signal: AbortSignal.timeout?.(TIMEOUT_MS),
    });
    return (await checked(answer)).done;
  }

  async #mine() {
    const all = await reading(["queue"], ({ queue }) => queue.getAll());
    return all.filter(({ conference }) => conference === this.list.conference);
  }
}

// So that signing out on any page asks first, instead of wiping what is unsent.
function tellSignOut(conference) {
  const age = conference ? 3 * 24 * 60 * 60 : 0;
  document.cookie = `lip-unsent=${conference && `/door/${conference}`}; path=/; max-age=${age}; samesite=strict`;
}
