// A hand scanner types like a keyboard, only faster, and ends with Enter.
// Its code is taken wherever the focus is; what a person types slowly is left alone.

const HICCUP_MS = 150; // the longest pause within one scan
const FASTEST_PERSON_MS = 60; // between two keys, on average
const CODE = /^(https?:\/\/\S+\/)?[0-9a-z]{4}-?[0-9a-z]{4}-?[0-9a-z]{4}$/i;

export function handScanner(onCode, { except }) {
  let typed = "";
  let began = 0;
  let at = 0;
  let before = "";

  document.addEventListener("keydown", (event) => {
    if (event.target === except || event.ctrlKey || event.metaKey || event.altKey) return;
    const now = event.timeStamp;
    if (now - at > HICCUP_MS) [typed, before, began] = ["", event.target.value, now];
    at = now;
    if (event.key === "Enter") {
      if (CODE.test(typed) && now - began < typed.length * FASTEST_PERSON_MS) take(event);
      typed = "";
    } else if (event.key.length === 1) {
      typed += event.key;
    }
  }, { capture: true });

  function take(event) {
    event.preventDefault();
    event.stopPropagation();
    if (event.target.matches("input, textarea")) event.target.value = before;
    onCode(typed);
  }
}
