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

// What a page says of the marks that are stored: {"3": 1, "5": -1}, on the phone of
// the one who gave them, never on a shared tablet.
const said = document.querySelector("[data-own-marks]");
if (said) keepMarks(said.dataset.round, JSON.parse(said.dataset.ownMarks));
