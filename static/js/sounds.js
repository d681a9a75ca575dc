// Short tones and vibrations by the tone of an answer: welcome, inside, refused, noted.
// Switches are boxes with data-setting="sound" and "vibration"; they are remembered.

const TONES = {
  welcome: [[660, 0, 0.12], [990, 0.11, 0.22]], // up
  inside: [[520, 0, 0.12], [520, 0.18, 0.12]], // twice the same
  refused: [[300, 0, 0.2], [200, 0.2, 0.35]], // down, low
  noted: [[560, 0, 0.1]],
};
const VIBRATIONS = { welcome: [80], inside: [70, 90, 70], refused: [320, 90, 320], noted: [40] };

let speaker = null;

export function express(tone) {
  if (isOn("vibration") && tone in VIBRATIONS) navigator.vibrate?.(VIBRATIONS[tone]);
  if (!isOn("sound") || speaker?.state !== "running") return;
  for (const [pitch, after, length] of TONES[tone] ?? []) beep(pitch, speaker.currentTime + after, length);
}

// Browsers give sound only after a touch or a key.
export function armSounds() {
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, wake, { capture: true });
  for (const box of document.querySelectorAll("[data-setting]")) {
    box.checked = isOn(box.dataset.setting);
    box.addEventListener("change", () => {
      localStorage.setItem(`lip-${box.dataset.setting}`, box.checked ? "on" : "off");
      if (box.checked) express("noted");
    });
  }
}

function isOn(setting) {
  return localStorage.getItem(`lip-${setting}`) !== "off";
}

function wake() {
  speaker ??= window.AudioContext ? new AudioContext() : null;
  if (speaker?.state === "suspended") speaker.resume();
}

function beep(pitch, start, length) {
  const source = speaker.createOscillator();
  const volume = speaker.createGain();
  source.type = "triangle";
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.5, start + 0.015);
  volume.gain.linearRampToValueAtTime(0, start + length);
  source.connect(volume).connect(speaker.destination);
  source.start(start);
  source.stop(start + length);
}
