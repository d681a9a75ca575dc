// A person's own marks, kept on her own phone and nowhere else, so that she can find
// her opinion group when the votes themselves belong to nobody any more.

const PREFIX = "lip-own-marks-";

export function keepMarks(round, marks) {
  try {
    localStorage.setItem(PREFIX + round, JSON.stringify(marks));
  } catch {
    // a browser that keeps nothing: then there is no own group
  }
}

export function keptMarks(round) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + round) || "null");
  } catch {
    return null;
  }
}

export function wipeMarks(round) {
  try {
    localStorage.removeItem(PREFIX + round);
  } catch {
    // nothing was kept
  }
}

// On the ballot of her own phone: keep them when she asks, and forget them when she asks.
const offer = document.querySelector("[data-own-marks]");

function show(kept) {
  offer.querySelector("[data-keep]").hidden = kept;
  offer.querySelector("[data-forget]").hidden = !kept;
  offer.querySelector("[data-kept]").hidden = !kept;
}

if (offer) {
  const { round, ownMarks } = offer.dataset;
  const keep = () => {
    keepMarks(round, JSON.parse(ownMarks));
    offer.querySelector("[data-gone]").hidden = true;
    show(true);
  };
  offer.hidden = false;
  if (keptMarks(round)) keep();
  offer.querySelector("[data-keep]").addEventListener("click", keep);
  offer.querySelector("[data-forget]").addEventListener("click", () => {
    wipeMarks(round);
    show(false);
    offer.querySelector("[data-gone]").hidden = false;
  });
}
