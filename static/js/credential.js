// Fetch a credential for an election: the server signs it without seeing it.

import { blind, finalize, fromText, prepared, random, toText } from "./blinding.js";

const form = document.querySelector("[data-credential]");
if (form) {
  form.hidden = false;
  if (!globalThis.crypto?.subtle) fail(form.dataset.old);
  else form.addEventListener("submit", start);
}

async function start(event) {
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    await fetchCredential();
    location.assign(form.dataset.ballot);
  } catch (error) {
    fail(error.sentence || form.dataset.broken);
    button.disabled = false;
  }
}

async function fetchCredential() {
  const { round, modulus, exponent } = form.dataset;
  const key = { modulus: BigInt(`0x${modulus}`), exponent: Number(exponent) };
  const kept = JSON.parse(localStorage.getItem(`lip-election-${round}`) || "{}");
  if (kept.signature) return;
  const asked = kept.blinded ? kept : await draw(key, round);
  const answer = await fetch(form.dataset.send, {
    credentials: "omit",
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ blinded: asked.blinded }),
  });
  if (!answer.ok) throw Object.assign(new Error("refused"), { sentence: await sentenceOf(answer) });
  const { signed } = await answer.json();
  const message = prepared(round, fromText(asked.serial), fromText(asked.prefix));
  const signature = await finalize(key, message, fromText(signed), fromText(asked.inverse));
  const { serial, prefix } = asked;
  keep(round, { serial, prefix, signature: toText(signature), group: form.dataset.group });
}

// Kept before it is sent: whoever loses the answer can ask the very same again.
async function draw(key, round) {
  const [serial, prefix] = [random(32), random(32)];
  const hidden = await blind(key, prepared(round, serial, prefix));
  const asked = {
    serial: toText(serial),
    prefix: toText(prefix),
    blinded: toText(hidden.message),
    inverse: toText(hidden.inverse),
  };
  keep(round, asked);
  return asked;
}

function keep(round, what) {
  localStorage.setItem(`lip-election-${round}`, JSON.stringify(what));
}

async function sentenceOf(answer) {
  try {
    return (await answer.json()).detail;
  } catch {
    return "";
  }
}

function fail(sentence) {
  const said = form.querySelector("[data-said]");
  said.textContent = sentence;
  said.hidden = false;
}
