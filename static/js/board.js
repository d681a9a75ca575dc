// The board: goes from language to language, and fetches what has changed.
// Without network the last state of every view stays, and says so.

const KEEP_AFTER_MS = 10_000; // the first view comes first

const board = document.getElementById("board");
const stop = document.getElementById("board-stop");
const kept = new Map();
let here = location.pathname + location.search;
let stopped = false;
let timer = 0;

const view = () => board.querySelector(".board-view");

function show(html, offline) {
  board.innerHTML = html;
  const shown = view();
  document.documentElement.lang = shown.lang;
  document.documentElement.dir = shown.dir;
  shown.querySelector(".board-offline").hidden = !offline;
}

async function fetched(address) {
  const answer = await fetch(address, { headers: { "X-Fragment": "board" } });
  if (!answer.ok) throw new Error(String(answer.status));
  const html = await answer.text();
  kept.set(address, html);
  return html;
}

async function go(address, isNew) {
  clearTimeout(timer);
  try {
    show(await fetched(address), false);
    here = address;
  } catch {
    if (kept.has(address)) {
      show(kept.get(address), true);
      here = address;
    } else {
      view().querySelector(".board-offline").hidden = false;
    }
  }
  if (isNew) view().classList.add("new");
  wait();
}

function wait() {
  clearTimeout(timer);
  const seconds = Number(view().dataset.seconds);
  timer = setTimeout(() => go(stopped ? here : view().dataset.next, !stopped), seconds * 1000);
}

function follow() {
  const source = new EventSource(board.dataset.live);
  source.addEventListener("changed", () => go(here, false));
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, 5000);
  });
}

async function keepAll() {
  // Every view once, so that all are there when the network goes away.
  let next = view().dataset.next;
  for (let steps = 0; next && !kept.has(next) && steps < 30; steps += 1) {
    try {
      const made = document.createElement("div");
      made.innerHTML = await fetched(next);
      next = made.firstElementChild.dataset.next;
    } catch {
      return;
    }
  }
}

stop.hidden = false;
stop.addEventListener("click", () => {
  stopped = !stopped;
  stop.setAttribute("aria-pressed", String(stopped));
});
kept.set(here, board.innerHTML);
follow();
wait();
setTimeout(keepAll, KEEP_AFTER_MS);
