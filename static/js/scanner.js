// Reads QR codes from the camera: with the browser's own BarcodeDetector where there is one,
// else with the decoder in static/vendor, which is fetched only then.
//
//   const scanner = await startScanner(video, onCode, { onState });
//   scanner.stop(); scanner.next(); scanner.torch(true); scanner.cameras; scanner.hasTorch
//
// States: asking, scanning, paused, stopped; denied, none, busy, insecure.
// A code that stays in view is told once; it is told again after it was out of sight.

const DECODER = "../vendor/qr-0.7.0.js";
const PAUSE_MS = 90; // about ten pictures a second
const OUT_OF_SIGHT_MS = 2500;
const LONG_SIDE = 800; // pixels given to the decoder
const CAMERA_KEY = "lip-camera";

export async function startScanner(video, onCode, { onState = () => {} } = {}) {
  const scanner = new Scanner(video, onCode, onState);
  await scanner.start();
  return scanner;
}

class Scanner {
  cameras = [];
  #running = false;
  #opening = null;
  #stream = null;
  #seen = { text: "", at: -Infinity };

  constructor(video, onCode, onState) {
    this.video = video;
    this.onCode = onCode;
    this.onState = onState;
    this.camera = localStorage.getItem(CAMERA_KEY) ?? "";
  }

  get hasTorch() {
    return Boolean(this.#track?.getCapabilities?.().torch);
  }

  get running() {
    return this.#running;
  }

  get #track() {
    return this.#stream?.getVideoTracks()[0];
  }

  async start() {
    if (!navigator.mediaDevices?.getUserMedia) {
      this.onState(window.isSecureContext ? "none" : "insecure");
      return;
    }
    document.addEventListener("visibilitychange", this.#onVisibility);
    if (await this.#open()) this.#look(await pictureReader());
  }

  stop() {
    document.removeEventListener("visibilitychange", this.#onVisibility);
    this.#close();
    this.#running = false;
    this.onState("stopped");
  }

  async next() {
    const at = this.cameras.findIndex((camera) => camera.deviceId === this.#track?.getSettings().deviceId);
    this.camera = this.cameras[(at + 1) % this.cameras.length].deviceId;
    localStorage.setItem(CAMERA_KEY, this.camera);
    this.#close();
    await this.#open();
  }

  async torch(on) {
    await this.#track?.applyConstraints({ advanced: [{ torch: on }] });
  }

  #onVisibility = async () => {
    if (!this.#running) return;
    if (document.hidden) {
      this.#close();
      this.onState("paused");
    } else if (!this.#stream) {
      await this.#open();
    }
  };

  // One opening at a time: a second caller waits for the first.
  #open() {
    this.#opening ??= this.#ask().finally(() => (this.#opening = null));
    return this.#opening;
  }

  async #ask() {
    this.onState("asking");
    try {
      this.#stream = await camera(this.camera);
      this.video.srcObject = this.#stream;
      await this.video.play();
      const devices = await navigator.mediaDevices.enumerateDevices();
      this.cameras = devices.filter((device) => device.kind === "videoinput" && device.deviceId);
    } catch (error) {
      this.#close();
      this.#running = false;
      this.onState(stateOf(error));
      return false;
    }
    this.#running = true;
    this.onState("scanning");
    return true;
  }

  #close() {
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = null;
    this.video.srcObject = null;
  }

  async #look(read) {
    for (let turn = 0; this.#running; turn += 1) {
      const visible = this.#stream && this.video.videoWidth && this.video.offsetParent;
      const text = visible ? await read(this.video, turn) : "";
      if (text && this.#running) this.#tell(text, performance.now());
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  #tell(text, now) {
    const known = text === this.#seen.text && now - this.#seen.at < OUT_OF_SIGHT_MS;
    this.#seen = { text, at: now };
    if (!known) this.onCode(text);
  }
}

async function camera(deviceId) {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  const anyBack = { video: { ...size, facingMode: { ideal: "environment" } } };
  if (!deviceId) return navigator.mediaDevices.getUserMedia(anyBack);
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { ...size, deviceId: { exact: deviceId } } });
  } catch (error) {
    if (error.name !== "OverconstrainedError") throw error;
    return navigator.mediaDevices.getUserMedia(anyBack); // that camera is gone
  }
}

function stateOf(error) {
  if (["NotAllowedError", "SecurityError"].includes(error.name)) return "denied";
  if (["NotReadableError", "AbortError"].includes(error.name)) return "busy";
  return "none";
}

// ---- One picture to one text ----

async function pictureReader() {
  return (await ownReader()) ?? vendoredReader();
}

async function ownReader() {
  try {
    const formats = (await window.BarcodeDetector?.getSupportedFormats()) ?? [];
    if (!formats.includes("qr_code")) return null;
    const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
    return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? "";
  } catch {
    return null;
  }
}

async function vendoredReader() {
  const { decodeQR } = await import(DECODER);
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return (video, turn) => {
    draw(video, canvas, context, turn % 2 === 0);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      return ""; // no code in this picture
    }
  };
}

// Every other picture only the middle, sharper; the others whole.
function draw(video, canvas, context, onlyMiddle) {
  const { videoWidth: width, videoHeight: height } = video;
  const side = Math.min(width, height) * 0.75;
  const [w, h] = onlyMiddle ? [side, side] : [width, height];
  const scale = Math.min(1, LONG_SIDE / Math.max(w, h));
  canvas.width = Math.round(w * scale);
  canvas.height = Math.round(h * scale);
  context.drawImage(video, (width - w) / 2, (height - h) / 2, w, h, 0, 0, canvas.width, canvas.height);
}
