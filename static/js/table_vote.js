// The table's tablet: the camera reads codes; nobody's ballot stays on the screen.

import { handScanner } from "./handscanner.js";

const ASKED_MS = 20_000;

const form = document.getElementById("table-form");
const ballot = document.querySelector("[data-idle]");

if (form) {
  const code = document.getElementById("code");
  const video = document.querySelector("video");
  const startCamera = document.querySelector("[data-camera-start]");
  let sent = false;

  const scan = (text) => {
    if (sent || !text.trim()) return;
    sent = true;
    code.value = text.trim();
    form.submit();
  };
  const cameraOn = async () => {
    const { startScanner } = await import("./scanner.js");
    await startScanner(video, scan, {
      onState(state) {
        const on = ["scanning", "paused", "asking"].includes(state);
        video.hidden = !on;
        startCamera.hidden = on;
        document.getElementById("no-camera").hidden = on || state === "stopped";
      },
    });
    navigator.wakeLock?.request("screen").catch(() => null);
  };
  startCamera.addEventListener("click", cameraOn);
  startCamera.hidden = false;
  handScanner(scan, { except: code });
  if (!matchMedia("(pointer: coarse)").matches) code.focus({ preventScroll: true });
  navigator.permissions?.query({ name: "camera" }).then(({ state }) => state === "granted" && cameraOn(), () => null);
}

if (ballot) {
  const notice = ballot.querySelector("[data-still-there]");
  let asking = 0;
  let leaving = 0;

  const leave = () => location.replace(ballot.dataset.start);
  const ask = () => {
    notice.hidden = false;
    leaving = setTimeout(leave, ASKED_MS);
  };
  const awake = () => {
    clearTimeout(asking);
    clearTimeout(leaving);
    notice.hidden = true;
    asking = setTimeout(ask, Number(ballot.dataset.idle) * 1000);
  };
  for (const touch of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(touch, awake, { passive: true });
  awake();
}

// Whoever goes back gets the page from the server, which knows whose turn it is.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
