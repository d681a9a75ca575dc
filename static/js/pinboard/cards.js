// Where cards and columns lie, and what they are called.

export const columnOf = (item) => item.closest(".column");
export const cardsIn = (column) => [...column.querySelectorAll(".pin:not(.lifted)")];
export const columns = () => [...document.querySelectorAll("#columns > .column")];
export const isCard = (item) => item.classList.contains("pin");

export function nameOf(item) {
  if (isCard(item)) return item.querySelector(".pin-head").textContent.trim();
  return columnOf(item).querySelector("h2").textContent.replace(/\s+/g, " ").trim();
}

// The card, or with it all that are ticked.
export function carried(card) {
  const ticked = [...document.querySelectorAll(".pick input:checked")].map((one) => one.closest(".pin"));
  return ticked.includes(card) ? ticked : [card];
}

// The number of the first card after this element that stays where it is; "" at the end.
export function cardAfter(element, leaving) {
  let next = element.nextElementSibling;
  while (next && (leaving.includes(next) || !next.dataset.card)) next = next.nextElementSibling;
  return next?.dataset.card ?? "";
}

export function columnAfter(element) {
  return element.nextElementSibling?.dataset.column ?? "";
}

export function mirrored() {
  return document.documentElement.dir === "rtl";
}
