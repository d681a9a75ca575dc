// The same by keys: one place on the board has the focus, arrows go where they point,
// Enter or space takes up and lays down, Escape puts back. All of it is said aloud.

import { cardAfter, carried, columnAfter, columnOf, columns, isCard, mirrored, nameOf } from "./cards.js";

const ITEMS = ".column-head, .pin";
const CONTROLS = "a, input, button";

let here = null; // the place that has the focus, or had it last
let carry = null;

export function byKeys(place, { say, words, onLift, onDrop, onBack, onMenu }) {
  place.addEventListener("focusin", (event) => {
    const item = event.target.closest(ITEMS);
    if (item) stand(item);
  });

  place.addEventListener("focusout", (event) => {
    if (carry && !carry.moving && !carry.item.contains(event.relatedTarget)) putBack();
  });

  place.addEventListener("keydown", (event) => {
    const item = event.target;
    if (!item.matches?.(ITEMS) || event.metaKey || (event.ctrlKey && !carry)) return;
    const act = carry ? carrying(event) : walking(event, item);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act?.();
  });

  function walking(event, item) {
    const to = step(event.key, item);
    if (to !== undefined) return () => to?.focus();
    const key = event.key.toLowerCase();
    if (key === " " || key === "enter") return () => lift(item);
    if (key === "m") return () => onMenu(item);
    if (key === "x" && isCard(item)) return () => item.querySelector(".pick input")?.click();
    return undefined;
  }

  function carrying(event) {
    const { key, shiftKey } = event;
    if (key === "Escape") return putBack;
    if (key === "Enter" && shiftKey && !carry.column) return () => layDown(true);
    if (key === "Enter" || key === " ") return () => layDown(false);
    const way = direction(key);
    if (way) return () => (carry.column ? carryColumn(way) : carryCard(way));
    return key === "Tab" ? undefined : null;
  }

  function lift(item) {
    if (item.matches(".also, .loose > *")) return;
    const column = !isCard(item);
    const whole = column ? columnOf(item) : item;
    const items = column ? [whole] : carried(item);
    carry = { item, whole, column, items, from: items.map((one) => [one, one.parentElement, one.nextSibling]) };
    for (const one of items) one.classList.add("held");
    onLift(items);
    say(words[column ? "column_lifted" : "lifted"], { card: nameOf(item), column: nameOf(item), many: items.length });
  }

  function carryCard(way) {
    const [x, y] = way;
    const { items, item } = carry;
    const column = columnOf(item);
    const rest = (one) => [...one.querySelectorAll(".pin")].filter((card) => !items.includes(card));
    if (y) {
      const others = rest(column);
      const at = others.findIndex((one) => one.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_PRECEDING);
      const now = at < 0 ? others.length : at;
      const next = Math.min(others.length, Math.max(0, now + y));
      place_(() => lay(column, others[next]));
    } else {
      const all = columns();
      const next = all[all.indexOf(column) + x];
      if (!next) return;
      const index = [...column.querySelectorAll(".pin")].indexOf(items[0]);
      place_(() => lay(next, rest(next)[index]));
    }
    const cards = [...columnOf(item).querySelectorAll(".pin")];
    say(words.at, { column: nameOf(columnOf(item).querySelector(".column-head")), place: cards.indexOf(items[0]) + 1, all: cards.length });
  }

  function lay(column, before) {
    const list = column.querySelector(".cards-list");
    for (const one of carry.items) list.insertBefore(one, before ?? null);
  }

  function carryColumn([x, y]) {
    const all = columns().slice(1);
    const now = all.indexOf(carry.whole);
    const next = now + (x || y);
    if (next < 0 || next >= all.length) return;
    place_(() => (next > now ? all[next].after(carry.whole) : all[next].before(carry.whole)));
    say(words.column_at, { place: next + 1, all: all.length });
  }

  // Elements that move lose the focus for a moment; that is not leaving.
  function place_(move) {
    carry.moving = true;
    move();
    carry.item.focus({ preventScroll: true });
    carry.item.scrollIntoView({ block: "nearest", inline: "nearest" });
    carry.moving = false;
  }

  function layDown(also) {
    const { item, items, column, whole, from } = carry;
    const done = column
      ? { items, before: columnAfter(whole) }
      : { items, to: columnOf(item), before: cardAfter(items.at(-1), items), also };
    const moved = from.some(([one, parent, next]) => one.parentElement !== parent || one.nextSibling !== next);
    if (also) place_(() => restore(from));
    end();
    moved ? onDrop(done, true) : onBack(items, true);
    if (!moved) say(words.back, { card: nameOf(item) });
  }

  function putBack() {
    const { item, items, from } = carry;
    place_(() => restore(from));
    end();
    onBack(items, false);
    say(words.back, { card: nameOf(item) });
  }

  function end() {
    for (const one of carry.items) one.classList.remove("held");
    carry = null;
  }
}

function restore(from) {
  for (const [one, parent, next] of [...from].reverse()) parent.insertBefore(one, next);
}

function direction(key) {
  const side = mirrored() ? -1 : 1;
  return { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-side, 0], ArrowRight: [side, 0] }[key];
}

// Where a key leads from here: an item, nothing (the edge), or it is no such key.
function step(key, item) {
  const column = columnOf(item);
  const stack = itemsIn(column);
  if (key === "Home") return stack[0];
  if (key === "End") return stack.at(-1);
  const way = direction(key);
  if (!way) return undefined;
  const [x, y] = way;
  const at = stack.indexOf(item);
  if (y) return stack[at + y] ?? null;
  const next = columns()[columns().indexOf(column) + x];
  if (!next) return null;
  const beside = itemsIn(next);
  return beside[Math.min(at, beside.length - 1)];
}

const itemsIn = (column) => [...column.querySelectorAll(ITEMS)];

// One stop for the tab key on the whole board, and then what can be done there.
export function tame() {
  for (const item of document.querySelectorAll(`#columns :is(${ITEMS})`)) {
    if (item !== here) still(item, true);
  }
  if (!here?.isConnected) here = document.querySelector(`#columns .pin, #columns .column-head`);
  if (here) still(here, false);
}

function stand(item) {
  if (here && here !== item) still(here, true);
  here = item;
  still(here, false);
}

function still(item, quiet) {
  item.tabIndex = quiet ? -1 : 0;
  for (const one of item.querySelectorAll(CONTROLS)) {
    if (quiet) one.tabIndex = -1;
    else one.removeAttribute("tabindex");
  }
}
