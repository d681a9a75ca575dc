// Mark a ballot, look at it once more, put it into the urn without saying who it is.

import { random, toText } from "./blinding.js";

const LONGEST_WAIT = 20_000;

const form = document.querySelector("[data-ballot]");
const kept = form && JSON.parse(localStorage.getItem(`lip-election-${form.dataset.round}`) || "{}");
if (kept?.signature) begin();

function begin() {
  const dialog = document.querySelector("[data-check]");
  document.querySelector("[data-no-credential]").hidden = true;
  form.hidden = false;
  form.addEventListener("change", sayGiven);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    showCheck(dialog);
  });
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "cast") cast();
  });
  document.querySelector("[data-again]").addEventListener("click", again);
  sayGiven();
}

function marked() {
  return [...form.querySelectorAll("[name=mark]:checked")];
}

function sentence() {
  const [given, votes] = [marked().length, Number(form.dataset.votes)];
  const { right, empty, many } = form.querySelector("[data-given]").dataset;
  const words = given === 0 ? empty : given > votes ? many : right;
  return words.replace("{given}", given).replace("{votes}", votes);
}

function sayGiven() {
  form.querySelector("[data-given]").textContent = sentence();
}

function showCheck(dialog) {
  const lines = marked().map((box) => {
    const line = document.createElement("li");
    line.dir = "auto";
    line.textContent = box.parentElement.querySelector("strong").textContent;
    return line;
  });
  dialog.querySelector("[data-chosen]").replaceChildren(...lines);
  dialog.querySelector("[data-given-again]").textContent = sentence();
  dialog.returnValue = "";
  dialog.showModal();
}

async function cast() {
  const button = form.querySelector("button");
  const marks = marked().map((box) => [box.value, 1]);
  const { serial, prefix, signature, group = "" } = kept;
  const body = JSON.stringify({ serial, prefix, signature, group, nonce: toText(random(32)), marks });
  button.disabled = true;
  say("");
  await aWhile();
  try {
    const answer = await fetch(form.dataset.urn, {
      method: "POST",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      headers: { "content-type": "application/json", accept: "application/json" },
      body,
    });
    const said = await answer.json();
    if (answer.ok) done(said.code);
    else say(said.detail || form.dataset.broken);
  } catch {
    say(form.dataset.broken);
  }
  button.disabled = false;
}

// Nobody should be able to tell from the time when a credential was fetched who votes now.
function aWhile() {
  const shown = document.querySelector("[data-waiting]");
  shown.hidden = false;
  const [share] = crypto.getRandomValues(new Uint32Array(1));
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      shown.hidden = true;
      resolve();
    };
    const timer = setTimeout(end, (share / 2 ** 32) * LONGEST_WAIT);
    shown.querySelector("[data-now]").addEventListener("click", end, { once: true });
  });
}

function done(code) {
  const shown = document.querySelector("[data-cast]");
  form.hidden = true;
  shown.hidden = false;
  shown.querySelector("[data-code]").textContent = code;
  shown.focus();
}

function again() {
  document.querySelector("[data-cast]").hidden = true;
  form.reset();
  form.hidden = false;
  sayGiven();
  form.querySelector("[name=mark]").focus();
}

function say(words) {
  const said = form.querySelector("[data-said]");
  said.textContent = words;
  said.hidden = !words;
}
