// The page on which anybody counts again, here or from disk without a network.

import { checks } from "./checking.js";
import { roundsOf } from "./round.js";

const place = document.querySelector("[data-recount]");
const part = (name) => place.querySelector(`[data-${name}]`);
if (place) begin();

function begin() {
  place.hidden = false;
  if (!globalThis.crypto?.subtle) return say(false, place.dataset.old);
  part("file").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (file) await recount(await file.text());
  });
  part("fetch")?.addEventListener("click", async () => {
    const answer = await fetch(place.dataset.bundle, { credentials: "omit" });
    await recount(await answer.text());
  });
}

async function recount(text) {
  part("found").replaceChildren();
  place.setAttribute("aria-busy", "true");
  const holds = await said(text);
  place.removeAttribute("aria-busy");
  const whole = say(holds, sentence("whole", holds, {}));
  whole.classList.add("whole");
  whole.tabIndex = -1;
  whole.focus();
}

// Whether everything holds.
async function said(text) {
  let found = true;
  try {
    for await (const { code, holds, facts } of checks(roundsOf(text))) {
      say(holds, sentence(code, holds, facts));
      found &&= holds;
    }
    return found;
  } catch (error) {
    say(false, sentence("no_bundle", false, { what: error.message }));
    return false;
  }
}

function sentence(code, holds, facts) {
  const [yes, no] = JSON.parse(place.dataset.sentences)[code];
  return (holds ? yes : no).replaceAll(/\{(\w+)\}/g, (_all, name) => listed(facts[name]));
}

function listed(fact) {
  return Array.isArray(fact) ? fact.join(", ") : String(fact);
}

function say(holds, words) {
  const line = document.createElement("li");
  const sign = document.createElement("b");
  sign.textContent = holds ? "✓" : "✗";
  line.className = holds ? "holds" : "fails";
  const text = document.createElement("span");
  text.dir = "auto";
  text.textContent = ` ${words}`;
  line.append(sign, text);
  part("found").append(line);
  return line;
}
