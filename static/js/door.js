// The door of the house and those of rooms, live. Without this script every form on them
// works as a plain form.

import { Acts } from "./acts.js";
import { handScanner } from "./handscanner.js";
import { followLive } from "./live.js";
import { armSounds, express } from "./sounds.js";

const DOUBLE_MS = 1500; // the same code again within this time is one scan

const stage = document.querySelector(".stage");
const scanForm = document.getElementById("scan-form");
const code = document.getElementById("code");
const tabs = document.querySelector(".door-tabs");
const views = Array.from(tabs.querySelectorAll("a"), (tab) => tab.hash.slice(1));
const trouble = document.getElementById("trouble");

let camera = null;
let last = { text: "", at: -Infinity };

// ---- Acts: scans, undo, stepping out, walk-ins ----

const acts = new Acts({ onAnswer: showAnswer, onRefused: showRefused, onWaiting: showWaiting });

function scan(text) {
  const signs = text.toUpperCase().replace(/[^0-9A-Z]/g, "");
  const fields = new URLSearchParams(new FormData(scanForm));
  const key = `${fields.get("way")} ${signs}`; // at a room, out is not in again
  const now = performance.now();
  if (!signs || (key === last.text && now - last.at < DOUBLE_MS)) return;
  last = { text: key, at: now };
  fields.set("code", text.trim());
  acts.add(scanForm.action, fields);
}

scanForm.addEventListener("submit", (event) => {
  event.preventDefault();
  scan(code.value);
  code.value = "";
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-enhance]");
  if (!form) return;
  event.preventDefault();
  acts.add(form.action, new URLSearchParams(new FormData(form)));
  if (form.closest("#walk-in")) form.reset();
});

function showAnswer(section) {
  section.classList.add("fresh");
  document.getElementById("answer").replaceWith(section);
  stage.dataset.outcome = section.dataset.outcome;
  express(section.dataset.tone);
  announce(section);
  if (location.hash && location.hash !== "#scan") location.hash = "#scan";
  if (document.getElementById("q").value) search();
  focusCode();
}

function announce(section) {
  const refused = section.dataset.tone === "refused";
  const words = [...section.querySelectorAll("[data-say]")].map((part) => part.textContent.trim());
  document.getElementById("spoken-status").textContent = refused ? "" : words.join(". ");
  document.getElementById("spoken-alert").textContent = refused ? words.join(". ") : "";
}

// The server answered, but not with an outcome: signed out, no right, a page gone.
function showRefused(title) {
  const section = document.createElement("section");
  section.id = "answer";
  section.className = "answer";
  Object.assign(section.dataset, { outcome: "trouble", tone: "refused" });
  for (const sentence of [title, scanForm.dataset.refused]) {
    if (!sentence) continue;
    const line = section.appendChild(document.createElement("p"));
    line.className = "answer-why";
    line.dataset.say = "";
    line.textContent = sentence;
  }
  showAnswer(section);
}

function showWaiting(number, offline) {
  trouble.hidden = !offline;
  trouble.querySelector("b").textContent = number;
  stage.toggleAttribute("data-busy", acts.waiting > 0);
}

trouble.querySelector("[data-retry]").addEventListener("click", () => acts.retry());
window.addEventListener("online", () => acts.retry());
window.addEventListener("beforeunload", (event) => acts.waiting && event.preventDefault());

// ---- Camera: its script comes when it is wanted ----

stage.parentElement.addEventListener("click", async (event) => {
  if (!event.target.closest("[data-camera-start]")) return;
  camera ??= import("./camera.js").then(
    ({ openCamera }) => openCamera(stage, { scan, code }),
    () => (camera = null), // without network: the next tap tries again
  );
  (await camera)?.start();
});

// ---- Search as one types ----

const searchForm = document.getElementById("search-form");
let searching = null;
let typing = 0;

async function search() {
  searching?.abort();
  searching = new AbortController();
  const address = new URL(searchForm.action);
  address.hash = "";
  address.search = new URLSearchParams(new FormData(searchForm));
  try {
    const answer = await fetch(address, { headers: { "X-Fragment": "results" }, signal: searching.signal });
    if (answer.ok) showResults(await answer.text());
  } catch (error) {
    if (error.name === "AbortError") return;
    showWaiting(acts.unsent, true);
    acts.apart?.noSearch();
  }
}

// The live region stays and only its content changes, so that the number of hits is read out.
function showResults(html) {
  const found = new DOMParser().parseFromString(html, "text/html").getElementById("search-results");
  const place = document.getElementById("search-results");
  if (!found || found.innerHTML === place.innerHTML) return; // a button under a finger stays
  place.replaceChildren(...found.childNodes);
}

searchForm.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
searchForm.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(search, 200);
});

// ---- Views and focus ----

function showView() {
  const wanted = location.hash.slice(1);
  const view = views.includes(wanted) ? wanted : "scan";
  document.body.dataset.view = view;
  for (const tab of tabs.querySelectorAll("a")) {
    if (tab.hash === `#${view}`) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
  window.scrollTo(0, 0);
  if (view === "search") document.getElementById("q").focus();
  if (view === "walk-in") document.getElementById("given_name").focus();
}

// Back to the code field for the hand scanner, but no keyboard over the camera's picture.
function focusCode() {
  if (stage.dataset.camera === "on" || matchMedia("(pointer: coarse)").matches) return;
  code.focus({ preventScroll: true });
}

// ---- Start ----

document.body.classList.add("live");
stage.dataset.outcome = document.getElementById("answer").dataset.outcome;
for (const part of document.querySelectorAll("[data-script], [data-camera-start]")) part.hidden = false;
window.addEventListener("hashchange", showView);
showView();
focusCode();
armSounds();
handScanner(scan, { except: code });
followLive(tabs.dataset.live, {
  onConnection: (connected) => (document.getElementById("offline").hidden = connected),
  onChange: () => acts.apart?.changed(),
});

// What the house's door needs without network comes by itself, after all that is needed at once.
function keepDoor() {
  import("./offline/desk.js").then(
    (offline) => offline.keepDoor(acts, tabs.dataset.live),
    () => window.addEventListener("online", keepDoor, { once: true }),
  );
}
if ("offline" in tabs.dataset) window.addEventListener("load", keepDoor);
