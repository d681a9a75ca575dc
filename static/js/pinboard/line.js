// What was done is shown at once and sent in order, one after the other. A step that the
// server refuses, or that does not reach it, is taken back on the screen, and said; what
// did not reach it is kept and sent later.

import { keepingFocus, morph } from "./morph.js";

const TIMEOUT_MS = 10_000;
const CALM_MS = 400; // changes of others are gathered

export class Line {
  #steps = [];
  #unsent = [];
  #sending = false;
  #begun = 0; // how often steps began to be sent
  #newest = null; // what the server showed last
  #behind = false;
  #timer = 0;
  held = false; // somebody is carrying a card: nothing may move below it

  constructor(kept, { onShown, onTrouble }) {
    Object.assign(this, { kept, onShown, onTrouble });
    this.#newest = this.board.cloneNode(true);
  }

  get board() {
    return document.getElementById("pinboard");
  }

  get unsent() {
    return this.#unsent.length;
  }

  add(address, fields) {
    fields.set("request", freshKey());
    const step = { address, fields, at: Date.now() };
    this.kept.put({ ...step, seen: this.#newest.dataset.standing });
    this.#steps.push(...this.#unsent.splice(0), step);
    this.#go();
  }

  // What this person did here before, and the server has not got.
  async resume(csrf) {
    const steps = this.kept.all(csrf);
    if (!steps.length) return;
    this.#steps.push(...steps);
    await this.#go();
    if (!this.#unsent.length) this.look();
  }

  again() {
    this.#steps.push(...this.#unsent.splice(0));
    this.#go();
  }

  // Somebody else has changed the board, or this page had no time to look.
  look() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), CALM_MS);
  }

  release() {
    this.held = false;
    if (this.#behind) this.look();
  }

  async #look() {
    if (this.held || this.#sending) {
      this.#behind = true;
      return;
    }
    this.#behind = false;
    const begun = this.#begun;
    const page = await asked(location.pathname).catch(() => null);
    if (this.held || this.#sending) this.#behind = true;
    else if (begun !== this.#begun) this.look(); // this board is older than the steps since
    else if (page?.board) this.#show(page.board);
  }

  async #go() {
    if (this.#sending) return;
    this.#sending = true;
    this.#begun += 1;
    while (this.#steps.length) {
      const step = this.#steps[0];
      step.fields.set("seen", step.seen ?? this.#newest.dataset.standing);
      const page = await asked(step.address, step.fields).catch(() => null);
      if (!page || page.signedOut) {
        this.#stop(page);
        break;
      }
      const refused = !page.board || page.board.dataset.said;
      this.kept.drop(refused ? this.#steps : [step]);
      this.#steps.shift();
      if (refused) {
        this.#steps.length = 0;
        this.#stop(page);
        break;
      }
      this.#newest = page.board;
    }
    this.#sending = false;
    if (!this.#unsent.length && !this.held) this.#show(this.#newest);
    if (this.held) this.#behind = true;
    else if (this.#behind) this.look();
  }

  #stop(page) {
    this.#unsent = this.#steps.splice(0);
    const sentence = page ? page.board?.dataset.said || page.title : "";
    this.#show(page?.board ?? this.#newest);
    this.onTrouble(sentence, this.#unsent.length);
  }

  #show(board) {
    this.#newest = board;
    keepingFocus(this.board, () => morph(this.board, board.cloneNode(true)));
    this.onShown();
  }
}

async function asked(address, fields) {
  const answer = await fetch(address, {
    method: fields ? "POST" : "GET",
    body: fields,
    headers: { "X-Fragment": "board" },
    signal: AbortSignal.timeout?.(TIMEOUT_MS),
  });
  if (answer.status >= 500) throw new Error(String(answer.status));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return {
    board: page.getElementById("pinboard"),
    signedOut: answer.status === 401,
    title: page.querySelector("h1")?.textContent.trim() ?? "",
  };
}

function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16)); // randomUUID wants https
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
