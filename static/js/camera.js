// The camera of the door page: on, off, light, another camera, and a larger picture.

import { startScanner } from "./scanner.js";

export function openCamera(stage, { scan, code }) {
  const torch = stage.querySelector("[data-camera-torch]");
  let scanner = null;
  let awake = null;

  async function start() {
    if (stage.dataset.camera === "on") return; // tapped twice
    stage.dataset.camera = "on";
    stage.querySelector(".camera").hidden = false;
    code.blur();
    scanner = await startScanner(stage.querySelector("video"), scan, { onState: show });
    offerTools();
  }

  function show(state) {
    const on = ["asking", "scanning", "paused"].includes(state);
    stage.dataset.camera = on ? "on" : "off";
    stage.dataset.cameraState = state;
    stage.querySelector(".camera").hidden = !on;
    for (const button of document.querySelectorAll("[data-camera-start]")) button.hidden = on;
    for (const line of document.querySelectorAll("#camera-state [data-state]")) line.hidden = line.dataset.state !== state;
    if (state === "asking") torch.setAttribute("aria-pressed", "false");
    if (state === "scanning") offerTools();
    stayAwake(state === "scanning");
  }

  function offerTools() {
    torch.hidden = !scanner?.hasTorch;
    stage.querySelector("[data-camera-next]").hidden = (scanner?.cameras.length ?? 0) < 2;
  }

  function enlarge() {
    stage.dataset.outcome = "waiting";
    stage.querySelector("[data-camera-stop]").focus();
  }

  function setTorch(on) {
    torch.setAttribute("aria-pressed", on);
    scanner?.torch(on);
  }

  // With a low battery the browser may refuse; then the screen may sleep.
  async function stayAwake(on) {
    awake?.release();
    awake = on ? await navigator.wakeLock?.request("screen").catch(() => null) : null;
  }

  stage.addEventListener("click", (event) => {
    const pressed = event.target.closest("button")?.dataset ?? {};
    if ("cameraStop" in pressed) scanner?.stop();
    if ("cameraNext" in pressed) scanner?.next();
    if ("cameraLarger" in pressed) enlarge();
    if ("cameraTorch" in pressed) setTorch(torch.getAttribute("aria-pressed") !== "true");
  });

  return { start };
}
