// Fetch a credential for an election: the server signs it without seeing it.

import { blind, finalize, fromText, prepared, random, toText } from "./blinding.js";
import { derived, secretOf, spelled } from "./recovery.js";

const place = document.querySelector("[data-credential]");
const part = (name) => place.querySelector(`[data-${name}]`);
if (place) begin();

function begin() {
  place.hidden = false;
  if (!globalThis.crypto?.subtle) {
    part("ways").hidden = true;
    return say(place.dataset.old);
  }
  part("fetch").addEventListener("submit", (event) => start(event, fresh));
  part("recover").addEventListener("submit", (event) => start(event, typed));
  if (isAnnulled(kept().serial)) keep({});
  if (kept().signature) showCode();
}

// Asked once, the same is asked again until there is an answer.
function fresh() {
  return kept().secret ? fromText(kept().secret) : random(16);
}

async function typed() {
  const secret = await secretOf(part("recover").elements.recovery.value);
  if (!secret) throw refusal(place.dataset.slip);
  return secret;
}

async function start(event, find) {
  event.preventDefault();
  const button = event.target.querySelector("button");
  button.disabled = true;
  say("");
  try {
    await fetchCredential(await find());
    await showCode();
    part("have").focus();
  } catch (error) {
    say(error.sentence || place.dataset.broken);
  }
  button.disabled = false;
}

async function fetchCredential(secret) {
  const { round, modulus, exponent, group, send } = place.dataset;
  const key = { modulus: BigInt(`0x${modulus}`), exponent: Number(exponent) };
  const derive = (what, length) => derived(secret, round, what, length);
  const [serial, prefix, salt] = [await derive("serial", 32), await derive("prefix", 32), await derive("salt", 48)];
  if (isAnnulled(toText(serial))) throw refusal(place.dataset.annulledSaid);
  const message = prepared(round, serial, prefix);
  const drawn = await derive("factor", Math.ceil(key.modulus.toString(2).length / 8) + 8);
  const hidden = await blind(key, message, { salt, drawn });
  if (!kept().secret) keep({ secret: toText(secret) });
  const answer = await fetch(send, {
    method: "POST",
    headers: headers(),
    body: JSON.stringify({ blinded: toText(hidden.message) }),
  });
  if (!answer.ok) throw await refused(answer);
  const signature = await finalize(key, message, fromText((await answer.json()).signed), hidden.inverse);
  const had = { serial: toText(serial), prefix: toText(prefix), secret: toText(secret) };
  keep({ ...had, signature: toText(signature), group });
}

async function showCode() {
  const { secret } = kept();
  part("ways").hidden = true;
  part("have").hidden = false;
  if (secret) part("copied").textContent = await spelled(fromText(secret));
}

// Who is signed in sends along what our forms carry; the ballot goes without any of it.
function headers() {
  const token = part("fetch").elements.csrf?.value;
  const said = { "content-type": "application/json", accept: "application/json" };
  return token ? { ...said, "x-csrf": token } : said;
}

function isAnnulled(serial) {
  if (!serial) return false;
  const hex = Array.from(fromText(serial), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return place.dataset.annulled.split(" ").includes(hex);
}

function kept() {
  return JSON.parse(localStorage.getItem(`lip-election-${place.dataset.round}`) || "{}");
}

function keep(what) {
  localStorage.setItem(`lip-election-${place.dataset.round}`, JSON.stringify(what));
}

function refusal(sentence) {
  return Object.assign(new Error("refused"), { sentence });
}

async function refused(answer) {
  try {
    return refusal((await answer.json()).detail);
  } catch {
    return refusal("");
  }
}

function say(sentence) {
  part("said").textContent = sentence;
  part("said").hidden = !sentence;
}
