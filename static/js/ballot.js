// Mark a ballot, look at it once more, put it into the urn without saying who it is.

import { fillIn, linesOf, marksOn, offerRanks, prepareRanks, sentence } from "./ballot_marks.js";
import { fromText, random, toText } from "./blinding.js";
import { endBooth, startBooth, store } from "./booth_end.js";

const LONGEST_WAIT = 20_000;
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

const form = document.querySelector("[data-ballot]");
const dialog = document.querySelector("[data-check]");
const over = document.querySelector("[data-over]");
const round = form?.dataset.round ?? over?.dataset.over;
const kept = round ? JSON.parse(store.getItem(`lip-election-${round}`) || "{}") : {};

if (form && kept.signature) begin();
if (over) tidyUp();

function begin() {
  document.querySelector("[data-no-credential]").hidden = true;
  form.dataset.group = kept.group ?? "";
  prepareRanks(form);
  if (kept.draft) fillIn(form, kept.draft);
  form.addEventListener("change", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    showCheck();
  });
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "cast") cast();
  });
  document.querySelector("[data-again]").addEventListener("click", again);
  if (kept.code) show("[data-cast]");
  else form.hidden = false;
  tellCode();
  sayGiven();
  startBooth();
}

function changed() {
  offerRanks(form);
  keep({ draft: marksOn(form) });
  sayGiven();
}

function keep(more) {
  Object.assign(kept, more);
  store.setItem(`lip-election-${round}`, JSON.stringify(kept));
}

function sayGiven() {
  form.querySelector("[data-given]").textContent = sentence(form, marksOn(form));
}

function showCheck() {
  const marks = marksOn(form);
  const lines = linesOf(form, marks).map((words) => {
    const line = document.createElement("li");
    line.textContent = words;
    return line;
  });
  dialog.querySelector("[data-chosen]").replaceChildren(...lines);
  dialog.querySelector("[data-given-again]").textContent = sentence(form, marks);
  dialog.returnValue = "";
  dialog.showModal();
}

async function cast() {
  const { serial, prefix, signature, group = "" } = kept;
  const ballot = { group, marks: marksOn(form), nonce: toText(random(32)), prefix, serial, signature };
  say("");
  show("[data-waiting]").focus();
  addEventListener("beforeunload", hold);
  await aWhile();
  try {
    await send(ballot);
  } catch (error) {
    show("[data-ballot]");
    say(error.sentence || form.dataset.broken);
  }
  removeEventListener("beforeunload", hold);
}

async function send(ballot) {
  const answer = await fetch(form.dataset.urn, {
    method: "POST",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(ballot),
  });
  const said = await answer.json();
  if (!answer.ok) throw Object.assign(new Error("refused"), { sentence: said.detail });
  const digest = await digestOf(ballot);
  if (said.digest !== digest) throw new Error("the server has acknowledged another ballot");
  keep({ digest, code: trackingCode(digest), draft: undefined });
  tellCode();
  endBooth();
  show("[data-cast]").focus();
}

// Nobody should be able to tell from the time when a credential was fetched who votes now.
function aWhile() {
  const now = document.querySelector("[data-now]");
  const [share] = crypto.getRandomValues(new Uint32Array(1));
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, (share / 2 ** 32) * LONGEST_WAIT);
    now.addEventListener("click", () => resolve(clearTimeout(timer)), { once: true });
  });
}

// As the record has it: keys in order, bytes in hexadecimal digits.
async function digestOf(ballot) {
  const hex = (text) => Array.from(fromText(text), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const { group, marks, nonce, prefix, serial, signature } = ballot;
  const plain = { group, marks, nonce: hex(nonce), prefix: hex(prefix), serial: hex(serial), signature: hex(signature) };
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(plain)));
  return hex(toText(new Uint8Array(digest)));
}

function trackingCode(digest) {
  const number = BigInt(`0x${digest}`) >> 196n;
  const signs = Array.from({ length: 12 }, (_, at) => SIGNS[Number((number >> BigInt(5 * (11 - at))) & 31n)]);
  return signs.join("").match(/.{3}/g).join("-");
}

function tellCode() {
  document.querySelector("[data-code]").textContent = kept.code ?? "";
  document.querySelector("[data-digest]").textContent = kept.digest ?? "";
}

function show(wanted) {
  for (const part of ["[data-ballot]", "[data-waiting]", "[data-cast]"]) {
    document.querySelector(part).hidden = part !== wanted;
  }
  return document.querySelector(wanted);
}

function again() {
  form.reset();
  fillIn(form, []);
  show("[data-ballot]").querySelector("[data-row] :is(input, select)").focus();
  sayGiven();
}

function hold(event) {
  event.preventDefault();
}

function say(words) {
  const said = form.querySelector("[data-said]");
  said.textContent = words;
  said.hidden = !words;
}

// After the close nothing is left to vote with; the tracking code can still be looked up.
function tidyUp() {
  const { code, digest } = kept;
  if (!code) return;
  localStorage.setItem(`lip-election-${round}`, JSON.stringify({ code, digest }));
  const link = over.querySelector("[data-code]");
  link.textContent = code;
  link.href += `?code=${code}#check`;
  over.hidden = false;
}
