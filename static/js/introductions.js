// The time to speak: start, pause, from the beginning; and turning over by keyboard.
// Without it the page has links and says the time in words.

const timer = document.querySelector("[data-timer]");
const start = document.querySelector("[data-start]");
const reset = document.querySelector("[data-reset]");
const turns = document.documentElement.dir === "rtl" ? { ArrowLeft: "next", ArrowRight: "prev" } : { ArrowRight: "next", ArrowLeft: "prev" };
const keys = { ...turns, PageDown: "next", PageUp: "prev" };

if (timer) {
  const whole = Number(timer.dataset.timer);
  const clock = timer.querySelector("[data-left]");
  const bar = timer.querySelector("progress");
  const said = timer.querySelector("[data-said]");
  let left = whole * 1000;
  let since = 0;
  let beat = 0;

  const now = () => (since ? Math.max(left - (performance.now() - since), 0) : left);

  const draw = () => {
    const seconds = Math.ceil(now() / 1000);
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    bar.value = seconds;
    const over = seconds === 0;
    timer.classList.toggle("is-over", over);
    const sentence = over ? timer.dataset.over : "";
    if (said.textContent !== sentence) said.textContent = sentence;
    start.querySelector("span").textContent = since ? start.dataset.pauseWord : start.dataset.startWord;
    if (over && since) stop();
  };

  const stop = () => {
    left = now();
    since = 0;
    clearInterval(beat);
    draw();
  };

  const toggle = () => {
    if (since) return stop();
    if (left === 0) left = whole * 1000;
    since = performance.now();
    beat = setInterval(draw, 200);
    return draw();
  };

  start.addEventListener("click", toggle);
  reset.addEventListener("click", () => {
    stop();
    left = whole * 1000;
    draw();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || event.target.closest("a, button, input")) return;
    event.preventDefault();
    toggle();
  });
  timer.hidden = start.hidden = reset.hidden = false;
  document.querySelector("[data-keys]").hidden = false;
  draw();
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || !keys[event.key]) return;
  document.querySelector(`a[rel=${keys[event.key]}]`)?.click();
});
