// The tablet: the camera stays on, an answer is shown for some seconds, then the start.
// Without this script the form and its answer page do the same.

import { handScanner } from "./handscanner.js";

const TIMEOUT_MS = 8000;

const form = document.getElementById("kiosk-form");
const code = document.getElementById("code");
const start = document.getElementById("start");
const place = document.getElementById("place");
const video = document.querySelector("video");
const startCamera = document.querySelector("[data-camera-start]");

let busy = false;
let back = 0;

async function scan(text) {
  if (busy || !text.trim()) return;
  busy = true;
  const fields = new URLSearchParams(new FormData(form));
  fields.set("code", text.trim());
  fields.set("request", freshKey());
  show(await said(fields).catch(() => null));
}

async function said(fields) {
  const answer = await fetch(form.action, { method: "POST", body: fields, signal: AbortSignal.timeout?.(TIMEOUT_MS) });
  if (!answer.ok) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("said");
}

// Whatever goes wrong, the desk can help.
function show(section) {
  const shown = document.importNode(section ?? document.getElementById("no-answer").content.querySelector("#said"), true);
  place.replaceChildren(shown);
  start.hidden = true;
  place.hidden = false;
  shown.focus();
  back = setTimeout(again, Number(form.dataset.seconds) * 1000);
}

function again() {
  clearTimeout(back);
  form.reset();
  place.hidden = true;
  place.replaceChildren();
  start.hidden = false;
  busy = false;
  focusCode();
}

function focusCode() {
  if (!matchMedia("(pointer: coarse)").matches) code.focus({ preventScroll: true });
}

function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function cameraOn() {
  if (startCamera.hidden) return; // it comes on by itself, or was tapped twice
  startCamera.hidden = true;
  const scanner = await import("./scanner.js").catch(() => null);
  startCamera.hidden = Boolean(scanner); // without network: the next tap tries again
  await scanner?.startScanner(video, scan, {
    onState(state) {
      const on = ["scanning", "paused", "asking"].includes(state);
      video.hidden = !on;
      startCamera.hidden = on;
      document.getElementById("no-camera").hidden = on || state === "stopped";
    },
  });
  navigator.wakeLock?.request("screen").catch(() => null);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  scan(code.value);
});
place.addEventListener("click", (event) => {
  if (!event.target.closest("[data-back]")) return;
  event.preventDefault();
  again();
});
startCamera.addEventListener("click", cameraOn);
handScanner(scan, { except: code });
startCamera.hidden = false;
focusCode();

// Once it was allowed, it comes on by itself, also after a reload.
navigator.permissions?.query({ name: "camera" }).then(({ state }) => state === "granted" && cameraOn(), () => null);
