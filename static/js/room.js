// The door of a session's room, live. Without this script every form works as a plain form.

import { Acts } from "./acts.js";
import { handScanner } from "./handscanner.js";
import { followLive } from "./live.js";
import { armSounds, express } from "./sounds.js";

const VIEWS = ["scan", "search", "list"];
const DOUBLE_MS = 1500; // the same code again within this time is one scan

const stage = document.querySelector(".stage");
const scanForm = document.getElementById("scan-form");
const searchForm = document.getElementById("search-form");
const code = document.getElementById("code");
const tabs = document.querySelector(".door-tabs");
const trouble = document.getElementById("trouble");
const torch = document.querySelector("[data-camera-torch]");

let scanner = null;
let last = { text: "", at: -Infinity };

// ---- Acts: scans, leaving, taking back ----

const acts = new Acts({ onAnswer: showAnswer, onRefused: showRefused, onWaiting: showWaiting });

function scan(text) {
  const fields = new URLSearchParams(new FormData(scanForm));
  const key = fields.get("way") + text.toUpperCase().replace(/[^0-9A-Z]/g, "");
  const now = performance.now();
  if (!text.trim() || (key === last.text && now - last.at < DOUBLE_MS)) return;
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
  const form = event.target.closest("form[data-enhance], .hits form");
  if (!form) return;
  event.preventDefault();
  acts.add(form.action, new URLSearchParams(new FormData(form)));
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
  const words = [...section.querySelectorAll("[data-say]")].map((part) => part.textContent.trim()).join(". ");
  document.getElementById("spoken-status").textContent = refused ? "" : words;
  document.getElementById("spoken-alert").textContent = refused ? words : "";
}

// The server answered, but not with an outcome: signed out, no right, a page gone.
function showRefused(title) {
  const section = document.createElement("section");
  section.id = "answer";
  section.className = "answer";
  Object.assign(section.dataset, { outcome: "trouble", tone: "refused" });
  for (const sentence of [title, scanForm.dataset.refused].filter(Boolean)) {
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
  stage.toggleAttribute("data-busy", number > 0);
}

trouble.querySelector("[data-retry]").addEventListener("click", () => acts.retry());
window.addEventListener("online", () => acts.retry());
window.addEventListener("beforeunload", (event) => acts.waiting && event.preventDefault());

// ---- Camera ----

async function cameraOn() {
  stage.dataset.camera = "on";
  stage.querySelector(".camera").hidden = false;
  code.blur();
  const { startScanner } = await import("./scanner.js");
  scanner = await startScanner(stage.querySelector("video"), scan, { onState: showCamera });
  offerTools();
}

function showCamera(state) {
  const on = ["asking", "scanning", "paused"].includes(state);
  stage.dataset.camera = on ? "on" : "off";
  stage.querySelector(".camera").hidden = !on;
  for (const button of document.querySelectorAll("[data-camera-start]")) button.hidden = on;
  for (const line of document.querySelectorAll("#camera-state [data-state]")) line.hidden = line.dataset.state !== state;
  if (state === "scanning") offerTools();
}

function offerTools() {
  torch.hidden = !scanner?.hasTorch;
  document.querySelector("[data-camera-next]").hidden = (scanner?.cameras.length ?? 0) < 2;
}

stage.parentElement.addEventListener("click", (event) => {
  const pressed = event.target.closest("button")?.dataset ?? {};
  if ("cameraStart" in pressed) cameraOn();
  if ("cameraStop" in pressed) scanner?.stop();
  if ("cameraNext" in pressed) scanner?.next();
  if ("cameraLarger" in pressed) stage.dataset.outcome = "waiting";
  if ("cameraTorch" in pressed) {
    const on = torch.getAttribute("aria-pressed") !== "true";
    torch.setAttribute("aria-pressed", on);
    scanner?.torch(on);
  }
});

// ---- Search as one types ----

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
    if (error.name !== "AbortError") showWaiting(acts.waiting, true);
  }
}

function showResults(html) {
  const found = new DOMParser().parseFromString(html, "text/html").getElementById("search-results");
  if (found) document.getElementById("search-results").replaceChildren(...found.childNodes);
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
  const view = VIEWS.includes(wanted) ? wanted : "scan";
  document.body.dataset.view = view;
  for (const tab of tabs.querySelectorAll("a")) {
    if (tab.hash === `#${view}`) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
  window.scrollTo(0, 0);
  if (view === "search") document.getElementById("q").focus();
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
});
