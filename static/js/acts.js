// Acts wait in line and are sent one by one; an act that got no answer is sent again
// with the same request key, so that the server counts it once.

const TIMEOUT_MS = 8000;
const LONGEST_PAUSE_MS = 8000;
const SHOWN_MS = 500; // each answer is seen, also when scans come faster

export class Acts {
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

  add(address, fields) {
    fields.set("request", freshKey());
    this.#line.push({ address, fields });
    this.#tell();
    this.#sendAll();
  }

  retry() {
    this.#wake();
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
      const answer = await send(act).catch(() => null);
      this.#offline = answer === null;
      this.#tell();
      if (!this.#offline) return answer;
      await Promise.race([pause(wait), new Promise((resolve) => (this.#wake = resolve))]);
    }
  }

  #tell() {
    this.onWaiting(this.waiting, this.#offline);
  }

  #show(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const section = page.getElementById("answer");
    if (section) this.onAnswer(document.importNode(section, true));
    else this.onRefused(page.querySelector("h1")?.textContent.trim() ?? "");
  }
}

// The page that answers, or nothing while the server cannot.
async function send({ address, fields }) {
  const answer = await fetch(address, {
    method: "POST",
    body: fields,
    headers: { "X-Fragment": "answer" },
    signal: AbortSignal.timeout?.(TIMEOUT_MS),
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
