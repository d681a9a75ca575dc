// Acts wait in line and are sent one by one; an act that got no answer is sent again
// with the same request key, so that the server counts it once. Once the offline part is
// there (`apart`), it answers what it can, and keeps it for the server.

const TIMEOUT_MS = 8000;
const IMPATIENT_MS = 3500; // when the device can answer by itself
const LONGEST_PAUSE_MS = 8000;
const SHOWN_MS = 500; // each answer is seen, also when scans come faster

export class Acts {
  apart = null;
  #line = [];
  #sending = false;
  #offline = false;
  #wake = () => {};

  constructor({ onAnswer, onRefused, onWaiting }) {
    Object.assign(this, { onAnswer, onRefused, onWaiting });
  }

  get waiting() {
    return this.#line.length;
  }

  get unsent() {
    return this.waiting + (this.apart?.unsent ?? 0);
  }

  add(address, fields) {
    fields.set("request", freshKey());
    this.#line.push({ address, fields });
    this.#tell();
    this.#sendAll();
  }

  retry() {
    this.apart?.look();
    this.#wake();
  }

  // Told by the offline part: whether there is a network.
  connected(connected) {
    this.#offline = !connected;
    this.#tell();
    if (connected) this.#wake();
  }

  async #sendAll() {
    if (this.#sending) return;
    this.#sending = true;
    while (this.#line.length) {
      const answer = await this.#insist(this.#line[0]);
      this.#line.shift();
      this.#tell();
      this.#show(answer);
      if (this.#line.length) await pause(SHOWN_MS);
    }
    this.#sending = false;
  }

  async #insist(act) {
    for (let wait = 1000; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      const answer = this.apart?.cutOff ? null : await send(act, this.apart).catch(() => null);
      this.#offline = answer === null;
      const own = this.#offline && (await this.apart?.answer(act));
      this.#tell();
      if (!this.#offline || own) return own || answer;
      await Promise.race([pause(wait), new Promise((resolve) => (this.#wake = resolve))]);
    }
  }

  #tell() {
    this.onWaiting(this.unsent, this.#offline);
  }

  #show(html) {
    if (html instanceof Element) return this.onAnswer(html);
    const page = new DOMParser().parseFromString(html, "text/html");
    const section = page.getElementById("answer");
    if (section) this.onAnswer(document.importNode(section, true));
    else this.onRefused(page.querySelector("h1")?.textContent.trim() ?? "");
  }
}

// The page that answers, or nothing while the server cannot.
async function send({ address, fields }, apart) {
  const answer = await fetch(address, {
    method: "POST",
    body: fields,
    headers: { "X-Fragment": "answer" },
    signal: AbortSignal.timeout?.(apart ? IMPATIENT_MS : TIMEOUT_MS),
  });
  return answer.status >= 500 ? null : answer.text();
}

function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16)); // randomUUID wants https
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
