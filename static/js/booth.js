// The booth: one code, one credential, kept for one ballot and then forgotten.

import { blind, finalize, fromText, prepared, random, toText } from "./blinding.js";

const form = document.querySelector("[data-booth]");
sessionStorage.clear();
addEventListener("pageshow", () => sessionStorage.clear());
if (form) begin();

function begin() {
  form.hidden = false;
  if (!globalThis.crypto?.subtle) return say(form.dataset.old);
  const field = form.elements.code;
  if (location.hash.length > 1) field.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
  field.focus();
  form.addEventListener("submit", start);
}

async function start(event) {
  event.preventDefault();
  const button = form.querySelector("button");
  const code = form.elements.code.value;
  button.disabled = true;
  say("");
  try {
    await fetchCredential(code);
    form.reset();
    location.assign(form.dataset.ballot);
  } catch (error) {
    say(error.sentence || form.dataset.broken);
    button.disabled = false;
  }
}

async function fetchCredential(code) {
  const { round, exponent } = form.dataset;
  const { group, modulus } = await asked(form.dataset.begin, { code });
  const key = { modulus: BigInt(`0x${modulus}`), exponent: Number(exponent) };
  const [serial, prefix] = [random(32), random(32)];
  const message = prepared(round, serial, prefix);
  const drawn = random(Math.ceil(key.modulus.toString(2).length / 8) + 8);
  const hidden = await blind(key, message, { salt: random(48), drawn });
  const { signed } = await asked(form.dataset.sign, { code, blinded: toText(hidden.message) });
  const signature = toText(await finalize(key, message, fromText(signed), hidden.inverse));
  const kept = { serial: toText(serial), prefix: toText(prefix), signature, group };
  sessionStorage.setItem(`lip-election-${round}`, JSON.stringify(kept));
  sessionStorage.setItem("lip-booth", location.pathname);
}

async function asked(address, body) {
  const answer = await fetch(address, {
    method: "POST",
    credentials: "omit",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });
  const said = await answer.json();
  if (!answer.ok) throw Object.assign(new Error("refused"), { sentence: said.detail });
  return said;
}

function say(sentence) {
  const said = form.querySelector("[data-said]");
  said.textContent = sentence;
  said.hidden = !sentence;
}
