// Steps that the server does not have yet stay in the browser: they outlive the page and
// are sent when it comes back, by the same person, each once.

const LONGEST_MS = 12 * 3600 * 1000; // later nobody remembers what she wanted

export class Kept {
  constructor(whose) {
    this.prefix = `board ${whose} `;
  }

  put({ address, fields, at, seen }) {
    const values = [...fields].filter(([name, value]) => name !== "csrf" && typeof value === "string");
    this.#trying(() => localStorage.setItem(this.prefix + fields.get("request"), JSON.stringify({ address, values, at, seen })));
  }

  drop(steps) {
    for (const { fields } of steps) this.#trying(() => localStorage.removeItem(this.prefix + fields.get("request")));
  }

  // In the order in which they were done. Only the first one tells which board was seen:
  // those after it were done on what it came to.
  all(csrf) {
    const steps = [];
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(this.prefix))) {
      const { address, values, at, seen } = JSON.parse(localStorage.getItem(key));
      if (Date.now() - at > LONGEST_MS) {
        localStorage.removeItem(key);
        continue;
      }
      const fields = new FormData();
      for (const [name, value] of values) fields.append(name, value);
      fields.set("csrf", csrf);
      steps.push({ address, fields, at, seen });
    }
    steps.sort((a, b) => a.at - b.at);
    for (const step of steps.slice(1)) delete step.seen;
    return steps;
  }

  #trying(act) {
    try {
      act();
    } catch {
      // no room, or none allowed: the page still has them
    }
  }
}
