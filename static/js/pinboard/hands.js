// The board as a thing to be touched. Everything on it also works as plain forms.

import { columnOf, isCard, nameOf } from "./cards.js";
import { dragging } from "./drag.js";
import { Kept } from "./kept.js";
import { byKeys, tame } from "./keys.js";
import { Line } from "./line.js";

const place = document.getElementById("board-place");
const words = JSON.parse(place.dataset.words);
const sheet = document.getElementById("sheet");
const keys = document.getElementById("keys");
const toast = document.getElementById("toast");
const says = document.getElementById("says");

const line = new Line(new Kept(place.dataset.whose), {
  onShown() {
    tame();
    count();
  },
  onTrouble(sentence, unsent) {
    tell(sentence || words.cut_off, unsent > 0);
  },
});

function say(sentence, values = {}) {
  says.textContent = sentence.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

function tell(sentence, again) {
  toast.querySelector("p").textContent = sentence;
  toast.querySelector("[data-again]").hidden = !again;
  toast.hidden = false;
  say(sentence);
}

toast.addEventListener("click", (event) => {
  if (!event.target.closest("button")) return;
  toast.hidden = true;
  if (event.target.closest("[data-again]")) line.again();
});
addEventListener("online", catchUp);

function catchUp() {
  if (!line.unsent) return;
  toast.hidden = true;
  line.again();
}

/* ---- Carrying, by hand or by keys ---- */

const form = () => document.getElementById("cards");

function fieldsFor(items, values) {
  const fields = new FormData();
  fields.set("csrf", form().elements.csrf?.value ?? "");
  for (const one of items) fields.append("card", `${one.dataset.card}.${one.dataset.from ?? ""}`);
  for (const [name, value] of Object.entries(values)) fields.set(name, value);
  return fields;
}

const carrying = {
  onLift(items) {
    line.held = true;
    for (const one of items) if (isCard(one)) one.dataset.from = columnOf(one).dataset.column;
  },
  onBack() {
    line.release();
  },
  onDrop({ items, to, before, also }) {
    line.held = false;
    toast.hidden = true;
    if (isCard(items[0])) {
      const number = to.dataset.column;
      const act = also && number !== "0" ? "add" : number === "0" ? "remove" : "move";
      line.add(form().action, fieldsFor(items, { act, to: number, before }));
      say(also ? words.also : words.dropped, { card: nameOf(items[0]), column: nameOf(to.querySelector(".column-head")), many: items.length });
      for (const one of items) one.querySelector(".pick input").checked = false;
      count();
    } else {
      const head = items[0].querySelector(".column-head");
      line.add(`${head.querySelector("a").href}/place`, fieldsFor([], { before }));
      say(words.dropped_column, { column: nameOf(head) });
    }
  },
};

dragging(place, carrying);
byKeys(place, {
  ...carrying,
  say,
  words,
  onMenu(item) {
    const link = item.querySelector("a[data-sheet]");
    if (link) open(link.href);
  },
});

/* ---- Forms and sheets ---- */

document.addEventListener("submit", (event) => {
  const sent = event.target;
  if (!sent.matches("[data-act], #cards")) return;
  event.preventDefault();
  const fields = new FormData(sent, event.submitter);
  line.add(sent.action, fields);
  toast.hidden = true;
  sent.closest("details")?.removeAttribute("open");
  if (sheet.open) sheet.close();
  if (sent.id === "cards") for (const one of sent.querySelectorAll(".pick input:checked")) one.checked = false;
  count();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-sheet]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link.href);
});

async function open(address) {
  const answer = await fetch(address, { headers: { "X-Fragment": "sheet" } }).catch(() => null);
  if (!answer) return tell(words.cut_off_reading, false);
  if (!answer.ok) return location.assign(address);
  const content = document.getElementById("sheet-content");
  content.innerHTML = await answer.text();
  sheet.scrollTop = 0;
  if (!sheet.open) sheet.showModal();
}

for (const one of [sheet, keys]) {
  one.addEventListener("click", (event) => event.target === one && one.close());
}

/* ---- Ticked cards, keys for all, changes of others ---- */

place.addEventListener("change", (event) => event.target.matches(".pick input") && count());

function count() {
  const many = document.querySelectorAll(".pick input:checked").length;
  document.getElementById("picked-count").textContent = many || "";
}

place.addEventListener("click", (event) => event.target.closest("[data-keys]") && keys.showModal());

addEventListener("keydown", (event) => {
  if (event.target.matches("input:not([type=checkbox]), textarea, select") || sheet.open || keys.open || line.held) return;
  const key = event.key.toLowerCase();
  const strong = event.ctrlKey || event.metaKey;
  if (key === "?" && event.target.closest("#columns")) return keys.showModal();
  const act = strong && key === "z" ? (event.shiftKey ? "redo" : "undo") : strong && key === "y" ? "redo" : "";
  if (!act) return;
  event.preventDefault();
  document.querySelector(`#${act} button:enabled`)?.click();
});

function follow() {
  const source = new EventSource(place.dataset.live);
  // Until here nothing is heard: when the page has just come, and when the network was gone.
  source.addEventListener("here", () => (line.unsent ? catchUp() : line.look()));
  source.addEventListener("changed", () => line.look());
  source.addEventListener("ended", () => location.reload()); // no right any more
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, 5000);
  });
}

document.documentElement.classList.add("scripted");
tame();
count();
follow();
line.resume(form().elements.csrf?.value ?? "");
