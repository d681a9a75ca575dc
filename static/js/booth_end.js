// At the booth a ballot ends with the next person: nothing of this one stays.

const IDLE = 180_000;
const SHOWN = 60_000;

export const booth = sessionStorage.getItem("lip-booth");
export const store = booth ? sessionStorage : localStorage;

let timer = 0;

export function startBooth() {
  if (!booth) return;
  document.querySelector("[data-next-voter]").addEventListener("click", leave);
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => wait(IDLE));
  wait(IDLE);
}

// The code stays long enough to be written down.
export function endBooth() {
  if (!booth) return;
  for (const part of document.querySelectorAll("[data-own-device]")) part.hidden = true;
  document.querySelector("[data-at-booth]").hidden = false;
  wait(SHOWN);
}

function wait(long) {
  clearTimeout(timer);
  timer = setTimeout(leave, long);
}

function leave() {
  sessionStorage.clear();
  location.replace(booth);
}
