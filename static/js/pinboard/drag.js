// Drag cards and columns by mouse, pen or finger. A finger holds still for a moment first,
// so that scrolling stays scrolling. Escape puts back.

import { cardAfter, carried, cardsIn, columnAfter, columnOf, columns, isCard, mirrored } from "./cards.js";

const FAR = 6; // pixels that make a drag of a press
const HOLD_MS = 320;
const SHAKY = 10;
const EDGE = 72; // from here on it scrolls by itself
const FASTEST = 18;

let press = null; // pointer is down, nothing moves yet
let drag = null;

export function dragging(place, { onLift, onDrop, onBack }) {
  place.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0 || drag || event.target.closest("button, input, label, select")) return;
    const item = event.target.closest(".pin:not(.also), .column:not(.loose) > .column-head");
    if (!item) return;
    press = { item, x: event.clientX, y: event.clientY, touch: event.pointerType === "touch" };
    if (press.touch) press.timer = setTimeout(() => press && lift(press), HOLD_MS);
  });

  addEventListener("pointermove", (event) => {
    if (press) {
      const far = Math.hypot(event.clientX - press.x, event.clientY - press.y);
      if (press.touch ? far > SHAKY : far > FAR) press.touch ? forget() : lift(press);
    }
    if (!drag) return;
    Object.assign(drag, { x: event.clientX, y: event.clientY, also: event.ctrlKey || event.altKey });
    follow();
  });

  addEventListener("pointerup", () => {
    forget();
    if (drag) drop();
  });
  addEventListener("pointercancel", () => {
    forget();
    if (drag && !drag.touch) back();
  });
  // The finger carries a card now: the page must not scroll below it.
  addEventListener("touchmove", (event) => drag && event.preventDefault(), { passive: false });
  addEventListener("touchcancel", () => drag && back());
  addEventListener("contextmenu", (event) => (drag || press?.touch) && event.preventDefault());
  addEventListener("keydown", (event) => {
    if (drag && event.key === "Escape") {
      event.stopPropagation();
      back();
    }
  }, true);
  addEventListener("blur", () => drag && back());

  function forget() {
    clearTimeout(press?.timer);
    press = null;
  }

  function lift({ item, x, y, touch }) {
    forget();
    const column = !isCard(item);
    const whole = column ? columnOf(item) : item;
    const items = column ? [whole] : carried(item);
    const box = whole.getBoundingClientRect();
    drag = { column, items, x, y, touch, dx: x - box.x, dy: y - box.y, slot: slotFor(whole, box, items.length) };
    drag.ghost = ghostOf(item, box, items.length);
    for (const one of items) one.classList.add("lifted");
    document.documentElement.classList.add("carrying");
    if (touch) navigator.vibrate?.(12);
    getSelection()?.removeAllRanges();
    onLift(items);
    follow();
    drag.frame = requestAnimationFrame(scroll);
  }

  function follow() {
    const { ghost, x, y, dx, dy } = drag;
    ghost.style.transform = `translate(${x - dx}px, ${y - dy}px)`;
    ghost.classList.toggle("and-also", Boolean(drag.also && !drag.column));
    drag.column ? slotBeside(x) : slotAt(x, y);
  }

  function slotAt(x, y) {
    const column = document.elementFromPoint(x, y)?.closest(".column") ?? nearest(x);
    if (!column) return;
    const next = cardsIn(column).find((card) => y < middle(card.getBoundingClientRect(), "y"));
    const list = column.querySelector(".cards-list");
    if (drag.slot.parentElement !== list || drag.slot.nextElementSibling !== (next ?? null)) list.insertBefore(drag.slot, next ?? null);
    mark(column);
  }

  function slotBeside(x) {
    const before = (box) => (mirrored() ? x > middle(box, "x") : x < middle(box, "x"));
    const next = columns().slice(1).find((one) => one !== drag.items[0] && before(one.getBoundingClientRect()));
    document.getElementById("columns").insertBefore(drag.slot, next ?? document.getElementById("end"));
  }

  function nearest(x) {
    const off = (one) => {
      const box = one.getBoundingClientRect();
      return Math.max(box.left - x, x - box.right, 0);
    };
    return columns().sort((a, b) => off(a) - off(b))[0];
  }

  function mark(column) {
    if (drag.over === column) return;
    drag.over?.classList.remove("over");
    column?.classList.add("over");
    drag.over = column;
  }

  function drop() {
    const { items, slot, column, also, over } = drag;
    const done = column
      ? { items, before: columnAfter(slot) }
      : { items, to: over, before: cardAfter(slot, items), also };
    const stays = column ? slot.nextElementSibling === items[0] || slot.previousElementSibling === items[0] : unmoved(slot, items);
    if (!stays && !also) slot.before(...items);
    end();
    suppressClick();
    stays ? onBack(items, true) : onDrop(done);
  }

  function back() {
    const { items } = drag;
    end();
    suppressClick();
    onBack(items, false);
  }

  function end() {
    const { items, slot, ghost, frame } = drag;
    cancelAnimationFrame(frame);
    mark(null);
    for (const one of items) one.classList.remove("lifted");
    document.documentElement.classList.remove("carrying");
    slot.remove();
    ghost.remove();
    drag = null;
  }

  // At the edges the board, the column and the page scroll by themselves.
  function scroll() {
    if (!drag) return;
    const { x, y, over, column } = drag;
    const wide = document.getElementById("columns");
    const box = wide.getBoundingClientRect();
    const moved = [wide.scrollLeft, window.scrollY];
    wide.scrollLeft += pull(x, Math.max(box.left, 0), Math.min(box.right, innerWidth));
    const list = column ? null : over?.querySelector(".cards-list");
    const inner = list && list.scrollHeight > list.clientHeight + 1;
    if (inner) {
      const { top, bottom } = list.getBoundingClientRect();
      moved.push(list.scrollTop);
      list.scrollTop += pull(y, Math.max(top, 0), Math.min(bottom, innerHeight));
    } else window.scrollBy({ top: pull(y, 0, innerHeight), behavior: "instant" });
    if ([wide.scrollLeft, window.scrollY, list?.scrollTop].some((now, one) => moved[one] !== undefined && now !== moved[one])) follow();
    drag.frame = requestAnimationFrame(scroll);
  }
}

function pull(at, from, to) {
  if (at < from + EDGE) return -FASTEST * Math.min(1, (from + EDGE - at) / EDGE);
  if (at > to - EDGE) return FASTEST * Math.min(1, (at - to + EDGE) / EDGE);
  return 0;
}

function middle(box, axis) {
  return axis === "y" ? box.top + box.height / 2 : box.left + box.width / 2;
}

function unmoved(slot, items) {
  return items.length === 1 && (slot.nextElementSibling === items[0] || slot.previousElementSibling === items[0]);
}

function slotFor(whole, box) {
  const slot = document.createElement(whole.localName);
  slot.className = isCard(whole) ? "slot" : "slot column";
  slot.style.blockSize = isCard(whole) ? `${box.height}px` : "";
  return slot;
}

function ghostOf(item, box, many) {
  const ghost = item.cloneNode(true);
  for (const one of [ghost, ...ghost.querySelectorAll("[id]")]) one.removeAttribute("id");
  ghost.classList.add("ghost");
  ghost.setAttribute("aria-hidden", "true");
  ghost.style.inlineSize = `${box.width}px`;
  if (many > 1) ghost.dataset.many = many;
  document.body.append(ghost);
  return ghost;
}

function suppressClick() {
  const stop = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", stop, true), 50);
}
